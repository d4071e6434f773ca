import { describe, expect, it } from 'vitest'
import { manifestProblems } from '../schema/manifest-check'
import { gateKeeper } from './fixtures/gate-keeper'
import { products } from './products'

/** The invented product is held to the same, so that what is asked here is asked of none by the tables of another. */
const all = [...new Set([...products, gateKeeper])]

describe.each(all.map((product) => [product.facts.title, product] as const))(
  'the manifests of %s',
  (_, { facts, help, about }) => {
    it('can be relied on', async () => {
      expect(manifestProblems(facts, await help())).toEqual([])
    })

    it('survive being written as JSON', () => {
      expect(JSON.parse(JSON.stringify(facts.manifests))).toEqual(facts.manifests)
    })

    it('each have a sentence on what the domain is for, and no other has', async () => {
      expect(Object.keys(await about()).sort()).toEqual(facts.manifests.map(({ id }) => id).sort())
    })
  },
)

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { latchkey } from '@/cli/fixtures/run-cli'
import { storeOf } from '@/components/open-profile/fixtures/store-of'
import { ManifestPage } from '@/components/reference/manifest-page'
import { writeXml } from '../plist/xml/writer'
import { applyEdits } from '../profile/edit'
import { inspect } from '../profile/inspect'
import { findSettings, settingsByDomain } from '../profile/payloads/shapes'
import { secretsOf } from '../profile/secrets'
import { profileFor } from '../profile/template'
import { AGENT, HELPER } from './fixtures/gate-keeper'
import { manifests } from './keys'
import { layout, tabs, tabsFor } from './layout'
import { searchKeys } from './search'

vi.mock('./products', async (original) => {
  const { products } = await original<typeof import('./products')>()
  const { gateKeeper: added } = await import('./fixtures/gate-keeper')
  return { products: [...products, added] }
})

const edit = (path: string, value: Parameters<typeof applyEdits>[1][number]['value'], domain = AGENT) => ({
  domain,
  path: [path],
  value,
})
const real = (value: number) => ({ type: 'real', value }) as const

function issuesOf(...edits: Parameters<typeof applyEdits>[1]) {
  const root = applyEdits(profileFor('Gate', { name: 'Gate' }), edits)
  const places = findSettings(root)
  return inspect(root, { settings: settingsByDomain(root, places), places })
}

it('a product that is one entry of the table gets its payloads, named and in the form of the others', () => {
  const root = profileFor('Gate', { name: 'Gate' })
  expect(findSettings(root).map(({ domain, shape }) => [domain, shape])).toEqual([
    [AGENT, 'direct'],
    [HELPER, 'direct'],
  ])
  expect(writeXml(root)).toContain('<string>Gate</string>')
  expect(issuesOf()).toEqual([])
})

it('its values are checked by its own formats, kinds and rules, and told in its own name', () => {
  const wrong = issuesOf(edit('PassNumber', { type: 'string', value: '12' }), edit('OpenFor', real(90)))
  expect(wrong.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'PassNumber has to be a pass number, such as G-12.',
      'OpenFor is 90, but has to be between 0.5 and 60 seconds.',
    ]),
  )
  const [mistyped] = issuesOf(edit('OpenFor', { type: 'string', value: '2.5' }))
  expect(mistyped?.message).toBe('OpenFor is the text "2.5", but Gate Keeper expects a number.')
  expect(mistyped?.repair?.edits[0]?.value).toEqual(real(2.5))
  const quick = [edit('OpenFor', real(0.5)), edit('OpenFor', real(0.5), HELPER)]
  expect(issuesOf(...quick).map(({ rule }) => rule)).toEqual(['quick-gate'])
  expect(issuesOf(edit('PassNumber', null))[0]?.message).toBe(
    'PassNumber is not configured. Gate Keeper needs it.',
  )
})

it('two domains that hold the same are edited as one, and told where they do not agree', () => {
  const apart = issuesOf(edit('OpenFor', real(3)))
  expect(apart.map(({ rule, domain }) => [rule, domain])).toEqual([['contents-differ', HELPER]])
  const store = storeOf(writeXml(profileFor('Gate', { name: 'Gate' })))
  store.set(AGENT, ['OpenFor'], real(4), 'whole')
  expect(store.valueOf(HELPER, ['OpenFor'])).toMatchObject(real(4))
})

it('on the command line too, inside a list as well, and what belongs to the payload is not compared', async () => {
  const stdin = writeXml(profileFor('Gate', { name: 'Gate' }))
  const run = await latchkey(['set', '-', `${AGENT}:Doors=North`, `${AGENT}:Doors/0=South`], { stdin })
  expect(run.stdout.match(/<string>South<\/string>/g)).toHaveLength(2)
  const [first] = issuesOf(edit('PayloadUUID2', { type: 'string', value: 'x' }))
  expect(first?.rule).not.toBe('contents-differ')
})

it('a key that is linked and has a twin is written with both', () => {
  const store = storeOf(writeXml(profileFor('Gate', { name: 'Gate' })))
  store.set(HELPER, ['Porter'], { type: 'string', value: 'Otto' }, 'whole')
  for (const [domain, key] of [
    [AGENT, 'Porter'],
    [AGENT, 'Keeper'],
    [HELPER, 'Keeper'],
  ] as const) {
    expect(store.valueOf(domain, [key])).toEqual({ type: 'string', value: 'Otto' })
  }
})

it('its secrets are found, its keys searched, laid out on a tab of their own, and explained', () => {
  const root = applyEdits(profileFor('Gate', { name: 'Gate' }), [
    edit('GateSecret', { type: 'string', value: 'Sesame-17' }),
  ])
  const places = findSettings(root)
  const settings = settingsByDomain(root, places)
  expect(secretsOf(root).map(({ path }) => path.at(-1))).toEqual(['GateSecret'])
  expect(searchKeys('pass number')[0]?.key.id).toBe('gate-agent/PassNumber')
  expect(tabsFor(new Map()).map(({ id }) => id)).not.toContain('gate')
  expect(tabsFor(settings).at(-1)?.title).toBe('Gate')
  const [group] = layout({ settings }, { tab: 'gate' })
  expect(group?.fields.filter(({ domain }) => domain === AGENT).map(({ name }) => name)).toEqual([
    'PassNumber',
    'GateSecret',
    'OpenFor',
    'Doors',
    'Porter',
    'Keeper',
  ])
  const manifest = manifests.find(({ domain }) => domain === AGENT)
  const page = manifest && renderToStaticMarkup(ManifestPage({ manifest, query: '' }))
  expect(page).toContain('Real, in seconds, 0.5 to 60.')
  expect(page).toContain('String, a pass number.')
})

it('the command line sets its keys by their names and types', async () => {
  const stdin = writeXml(profileFor('Gate', { name: 'Gate' }))
  const run = await latchkey(['set', '-', `${AGENT}:OpenFor=2.5`], { stdin })
  expect(run.stdout).toContain('<real>2.5</real>')
  const told = await latchkey(['keys', 'OpenFor'], {})
  expect(told.stdout).toContain(AGENT)
})

it('ids of manifests and of tabs are unique among the products', () => {
  expect(new Set(tabs.map(({ id }) => id)).size).toBe(tabs.length)
  expect(new Set(manifests.map(({ id }) => id)).size).toBe(manifests.length)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testKinds } from '@/lib/api/report'
import { PROFILE, profileKeys } from '@/lib/products/apple/profile-keys'
import { allKeys } from '@/lib/products/keys'
import { tabs } from '@/lib/products/layout'
import {
  type Address,
  isStep,
  NO_SPOT,
  placeAt,
  placeOf,
  readAddress,
  START,
  sideViews,
  writeAddress,
} from './address'

const keys = [...allKeys.map(({ id }) => id), ...Object.keys(profileKeys).map((name) => `${PROFILE}/${name}`)]

const addresses: fc.Arbitrary<Address> = fc.record({
  tab: fc.constantFrom(...tabs.map(({ id }) => id)),
  view: fc.constantFrom('form', 'xml'),
  side: fc.constantFrom(...sideViews),
  test: fc.option(fc.constantFrom(...testKinds)),
  run: fc.option(fc.constantFrom(`${'Ab-_'.repeat(10)}xyz`)),
  report: fc.option(fc.uuid()),
  beside: fc.option(fc.uuid()),
  configuredOnly: fc.boolean(),
  key: fc.option(fc.constantFrom(...keys).map((id) => placeOf(id)?.id ?? id)),
  section: fc.option(fc.constantFrom('general', 'password-sync')),
})

describe('the address of a place', () => {
  it('is read as the place that it was written for', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const query = writeAddress(address)
        const read = readAddress(query)
        expect(writeAddress(read)).toBe(query)
        expect(read).toMatchObject({
          view: address.view,
          side: address.side,
          test: address.test,
          configuredOnly: address.configuredOnly,
          ...(address.test === null ? NO_SPOT : { run: address.run, report: address.report }),
          ...(read.key === null ? { tab: address.tab } : {}),
        })
      }),
    )
  })

  it('leads to the start whatever else it holds', () => {
    fc.assert(
      fc.property(fc.string(), (garbage) => {
        const query = `?tab=${garbage}&view=${garbage}&key=${garbage}&test=${garbage}&only=${garbage}&run=${garbage}&report=${garbage}&side=${garbage}`
        fc.pre(!/[&#]|xml|issues|configured|login|connect|more|okta|oidc|ropg|discovery/.test(garbage))
        expect(writeAddress(readAddress(query))).toBe('')
      }),
    )
  })

  it('holds nothing that was typed', () => {
    expect(
      writeAddress(readAddress('?query=hunter2&value=hunter2&section=Hunter%202&key=login/hunter2')),
    ).toBe('')
  })

  it('names the start with nothing at all', () => {
    expect(writeAddress(START)).toBe('')
    expect(readAddress('')).toEqual(START)
  })

  it('opens the tab of its key', () => {
    expect(readAddress('?key=login/DenyLocal')).toMatchObject({ tab: 'login', key: 'login/DenyLocal' })
    expect(readAddress('?tab=connect&key=login%2FDenyLocal').tab).toBe('login')
    expect(readAddress(`?key=${PROFILE}/PayloadOrganization`).tab).toBe('more')
  })
})

describe('the place of a key', () => {
  it.each(keys)('is found again from the field that shows it: %s', (id) => {
    const place = placeOf(id)
    expect(place?.path).not.toContain('[]')
    expect(place && placeAt(place.domain, place.path)).toEqual(place)
  })

  it('does not exist for a name that only a profile knows', () => {
    expect(placeAt('com.example.other', ['Secret'])).toBeNull()
    expect(placeAt('com.jamf.connect.login', ['MadeUp'])).toBeNull()
    expect(placeAt(PROFILE, ['PayloadContent', 0])).toBeNull()
  })
})

describe('a step of its own for Back', () => {
  it('is another tab, the XML, the tests and a kept report, and nothing smaller', () => {
    const from = { ...START, test: 'oidc' } as const
    expect(isStep(START, { ...START, tab: 'login' })).toBe(true)
    expect(isStep(START, { ...START, view: 'xml' })).toBe(true)
    expect(isStep(START, from)).toBe(true)
    expect(isStep(from, { ...from, test: 'ropg' })).toBe(false)
    expect(isStep(from, { ...from, run: 'x' })).toBe(false)
    expect(isStep(from, { ...from, report: 'x' })).toBe(true)
    expect(isStep(START, { ...START, side: 'issues', configuredOnly: true, section: 'x' })).toBe(false)
  })
})

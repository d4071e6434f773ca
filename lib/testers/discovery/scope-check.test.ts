import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlistDict } from '@/lib/plist/value'
import { clientSettings } from '../client-settings'
import type { CheckResult } from '../run-checks'
import { scopeCheck } from './scope-check'

function checked(scopes: string, offered: readonly string[] | undefined): CheckResult {
  const login: PlistDict = {
    type: 'dict',
    entries: [{ key: 'OIDCScopes', value: { type: 'string', value: scopes } }],
  }
  const settings = new Map([['com.jamf.connect.login', login]])
  const metadata = offered === undefined ? {} : { scopes_supported: offered }
  const context = { settings, client: clientSettings(settings), metadata }
  return scopeCheck.run(context as never) as CheckResult
}

const scopesAfter = ({ remedy }: CheckResult, before: string) => {
  const value = remedy?.repair?.edits.find(({ path }) => path[0] === 'OIDCScopes')?.value
  return (value?.type === 'string' ? value.value : before).split('+')
}

test('a scope that is not listed passes, is named, and is not taken away', () => {
  const found = checked('openid+profile+groups+api://8f/mac', ['openid'])
  expect(found).toMatchObject({ outcome: 'passed', means: expect.stringContaining('profile, groups') })
  expect(found.remedy).toBeUndefined()
  expect(checked('openid', undefined).outcome).toBe('skipped')
})

test('a scope in other capital letters is repaired, and nothing else changes', () => {
  const found = checked('openid+Email+offline_access+api://8f/Mac', ['email', 'openid', 'phone'])
  expect(found.outcome).toBe('warning')
  expect(scopesAfter(found, '')).toEqual(['openid', 'email', 'offline_access', 'api://8f/Mac'])
})

test('no list of a provider and no scopes lead to a repair that loses one, and a repair is the last', () => {
  const word = fc.constantFrom(
    'openid',
    'Openid',
    'profile',
    'PROFILE',
    'email',
    'groups',
    'Groups',
    'address',
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (wanted, offered) => {
      const before = wanted.join('+')
      const after = scopesAfter(checked(before, offered), before)
      const names = (all: readonly string[]) => [...new Set(all.map((each) => each.toLowerCase()))].sort()
      expect(names(after)).toEqual(names(wanted))
      expect(checked(after.join('+'), offered).outcome).toBe('passed')
    }),
  )
})

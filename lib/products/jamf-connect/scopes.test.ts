import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settingsOf } from '../../schema/fixtures/settings'
import { mended } from '../../schema/mend'
import { textAt } from '../../schema/settings'
import { checkSettings } from '../check'
import { meantScopes } from './scopes'

const RULES = ['bad-format', 'scope-separator', 'openid-scope']
const providers = [
  { OIDCProvider: 'EntraID' },
  { OIDCProvider: 'Okta-OIDC', OIDCTenant: 'fabrikam' },
  { OIDCProvider: 'OktaIdentityEngine', OIDCAdmin: ['staff'] },
  {
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: 'https://sso.fabrikam.test/realms/a/.well-known/openid-configuration',
  },
  { OIDCProvider: 'PingFederate' },
]

const standard = fc.constantFrom('openid', 'profile', 'email', 'phone', 'address', 'offline_access')
const own = fc.constantFrom(
  'groups',
  'api://5f1c/jamf',
  'User.Read',
  'https://a.test/scope',
  'urn:a:b',
  'Roles',
)
const scopes = fc.uniqueArray(fc.oneof(standard, own), { minLength: 1, maxLength: 6 })
const between = fc.constantFrom(
  '+',
  ' ',
  ', ',
  ',',
  ';',
  '; ',
  ' + ',
  '  ',
  '\t',
  '\n',
  '|',
  '%20',
  '%2B',
  '%2C%20',
  '%2520',
  '\u00a0',
  '++',
  '","',
  '&',
)
const spelling = fc.constantFrom(
  (scope: string) => scope,
  (scope: string) => scope.toUpperCase(),
  (scope: string) => `${scope[0]?.toUpperCase()}${scope.slice(1)}`,
)
const OPENID = ['openid', 'profile', 'email', 'phone', 'address', 'offline_access']

/** A text that asks for the scopes, some of them twice, with any separator between any two. */
const written = scopes.chain((meant) =>
  fc
    .tuple(
      fc.subarray(meant),
      fc.array(fc.tuple(between, spelling), { minLength: 12, maxLength: 12 }),
      fc.boolean(),
    )
    .map(([again, ways, oneWay]) => {
      const all = [...meant, ...again]
      const text = all
        .map((scope, at) => {
          const [separator, spell] = ways[oneWay ? 0 : at] ?? ['+', (each: string) => each]
          const spelled = OPENID.includes(scope) ? (ways[at]?.[1] ?? spell)(scope) : scope
          return `${at === 0 ? '' : separator}${spelled}`
        })
        .join('')
      return { meant: new Set(['openid', ...meant]), text }
    }),
)

const issuesOf = (settings: ReturnType<typeof settingsOf>) =>
  checkSettings(settings).filter(({ rule, path }) => RULES.includes(rule) && path[0] === 'OIDCScopes')
const read = (settings: ReturnType<typeof settingsOf>) =>
  textAt(settings, 'com.jamf.connect.login', ['OIDCScopes']) ?? ''

test('every repair of scopes asks for exactly what was meant, with openid once, and twice is harmless', () => {
  fc.assert(
    fc.property(written, fc.constantFrom(...providers), ({ meant, text }, provider) => {
      const settings = settingsOf({ login: { ...provider, OIDCScopes: text } })
      const issues = issuesOf(settings)
      const right = /^[^+\s]+(\+[^+\s]+)*$|^\S+( \S+)*$/
      for (const { repair } of issues) {
        const after = mended(settings, repair ?? { title: '', edits: [] })
        const asked = read(after).split(/[+ ]/)
        expect(asked.toSorted()).toEqual([...meant].toSorted())
        expect(read(after)).toMatch(right)
        expect(repair && mended(after, repair)).toEqual(after)
        expect(issuesOf(after).filter(({ severity }) => severity === 'error')).toEqual([])
      }
    }),
    { numRuns: 1500 },
  )
})

test('one cause has one message, and following the repairs ends in scopes without a remark', () => {
  fc.assert(
    fc.property(written, fc.constantFrom(...providers), ({ meant, text }, provider) => {
      let settings = settingsOf({ login: { ...provider, OIDCScopes: text } })
      const rules = issuesOf(settings).map(({ rule }) => rule)
      expect(new Set(rules).size).toBe(rules.length)
      expect(rules.includes('bad-format') ? rules : ['bad-format']).toEqual(['bad-format'])
      for (let step = 0; step < 2; step += 1) {
        const repair = issuesOf(settings)[0]?.repair
        settings = repair === undefined ? settings : mended(settings, repair)
      }
      expect(issuesOf(settings)).toEqual([])
      expect(
        read(settings)
          .split(/[+\s]+/)
          .toSorted(),
      ).toEqual([...meant].toSorted())
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['scope=openid profile', ['openid', 'profile']],
  ['["openid","groups"]', ['openid', 'groups']],
  ['openid+%zz', ['openid', '%zz']],
  ['api%3A%2F%2F5f1c%2Fjamf+openid', ['api://5f1c/jamf', 'openid']],
  ['OPENID+openid', ['openid']],
  ['User.Read', ['openid', 'User.Read']],
])('%s means %j', (text, scopes) => {
  expect(meantScopes(text).scopes).toEqual(scopes)
})

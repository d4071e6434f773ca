import { expect, test } from 'vitest'
import { validate } from '../products/check'
import { contextOf } from '../products/jamf-connect/context'
import { facts as jamf } from '../products/jamf-connect/facts'
import { allKeys } from '../products/keys'
import { type Plain, plist, settingsOf } from './fixtures/settings'
import { schemaFor } from './value-schema'

const inLogin = (values: { [key: string]: Plain }) =>
  validate(settingsOf({ login: { OIDCProvider: 'Okta', AuthServer: 'acme.okta.com', ...values } }))

test('complete settings have no issue', () => {
  expect(inLogin({})).toEqual([])
})

test('text for a switch is an error, and the repair makes it a switch', () => {
  expect(inLogin({ DenyLocal: 'true' })).toEqual([
    {
      severity: 'error',
      domain: 'com.jamf.connect.login',
      path: ['DenyLocal'],
      rule: 'wrong-type',
      message: 'DenyLocal is the text "true", but Jamf Connect expects <true/> or <false/>.',
      repair: {
        title: 'Use <true/>',
        edits: [{ domain: 'com.jamf.connect.login', path: ['DenyLocal'], value: plist(true) }],
      },
    },
  ])
})

test.each<[string, { [key: string]: Plain }, Plain | null]>([
  ['text for a number', { UserPromotionDuration: '30' }, 30],
  ['a real for a number', { UserPromotionDuration: 1.5 }, null],
  ['a number for a switch', { UserPromotionTimer: 1 }, true],
  ['text for a list', { UserPromotionChoices: 'Install software' }, ['Install software']],
  ['an answer for a switch', { UserPromotionTimer: 'perhaps' }, null],
  ['one dictionary for a list of them', { UserPromotionRole: { Name: 'a' } }, [{ Name: 'a' }]],
])('%s is an error and repaired where the meaning is obvious', (_, values, repaired) => {
  const issues = validate(settingsOf({ connect: { LicenseFile: 'YWJj', TemporaryUserPermissions: values } }))
  expect(issues.map(({ rule, severity }) => [severity, rule])).toEqual([['error', 'wrong-type']])
  expect(issues[0]?.repair?.edits[0]?.value ?? null).toEqual(repaired === null ? null : plist(repaired))
})

test('an item of a list is checked where it stands', () => {
  const [issue] = inLogin({ DenyLocalExcluded: ['admin', 501] })
  expect(issue?.path).toEqual(['DenyLocalExcluded', 1])
  expect(issue?.repair?.edits[0]).toMatchObject({ path: ['DenyLocalExcluded', 1], value: plist('501') })
})

test('a value inside a list of dictionaries is checked, and a missing one is missed per element', () => {
  const issues = validate(settingsOf({ actions: { Actions: [{ Name: 'Help', Timer: '5' }, { Timer: 5 }] } }))
  expect(issues.map(({ rule, path }) => [rule, path])).toEqual([
    ['wrong-type', ['Actions', 0, 'Timer']],
    ['required-key', ['Actions', 1, 'Name']],
  ])
})

test('types that a key also accepts pass', () => {
  expect(
    validate(settingsOf({ login: { OIDCProvider: 'Okta', AuthServer: 'a.okta.com', OIDCAdmin: 'admins' } })),
  ).toEqual([])
})

test('an unknown choice is an error that lists the choices, a wrong capital one that says so', () => {
  const messages = (OIDCProvider: string) =>
    validate(settingsOf({ login: { OIDCProvider } })).map(({ message }) => message)
  expect(messages('Acme')[0]).toContain('"Acme", which Jamf Connect does not know. It takes EntraID, ')
  expect(messages('okta')[0]).toContain('tells capitals from small letters and takes Okta.')
})

test('a former spelling is advice with the current one', () => {
  const issue = validate(settingsOf({ login: { OIDCProvider: 'Azure' } })).find(
    ({ rule }) => rule === 'former-spelling',
  )
  expect(issue).toMatchObject({ severity: 'advice', repair: { title: 'Use EntraID' } })
})

test.each(['Okta OIDC', 'Okta-OIDC', 'OktaOIDC', 'Okta OpenID Connect', 'Okta OpenID Connect (OIDC)'])(
  '%s is read as Okta over OpenID Connect, and written as each app spells it',
  (spelling) => {
    const settings = settingsOf({
      login: { OIDCProvider: spelling },
      connect: { IdPSettings: { Provider: spelling } },
    })
    const written = new Map(
      validate(settings)
        .filter(({ rule }) => rule === 'former-spelling')
        .map(({ domain, repair }) => [domain, repair?.edits[0]?.value]),
    )
    const current = { 'com.jamf.connect.login': 'Okta-OIDC', 'com.jamf.connect': 'Okta OIDC' }
    for (const [domain, value] of Object.entries(current)) {
      expect(written.get(domain)).toEqual(spelling === value ? undefined : plist(value))
    }
    expect(contextOf(settings).provider).toBe('Okta-OIDC')
  },
)

test('a value that no document lists is advice where others exist', () => {
  const issues = validate(
    settingsOf({ connect: { LicenseFile: 'YWJj', HiddenMenuItems: ['about', 'nonsense'] } }),
  )
  expect(issues.map(({ severity, rule, path }) => [severity, rule, path[1]])).toEqual([
    ['advice', 'unlisted-value', 1],
  ])
})

test('a list that is spelled otherwise is one issue with one repair', () => {
  const HiddenMenuItems = ['HomeDirectory', 'about', 'GETHELP']
  const issues = validate(settingsOf({ connect: { LicenseFile: 'YWJj', HiddenMenuItems } }))
  expect(issues.map(({ rule, path }) => [rule, path])).toEqual([['former-spelling', ['HiddenMenuItems']]])
  expect(issues[0]?.message).toContain('which writes home and gethelp.')
  expect(issues[0]?.repair?.edits[0]?.value).toEqual(plist(['home', 'about', 'gethelp']))
})

test('formats are read, with what was probably meant', () => {
  const issues = validate(
    settingsOf({ login: { OIDCProvider: 'Okta', AuthServer: 'https://acme.okta.com/' } }),
  )
  expect(issues).toMatchObject([
    { severity: 'error', rule: 'bad-format', repair: { title: 'Use acme.okta.com' } },
  ])
})

test('a variable of the MDM is legal anywhere', () => {
  for (const variable of ['$EMAIL', '%EMAIL%', '{{email}}', '$'.concat('{EMAIL}')]) {
    expect(inLogin({ DenyLocal: variable, OIDCRedirectURI: variable, BackgroundImage: variable })).toEqual([])
  }
})

test('a missing required key is reported even while another key has the wrong type', () => {
  const issues = validate(settingsOf({ login: { OIDCProvider: 'Custom', DenyLocal: 'yes' } }))
  expect(issues.map(({ rule, path }) => `${rule} ${path.join('/')}`)).toEqual(
    expect.arrayContaining([
      'wrong-type DenyLocal',
      'required-key OIDCDiscoveryURL',
      'required-key OIDCClientID',
    ]),
  )
})

test('the reason of a missing key names the provider that is configured', () => {
  const issue = validate(settingsOf({ login: { OIDCProvider: 'PingFederate' } })).find(
    ({ path }) => path[0] === 'OIDCDiscoveryURL',
  )
  expect(issue?.message).toMatch(
    /^OIDCDiscoveryURL is not configured\. Jamf Connect needs it when the identity provider is PingFederate\.$/,
  )
})

const repairOfRopgId = (login: { [key: string]: Plain }, idp: { [key: string]: Plain }) =>
  validate(settingsOf({ login, connect: { IdPSettings: idp } })).find(
    ({ path, rule }) => path.at(-1) === 'ROPGID' && rule !== 'empty-value',
  )?.repair

test('a missing key is filled in from the linked key of the other domain', () => {
  const client = '5f1c9a52-7b43-4f0e-9c63-2d4a8e7b9f10'
  expect(repairOfRopgId({ OIDCProvider: 'EntraID', OIDCROPGID: client }, { Provider: 'EntraID' })).toEqual({
    title: 'Use the value of OIDCROPGID',
    edits: [{ domain: 'com.jamf.connect', path: ['IdPSettings', 'ROPGID'], value: plist(client) }],
  })
})

test('a missing key is not filled in from itself, nor with what its provider cannot have issued', () => {
  const entra = { OIDCProvider: 'EntraID' }
  for (const OIDCROPGID of ['', '  ', 'Application ID Here', 'abc', '{x}']) {
    expect(repairOfRopgId({ ...entra, OIDCROPGID }, { Provider: 'EntraID' }), OIDCROPGID).toBeUndefined()
  }
  expect(repairOfRopgId({ ...entra, OIDCROPGID: 'abc' }, { Provider: 'OneLogin' })).toBeUndefined()
  expect(repairOfRopgId(entra, { Provider: 'EntraID', ROPGID: '' })).toBeUndefined()
})

test('an empty required key is missing, another empty key is advice', () => {
  const rules = (values: { [key: string]: Plain }) =>
    inLogin(values).map(({ severity, rule }) => `${severity} ${rule}`)
  expect(rules({ AuthServer: '' })).toContain('error required-key')
  expect(rules({ LoginWindowMessage: '' })).toEqual(['advice empty-value'])
})

test('a profile that accompanies another is not asked for an identity provider', () => {
  const said = (values: Parameters<typeof settingsOf>[0]) =>
    validate(settingsOf(values)).map(({ severity, path }) => [severity, path.at(-1)])
  expect(said({ login: { LicenseFile: 'YWJj' }, connect: { LicenseFile: 'YWJj' } })).toEqual([])
  expect(said({ login: { EnrollmentUserName: '%USER%' } })).toEqual([])
  expect(said({ login: { LoginWindowMessage: 'Hello' } })).toEqual([['advice', 'OIDCProvider']])
  expect(said({ login: { OIDCClientID: 'abc' } })).toEqual([['error', 'OIDCProvider']])
  expect(said({ login: {} })).toEqual([['error', 'OIDCProvider']])
})

test('settings of the menu bar app beside a configured login window need a provider too', () => {
  const issues = validate(
    settingsOf({ login: { OIDCProvider: 'Okta', AuthServer: 'a.okta.com' }, connect: { Kerberos: {} } }),
  )
  expect(issues.map(({ severity, path, repair }) => [severity, path.at(-1), repair?.title])).toEqual([
    ['error', 'Provider', 'Use the value of OIDCProvider'],
    ['error', 'OktaAuthServer', 'Use the value of AuthServer'],
  ])
})

test('a whole number that stands for a choice is asked for as a number', () => {
  const facts = { title: 'A', description: 'A.', evidence: 'documented' } as const
  const schema = schemaFor(
    {
      product: jamf,
      definition: { ...facts, kind: 'choice', as: 'integer', options: { 1: { label: 'One' } } },
    },
    'Version',
  )
  expect(schema.safeParse(plist(1)).success).toBe(true)
  expect(schema.safeParse(plist('1')).error?.issues[0]?.message).toBe(
    'Version is the text "1", but Jamf Connect expects a whole number.',
  )
  expect(schema.safeParse(plist(2)).error?.issues[0]?.message).toContain('does not know. It takes 1.')
})

test('a secret of the wrong type is not shown', () => {
  const [issue] = inLogin({ OIDCClientSecret: 424242 })
  expect(issue?.rule).toBe('wrong-type')
  expect(issue?.message).not.toContain('424242')
})

test('the defaults and options of every key pass its own schema', () => {
  for (const { id, domain, path, definition } of allKeys.filter((key) => !key.path.includes('[]'))) {
    const fallback = 'default' in definition ? definition.default : undefined
    const values: readonly Plain[] = [
      ...(fallback === undefined || definition.kind === 'choice' ? [] : [fallback]),
      ...(definition.kind === 'choice' && definition.as === undefined ? Object.keys(definition.options) : []),
    ]
    for (const value of values) {
      const nested = [...path].reverse().reduce<Plain>((inner, step) => ({ [step]: inner }), value)
      const issues = validate(settingsOf({ [domain]: nested as { [key: string]: Plain } }))
      expect(
        issues.filter((issue) => issue.path.join('/') === path.join('/') && issue.severity === 'error'),
        id,
      ).toEqual([])
    }
  }
})

test('elements of lists are named by their position', () => {
  const roles = [
    { Name: 'a', Duration: 5 },
    { Name: 'b', Duration: 'x' },
  ]
  const messages = validate(
    settingsOf({
      login: { OIDCAdmin: ['a', 7] },
      connect: { TemporaryUserPermissions: { TemporaryUserPromotion: true, UserPromotionRole: roles } },
    }),
  ).map(({ message }) => message)
  expect(messages).toContainEqual(expect.stringMatching(/^OIDCAdmin\/1 is /))
  expect(messages).toContainEqual(
    expect.stringMatching(/^TemporaryUserPermissions\/UserPromotionRole\/1\/Duration is the text "x"/),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyWithId } from '@/lib/products/jamf-connect/keys'
import { vendorOf } from '@/lib/products/jamf-connect/providers/vendors'
import { readAnswer } from './answer'
import { diagnose, weightOf } from './diagnose'
import { examplesOf } from './examples'
import { diagnosisRows } from './rows'

describe('the table of causes', () => {
  test.each(diagnosisRows.map((row) => [row.id, row] as const))(
    '%s is found by its answers alone',
    (_, row) => {
      const examples = examplesOf(row)
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples) {
        expect(diagnose(example).id).toBe(row.id)
        const vendor = vendorOf(example.provider, example.issuer)
        const weights = diagnosisRows
          .map((each) => weightOf(each, vendor, readAnswer(example), example))
          .sort((left, right) => right - left)
        expect(weights[0]).toBeGreaterThan(weights[1] ?? 0)
      }
    },
  )

  test('has a name of its own for every row', () => {
    const ids = diagnosisRows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true)
  })

  test('has a source, existing keys, and sentences with a period in every row', () => {
    for (const { id, source, key, cause, fix } of diagnosisRows) {
      expect(source, id).toMatch(/^https?:\/\/\S+$/)
      expect(key === undefined || keyWithId(key) !== undefined, `${id}: ${key}`).toBe(true)
      for (const text of [cause, fix]) {
        expect(text, id).toMatch(/^[A-Z].*[^.]\.$/)
        expect(text, id).not.toMatch(/!|\s\s|successfully/)
      }
    }
  })

  test('names no other reason beside a wrong user name or password that it says is the reason', () => {
    const wrong = diagnosisRows.filter(({ verdict }) => verdict === 'password-wrong')
    expect(wrong.length).toBeGreaterThan(1)
    for (const { id, cause, certainty } of wrong) {
      expect([id, certainty]).toEqual([id, 'documented'])
      expect(cause, id).not.toMatch(
        /same answer|one answer|\b(lock|block|disabl|expir|polic|second factor|client)/i,
      )
      expect(cause.replace('The user name or the password', ''), id).not.toMatch(/\bor\b|some providers/i)
    }
  })

  test('says in the cause of an inferred verdict that it is inferred or who does not say so', () => {
    const doubtful = diagnosisRows.filter(
      ({ verdict, certainty }) => verdict === 'password-right' && certainty === 'inferred',
    )
    expect(doubtful.length).toBeGreaterThan(4)
    for (const { id, cause } of doubtful) {
      expect(cause, id).toMatch(/does not say so|inferred/)
    }
  })
})

describe('a diagnosis', () => {
  test('prefers the code to the words', () => {
    const found = diagnose({
      provider: 'EntraID',
      status: 400,
      error: 'invalid_grant',
      description:
        'AADSTS50076: Due to a configuration change made by your administrator … must use multi-factor',
    })
    expect(found).toMatchObject({ id: 'entra-second-factor', code: 'AADSTS50076', verdict: 'password-right' })
    expect(found.key).toEqual({ domain: 'com.jamf.connect.login', path: ['ROPGSuccessCodes'] })
  })

  test('reads the body, numeric codes included', () => {
    const text = JSON.stringify({ error: 'invalid_grant', error_description: 'x', error_codes: [50126] })
    expect(diagnose({ provider: 'EntraID', text })).toMatchObject({
      verdict: 'password-wrong',
      code: 'AADSTS50126',
    })
  })

  test('knows codes of another provider than the configured one', () => {
    expect(diagnose({ provider: 'Custom', description: 'AADSTS7000218: x' }).id).toBe('entra-not-public')
    const issuer = 'https://sso.acme.com/realms/acme'
    expect(diagnose({ provider: 'Custom', issuer, description: 'AADSTS50053' }).id).toBe('entra-locked')
  })

  test('does not read the words of one provider into the answer of another', () => {
    const issuer = 'https://sso.acme.com/realms/acme'
    expect(diagnose({ provider: 'Custom', error: 'invalid_scope' }).id).toBe('invalid-scope')
    expect(diagnose({ provider: 'Custom', issuer, error: 'invalid_scope' }).id).toBe('keycloak-scope')
    expect(diagnose({ provider: 'Custom', error: 'invalid_grant', description: 'MFA' })).toMatchObject({
      id: 'words-second-factor',
      verdict: 'unknown',
    })
    expect(diagnose({ provider: 'PingFederate', error: 'access_denied' }).id).toBe('access-denied')
  })

  test('reads a code of its own wherever it stands, and only as a whole', () => {
    const provider = 'Auth0'
    const found = (more: object) => diagnose({ provider, status: 500, ...more }).id
    for (const answer of [
      { error: 'mfa_required', description: 'More is wanted' },
      { error: 'server_error', description: 'mfa_required' },
      { error: 'access_denied', description: 'mfa_required: more is wanted.' },
      { text: '{"code":"mfa_required","description":"More is wanted."}' },
      { text: '{"error":"Forbidden","errorCode":"mfa_required","message":"More is wanted."}' },
    ]) {
      expect([answer, found(answer)]).toEqual([answer, 'auth0-mfa-required'])
    }
    for (const answer of [
      { error: 'server_error', description: 'mfa_required_by_policy' },
      { error: 'server_error', description: 'No mfa_required was sent' },
      { error: 'server_error', description: 'mfa_required: if it may have expired' },
      { text: '{"error":"server_error","note":"mfa_required"}' },
    ]) {
      expect([answer, found(answer)]).not.toEqual([answer, 'auth0-mfa-required'])
    }
  })

  test('reads a number of a provider in any member of an answer', () => {
    const text = JSON.stringify({ outer: [{ inner: { note: 'x CSIAH0303E y' } }], status: 500 })
    expect(diagnose({ provider: 'IBMCI', status: 500, text })).toMatchObject({ verdict: 'may-be-wrong' })
    const both = JSON.stringify({
      error: 'invalid_grant',
      error_description: 'AADSTS50126: x',
      y: 'AADSTS50076',
    })
    expect(diagnose({ provider: 'EntraID', text: both }).verdict).toBe('password-wrong')
  })

  test.each([
    ['AADSTS70002: x AADSTS50126: y', 'password-wrong', 'entra-wrong-password'],
    ['AADSTS50126: x AADSTS50053: y', 'unknown', 'entra-locked'],
    ['AADSTS50076: x AADSTS53003: y', 'unknown', undefined],
    ['AADSTS50076: x AADSTS50126: y', 'may-be-wrong', 'words-several'],
    ['AADSTS50079: x AADSTS50055: y', 'password-right', undefined],
  ] as const)('says no more of several codes than each of them says: %s', (description, verdict, id) => {
    for (const said of [description, description.split(' ').toReversed().join(' ')]) {
      const found = diagnose({ provider: 'EntraID', error: 'invalid_grant', description: said, status: 400 })
      expect([said, found.verdict]).toEqual([said, verdict])
      expect(id ?? found.id).toBe(found.id)
    }
  })

  test('leaves an unknown answer to the provider and names its log', () => {
    const found = diagnose({ provider: 'EntraID', error: 'x', description: 'AADSTS99999: News.' })
    expect(found).toMatchObject({
      id: null,
      code: 'AADSTS99999',
      said: 'x: AADSTS99999: News.',
      verdict: 'unknown',
    })
    expect(found.console).toContain('Sign-in logs')
    expect(diagnose({ provider: null, status: 503, text: '<html>' }).cause).toContain('503')
    expect(diagnose({ provider: 'Custom' }).said).toBe('')
  })

  test.each([
    ['Okta-OIDC', 'access_denied', "The user's password is expired or the account is locked."],
    [
      'Okta-OIDC',
      'access_denied',
      "If the user's password is expired, it has to be reset; the account may be locked.",
    ],
    ['Custom', 'invalid_grant', 'Invalid user credentials, or the account is disabled'],
    ['Auth0', 'invalid_grant', 'Wrong email or password, or the account was locked.'],
  ] as const)(
    'concludes nothing from words of %s that name several causes: %s %s',
    (provider, error, description) => {
      const issuer = provider === 'Custom' ? 'https://sso.acme.com/realms/acme' : ''
      expect(['may-be-wrong', 'unknown']).toContain(
        diagnose({ provider, issuer, error, description }).verdict,
      )
    },
  )

  test.each(['AADSTS5000811', 'AADSTS123456'])(
    'names a code of Entra ID that is not in the table: %s',
    (code) => {
      const number = code.slice(6)
      for (const error of ['invalid_grant', 'interaction_required', 'invalid_client', '']) {
        const found = diagnose({
          provider: 'EntraID',
          error,
          description: `${code}: Something new. Trace ID: 1`,
        })
        expect(found.code).toBe(code)
        expect(['unknown', 'not-the-password']).toContain(found.verdict)
        expect(`${found.cause} ${found.fix}`).toContain(`${code}, which is not in Latchkey’s table`)
        expect(found.fix).toContain(`https://login.microsoftonline.com/error?code=${number}`)
        expect(found.cause).not.toContain('does not say why')
      }
      expect(
        diagnose({ provider: 'EntraID', error: 'invalid_client', description: `${code}: x` }).about,
      ).toBe('client')
    },
  )

  test('shortens what the provider said', () => {
    expect(diagnose({ provider: null, text: 'long '.repeat(100_000) }).said.length).toBeLessThanOrEqual(600)
  })

  test('never throws, whatever the answer is', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('null', '[]', '{"error_codes":[1.5,"x"]}'),
    )
    fc.assert(
      fc.property(anything, anything, anything, (error, description, text) => {
        expect(diagnose({ provider: 'EntraID', error, description, text }).fix).not.toBe('')
        expect(diagnose({ provider: null, text }).fix).not.toBe('')
      }),
    )
  })
})

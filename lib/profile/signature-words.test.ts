import { describe, expect, test } from 'vitest'
import type { Signer } from './cms'
import { unwrapCms } from './cms'
import { signedProfile, type signedProfiles } from './fixtures/signed-profiles'
import { signatureIssues, signerInWords } from './signature-words'

const today = new Date('2027-03-01T00:00:00Z')
const signer: Signer = {
  name: 'Fleet Signing',
  issuer: 'Fleet CA',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2028-01-01T00:00:00.000Z',
  algorithm: 'RSA with SHA-256',
  verdict: 'verified',
  chain: { ends: 'own-root', top: 'Fleet Root' },
  weaknesses: [],
}

test('verified is said with what was verified, and what is not known', () => {
  expect(signerInWords(signer, today)).toMatch(
    /^verified: .*certificate of Fleet Root along; only a Mac knows/,
  )
})

describe('verified is not said', () => {
  test.each<[string, Partial<Signer>, RegExp]>([
    ['of a certificate that has expired', { validTo: '2027-02-28T00:00:00.000Z' }, /expired on 2027-02-28/],
    [
      'of one that is not valid yet',
      { validFrom: '2027-04-01T00:00:00.000Z' },
      /not valid before 2027-04-01/,
    ],
    ['of a self-signed one', { chain: { ends: 'self-signed' } }, /self-signed/],
    [
      'of an unknown issuer',
      { chain: { ends: 'unknown', top: 'Fleet CA' } },
      /issuer is not checked.*Fleet CA/,
    ],
    ['of a forged chain', { chain: { ends: 'broken', top: 'Fleet CA' } }, /does not come from Fleet CA/],
    ['with a weak digest', { weaknesses: [{ kind: 'digest', what: 'SHA-1' }] }, /digest SHA-1 is weak/],
    ['with a weak key', { weaknesses: [{ kind: 'key', what: 'RSA with 1024 bits' }] }, /key is weak/],
    [
      'of a broken signature',
      { verdict: 'not-verified', reason: 'The content was changed.' },
      /^not verified: the content was changed$/,
    ],
    [
      'of what cannot be checked',
      { verdict: 'cannot-check', reason: 'No certificate.' },
      /^not checked: no certificate$/,
    ],
  ])('%s', (_, change, words) => {
    const said = signerInWords({ ...signer, ...change }, today)
    expect(said).toMatch(words)
    expect(said).not.toMatch(/^verified/)
  })
})

test.each<[keyof typeof signedProfiles, string[]]>([
  ['rsaDer', []],
  ['tamperedContent', ['broken-signature']],
  ['tamperedSignature', ['broken-signature']],
  ['noCertificates', ['signature-not-checked']],
])('%s has the issues %j', async (name, rules) => {
  const { signature } = await unwrapCms(signedProfile(name))
  const issues = signatureIssues(signature, today)
  expect(issues.map(({ rule }) => rule)).toEqual(rules)
  expect(issues.every(({ rule, severity }) => (severity === 'error') === (rule === 'broken-signature'))).toBe(
    true,
  )
})

test('a certificate that has run out is advice', async () => {
  const { signature } = await unwrapCms(signedProfile('ecDer'))
  expect(signatureIssues(signature, new Date('2040-01-01'))).toMatchObject([
    { severity: 'advice', rule: 'signer-out-of-time' },
  ])
})

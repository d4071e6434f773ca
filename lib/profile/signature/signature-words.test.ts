import { describe, expect, test } from 'vitest'
import { signedProfile, type signedProfiles } from '../fixtures/signed-profiles'
import { unwrapCms } from './cms'
import { signatureIssues, signerInWords } from './signature-words'
import type { Signer } from './signed-data'

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
  ['noCertificates', ['signature-not-verifiable']],
])('%s has the issues %j', async (name, rules) => {
  const { signature } = await unwrapCms(signedProfile(name))
  const issues = signatureIssues(signature, today)
  expect(issues.map(({ rule }) => rule)).toEqual(rules)
  expect(issues.every(({ severity }) => severity === 'error')).toBe(true)
})

test('a signed profile as text is an error, whatever its signature', async () => {
  const text = `-----BEGIN CMS-----\n${btoa(String.fromCharCode(...signedProfile('ecDer')))}\n-----END CMS-----\n`
  const { signature } = await unwrapCms(new TextEncoder().encode(text))
  expect(signature.encoding).toBe('PEM')
  expect(signatureIssues(signature, today)).toMatchObject([{ severity: 'error', rule: 'signature-as-text' }])
})

test.each<[string, Partial<Signer>, string, string]>([
  ['whose algorithm exists elsewhere', { beyond: true }, 'advice', 'signature-not-checked'],
  ['that cannot be read', {}, 'error', 'signature-not-verifiable'],
])('a signature %s is told as such', (_, change, severity, rule) => {
  const unchecked: Signer = { ...signer, verdict: 'cannot-check', ...change }
  expect(signatureIssues({ signers: [unchecked], encoding: 'DER' }, today)).toMatchObject([
    { severity, rule },
  ])
})

test('a certificate that does not come from the issuer in the file is an error', () => {
  const forged: Signer = { ...signer, chain: { ends: 'broken', top: 'Fleet CA' } }
  expect(signatureIssues({ signers: [forged], encoding: 'DER' }, today)).toMatchObject([
    { severity: 'error', rule: 'broken-certificate' },
  ])
})

test('a certificate that has run out is advice', async () => {
  const { signature } = await unwrapCms(signedProfile('ecDer'))
  expect(signatureIssues(signature, new Date('2040-01-01'))).toMatchObject([
    { severity: 'advice', rule: 'signer-out-of-time' },
  ])
})

test('a signature around another one is remarked, one alone is not', () => {
  const rules = (layers?: number) =>
    signatureIssues({ signers: [signer], encoding: 'DER', ...(layers ? { layers } : {}) }, today).map(
      ({ rule, severity }) => [severity, rule],
    )
  expect(rules(2)).toEqual([...rules(), ['advice', 'signed-more-than-once']])
})

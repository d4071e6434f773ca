import { describe, expect, test } from 'vitest'
import { ProfileError, type ProfileErrorCode } from '../errors'
import { signedContent, signedProfile, signedProfiles } from '../fixtures/signed-profiles'
import { type BerElement, encode, readBer } from './ber'
import { unwrapCms } from './cms'

type Name = keyof typeof signedProfiles

async function codeOf(bytes: Uint8Array): Promise<ProfileErrorCode | 'opened'> {
  try {
    await unwrapCms(bytes)
    return 'opened'
  } catch (error) {
    if (error instanceof ProfileError) {
      return error.code
    }
    throw error
  }
}

describe('a signed profile', () => {
  test.each<[Name, 'DER' | 'BER', string]>([
    ['rsaDer', 'DER', 'RSA with SHA-256'],
    ['berStream', 'BER', 'RSA with SHA-256'],
    ['berSegmented', 'BER', 'RSA with SHA-256'],
    ['ecDer', 'DER', 'ECDSA with SHA-256'],
    ['rsaSha1', 'DER', 'RSA with SHA-1'],
    ['rsaPss', 'DER', 'RSA with SHA-256'],
    ['noAttributes', 'DER', 'RSA with SHA-256'],
    ['keyIdentifier', 'DER', 'RSA with SHA-256'],
  ])('of the form %s gives its content and a verified signer', async (name, encoding, algorithm) => {
    const { content, signature } = await unwrapCms(signedProfile(name))
    expect(new TextDecoder().decode(content)).toBe(signedContent)
    expect(signature.encoding).toBe(encoding)
    expect(signature.signers).toMatchObject([{ verdict: 'verified', algorithm }])
  })

  test('as Base64 text between its marks is read like the file itself', async () => {
    const lines = signedProfiles.rsaDer.replaceAll(/.{64}/g, '$&\n')
    const armored = new TextEncoder().encode(`-----BEGIN PKCS7-----\n${lines}\n-----END PKCS7-----\n`)
    const { content, signature } = await unwrapCms(armored)
    expect(new TextDecoder().decode(content)).toBe(signedContent)
    expect(signature.signers).toMatchObject([{ verdict: 'verified' }])
    expect(await codeOf(armored.subarray(0, 300))).toBe('broken-cms')
  })

  test('names its signer, organisation and dates as the certificate spells them', async () => {
    const { signature } = await unwrapCms(signedProfile('ecDer'))
    expect(signature.signers[0]).toMatchObject({
      name: 'Anna Müller',
      organization: 'Example & Söhne',
      issuer: 'Anna Müller',
    })
    expect(signature.signers[0]?.validTo).toMatch(/^2036-11-\d\dT/)
  })

  test('with two signers reports both', async () => {
    const { signature } = await unwrapCms(signedProfile('twoSigners'))
    expect(signature.signers.map(({ name, verdict }) => [name, verdict])).toEqual(
      expect.arrayContaining([
        ['Profile Signing Example', 'verified'],
        ['Anna Müller', 'verified'],
      ]),
    )
  })

  test('without certificates shows its content and says that nothing can be checked', async () => {
    const { content, signature } = await unwrapCms(signedProfile('noCertificates'))
    expect(new TextDecoder().decode(content)).toBe(signedContent)
    expect(signature.signers).toMatchObject(
      [{ verdict: 'cannot-check', issuer: 'Profile Signing Example', reason: /no certificate/ }].map(
        (signer) => ({ ...signer, reason: expect.stringMatching(signer.reason) }),
      ),
    )
  })

  test('that was changed after signing shows its content, marked as not verified', async () => {
    const changed = await unwrapCms(signedProfile('tamperedContent'))
    expect(new TextDecoder().decode(changed.content)).toBe(signedContent.replace('EntraID', 'Entr4ID'))
    expect(changed.signature.signers).toMatchObject([
      { verdict: 'not-verified', reason: 'The content was changed after it was signed.' },
    ])
    const forged = await unwrapCms(signedProfile('tamperedSignature'))
    expect(forged.signature.signers).toMatchObject([{ verdict: 'not-verified' }])
  })

  test('is never verified when content, public key, signed attributes or signature differ in one bit', async () => {
    const good = signedProfile('ecDer')
    const [, , encapsulated, certificates, signers] = partsOf(readBer(good), 1, 0)
    const publicKey = partsOf(certificates, 0, 0)[6]
    const [, , , attributes, , signature] = partsOf(signers, 0)
    let tried = 0
    for (const part of [encapsulated, publicKey, attributes, signature]) {
      const { byteOffset = 0, length = 0 } = part?.bytes ?? {}
      expect(length).toBeGreaterThan(50)
      for (let at = byteOffset; at < byteOffset + length; at += length > 500 ? 5 : 1) {
        const bad = good.slice()
        bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8))
        const report = await unwrapCms(bad).catch(() => null)
        const verdicts = report?.signature.signers.map(({ verdict }) => verdict) ?? []
        expect(verdicts, `byte ${at}`).not.toContain('verified')
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(400)
  })
})

/** The elements inside an element, or inside the one that the steps lead to. */
function partsOf(element: BerElement | undefined, ...steps: readonly number[]): readonly BerElement[] {
  return steps.reduce((node, step) => node?.children?.[step], element)?.children ?? []
}

describe('a file that is not a signed profile is refused by name', () => {
  test.each<[Name, ProfileErrorCode]>([
    ['detached', 'detached-signature'],
    ['enveloped', 'encrypted'],
    ['certificate', 'not-cms'],
  ])('%s: %s', async (name, code) => {
    expect(await codeOf(signedProfile(name))).toBe(code)
  })

  test('a truncated envelope is damaged wherever it was cut', async () => {
    const whole = signedProfile('berSegmented')
    for (let length = 2; length < whole.length; length += 13) {
      expect(await codeOf(whole.subarray(0, length))).toBe('broken-cms')
    }
  })

  test('nesting of any depth is refused in milliseconds', async () => {
    const started = performance.now()
    expect(await codeOf(new Uint8Array(1_000_000).fill(0x30).map((_, at) => (at % 2 ? 0x80 : 0x30)))).toBe(
      'broken-cms',
    )
    let nested = encode(0x04, Uint8Array.of(1))
    for (let depth = 0; depth < 40; depth++) {
      nested = encode(0x30, nested)
    }
    expect(await codeOf(nested)).toBe('broken-cms')
    expect(await codeOf(encode(0x30, new Uint8Array(1_000_000)))).toBe('broken-cms')
    expect(performance.now() - started).toBeLessThan(500)
  })
})

import { describe, expect, test } from 'vitest'
import { encode } from './ber'
import { unwrapCms } from './cms'
import { ProfileError, type ProfileErrorCode } from './errors'
import { signedContent, signedProfile, signedProfiles } from './fixtures/signed-profiles'

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

  test('is never verified when any byte of its content, attributes, key or signature is different', async () => {
    const good = signedProfile('ecDer')
    const verified: number[] = []
    for (let at = 60; at < good.length; at += 7) {
      const bad = good.slice()
      bad[at] = (bad[at] ?? 0) ^ 0x20
      const { content, signature } = await unwrapCms(bad).catch(() => ({ content: null, signature: null }))
      const whole = content && new TextDecoder().decode(content) === signedContent
      if (!whole && signature?.signers.some(({ verdict }) => verdict === 'verified')) {
        verified.push(at)
      }
    }
    expect(verified).toEqual([])
  })
})

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

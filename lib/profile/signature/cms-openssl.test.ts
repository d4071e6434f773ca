import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasOpenssl, keyNames, Workshop } from '../fixtures/openssl'
import { signedContent } from '../fixtures/signed-profiles'
import { type BerElement, encode, readBer } from './ber'
import { unwrapCms } from './cms'
import { signatureIssues, signerInWords } from './signature-words'

const digests = ['sha1', 'sha256', 'sha384', 'sha512']
const forms = ['', ' -noattr', ' -keyid', ' -nosmimecap', ' -keyopt rsa_padding_mode:pss']
const content = new TextEncoder().encode(signedContent)
const DAY = 86_400_000
const today = new Date(Date.now() + DAY)

/** What is said of the signers of a file; nothing when it is refused. */
async function saidOf(bytes: Uint8Array, day = today) {
  const opened = await unwrapCms(bytes).catch(() => null)
  const signers = opened?.signature.signers ?? []
  return signers.map((signer) => ({ verdict: signer.verdict, words: signerInWords(signer, day) }))
}

async function fits(bytes: Uint8Array): Promise<boolean> {
  const said = await saidOf(bytes)
  return said.length > 0 && said.every(({ verdict }) => verdict === 'verified')
}

/** Whether a file is refused, or has an error about its signature. */
async function hasError(bytes: Uint8Array): Promise<boolean> {
  const opened = await unwrapCms(bytes).catch(() => null)
  return (
    opened === null || signatureIssues(opened.signature, today).some(({ severity }) => severity === 'error')
  )
}

async function isCalledVerified(bytes: Uint8Array, day = today): Promise<boolean> {
  return (await saidOf(bytes, day)).some(({ words }) => words.startsWith('verified'))
}

/** Version, digests, content, certificates and signers of SignedData. */
function partsOf(bytes: Uint8Array): readonly BerElement[] {
  return readBer(bytes).children?.[1]?.children?.[0]?.children ?? []
}

/** SignedData with other parts. */
function rebuilt(bytes: Uint8Array, parts: readonly (Uint8Array | undefined)[]): Uint8Array {
  const type = readBer(bytes).children?.[0]?.bytes ?? new Uint8Array()
  return encode(0x30, type, encode(0xa0, encode(0x30, ...parts.filter((part) => part !== undefined))))
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice()
  changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
  return changed
}

/** A place in the content itself, behind its type. */
function contentAt(bytes: Uint8Array, index: number): number {
  const { byteOffset = 0, length = 0 } = partsOf(bytes)[2]?.bytes ?? {}
  return byteOffset + 40 + ((index * 37) % (length - 40))
}

/** Changes of one bit inside one of the parts, spread over it. */
function flips(bytes: Uint8Array, part: number, count: number, start: number): Uint8Array[] {
  const { byteOffset = 0, length = 0 } = partsOf(bytes)[part]?.bytes ?? {}
  return Array.from({ length: count }, (_, index) =>
    flipped(bytes, byteOffset + ((Math.floor((length * (index + 0.5)) / count) + start * 7) % length)),
  )
}

describe.skipIf(!hasOpenssl)('files signed with OpenSSL (skipped where openssl is not there)', () => {
  let workshop: Workshop
  let sound: Uint8Array[] = []

  beforeAll(async () => {
    workshop = new Workshop()
    await workshop.furnish()
    const wanted = keyNames.flatMap((key) =>
      digests.flatMap((digest) => forms.map((form) => workshop.sign(content, key, `-md ${digest}${form}`))),
    )
    sound = (await Promise.all(wanted)).filter((bytes) => bytes !== null)
  }, 300_000)
  afterAll(() => workshop?.close())

  const sign = async (bytes: Uint8Array, key: 'rsa' | 'ec' | 'ec384', options = '-md sha256') =>
    (await workshop.sign(bytes, key, options)) ?? new Uint8Array()

  test('200 of them, sound or with a changed bit in content or signature, are judged as openssl cms -verify does', async () => {
    const damaged = sound.flatMap((bytes, index) => [
      flipped(bytes, contentAt(bytes, index)),
      flipped(bytes, bytes.length - 1 - (index % 50)),
    ])
    const all = [...sound, ...damaged]
    expect(all.length).toBeGreaterThanOrEqual(200)
    const theirs = await Promise.all(all.map((bytes) => workshop.verifies(bytes, '-noverify')))
    const ours = await Promise.all(all.map(fits))
    expect(ours.flatMap((mine, index) => (mine === theirs[index] ? [] : [{ index, mine }]))).toEqual([])
    expect(theirs.filter(Boolean).length).toBeGreaterThanOrEqual(sound.length)
  }, 300_000)

  test('what is called verified is what openssl traces to the authority, weak digests and keys left out', async () => {
    const words = await Promise.all(sound.map((bytes) => saidOf(bytes)))
    const calls = words.map((said) => said.some(({ words: each }) => each.startsWith('verified')))
    expect(calls.filter(Boolean).length).toBeGreaterThan(20)
    expect(words.flat().filter(({ words: each }) => /SHA-1 is weak/.test(each)).length).toBeGreaterThan(5)
    expect(words.flat().filter(({ words: each }) => /RSA with 1024 bits/.test(each)).length).toBeGreaterThan(
      5,
    )
    const good = sound[calls.indexOf(true)] ?? new Uint8Array()
    const trusted = (options: string) => workshop.verifies(good, `-CAfile ca.pem -purpose any ${options}`)
    expect(await trusted('')).toBe(true)
    const later = new Date(today.getTime() + 20 * 365 * DAY)
    expect(await trusted(`-attime ${Math.floor(later.getTime() / 1000)}`)).toBe(false)
    expect(await isCalledVerified(good, later)).toBe(false)
    expect(await isCalledVerified(good, new Date(today.getTime() - 10 * DAY))).toBe(false)
  }, 180_000)

  test('a changed bit in the frame, the certificates or the signers is an error wherever openssl does not verify', async () => {
    const forms = [
      await sign(content, 'rsa', '-md sha384'),
      await sign(content, 'ec', '-md sha256 -noattr'),
      await sign(content, 'ec384', '-md sha512 -keyid'),
      await sign(content, 'rsa', '-md sha256 -keyopt rsa_padding_mode:pss'),
    ]
    const bits = forms.flatMap((good, form) => [
      ...Array.from({ length: 22 }, (_, at) => flipped(good, (at * 7 + form) % 63)),
      ...[1, 3, 4].flatMap((part) => flips(good, part, part === 1 ? 8 : 24, form)),
    ])
    expect(bits.length).toBeGreaterThan(300)
    const theirs = await Promise.all(bits.map((bytes) => workshop.verifies(bytes, '-noverify')))
    const ours = await Promise.all(bits.map(hasError))
    const missed = theirs.flatMap((verified, index) => (verified || ours[index] ? [] : [index]))
    expect(missed).toEqual([])
    expect(theirs.filter((verified) => !verified).length).toBeGreaterThan(150)
  }, 300_000)

  test('with content, certificate or signer of another file, or a changed bit anywhere, none is called verified', async () => {
    const good = await sign(content, 'rsa')
    const own = partsOf(good).map(({ bytes }) => bytes)
    const others = await Promise.all([
      sign(new TextEncoder().encode(signedContent.replace('EntraID', 'Okta')), 'rsa'),
      sign(content, 'ec'),
      sign(content, 'ec384', '-md sha384'),
      sign(content.slice(0, -1), 'rsa', '-md sha256 -noattr'),
    ])
    const swapped = others.flatMap((other, index) =>
      (index === 0 ? [2, 4] : [3, 4]).map((part) =>
        rebuilt(
          good,
          own.map((each, place) => (place === part ? partsOf(other)[part]?.bytes : each)),
        ),
      ),
    )
    const stripped = [rebuilt(good, own.toSpliced(3, 1)), rebuilt(good, own.toSpliced(4, 1, encode(0x31)))]
    const bits = [2, 3, 4].flatMap((part) => flips(good, part, 20, 0))
    const mutations = [...swapped.slice(0, 6), ...stripped, ...bits]
    expect(mutations.length).toBeGreaterThanOrEqual(60)
    expect(await isCalledVerified(good)).toBe(true)
    const accepted = await Promise.all(mutations.map((bytes) => isCalledVerified(bytes)))
    expect(accepted.flatMap((verified, index) => (verified ? [index] : []))).toEqual([])
  }, 180_000)
})

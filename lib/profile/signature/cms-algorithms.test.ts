import { AlgorithmIdentifier } from 'pkijs'
import { expect, test } from 'vitest'
import { hasPlainValue } from './cms-algorithms'

const ecdsa = new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
const rsa = new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.11' })
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

test('the value of an ECDSA signature has the one form of DER', () => {
  expect(hasPlainValue(ecdsa, bytes('30 06 02 01 11 02 01 22'))).toBe(true)
  expect(hasPlainValue(ecdsa, bytes('30 08 02 02 00 91 02 02 00 a2'))).toBe(true)
  const long = `02 42 01 ${'33'.repeat(65)}`
  expect(hasPlainValue(ecdsa, bytes(`30 81 88 ${long} ${long}`))).toBe(true)
})

test.each([
  ['another tag of the sequence', '31 06 02 01 11 02 01 22'],
  ['another tag of the first number', '30 06 0a 01 11 02 01 22'],
  ['another tag of the second number', '30 06 02 01 11 0a 01 22'],
  ['a negative number', '30 06 02 01 91 02 01 22'],
  ['a needless zero', '30 07 02 02 00 11 02 01 22'],
  ['an empty number', '30 05 02 00 02 01 22'],
  ['a length in two bytes that fits into one', '30 81 06 02 01 11 02 01 22'],
  ['bytes behind', '30 06 02 01 11 02 01 22 00'],
  ['a third number', '30 09 02 01 11 02 01 22 02 01 33'],
  ['a cut', '30 06 02 01 11 02 01'],
  ['nothing', ''],
])('with %s it is damaged', (_, hex) => {
  expect(hasPlainValue(ecdsa, bytes(hex))).toBe(false)
})

test('other algorithms have values of any bytes', () => {
  expect(hasPlainValue(rsa, bytes('00 01 02'))).toBe(true)
})

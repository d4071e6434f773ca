import { expect, test } from 'vitest'
import { wrongType } from './claim-form'

test('a claim of any depth and type is told with its value', () => {
  const received = (value: unknown) => wrongType('exp', value, 'A number').received
  expect(received('17')).toBe('exp: "17"')
  expect(received(undefined)).toBe('exp: undefined')
  expect(received(JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))).toBe('exp: a list')
})

import { expect, test } from 'vitest'
import { fuzz } from '../bench/fuzz.mjs'

test('damaged inputs are read or refused by every reader, with no error that nobody meant and within a moment', async () => {
  const results = await fuzz(200)
  expect(results.length).toBeGreaterThan(5)
  for (const { name, examples, slow } of results) {
    expect([name, examples, slow]).toEqual([name, [], 0])
  }
}, 120_000)

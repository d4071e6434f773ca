import { expect, test } from 'vitest'
import { allKeys } from '@/lib/products/keys'
import { latchkey } from './fixtures/run-cli'

test('without query every key is listed, one a line', async () => {
  const { status, stdout } = await latchkey(['keys'])
  expect(status).toBe(0)
  expect(stdout.trimEnd().split('\n')).toHaveLength(allKeys.length)
})

test('a query finds keys by parts of words, the best first', async () => {
  const { stdout } = await latchkey(['keys', 'disc', 'url', '--domain', 'com.jamf.connect.login'])
  expect(stdout.split('\n')[0]).toBe('com.jamf.connect.login:OIDCDiscoveryURL  Discovery URL')
})

test('the exact name of a key is told in full', async () => {
  const { stdout } = await latchkey(['keys', 'OIDCProvider'])
  expect(stdout).toContain('- EntraID (Microsoft Entra ID), formerly Azure')
  expect(stdout).toMatch(/https:\/\/\S+ \(documented\)/)
})

test('each line of JSON is a key with its facts', async () => {
  const { stdout } = await latchkey(['keys', '--json'])
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ id }) => id)).toEqual(allKeys.map(({ id }) => id))
  for (const line of lines) {
    expect(line).toMatchObject({
      domain: expect.stringMatching(/^com\.jamf\.connect/),
      path: expect.any(String),
      description: expect.any(String),
      type: expect.any(String),
      secret: expect.any(Boolean),
      source: expect.any(String),
    })
  }
})

test('nothing found is status 1, an unknown domain a sentence', async () => {
  expect(await latchkey(['keys', 'qqqq'])).toEqual(
    expect.objectContaining({ status: 1, stdout: '', stderr: 'No key is found for "qqqq".\n' }),
  )
  const { status, stderr } = await latchkey(['keys', '--domain', 'com.jamf.connect.logn'])
  expect(status).toBe(2)
  expect(stderr).toContain('Do you mean com.jamf.connect.login?')
})

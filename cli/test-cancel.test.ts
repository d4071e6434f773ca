import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '@/lib/egress/fixtures/listen'
import { defectiveProvider } from '@/lib/testers/oidc/fixtures/defective-provider'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const program = fileURLToPath(new URL('latchkey.mjs', import.meta.url))

/** A provider that takes connections and says nothing, and a folder with a profile for it. */
async function silence() {
  const listener = await listen(() => undefined)
  onTestFinished(() => listener.close())
  const url = `http://127.0.0.1:${listener.port}/.well-known/openid-configuration`
  const cwd = folderWith({
    'a.mobileconfig': loginProfile({ OIDCProvider: 'Custom', OIDCDiscoveryURL: url }),
  })
  return { listener, cwd, env: { LATCHKEY_EGRESS_ALLOW: '127.0.0.1' } }
}

test('Ctrl-C cancels a request and frees its socket', async () => {
  const { listener, ...place } = await silence()
  let interrupt = () => {}
  const onInterrupt = (pressed: () => void) => {
    interrupt = pressed
    return () => {}
  }
  const running = latchkey(['test', 'discovery', 'a.mobileconfig', '--json'], { ...place, onInterrupt })
  await expect.poll(() => listener.open(), { interval: 5, timeout: 10_000 }).toBe(1)
  interrupt()
  const { status, stdout } = await running
  expect(status).toBe(2)
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    type: 'done',
    summary: { verdict: 'cancelled' },
  })
  await expect.poll(() => listener.open(), { interval: 5, timeout: 250 }).toBe(0)
})

test('Ctrl-C while the keys are looked at, after the address, asks for no answer', async () => {
  const { listener } = await silence()
  const jwks_uri = `http://127.0.0.1:${listener.port}/keys`
  const { issuer, close } = await defectiveProvider({ metadata: (right) => ({ ...right, jwks_uri }) })
  onTestFinished(close)
  const OIDCDiscoveryURL = `${issuer}/.well-known/openid-configuration`
  const settings = { OIDCProvider: 'Custom', OIDCClientID: 'jamf-connect', OIDCDiscoveryURL }
  const cwd = folderWith({
    'a.mobileconfig': loginProfile({ ...settings, OIDCRedirectURI: 'https://127.0.0.1/jamfconnect' }),
  })
  let interrupt = () => {}
  const onInterrupt = (pressed: () => void) => {
    interrupt = pressed
    return () => {}
  }
  const place = { cwd, env: { LATCHKEY_EGRESS_ALLOW: '127.0.0.1' }, onInterrupt }
  const running = latchkey(['test', 'oidc', 'a.mobileconfig', '--json'], place)
  await expect.poll(() => listener.open(), { interval: 5, timeout: 10_000 }).toBe(1)
  interrupt()
  const { status, stdout, stderr } = await running
  const types = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).type)
  expect(types).toContain('continue')
  expect(types.at(-1)).toBe('done')
  expect([status, stderr]).toEqual([2, expect.not.stringContaining('Open the address')])
})

test.each(['discovery', 'oidc'])('a signal ends the program during %s with status 2', async (kind) => {
  const { listener, cwd, env } = await silence()
  // Standard input stays open, as that of a script that has not answered yet.
  const child = spawn(process.execPath, [program, 'test', kind, 'a.mobileconfig'], {
    cwd,
    env: { ...process.env, ...env },
  })
  await expect.poll(() => listener.taken(), { timeout: 30_000 }).toBe(1)
  const at = performance.now()
  child.kill('SIGINT')
  const [status] = await once(child, 'exit')
  expect(status).toBe(2)
  expect(performance.now() - at).toBeLessThan(3_000)
})

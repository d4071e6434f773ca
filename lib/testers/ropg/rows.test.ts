import { expect, onTestFinished, test } from 'vitest'
import { runRopg, settingsOf } from './fixtures/run'
import { json, startTokenServer } from './fixtures/token-server'

test.each([
  ['ropg.client', 'AADSTS7000218: client_secret is missing', 'entra-not-public'],
  ['ropg.tokens', 'AADSTS50076: you must use multi-factor authentication', 'entra-second-factor'],
])('a finding carries the row of its diagnosis: %s, %s', async (check, description, row) => {
  const server = await startTokenServer((response) =>
    json(response, 400, { error: 'invalid_grant', error_description: description }),
  )
  onTestFinished(async () => void (await server.close()))
  const settings = settingsOf({
    OIDCProvider: 'Custom',
    OIDCDiscoveryURL: `${server.url}/.well-known/openid-configuration`,
    OIDCROPGID: 'mac client',
  })
  const { findings } = await runRopg({ settings, userName: 'eli@acme.example', password: 'a good one' })
  const found = findings.get(check)
  expect([found?.outcome, found?.row]).toEqual(['failed', row])
})

import { expect, test } from 'vitest'
import { diagnose } from './diagnose'

test.each(['JumpCloud', 'PingOne', 'authentik'] as const)(
  '%s, which has no password grant, is never said to have one that can be turned on',
  (provider) => {
    for (const error of ['unauthorized_client', 'unsupported_grant_type']) {
      const { cause, fix } = diagnose({ provider, error, status: 400, secret: 'sent' })
      expect([cause, fix]).toEqual([
        expect.stringContaining('No application of'),
        expect.not.stringMatching(/allow|turn the grant on/i),
      ])
    }
  },
)

test('where no secret was sent, a missing one comes before a wrong one', () => {
  const said = { error: 'invalid_client', description: 'Invalid client credentials' }
  expect(diagnose({ provider: 'Keycloak', ...said, secret: 'none' }).clause).toMatch(/may be missing/)
  expect(diagnose({ provider: 'Keycloak', ...said, secret: 'sent' }).clause).toMatch(/is wrong/)
})

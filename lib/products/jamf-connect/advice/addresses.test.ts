import { expect, test } from 'vitest'
import { settingsOf } from '../../../schema/fixtures/settings'
import { advice } from '../advice'

test('an address of the Mac itself is called that, and any other of a network is not', () => {
  const told = (host: string) =>
    advice(settingsOf({ login: { OIDCDiscoveryURL: `https://${host}/x` } })).find(
      ({ rule }) => rule === 'private-address',
    )?.message
  for (const host of ['localhost:8443', '127.0.0.1', '[::1]']) {
    expect(told(host), host).toMatch(/the Mac itself/)
    expect(told(host), host).not.toMatch(/VPN/)
  }
  expect(told('10.4.4.4')).toMatch(/inside a network/)
})

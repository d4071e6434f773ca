import { expect, it } from 'vitest'
import { payload, profile, uuids } from '../fixtures/sample-trees'
import { inspect } from '../inspect'
import { findSettings, settingsByDomain } from '../payloads/shapes'

function saidOf(identifier: string): string[] {
  const login = payload('com.jamf.connect.login', uuids.login, { OIDCProvider: 'EntraID' })
  const root = profile([login], { PayloadIdentifier: identifier })
  const places = findSettings(root)
  return inspect(root, { places, settings: settingsByDomain(root, places) })
    .filter(({ rule }) => rule === 'identifier-form')
    .map(({ severity, message }) => `${severity}: ${message}`)
}

it('an identifier with spaces, with letters that no domain name has, or in one piece gets advice, and is no error', () => {
  for (const odd of ['com.acme.my profile', 'com.müller.jamf-connect', 'profile', '.com.acme']) {
    expect(saidOf(odd), odd).toEqual([
      expect.stringContaining(`advice: The PayloadIdentifier “${odd}” is no`),
    ])
  }
})

it('a reverse domain name and a UUID get none', () => {
  for (const plain of ['com.acme.jamf-connect', 'com.acme.Jamf_Connect.2', uuids.login, '']) {
    expect(saidOf(plain), plain).toEqual([])
  }
})

import { expect, test } from 'vitest'
import { envelopeIssues } from '../defects'
import { payload, profile, uuids } from '../fixtures/sample-trees'
import { findSettings } from '../payloads/shapes'

test('a setting among the preference domains is called a setting, and not a domain without a state', () => {
  const domains = {
    'com.jamf.connect.login': { Forced: [{ mcx_preference_settings: { LocalFallback: true } }] },
  }
  const root = profile([
    payload('com.apple.ManagedClient.preferences', uuids.login, {
      PayloadContent: { ...domains, OIDCTenant: 'acme' },
    }),
  ])
  const told = envelopeIssues(root, findSettings(root), { today: new Date('2026-11-22T12:00:00Z') })
  expect(told.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^OIDCTenant is a setting of Jamf Connect.*move it to the settings of its domain/),
  ])
})

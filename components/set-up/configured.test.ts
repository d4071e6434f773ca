import { expect, test } from 'vitest'
import { storeOf } from '@/components/open-profile/fixtures/store-of'
import { setUpGuide } from '@/lib/products/set-up'
import { requestTextAt, textAt } from './configured'

const profile = storeOf(
  `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
  <key>OIDCProvider</key><string>EntraID</string>
  <key>OIDCClientID</key><string></string>
  <key>OIDCClientSecret</key><string>planted-secret</string>
  <key>OIDCNewPassword</key><false/>
  <key>OIDCAdmin</key><array><string>Admin</string><string>Helpdesk</string></array>
</dict></plist>`,
  { fileName: 'com.jamf.connect.login.plist' },
)

test('a guide shows the configured text of a key, and of a list all of it', () => {
  expect(textAt(profile, 'login/OIDCProvider')).toBe('EntraID')
  expect(textAt(profile, 'login/OIDCAdmin')).toBe('Admin, Helpdesk')
})

test('a credential is never shown, nor what is empty, no text, not configured or not known', () => {
  for (const key of ['OIDCClientSecret', 'OIDCClientID', 'OIDCNewPassword', 'OIDCTenant', 'Nobody']) {
    expect([key, textAt(profile, `login/${key}`)]).toEqual([key, undefined])
  }
})

test('a request has the items of a list apart, and knows a switch; credentials stay out', () => {
  expect(requestTextAt(profile, 'login/OIDCAdmin')).toBe('Admin\nHelpdesk')
  expect(requestTextAt(profile, 'login/OIDCNewPassword')).toBe('false')
  expect(requestTextAt(profile, 'login/OIDCClientSecret')).toBeUndefined()
  const [registration] = setUpGuide('entra')?.requests ?? []
  const text = registration?.text((key) => requestTextAt(profile, key)) ?? ''
  const body = JSON.parse(text.slice(text.indexOf('\n\n')))
  expect(body.appRoles.map(({ value }: { value: string }) => value)).toEqual(['Admin', 'Helpdesk'])
})

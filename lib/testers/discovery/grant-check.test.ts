import { expect, test } from 'vitest'
import type { PlistDict } from '@/lib/plist/value'
import { clientSettings } from '../client-settings'
import type { CheckResult } from '../run-checks'
import { flowChecks } from './flow-checks'

function checked(separate: boolean, offered?: readonly string[]): CheckResult {
  const text = (key: string, value: string) => ({ key, value: { type: 'string', value } }) as const
  const login: PlistDict = {
    type: 'dict',
    entries: [
      text('OIDCProvider', 'Custom'),
      text('OIDCROPGID', 'mac'),
      text('OIDCDiscoveryURL', 'https://accounts.google.com/.well-known/openid-configuration'),
      { key: 'OIDCNewPassword', value: { type: 'boolean', value: separate } },
    ],
  }
  const settings = new Map([['com.jamf.connect.login', login]])
  const metadata = {
    issuer: 'https://accounts.google.com',
    ...(offered === undefined ? {} : { grant_types_supported: offered }),
  }
  const address = {
    url: 'https://accounts.google.com/.well-known/openid-configuration',
    source: 'configured',
  }
  const context = { settings, client: clientSettings(settings), metadata, address }
  return flowChecks.find(({ id }) => id === 'discovery.grants')?.run(context as never) as CheckResult
}

test('a password grant that is listed is not called missing, whoever cannot use it', () => {
  const listed = checked(true, ['implicit', 'password'])
  expect(listed).toMatchObject({ outcome: 'warning', title: expect.stringMatching(/is listed, and not for/) })
  expect(listed.expected).toBeUndefined()
  expect(checked(true, ['implicit'])).toMatchObject({
    title: 'The password grant is not offered',
    expected: 'password',
  })
})

test('the key of the password check is removed only together with a separate local password', () => {
  expect(checked(false)).toMatchObject({
    change: expect.stringMatching(/^Turn on OIDCNewPassword.* and remove OIDCROPGID/),
    remedy: { path: ['OIDCNewPassword'] },
  })
  expect(checked(true)).toMatchObject({ remedy: { path: ['OIDCROPGID'] } })
})

import { expect, test } from 'vitest'
import { dict, type Plain, settingsOf } from '../../../schema/fixtures/settings'
import { advice } from '../advice'

const said = (settings: { [key: string]: Plain }, connect = true) =>
  advice(settingsOf(connect ? { login: {}, connect: {} } : {}), {
    foreign: [{ domain: 'com.apple.extensiblesso', settings: dict(settings) }],
  })
    .filter(({ rule }) => rule === 'platform-sso')
    .map(({ message }) => message)

const entra = { ExtensionIdentifier: 'com.microsoft.CompanyPortalMac.ssoextension' }
const allows = (list: string) => ({ ExtensionData: { AppPrefixAllowList: list } })

test('Platform SSO of Entra ID beside Jamf Connect is told with what is wrong about it', () => {
  const [password] = said({
    ...entra,
    ...allows('com.apple.'),
    PlatformSSO: { AuthenticationMethod: 'Password' },
  })
  expect(password).toMatch(/AuthenticationMethod Password/)
  expect(password).toMatch(/lacks com\.jamf\.management and com\.jamf\.selfserviceplus/)
  const [half] = said({
    ...entra,
    ...allows('com.jamf.management'),
    PlatformSSO: { AuthenticationMethod: 'UserSecureEnclaveKey' },
  })
  expect(half).toMatch(/lacks com\.jamf\.selfserviceplus,/)
  expect(half).not.toMatch(/Password,/)
})

test('an extension that lets Jamf through, one of another vendor, and one without Jamf Connect are left alone', () => {
  const key = { AuthenticationMethod: 'UserSecureEnclaveKey' }
  expect(said({ ...entra, ...allows('com.apple., com.jamf.'), PlatformSSO: key })).toEqual([])
  expect(said({ ExtensionIdentifier: 'com.okta.mobile.auth-service-extension', PlatformSSO: key })).toEqual(
    [],
  )
  expect(said({ ...entra })).toEqual([])
  expect(said({ ...entra, PlatformSSO: key }, false)).toEqual([])
})

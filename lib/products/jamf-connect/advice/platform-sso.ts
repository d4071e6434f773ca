import { child } from '../../../plist/tree'
import type { PlistValue } from '../../../plist/value'
import { series } from '../../../schema/condition-words'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '../context'
import { advise, type Rule } from './rule'

const EXTENSIBLE_SSO = 'com.apple.extensiblesso'
/** What has to be in the allow list before roll-out, says Jamf of password syncing beside Platform SSO. */
const ALLOWED = ['com.jamf.management', 'com.jamf.selfserviceplus']

/**
 * Platform SSO in the same profile: with the method Password both sync the password, and the extension of Entra ID has to
 * let Jamf's apps through.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Password_Syncing_with_Jamf_Connect
 */
export const platformSso: Rule = ({ settings, foreign }) => {
  const domain = [CONNECT_DOMAIN, LOGIN_DOMAIN].find((each) => settings.has(each))
  const extension = foreign.find((each) => each.domain === EXTENSIBLE_SSO && vendorOf(each.settings) !== null)
  if (domain === undefined || extension === undefined) {
    return []
  }
  const platform = child(extension.settings, 'PlatformSSO')
  const method =
    textIn(platform, 'AuthenticationMethod') || textIn(extension.settings, 'AuthenticationMethod')
  if (platform === undefined && method === '') {
    return []
  }
  const allowed = textIn(child(extension.settings, 'ExtensionData'), 'AppPrefixAllowList').split(/\s*,\s*/)
  const vendor = vendorOf(extension.settings)
  const lacks = ALLOWED.filter(() => vendor === MICROSOFT).filter(
    (app) => !allowed.some((prefix) => prefix !== '' && app.startsWith(prefix)),
  )
  const twice =
    method === 'Password'
      ? [
          'With AuthenticationMethod Password, Platform SSO changes the local password too: let only one of the two do it.',
        ]
      : []
  const unseen =
    lacks.length === 0
      ? []
      : [
          `AppPrefixAllowList lacks ${series(lacks, 'and')}, without which password syncing fails. Add it before you roll this out.`,
        ]
  const message = [
    `Platform SSO of ${vendor} (${EXTENSIBLE_SSO}) is in this profile beside Jamf Connect.`,
    ...twice,
    ...unseen,
  ]
  return message.length === 1 ? [] : [advise('platform-sso', { domain, path: [] }, message.join(' '))]
}

const MICROSOFT = 'Microsoft Entra ID'

/**
 * Whose extension it is; null where that is not known.
 * https://help.okta.com/oie/en-us/content/topics/oda/macos-pw-sync/configure-psso.htm
 */
function vendorOf(settings: PlistValue): string | null {
  const identifier = textIn(settings, 'ExtensionIdentifier')
  return /^com\.microsoft\./i.test(identifier) ? MICROSOFT : /^com\.okta\./i.test(identifier) ? 'Okta' : null
}

function textIn(node: PlistValue | undefined, key: string): string {
  const value = child(node, key)
  return value?.type === 'string' ? value.value : ''
}

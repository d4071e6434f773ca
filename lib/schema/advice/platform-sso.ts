import { child } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { series } from '../condition'
import { CONNECT_DOMAIN, LOGIN_DOMAIN } from '../context'
import { advise, type Rule } from './rule'

const EXTENSIBLE_SSO = 'com.apple.extensiblesso'
/** What has to be in the allow list before roll-out, says Jamf of password syncing beside Platform SSO. */
const ALLOWED = ['com.jamf.management', 'com.jamf.selfserviceplus']

/**
 * Platform SSO of Entra ID in the same profile: with the method Password both sync the password, and the extension
 * has to let Jamf's apps through.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Password_Syncing_with_Jamf_Connect
 */
export const platformSso: Rule = ({ settings, foreign }) => {
  const domain = [CONNECT_DOMAIN, LOGIN_DOMAIN].find((each) => settings.has(each))
  const extension = foreign.find(
    (each) =>
      each.domain === EXTENSIBLE_SSO &&
      /^com\.microsoft\./i.test(textIn(each.settings, 'ExtensionIdentifier')),
  )
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
  const lacks = ALLOWED.filter((app) => !allowed.some((prefix) => prefix !== '' && app.startsWith(prefix)))
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
    `Platform SSO of Microsoft Entra ID (${EXTENSIBLE_SSO}) is in this profile beside Jamf Connect.`,
    ...twice,
    ...unseen,
  ]
  return message.length === 1 ? [] : [advise('platform-sso', { domain, path: [] }, message.join(' '))]
}

function textIn(node: PlistValue | undefined, key: string): string {
  const value = child(node, key)
  return value?.type === 'string' ? value.value : ''
}

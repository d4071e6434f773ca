import { placeOf, switchOf, textOf, textsOf } from '../../keys'
import { type Provider, rowOf } from '../../providers/providers'
import { type Scene, switchInWords } from '../scene'
import type { Told } from '../statement'
import { fromToken } from './from-token'

const about = { id: 'rights', topic: 'Rights' } as const

/** Administrator or standard, by the first rule that applies. */
export function rights(scene: Scene): readonly Told[] {
  for (const rule of [oktaApps, rolesIgnored, everybodyAdministrator, withoutRoles]) {
    const told = rule(scene)
    if (told !== null) {
      return [told]
    }
  }
  return fromToken(scene)
}

/** Okta's Authentication API has no ID token; an app assignment stands for the role. */
function oktaApps(scene: Scene): Told | null {
  const app = textOf(scene, 'login/OIDCAdminClientID')
  if (rolesFrom(scene) !== 'okta-apps' || app === '') {
    return null
  }
  const assigned = scene.oktaApps?.admin
  const byDefault = switchOf(scene, 'login/CreateAdminUser') === true ? 'Administrator' : 'Standard'
  return {
    ...about,
    value: assigned === undefined ? 'Depends on an Okta app' : assigned ? 'Administrator' : byDefault,
    because: `OIDCAdminClientID makes those administrators who are assigned to the Okta app ${app}. ${assigned === undefined ? 'Latchkey has not seen whether this user is.' : `This user ${assigned ? 'is' : 'is not'}; ${switchInWords(scene, 'login/CreateAdminUser')}.`}`,
    keys: [placeOf('login/OIDCAdminClientID'), placeOf('login/CreateAdminUser')],
    certain: true,
    reads: {},
  }
}

function rolesIgnored(scene: Scene): Told | null {
  if (switchOf(scene, 'login/OIDCIgnoreAdmin') !== true) {
    return null
  }
  const administrator = switchOf(scene, 'login/CreateAdminUser') === true
  return {
    ...about,
    value: administrator ? 'Administrator' : 'Standard',
    because: `OIDCIgnoreAdmin is on: roles in the token change nothing, and existing accounts keep their rights. ${switchInWords(scene, 'login/CreateAdminUser')}. That a new account follows CreateAdminUser alone is how Latchkey reads the documentation; Jamf does not say it.`,
    keys: [placeOf('login/OIDCIgnoreAdmin'), placeOf('login/CreateAdminUser')],
    certain: false,
    reads: {},
  }
}

function everybodyAdministrator(scene: Scene): Told | null {
  if (switchOf(scene, 'login/CreateAdminUser') !== true) {
    return null
  }
  const [byRole] = readsRoles(scene) ? fromToken(scene) : []
  const later =
    byRole === undefined || byRole.value === 'Administrator'
      ? ''
      : ` The role of this token (${byRole.value.toLowerCase()}) can change the account at later sign-ins, unless OIDCIgnoreAdmin is on.`
  return {
    ...about,
    value: 'Administrator',
    because: `CreateAdminUser is on: every account that Jamf Connect creates is an administrator.${later}`,
    keys: [placeOf('login/CreateAdminUser'), ...(later === '' ? [] : [placeOf('login/OIDCAdmin')])],
    certain: later === '',
    reads: byRole?.reads ?? {},
  }
}

function withoutRoles(scene: Scene): Told | null {
  if (readsRoles(scene)) {
    return null
  }
  const from = rolesFrom(scene)
  const reason = {
    nothing: `${scene.providerName} sends no roles to Jamf Connect, so all users have the same rights`,
    'okta-apps': 'OIDCAdminClientID is not configured',
    claims: 'OIDCAdmin is not configured',
  }[from]
  return {
    ...about,
    value: 'Standard',
    because: `${reason}; ${switchInWords(scene, 'login/CreateAdminUser')}.`,
    keys: [
      placeOf(from === 'okta-apps' ? 'login/OIDCAdminClientID' : 'login/OIDCAdmin'),
      placeOf('login/CreateAdminUser'),
    ],
    certain: true,
    reads: {},
  }
}

/** Whether Jamf Connect looks for administrator roles in the token at all. */
function readsRoles(scene: Scene): boolean {
  return rolesFrom(scene) === 'claims' && textsOf(scene, 'login/OIDCAdmin').length > 0
}

/** While no provider is configured, roles are looked for in claims. */
function rolesFrom({ provider }: Scene): Provider['rolesFrom'] {
  return rowOf(provider)?.rolesFrom ?? 'claims'
}

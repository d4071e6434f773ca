import type { Repair } from '../../../api/issue'
import { quoted } from '../../../schema/words'
import { placeOf } from '../keys'
import type { LoginPath } from '../manifests/key-ids'
import { nearestClaim } from './claims'
import type { Scene } from './scene'

/** The change that has Jamf Connect ask the UserInfo endpoint. */
export const askUserInfo: Repair = {
  title: 'Turn on UseUserInfo',
  edits: [{ ...placeOf('login/UseUserInfo'), value: { type: 'boolean', value: true } }],
}

/**
 * Jamf names UseUserInfo on its page about PingFederate, where it makes Jamf Connect request further claims.
 * https://docs.jamf.com/jamf-connect/2.15.0/documentation/Integrating_with_PingFederate.html
 */
const USER_INFO_DOUBT =
  'Jamf documents UseUserInfo with PingFederate only; with another provider, try it on one Mac.'

/** What to say of a claim that the ID token lacks and the UserInfo endpoint has, while Jamf Connect does not ask it. */
export function userInfoHas(claim: string): string {
  return `The UserInfo endpoint has ${claim}: turn on UseUserInfo, so that Jamf Connect asks there. ${USER_INFO_DOUBT}`
}

/** Said, after a space, where a claim that decides something came from the UserInfo endpoint; '' otherwise. */
export function fromUserInfo({ fetched }: Scene, claim: string): string {
  return fetched.has(claim)
    ? ` UseUserInfo is on, and ${claim} comes from the UserInfo endpoint, not from the ID token; Jamf does not document that with providers other than PingFederate.`
    : ''
}

/** For a claim that a key names and the token lacks: the claim of the nearest name in that key. */
export function nearestRepair(scene: Scene, key: LoginPath, claim: string): { readonly repair?: Repair } {
  const near = nearestClaim(scene.claims, claim)
  return near === undefined ? {} : { repair: naming(key, near) }
}

/** Names a claim in a key of the login window. */
export function naming(key: LoginPath, claim: string): Repair {
  return {
    title: `Use ${quoted(claim)} as ${key}`,
    edits: [{ ...placeOf(`login/${key}`), value: { type: 'string', value: claim } }],
  }
}

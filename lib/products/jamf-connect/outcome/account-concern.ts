import type { Concern } from '../../../api/report'
import { quoted } from '../../../schema/words'
import { isSystemAccount } from '../../apple/system-accounts'
import { textOf } from '../keys'
import { askUserInfo, nearestRepair, userInfoHas } from './claim-sources'
import { lackOf, oddClaim, textClaim } from './claims'
import type { Scene } from './scene'
import { looksLikeName, USER_NAME_CLAIMS, type UserName } from './short-name'
import type { Told } from './statement'

/** https://docs.jamf.com/jamf-connect/2.6.0/documentation/Custom_Short_Names.html */
const ID_TOKEN_ONLY =
  'By the documentation of short names, only claims of the ID token count, so having the identity provider send the claim there is the safer way.'

type Worry = Pick<Told, 'concern' | 'repair'>

/** Tried in order; the first that applies is what to say. */
const worries: readonly ((scene: Scene, found: UserName) => Worry | null)[] = [
  nothingLeft,
  systemAccount,
  lackingClaim,
  sharedByEverybody,
  permanentId,
]

/** What is wrong with an account name, with a repair where there is one. */
export function accountConcern(scene: Scene, found: UserName): Worry {
  for (const worry of worries) {
    const told = worry(scene, found)
    if (told !== null) {
      return told
    }
  }
  return {}
}

function nothingLeft(_: Scene, { name, text }: UserName): Worry | null {
  return name === ''
    ? concern(
        'failed',
        'The token gives no account name',
        `Nothing of ${quoted(text)} can be the name of a local account. Name another claim in OIDCShortName.`,
      )
    : null
}

function systemAccount(_: Scene, { name }: UserName): Worry | null {
  return isSystemAccount(name)
    ? concern(
        'warning',
        `The account name would be ${name}, which macOS uses itself`,
        `What Jamf Connect does with a user called ${name} is not documented by Jamf. Give the user another name at the identity provider, or name another claim in OIDCShortName.`,
      )
    : null
}

function lackingClaim(scene: Scene, { source }: UserName): Worry | null {
  const claim = textOf(scene, 'login/OIDCShortName')
  if (claim === '' || source === 'configured' || source === 'typed') {
    return null
  }
  const asked = textClaim(scene.unasked, claim) !== undefined
  const change = asked
    ? `${userInfoHas(claim)} ${ID_TOKEN_ONLY}`
    : 'Request its scope in OIDCScopes, have the identity provider send it in the ID token, or name another claim.'
  return {
    ...concern(
      'warning',
      `The test user can sign in, but the claim for the account name is ${oddClaim(scene.claims, claim) ?? 'missing'}`,
      `OIDCShortName names ${claim}, ${lackOf(scene.claims, claim)}. ${change}`,
    ),
    ...(asked ? { repair: askUserInfo } : nearestRepair(scene, 'OIDCShortName', claim)),
  }
}

function sharedByEverybody(scene: Scene, { source, name }: UserName): Worry | null {
  return source === 'none'
    ? withBetterClaim(
        scene,
        'failed',
        `Every user would get one account, called ${name}`,
        'The ID token has no claim that Jamf Connect takes for the account name.',
      )
    : null
}

function permanentId(scene: Scene, { source, claim, text, name }: UserName): Worry | null {
  if (source !== 'default' || claim !== 'sub') {
    return null
  }
  if (looksLikeName(text)) {
    return betterClaim(scene) === undefined ? null : { repair: askUserInfo }
  }
  return withBetterClaim(
    scene,
    'warning',
    `The test user can sign in, but the account is called ${name}`,
    'That is sub, an id that people do not know: the ID token has none of the claims that come first.',
  )
}

/** A claim at the UserInfo endpoint that comes before sub, where the ID token has none of them. */
export function betterClaim(scene: Scene): string | undefined {
  return USER_NAME_CLAIMS.find((claim) => claim !== 'sub' && textClaim(scene.unasked, claim) !== undefined)
}

function withBetterClaim(scene: Scene, verdict: Concern['verdict'], title: string, text: string): Worry {
  const better = betterClaim(scene)
  const change =
    better === undefined
      ? 'Request the scopes profile and email in OIDCScopes, or name a claim of the token in OIDCShortName.'
      : `${userInfoHas(better)} ${ID_TOKEN_ONLY}`
  return {
    ...concern(verdict, title, `${text} ${change}`),
    ...(better === undefined ? {} : { repair: askUserInfo }),
  }
}

function concern(verdict: Concern['verdict'], title: string, text: string): { readonly concern: Concern } {
  return { concern: { verdict, title, text } }
}

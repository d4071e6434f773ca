import { quoted } from '../../../schema/words'
import { isSystemAccount } from '../../apple/system-accounts'
import { placeOf, textOf } from '../keys'
import { usesOktaAuthn } from '../providers/providers'
import { accountConcern, betterClaim } from './account-concern'
import { fromUserInfo, userInfoHas } from './claim-sources'
import { lackOf, oddClaim, textClaim } from './claims'
import type { Scene } from './scene'
import { isPlain, shortNameOf, USER_NAME_CLAIMS, type UserName, userNameOf } from './short-name'
import type { Told } from './statement'

const about = { id: 'account-name', topic: 'Account name', keys: [placeOf('login/OIDCShortName')] } as const
const ORDER = USER_NAME_CLAIMS.join(', ')

/** The account name that the settings and the token lead to; '' when it is not known. */
export function accountNameOf(scene: Scene): string {
  return userNameOf(scene)?.name ?? ''
}

/** Account name: OIDCShortName's claim, else the first of the documented ones, up to the @. */
export function accountName(scene: Scene): readonly Told[] {
  const found = userNameOf(scene)
  return found === null ? [withoutToken] : [told(scene, found), ...aliasOf(scene, found)]
}

const withoutToken: Told = {
  ...about,
  value: 'Not known without a token',
  because: 'The account name comes from a claim of the ID token. Run the sign-in test to see it.',
  certain: true,
  reads: {},
}

function told(scene: Scene, found: UserName): Told {
  const { source, claim, name } = found
  const because = [
    origin[source](scene, found),
    lacking(scene, found),
    elsewhere(scene, found),
    passing(scene, found),
    changes(found),
    isSystemAccount(name) ? `macOS has an account called ${name} itself.` : namesakes(found),
  ]
  return {
    ...about,
    value: name || 'None can be made',
    because: `${because.filter((sentence) => sentence !== '').join(' ')}${fromUserInfo(scene, claim)}`,
    certain:
      source !== 'typed' && isPlain(found) && !scene.fetched.has(claim) && found.passedOver === undefined,
    reads: claim === '' ? {} : { [claim]: reading(scene, found) },
    ...accountConcern(scene, found),
  }
}

const origin: { readonly [S in UserName['source']]: (scene: Scene, found: UserName) => string } = {
  configured: (_, { claim, text }) =>
    `OIDCShortName names the claim ${claim}, whose value is ${quoted(text)}.`,
  default: (_, { claim, text }) =>
    `${claim}${text.includes('@') ? ', up to the @' : ''}: the first that the token has of ${ORDER}.`,
  none: (_, { name }) =>
    `The token has none of ${ORDER}. For such a token Jamf documents the account name ${name}, whoever signs in.`,
  typed: ({ provider }) =>
    usesOktaAuthn(provider)
      ? 'The user name that was typed, up to the @. Which name counts with the Authentication API is not documented by Jamf.'
      : 'The user name that was typed, up to the @. At a sign-in, a claim of the ID token gives it, which may hold another name.',
}

function lacking(scene: Scene, { source }: UserName): string {
  const configured = textOf(scene, 'login/OIDCShortName')
  if (configured === '') {
    return source === 'configured' || source === 'typed' ? '' : 'OIDCShortName is not configured.'
  }
  return source === 'default' || source === 'none'
    ? `OIDCShortName names ${configured}, ${lackOf(scene.claims, configured)}, so the next claims in Jamf's order count.${textClaim(scene.unasked, configured) === undefined ? '' : ` ${userInfoHas(configured)}`}`
    : ''
}

/** A claim that comes first and holds no text: whether Jamf Connect goes on to the next one, nobody says. */
function passing({ claims }: Scene, { passedOver }: UserName): string {
  const what = passedOver === undefined ? null : oddClaim(claims, passedOver)
  return what === null
    ? ''
    : `${passedOver} comes before, and is ${what}: what Jamf Connect makes of that is not documented.`
}

/** A name that only sub gives, though the UserInfo endpoint has one of those that come first. */
function elsewhere(scene: Scene, { source, claim }: UserName): string {
  const better = source === 'default' && claim === 'sub' ? betterClaim(scene) : undefined
  return better === undefined ? '' : userInfoHas(better)
}

function changes(found: UserName): string {
  const guest = /#ext#/i.test(found.text)
    ? ' The name marks a guest of the directory; use an account of your own tenant.'
    : ''
  return isPlain(found)
    ? ''
    : `${quoted(found.text)} is put in small letters, and what an account name cannot hold is left out; Jamf does not document how exactly.${guest}`
}

/** What is after the @ does not count. https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Advanced_Login_Authentication_Settings */
function namesakes({ text, name }: UserName): string {
  return text.includes('@') && name !== '' ? `${name}@ of any other domain gets the same account name.` : ''
}

function reading(scene: Scene, { source }: UserName): string {
  const configured = textOf(scene, 'login/OIDCShortName')
  if (source === 'configured') {
    return 'Account name: OIDCShortName names this claim.'
  }
  return configured === ''
    ? 'Account name: the part before the @, since OIDCShortName is not configured.'
    : `Account name: stands in for ${configured}, ${lackOf(scene.claims, configured)}.`
}

/** Claims that may hold the network name whose part before the @ becomes an alias; Jamf calls it the UPN. */
const NETWORK_NAMES = ['upn', 'unique_name', 'preferred_username', 'email']

/** https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Advanced_Login_Authentication_Settings */
function aliasOf(scene: Scene, { source, name }: UserName): readonly Told[] {
  const claim = NETWORK_NAMES.find((each) => textClaim(scene.claims, each) !== undefined)
  const alias = claim === undefined ? '' : shortNameOf(textClaim(scene.claims, claim) ?? '')
  if (claim === undefined || source !== 'configured' || alias === '' || alias === name) {
    return []
  }
  return [
    {
      id: 'alias',
      topic: 'Alias',
      value: alias,
      because: `With OIDCShortName, the network name of the user up to the @ becomes an alias of the account. It is taken from ${claim} here; Jamf calls it the UPN and does not document the claim.`,
      keys: [placeOf('login/OIDCShortName')],
      certain: false,
      reads: { [claim]: 'Alias: the part before the @.' },
    },
  ]
}

import { quoted } from '../schema/words'
import { nearestClaim, textClaim } from './claims'
import { login, type Scene, textOf } from './scene'
import type { Told } from './statement'

/**
 * Claims in which providers send the name that people sign in with: OpenID Connect's own, Entra ID's of 2.0 and 1.0
 * tokens, then the e-mail address. Which of them Jamf Connect reads for which provider is not documented.
 */
const USER_NAME_CLAIMS = ['preferred_username', 'upn', 'unique_name', 'email', 'username', 'login']

const UNDOCUMENTED = 'Jamf does not document which claim is the network user name.'

type UserName = { readonly text: string; readonly claim: string | null }

/** The network user name: from the token, else as typed for a password check. */
function networkUserName({ claims, userName }: Scene): UserName | null {
  for (const claim of USER_NAME_CLAIMS) {
    const text = textClaim(claims, claim)
    if (text !== undefined) {
      return { text, claim }
    }
  }
  const typed = userName?.trim() ?? ''
  return typed === '' ? null : { text: typed, claim: null }
}

/** The part before the @, in small letters, without what a macOS account name cannot hold. */
export function shortNameOf(userName: string): string {
  const prefix = userName.split('@')[0] ?? ''
  return prefix.toLowerCase().replace(/[^a-z0-9._-]/g, '')
}

/** The account name that the settings and the token lead to, with its reason; '' when nothing gives one. */
export function accountNameOf(scene: Scene): string {
  const configured = textClaim(scene.claims, textOf(scene, 'OIDCShortName'))
  return shortNameOf(configured ?? networkUserName(scene)?.text ?? '')
}

/** Account name: OIDCShortName's claim, else the network user name up to the @. */
export function accountName(scene: Scene): readonly Told[] {
  const claim = textOf(scene, 'OIDCShortName')
  if (claim === '' || scene.claims === null) {
    return [fromUserName(scene, claim)]
  }
  return textClaim(scene.claims, claim) === undefined
    ? [missingClaim(scene, claim)]
    : [fromClaim(scene, claim), ...aliasOf(scene)]
}

const about = { id: 'account-name', topic: 'Account name', keys: [login('OIDCShortName')] } as const

function fromClaim(scene: Scene, claim: string): Told {
  const text = textClaim(scene.claims, claim) ?? ''
  const name = accountNameOf(scene)
  const changed = name !== text
  return {
    ...about,
    value: name || 'None can be made',
    because: `OIDCShortName names the claim ${claim}, whose value is ${quoted(text)}.${changed ? ` ${removal(text)}` : ''}`,
    certain: !changed,
    reads: { [claim]: 'Account name: OIDCShortName names this claim.' },
    ...(name === '' ? { concern: noName } : {}),
  }
}

function fromUserName(scene: Scene, configured: string): Told {
  const found = networkUserName(scene)
  if (found === null) {
    return noUserName(scene)
  }
  const name = shortNameOf(found.text)
  const source =
    found.claim === null
      ? 'The user name that was typed, up to the @; at a sign-in, the token gives it.'
      : `${found.claim}${found.text.includes('@') ? ', up to the @' : ''}.`
  const why = configured === '' ? 'OIDCShortName is not configured.' : `OIDCShortName names ${configured}.`
  const guest = /#ext#/i.test(found.text)
    ? ' The name marks a guest of the directory; use an account of your own tenant.'
    : ''
  return {
    ...about,
    value: name || 'None can be made',
    because:
      `${source} ${why} ${found.claim === null ? '' : `${UNDOCUMENTED} `}${illegal(found.text) ? removal(found.text) : ''}`.trim() +
      guest,
    certain: false,
    reads:
      found.claim === null
        ? {}
        : { [found.claim]: 'Account name: the part before the @, since OIDCShortName is not configured.' },
    ...(name === '' ? { concern: noName } : {}),
  }
}

function missingClaim(scene: Scene, claim: string): Told {
  const { reads, value } = fromUserName(scene, claim)
  const near = nearestClaim(scene.claims, claim)
  const standIn = near ?? Object.keys(reads)[0]
  return {
    ...about,
    value,
    because: `OIDCShortName names the claim ${claim}, which the token lacks. Jamf does not document what happens then; shown is the network user name up to the @.`,
    certain: false,
    reads: Object.fromEntries(
      Object.keys(reads).map((name) => [
        name,
        `Account name: stands in for ${claim}, which the token lacks.`,
      ]),
    ),
    concern: {
      verdict: 'warning',
      title: 'The test user can sign in, but the claim for the account name is missing',
      text: `OIDCShortName names ${claim}, and the token has no such claim. Request its scope in OIDCScopes, have the identity provider send it, or name another claim.`,
    },
    ...(standIn === undefined
      ? {}
      : {
          repair: {
            title: `Use ${quoted(standIn)} as OIDCShortName`,
            edits: [{ ...login('OIDCShortName'), value: { type: 'string', value: standIn } }],
          },
        }),
  }
}

/** The part of the user principal name before the @ becomes an alias of an account named by OIDCShortName. */
function aliasOf(scene: Scene): readonly Told[] {
  const found = networkUserName(scene)
  const alias = shortNameOf(found?.text ?? '')
  if (found?.claim == null || alias === '' || alias === accountNameOf(scene)) {
    return []
  }
  return [
    {
      id: 'alias',
      topic: 'Alias',
      value: alias,
      because: `With OIDCShortName, the network user name up to the @ becomes an alias of the account. It is taken from ${found.claim} here. ${UNDOCUMENTED}`,
      keys: [login('OIDCShortName')],
      certain: false,
      reads: { [found.claim]: 'Alias: the part before the @.' },
    },
  ]
}

function noUserName(scene: Scene): Told {
  const without = scene.claims === null
  return {
    ...about,
    value: without ? 'Not known without a token' : 'None can be made',
    because: without
      ? 'The account name comes from a claim of the ID token. Run the sign-in test to see it.'
      : `The token has none of the claims in which providers send a user name: ${USER_NAME_CLAIMS.join(', ')}. ${UNDOCUMENTED}`,
    certain: without,
    reads: {},
    ...(without ? {} : { concern: noName }),
  }
}

const noName = {
  verdict: 'failed',
  title: 'The token gives no account name',
  text: 'Jamf Connect needs a user name for the local account. Request the scopes profile and email in OIDCScopes, or name a claim in OIDCShortName.',
} as const

function illegal(userName: string): boolean {
  return shortNameOf(userName) !== (userName.split('@')[0] ?? '').toLowerCase()
}

function removal(text: string): string {
  return `${quoted(text)} is put in small letters, and what an account name cannot hold is left out; Jamf does not document how exactly.`
}

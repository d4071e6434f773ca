import { textOf } from '../keys'
import { oddClaim, textClaim } from './claims'
import type { Scene } from './scene'

/**
 * The claims of the ID token that Jamf Connect looks through for the account name, after the one that OIDCShortName
 * names: the first that is there counts.
 * https://docs.jamf.com/jamf-connect/2.6.0/documentation/Custom_Short_Names.html (2.1.2 says the same)
 */
export const USER_NAME_CLAIMS = ['unique_name', 'preferred_username', 'email', 'sub'] as const

/** The account name of everybody whose token has none of these claims (same page). */
export const EVERYBODY = 'jamfconnect'

/** Where an account name comes from, and what becomes of it. */
export type UserName = {
  /** "none": the token has no claim that counts. "typed": there is no token yet. */
  readonly source: 'configured' | 'default' | 'none' | 'typed'
  /** The claim that gives it; '' without one. */
  readonly claim: string
  /** As it was received. */
  readonly text: string
  /** As the account is called; '' when nothing is left. */
  readonly name: string
  /** A claim that comes before this one, is there and holds no text; what Jamf Connect makes of it is not documented. */
  readonly passedOver?: string
}

/** The part before the @, in small letters, without what a macOS account name cannot hold. */
export function shortNameOf(userName: string): string {
  return beforeAt(userName)
    .toLowerCase()
    .replace(/[^a-z0-9._-]/g, '')
}

/** What the account is called after: a claim of the token, else what was typed for a password check; null without either. */
export function userNameOf(scene: Scene): UserName | null {
  const { claims, userName } = scene
  if (claims === null) {
    const typed = userName?.trim() ?? ''
    return typed === '' ? null : { source: 'typed', claim: '', text: typed, name: shortNameOf(typed) }
  }
  const configured = textOf(scene, 'login/OIDCShortName')
  const order = [configured, ...USER_NAME_CLAIMS]
  const claim = order.find((each) => textClaim(claims, each) !== undefined)
  const before = claim === undefined ? order : order.slice(0, order.indexOf(claim))
  const odd = before.find((each) => oddClaim(claims, each) !== null)
  const passedOver = odd === undefined ? {} : { passedOver: odd }
  const text = claim === undefined ? undefined : textClaim(claims, claim)
  if (claim === undefined || text === undefined) {
    return { source: 'none', claim: '', text: EVERYBODY, name: EVERYBODY, ...passedOver }
  }
  const source = claim === configured ? 'configured' : 'default'
  return { source, claim, text, name: shortNameOf(text), ...passedOver }
}

/** Whether the account is called exactly as the documents say: nothing but what is after the @ was left out. */
export function isPlain({ text, name }: UserName): boolean {
  return beforeAt(text) === name
}

/** Whether a permanent id looks like a name that people use: letters, and at most three digits behind them. */
export function looksLikeName(id: string): boolean {
  return /^[a-z][a-z._-]{0,23}\d{0,3}$/i.test(beforeAt(id))
}

function beforeAt(text: string): string {
  return text.split('@')[0] ?? ''
}

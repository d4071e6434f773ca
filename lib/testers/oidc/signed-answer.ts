import { expectedIssuer } from '../discovery/issuer'
import { clockTolerance } from '../discovery/key-checks'
import type { ParsedToken } from '../id-token/parsed-token'
import { verifySignature } from '../id-token/signature'
import { written } from '../json-text'
import { type FinishContext, given } from './context'
import { findPending, type PendingSignIn } from './pending'

/** A rule that a signed answer breaks: what it holds, and what that means as a sentence. */
export type BrokenRule = { readonly received: string; readonly means: string }

type SignedAnswer = {
  readonly token: ParsedToken
  readonly context: FinishContext
  /** The sign-in that waits for an answer; null when there is none any more. */
  readonly pending: PendingSignIn | null
}
type Rule = (answer: SignedAnswer) => BrokenRule | null | Promise<BrokenRule | null>

/** What a client checks before it uses a signed answer (JARM, section 2.4). */
const rules: readonly Rule[] = [signature, issuer, audience, expiry, state]

/** The rules that a signed answer breaks, in their order. The keys are those that discovery found: nothing is asked. */
export async function brokenRules(token: ParsedToken, context: FinishContext): Promise<BrokenRule[]> {
  const answer = signedAnswer(token, context)
  const results = await Promise.all(rules.map((rule) => rule(answer)))
  return results.filter((result) => result !== null)
}

/** Whether the provider signed the answer and it has the state of this sign-in: nobody else can make one. */
export async function isSignedForThis(token: ParsedToken, context: FinishContext): Promise<boolean> {
  const answer = signedAnswer(token, context)
  return state(answer) === null && (await signature(answer)) === null
}

function signedAnswer(token: ParsedToken, context: FinishContext): SignedAnswer {
  const { state: sent } = given(context.ticket, 'The ticket')
  return { token, context, pending: context.taken ?? findPending(sent, context.now()) }
}

async function signature({ token, context, pending }: SignedAnswer): Promise<BrokenRule | null> {
  const alg = typeof token.header.alg === 'string' ? token.header.alg : 'missing'
  if (alg === 'missing' || alg.toLowerCase() === 'none') {
    return { received: `alg ${alg}`, means: 'It is not signed: anybody could have made it.' }
  }
  const keys = pending?.keys
  if (keys === undefined) {
    return { received: `alg ${alg}, unverified`, means: 'There are no keys to verify its signature with.' }
  }
  const known = async () => keys
  const { kind } = await verifySignature(token, { current: known, again: known }, context.client.clientSecret)
  return kind === 'verified'
    ? null
    : {
        received: `alg ${alg}, invalid signature`,
        means: 'No key of the provider verifies its signature.',
      }
}

function issuer({ token: { claims }, pending }: SignedAnswer): BrokenRule | null {
  const expected = expectedIssuer(pending?.metadata.issuer ?? '', claims)
  if (claims.iss === undefined) {
    return { received: 'no iss', means: 'It does not say who issued it.' }
  }
  return claims.iss === expected
    ? null
    : { received: `iss ${written(claims.iss)}`, means: `It is not from ${expected}.` }
}

function audience({ token: { claims }, context }: SignedAnswer): BrokenRule | null {
  const { aud } = claims
  if (aud === undefined) {
    return { received: 'no aud', means: 'It does not say for which client it is.' }
  }
  return [aud].flat().includes(context.client.clientId)
    ? null
    : { received: `aud ${[aud].flat().join(', ')}`, means: 'It is for another client.' }
}

function expiry({ token: { claims }, context }: SignedAnswer): BrokenRule | null {
  const { exp } = claims
  if (typeof exp !== 'number' || !Number.isFinite(exp)) {
    return { received: 'no exp', means: 'It does not say when it ends, so it would be good for ever.' }
  }
  const left = Math.round(exp - context.now() / 1000)
  return left > -clockTolerance
    ? null
    : { received: `expired ${-left} s ago`, means: 'It has expired, or the clocks differ.' }
}

function state({ token: { claims }, context }: SignedAnswer): BrokenRule | null {
  return claims.state === context.ticket?.state
    ? null
    : {
        received: claims.state === undefined ? 'no state' : 'another state',
        means: 'It does not belong to this sign-in.',
      }
}

import { counted } from '../../schema/words'
import { loginKey } from '../client-settings'
import { expectedIssuer } from '../discovery/issuer'
import { clockTolerance, differenceInWords } from '../discovery/key-checks'
import { written } from '../json-text'
import { oidcCore, rfc } from '../references'
import { type CheckResult, failed, passed, skipped, warning } from '../run-checks'
import { aTime, inMilliseconds, isTime, wrongType } from './claim-form'
import type { ParsedToken } from './parsed-token'
import type { IdTokenContext, IdTokenRule } from './rule'

const validation = (rule: number) => oidcCore(`3.1.3.7, rule ${rule}`, 'IDTokenValidation')
const needs = ['format']

/** The rules about what the token says. */
export const claimRules: readonly IdTokenRule[] = [
  {
    id: 'issuer',
    title: 'The token is from this issuer',
    failedTitle: 'The token is from another issuer',
    reference: validation(2),
    needs,
    run: issuer,
  },
  {
    id: 'audience',
    title: 'The token is for this client',
    failedTitle: 'The token is not for this client alone',
    reference: validation(3),
    needs,
    run: audience,
  },
  {
    id: 'authorized-party',
    title: 'The authorized party is this client',
    failedTitle: 'The authorized party is another one',
    reference: validation(5),
    needs,
    run: authorizedParty,
  },
  {
    id: 'expiry',
    title: 'The token has not expired',
    failedTitle: 'The token has expired',
    reference: validation(9),
    needs,
    run: expiry,
  },
  {
    id: 'issued-at',
    title: 'The token was issued during this sign-in',
    failedTitle: 'The token was not issued during this sign-in',
    reference: validation(10),
    needs,
    run: issuedAt,
  },
  {
    id: 'not-before',
    title: 'The token is valid already',
    failedTitle: 'The token is not valid yet',
    reference: rfc(7519, '4.1.5'),
    needs,
    run: notBefore,
  },
  {
    id: 'nonce',
    title: 'The token belongs to this sign-in',
    failedTitle: 'The token does not belong to this sign-in',
    reference: validation(11),
    needs,
    run: nonce,
  },
  {
    id: 'subject',
    title: 'The token names the user',
    failedTitle: 'The token does not name the user',
    reference: oidcCore('2', 'IDToken'),
    needs,
    run: subject,
  },
]

function claimsOf({ token }: IdTokenContext): ParsedToken['claims'] {
  if (token === undefined) {
    throw new TypeError('The token has not been taken apart.')
  }
  return token.claims
}

function issuer(context: IdTokenContext): CheckResult {
  const claims = claimsOf(context)
  const expected = expectedIssuer(context.metadata.issuer, claims)
  // https://developers.google.com/identity/openid-connect/openid-connect#validatinganidtoken
  const google = expected === 'https://accounts.google.com' && claims.iss === 'accounts.google.com'
  return claims.iss === expected || google
    ? passed({ received: written(claims.iss) })
    : failed({
        received: claims.iss === undefined ? 'No iss' : written(claims.iss),
        expected,
        means: 'The token is from somebody else than the discovery document.',
        change: 'Use the discovery URL that belongs to the issuer of the tokens.',
        remedy: loginKey('OIDCDiscoveryURL'),
      })
}

function audience(context: IdTokenContext): CheckResult {
  const { aud } = claimsOf(context)
  if (aud !== undefined && !(Array.isArray(aud) ? aud : [aud]).every((each) => typeof each === 'string')) {
    return wrongType('aud', aud, 'A text, or a list of texts')
  }
  const all: unknown[] = Array.isArray(aud) ? aud : aud === undefined ? [] : [aud]
  const others = all.filter((each) => each !== context.clientId)
  const received = all.map(String).join(', ') || 'No aud'
  if (all.length > others.length && others.length === 0) {
    return passed({ received })
  }
  if (all.length === others.length) {
    return failed({
      title: 'The token is for another client',
      received,
      expected: context.clientId,
      means: 'The token was made for another client.',
      change: 'Compare the client ID with that of the app at the identity provider.',
      remedy: loginKey('OIDCClientID'),
    })
  }
  if (claimsOf(context).azp === context.clientId) {
    return warning({
      title: 'The token is for others beside this client',
      received,
      expected: context.clientId,
      means:
        'The token is for several audiences, and azp names this client as the one it was issued to. A client that does not trust the others may refuse it; what Jamf Connect does is not documented.',
      change: onlyThisClient,
    })
  }
  return failed({
    title: 'The token is for others beside this client',
    received,
    expected: context.clientId,
    means:
      'The token is for others too, who are not known here, and azp does not name this client as the one it was issued to.',
    change: onlyThisClient,
  })
}

const onlyThisClient = 'Have the identity provider put only the client ID into the audience of ID tokens.'

function authorizedParty(context: IdTokenContext): CheckResult {
  const { azp, aud } = claimsOf(context)
  if (azp === undefined) {
    return Array.isArray(aud) && aud.length > 1
      ? failed({
          received: 'No azp',
          expected: context.clientId,
          means: 'A token for several has to name one.',
        })
      : skipped('The token has no azp, and needs none with one audience.')
  }
  return azp === context.clientId
    ? passed({ received: azp })
    : failed({ received: written(azp), expected: context.clientId, remedy: loginKey('OIDCClientID') })
}

function expiry(context: IdTokenContext): CheckResult {
  const { exp } = claimsOf(context)
  if (exp === undefined) {
    return failed({
      title: 'The token has no expiry',
      received: 'No exp',
      expected: aTime,
      means: neverEnds,
    })
  }
  if (!isTime(exp)) {
    return wrongType('exp', exp, aTime)
  }
  if (inMilliseconds(exp, context)) {
    return warning({
      title: 'The expiry is written in milliseconds',
      received: `exp ${exp}`,
      expected: aTime,
      means:
        'Read as seconds, as it has to be, this token is valid for tens of thousands of years: a stolen one would be good for ever.',
      change: 'Have the identity provider write exp in seconds.',
    })
  }
  const left = Math.round(exp - context.now() / 1000)
  return left > -clockTolerance
    ? passed({
        received: `${left < 0 ? 'Expired' : 'Expires in'} ${Math.abs(left)} s${left < 0 ? ' ago' : ''}`,
      })
    : failed({
        received: `Expired ${-left} s ago`,
        expected: `At most ${clockTolerance} s ago`,
        means: 'The token is old, or the clocks differ.',
        change: 'Check the clock of this server and that of the identity provider.',
      })
}

const neverEnds = 'A token without an end would be good for ever.'

function issuedAt(context: IdTokenContext): CheckResult {
  const { iat } = claimsOf(context)
  if (iat === undefined) {
    return failed({ title: 'The token has no time of issue', received: 'No iat', expected: aTime })
  }
  if (!isTime(iat)) {
    return wrongType('iat', iat, aTime)
  }
  if (inMilliseconds(iat, context)) {
    return failed({
      title: 'The time of issue is written in milliseconds',
      received: `iat ${iat}`,
      expected: aTime,
      means: 'Read as seconds, as it has to be, the token was issued tens of thousands of years from now.',
      change: 'Have the identity provider write iat in seconds.',
    })
  }
  const ahead = Math.round(iat - context.now() / 1000)
  const early = Math.round(context.begunAt / 1000 - iat)
  const change = 'Check the clock of this server and that of the identity provider.'
  if (ahead > clockTolerance) {
    return failed({ received: differenceInWords(ahead), expected: `At most ${clockTolerance} s`, change })
  }
  return early > clockTolerance
    ? failed({
        received: `Issued ${early} s before the sign-in began`,
        expected: `At most ${clockTolerance} s before`,
        means: 'The token is from an earlier sign-in, or the clock of the identity provider is behind.',
        change,
      })
    : passed(Math.max(ahead, early) > 2 ? { received: differenceInWords(ahead > 0 ? ahead : -early) } : {})
}

function notBefore(context: IdTokenContext): CheckResult {
  const { nbf } = claimsOf(context)
  if (nbf === undefined) {
    return skipped('The token has no nbf.')
  }
  if (!isTime(nbf)) {
    return wrongType('nbf', nbf, aTime)
  }
  if (inMilliseconds(nbf, context)) {
    return failed({
      title: 'The time from which the token is valid is written in milliseconds',
      received: `nbf ${nbf}`,
      expected: aTime,
      means: 'Read as seconds, as it has to be, the token is not valid for tens of thousands of years.',
      change: 'Have the identity provider write nbf in seconds.',
    })
  }
  const wait = Math.round(nbf - context.now() / 1000)
  return wait <= clockTolerance ? passed() : failed({ received: `Valid in ${wait} s`, expected: 'Valid now' })
}

function nonce(context: IdTokenContext): CheckResult {
  const received = claimsOf(context).nonce
  return received === context.nonce
    ? passed()
    : failed({
        received: received === undefined ? 'No nonce' : 'Another nonce',
        expected: 'The nonce that was sent',
        means: 'The token may come from another sign-in, so it is not trusted.',
      })
}

/** https://openid.net/specs/openid-connect-core-1_0.html#IDToken: at most 255 ASCII characters. */
function subject(context: IdTokenContext): CheckResult {
  const { sub } = claimsOf(context)
  if (sub !== undefined && typeof sub !== 'string') {
    return wrongType('sub', sub, 'A text')
  }
  const fine = typeof sub === 'string' && /^[\x20-\x7e]{1,255}$/.test(sub)
  return fine
    ? passed({ received: sub })
    : failed({
        received: typeof sub === 'string' ? counted(sub.length, 'character') : 'No sub',
        expected: 'At most 255 ASCII characters',
        means: 'Nobody can tell whose token this is.',
      })
}

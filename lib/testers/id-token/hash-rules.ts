import { createHash } from 'node:crypto'
import { oidcCore } from '../references'
import { type CheckResult, failed, passed, skipped } from '../run-checks'
import type { IdTokenContext, IdTokenRule } from './rule'

const needs = ['format']

/** The rules that tie the code, the access token and the state to the ID token. */
export const hashRules: readonly IdTokenRule[] = [
  {
    id: 'at-hash',
    title: 'The access token belongs to the ID token',
    failedTitle: 'The access token does not belong to the ID token',
    reference: oidcCore('3.1.3.8', 'CodeFlowTokenValidation'),
    needs,
    run: (context) => compare(context, 'at_hash', context.accessToken, context.front ? null : optional),
  },
  {
    id: 'c-hash',
    title: 'The code belongs to the ID token',
    failedTitle: 'The code does not belong to the ID token',
    reference: oidcCore('3.3.2.10', 'CodeValidation'),
    needs,
    run: (context) => compare(context, 'c_hash', context.code, context.front ? null : optional),
  },
  {
    id: 's-hash',
    title: 'The state belongs to the ID token',
    failedTitle: 'The state does not belong to the ID token',
    reference: {
      label: 'FAPI 1.0 Part 2, 5.2.2.1',
      url: 'https://openid.net/specs/openid-financial-api-part-2-1_0.html',
    },
    needs,
    run: (context) => compare(context, 's_hash', context.state, onlyFapi),
  },
]

const optional = 'which is optional here.'
const onlyFapi = 'which FAPI alone demands. The state itself was compared.'

/** `unneeded` says why the token may do without; null when it may not. */
function compare(
  context: IdTokenContext,
  name: string,
  value: string | undefined,
  unneeded: string | null,
): CheckResult {
  const received = context.token?.claims[name]
  if (value === undefined) {
    return skipped(`There is nothing to compare ${name} with.`)
  }
  if (received === undefined) {
    return unneeded === null
      ? failed({
          received: `No ${name}`,
          expected: name,
          means: 'What came along through the browser may have been exchanged on the way.',
        })
      : skipped(`The token has no ${name}, ${unneeded}`)
  }
  return received === leftHalf(value, String(context.token?.header.alg))
    ? passed()
    : failed({
        received: `Another ${name}`,
        expected: 'That of what came with it',
        means: 'What came with the token was made for another sign-in.',
      })
}

/** The left half of the digest, of the size that the token's algorithm has (OpenID Connect Core 3.1.3.6). */
export function leftHalf(value: string, alg: string): string {
  const bits = /(256|384|512)$/.exec(alg)?.[1] ?? (/^Ed/.test(alg) ? '512' : '256')
  const digest = createHash(`sha${alg === 'Ed25519' ? '512' : bits}`)
    .update(value)
    .digest()
  return digest.subarray(0, digest.length / 2).toString('base64url')
}

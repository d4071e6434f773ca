import { counted } from '../../schema/words'
import { loginKey } from '../client-settings'
import { jsonText, written } from '../json-text'
import { oidcCore, rfc } from '../references'
import { type CheckResult, failed, passed, warning } from '../run-checks'
import { claimRules } from './claim-rules'
import { hashRules } from './hash-rules'
import { headerOf, type ParsedToken, parseToken } from './parsed-token'
import type { IdTokenContext, IdTokenRule } from './rule'
import { isKnownAlgorithm, isSecretAlgorithm, verifySignature } from './signature'

const validation = (rule: number) => oidcCore(`3.1.3.7, rule ${rule}`, 'IDTokenValidation')

/**
 * The rules for an ID token, one line each (OpenID Connect Core 3.1.3.7, RFC 8725). `prefix` names the token:
 * "id-token" or "front-id-token".
 */
export function idTokenRules(prefix: string): readonly IdTokenRule[] {
  const rules = [...formRules, ...claimRules, ...hashRules]
  return rules.map((rule) => ({
    ...rule,
    id: `${prefix}.${rule.id}`,
    ...(rule.needs === undefined ? {} : { needs: rule.needs.map((need) => `${prefix}.${need}`) }),
  }))
}

const formRules: readonly IdTokenRule[] = [
  {
    id: 'format',
    title: 'The ID token is a signed token',
    failedTitle: 'The ID token is no signed token',
    reference: validation(1),
    run: format,
  },
  {
    id: 'header',
    title: 'The header asks for nothing unusual',
    failedTitle: 'The header asks for something unusual',
    reference: rfc(8725, '3.11'),
    needs: ['format'],
    run: header,
  },
  {
    id: 'algorithm',
    title: 'The algorithm is one the provider announced',
    failedTitle: 'The algorithm is not one the provider announced',
    reference: validation(7),
    needs: ['format'],
    run: algorithm,
  },
  {
    id: 'signature',
    title: 'The signature is valid',
    failedTitle: 'The signature is not valid',
    reference: validation(6),
    needs: ['algorithm', 'header'],
    run: signature,
  },
]

function format(context: IdTokenContext): CheckResult {
  const parsed = parseToken(context.raw)
  if (parsed === 'encrypted') {
    return encrypted(context)
  }
  if (parsed === 'not-a-token') {
    return failed({
      received: `Text of ${counted(context.raw.length, 'character')} that is no token`,
      expected: 'A signed token, in three parts',
    })
  }
  context.token = parsed
  return passed()
}

function encrypted({ raw }: IdTokenContext): CheckResult {
  const { alg, enc } = headerOf(raw) ?? {}
  const forbidden = alg === 'RSA1_5'
  const noKey = 'Jamf Connect has no key to decrypt ID tokens with, and registers none.'
  return failed({
    received: `An encrypted token, in five parts (alg ${written(alg)}, enc ${written(enc)})`,
    expected: 'A signed token, in three parts',
    means: forbidden
      ? `${noKey} RSA1_5 is to be refused with a key as well, since it gives its content away little by little.`
      : noKey,
    change: 'Turn off the encryption of ID tokens for the app at the identity provider.',
    ...(forbidden ? { reference: rfc(8725, '3.2') } : {}),
  })
}

/** The token that the first rule took apart. */
export function tokenOf({ token }: IdTokenContext): ParsedToken {
  if (token === undefined) {
    throw new TypeError('The token has not been taken apart.')
  }
  return token
}

/** Header members that point to keys elsewhere; what they say is not used. */
const pointers = ['jku', 'x5u', 'jwk', 'x5c']

function header(context: IdTokenContext): CheckResult {
  const { header } = tokenOf(context)
  if (header.crit !== undefined) {
    return failed({
      received: `crit: ${jsonText(header.crit)}`,
      means: 'The token asks for an extension that has to be understood and is not.',
    })
  }
  if (header.b64 === false) {
    return failed({
      received: 'b64: false',
      means: 'The content of the token is not encoded as it has to be.',
    })
  }
  const type = typeof header.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : 'jwt'
  if (type !== 'jwt') {
    return failed({
      received: `typ: ${written(header.typ)}`,
      expected: 'JWT',
      means: 'This is another kind of token.',
    })
  }
  const pointing = pointers.filter((name) => header[name] !== undefined)
  return pointing.length === 0
    ? passed()
    : warning({
        received: pointing.join(', '),
        means: 'The token brings its own key, or the address of one. Neither is used to verify it.',
      })
}

function algorithm(context: IdTokenContext): CheckResult {
  const { alg } = tokenOf(context).header
  const received = typeof alg === 'string' ? alg : 'No alg'
  const offered = context.metadata.id_token_signing_alg_values_supported ?? ['RS256']
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none') {
    return failed({
      title: 'The token is not signed',
      received,
      expected: offered.join(', '),
      means: 'The token is not signed: anybody could have made it.',
      change: 'Have the identity provider sign ID tokens of this app, with RS256.',
    })
  }
  if (isSecretAlgorithm(alg) && context.clientSecret === null) {
    return failed({
      received,
      expected: offered.join(', '),
      means: 'This algorithm uses the client secret as its key, and none is configured.',
      remedy: loginKey('OIDCClientSecret'),
    })
  }
  return offered.includes(alg) && isKnownAlgorithm(alg)
    ? passed({ received })
    : failed({
        received,
        expected: offered.join(', '),
        means: 'The provider did not announce this algorithm.',
      })
}

async function signature(context: IdTokenContext): Promise<CheckResult> {
  const verdict = await verifySignature(tokenOf(context), context.keys, context.clientSecret)
  const received = String(tokenOf(context).header.alg)
  if (verdict.kind === 'weak-key') {
    return failed({
      title: 'The token is signed with a key that is too short',
      received: `${received}, ${verdict.message}`,
      expected: 'At least 2048 bits',
      means: 'A key of this size can be broken, so the signature proves nothing, and programs refuse it.',
      change: 'Replace the signing key at the identity provider.',
      reference: rfc(7518, '3.3'),
    })
  }
  if (verdict.kind !== 'verified') {
    return failed({ received, means: verdict.message, expected: 'A signature by a key of the provider' })
  }
  const again = verdict.refetched ? ' The keys were asked for again: the provider has just changed them.' : ''
  return verdict.guessed
    ? warning({
        received: `${received}, verified with ${verdict.key}`,
        means: `The token does not name its key, and several keys fit.${again}`,
        change: 'Have the identity provider put the kid into its tokens.',
      })
    : passed({
        received: `${received}, verified with ${verdict.key}`,
        ...(again === '' ? {} : { means: again.trim() }),
      })
}

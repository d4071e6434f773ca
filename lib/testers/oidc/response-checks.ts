import { urlIn } from '@/lib/schema/web-address'
import { loginKey } from '../client-settings'
import { oidcCore, rfc } from '../references'
import { type Check, type CheckResult, failed, passed, warning } from '../run-checks'
import { judgeBrought } from './brought'
import { type FinishContext, given } from './context'
import { ticketLifetime } from './flow'
import { takePending } from './pending'
import { otherForm, plainAnswer } from './plain-answer'
import { explainError } from './provider-error'
import { strayFrom } from './stray'

type FinishCheck = Check<FinishContext>

/** Whether the answer of the sign-in page belongs to this sign-in. No request is sent before all of them hold. */
export const responseChecks: readonly FinishCheck[] = [
  {
    id: 'oidc.ticket',
    title: 'This browser began the sign-in',
    failedTitle: 'The sign-in is over',
    reference: rfc(9700, '4.7'),
    run: ticket,
  },
  {
    id: 'oidc.answer',
    title: 'The sign-in page sent an answer',
    failedTitle: 'This holds no answer of the sign-in page',
    reference: oidcCore('3.1.2.5', 'AuthResponse'),
    needs: ['oidc.ticket'],
    run: judgeBrought,
  },
  {
    id: 'oidc.state',
    title: 'The answer belongs to this sign-in',
    failedTitle: 'The answer does not belong to this sign-in',
    reference: rfc(6749, '10.12'),
    needs: ['oidc.answer'],
    run: state,
  },
  {
    id: 'oidc.plain-answer',
    title: 'The answer is a plain one, as it was asked for',
    failedTitle: otherForm,
    reference: rfc(6749, '3.1'),
    needs: ['oidc.state'],
    run: plainAnswer,
  },
  {
    id: 'oidc.issuer',
    title: 'The answer comes from the expected issuer',
    failedTitle: 'The answer does not name the expected issuer',
    reference: rfc(9207, '2.4'),
    needs: ['oidc.plain-answer'],
    run: issuer,
  },
  {
    id: 'oidc.redirect',
    title: 'The answer came to the redirect URI',
    failedTitle: 'The answer came to another address',
    reference: rfc(9700, '4.1'),
    needs: ['oidc.plain-answer'],
    run: redirect,
  },
  {
    id: 'oidc.response-mode',
    title: 'The answer came in the way that was asked for',
    warningTitle: 'The answer came in another way than was asked for',
    reference: {
      label: 'OAuth 2.0 Multiple Response Types, section 2.1',
      url: 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes',
    },
    needs: ['oidc.plain-answer'],
    run: ({ response, ticket: sent }) =>
      response?.mode === sent?.responseMode
        ? passed({ received: response?.mode ?? '' })
        : warning({
            received: response?.mode ?? '',
            expected: sent?.responseMode ?? '',
            means: 'Jamf Connect may look for the answer in another place.',
          }),
  },
  {
    id: 'oidc.signed-in',
    title: 'The identity provider signed the user in',
    failedTitle: 'The identity provider refused the sign-in',
    reference: oidcCore('3.1.2.6', 'AuthError'),
    needs: ['oidc.issuer'],
    run: signedIn,
  },
  {
    id: 'oidc.complete',
    title: 'The answer holds what was asked for',
    failedTitle: 'The answer lacks a part of what was asked for',
    reference: oidcCore('3.3.2.5', 'HybridAuthResponse'),
    needs: ['oidc.signed-in'],
    run: complete,
  },
]

function ticket({ ticket: found, client, discoveryUrl, now }: FinishContext): CheckResult {
  const change = 'Begin the sign-in again.'
  if (found === null) {
    return failed({ means: 'This browser did not begin this sign-in, or more than ten minutes ago.', change })
  }
  if (now() - found.createdAt > ticketLifetime) {
    return failed({ received: 'Begun more than ten minutes ago', expected: 'At most ten minutes', change })
  }
  const same = found.clientId === client.clientId && found.discoveryUrl === discoveryUrl
  return same
    ? passed()
    : failed({
        means:
          'The client ID or the discovery URL was changed since the sign-in began, so the answer is for another client.',
        change,
      })
}

/** Whoever does not know the state uses nothing up, whatever the form of what they brought. */
async function state(context: FinishContext): Promise<CheckResult> {
  const stray = await strayFrom(context)
  if (stray !== null) {
    return stray
  }
  const { state: sent } = given(context.ticket, 'The ticket')
  const pending = takePending(sent, context.now())
  if (pending === null) {
    return failed({
      received: 'A state that was used already, or from before Latchkey was started',
      means: 'Each sign-in is good for one answer.',
      change: 'Begin the sign-in again.',
    })
  }
  context.taken = pending
  context.metadata = pending.metadata
  context.earlier = pending.failed ?? []
  return passed()
}

/** RFC 9207, section 2.4: compared before anything is done with the code; a provider that offers it has to send it. */
function issuer({ response, metadata }: FinishContext): CheckResult {
  const received = response?.parameters.get('iss')
  const error = response?.parameters.has('error') === true
  const expected = metadata?.issuer ?? ''
  const template = expected.includes('{tenantid}')
  if (received === undefined) {
    // An error gives nothing away, and is read all the same.
    return error
      ? passed({ means: 'An error was answered; there is no code that could go to another provider.' })
      : withoutIss(metadata?.authorization_response_iss_parameter_supported === true, response, expected)
  }
  if (received === expected || (template && received.startsWith(expected.split('{', 1)[0] ?? expected))) {
    return passed({ received })
  }
  const same = urlIn(received)?.href.replace(/\/$/, '') === urlIn(expected)?.href.replace(/\/$/, '')
  return same
    ? failed({ title: 'The answer writes the issuer in another way', received, expected, means: spelling })
    : failed({
        title: 'The answer may come from another identity provider',
        received,
        expected,
        means: refused,
      })
}

/** An ID token beside the code names the issuer as well, and is verified before the code is used (RFC 9207, section 2.4). */
function withoutIss(promised: boolean, response: FinishContext['response'], expected: string): CheckResult {
  if (response?.parameters.has('id_token')) {
    return passed({ means: 'The ID token that came with the answer names the issuer.' })
  }
  return promised
    ? failed({ received: 'No iss', expected, means: unnamed })
    : passed({ means: 'The provider does not name its issuer in answers, and does not say that it would.' })
}

const refused =
  'The answer may come from another provider, which would get the code that this one gave. Nothing was sent to the token endpoint.'

const unnamed =
  'The provider promises to name itself in every answer and does not here, so it is not known whose answer this is. Nothing was sent to the token endpoint.'
const spelling =
  'The provider is the same, but a client compares the two letter by letter and refuses the answer. Nothing was sent to the token endpoint.'

function redirect({ response, ticket: sent }: FinishContext): CheckResult {
  const received = response?.address ?? null
  const expected = given(sent, 'The ticket').redirectUri
  if (received === null) {
    return response?.mode === 'form_post'
      ? passed({ received: 'A form' })
      : warning({
          means: 'Only a part of the address was pasted, so it is not known where the answer came to.',
        })
  }
  const same = received === expected.split('?', 1)[0] || urlIn(received)?.href === urlIn(expected)?.href
  return same
    ? passed({ received })
    : failed({
        received,
        expected,
        means: 'The answer went somewhere else than where it was to go.',
        change: 'Compare the redirect URIs of the app at the identity provider with the configuration.',
        remedy: loginKey('OIDCRedirectURI'),
      })
}

function signedIn(context: FinishContext): CheckResult {
  const { parameters } = given(context.response, 'The answer')
  const error = parameters.get('error')
  return error === undefined
    ? passed()
    : explainError(context, 'authorization', { error, description: parameters.get('error_description') })
}

function complete({ response, ticket: sent }: FinishContext): CheckResult {
  const asked = given(sent, 'The ticket').responseType.split(' ')
  const missing = asked.filter((name) => !response?.parameters.get(name))
  return missing.length === 0
    ? passed()
    : failed({
        received: `No ${missing.join(', no ')}`,
        expected: asked.join(' and '),
        means: 'The identity provider did not give everything that was asked for.',
        change: 'Allow this response type for the app at the identity provider.',
      })
}

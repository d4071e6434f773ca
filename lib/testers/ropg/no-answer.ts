import { busy, isBusy } from '../busy'
import { hasTokens, saysNothing, tellsError } from './explain-answer'
import type { PasswordAnswer } from './password-answer'

/** Why what came back tells nothing about the password. */
export type NoAnswer = {
  /** As a title. */
  readonly title: string
  /** As a clause behind "Not known whether the password is right". */
  readonly clause: string
  readonly means: string
  readonly change: string
}

/** What kept an answer away, whichever provider is asked. */
export const noAnswers = {
  unreachable: {
    title: 'The token endpoint did not answer',
    clause: 'no answer came',
    means: 'No answer came.',
    change: 'Check the discovery URL and the network between Latchkey and the identity provider.',
  },
  redirect: {
    title: 'The token endpoint points elsewhere',
    clause: 'the token endpoint points elsewhere',
    means: 'The token endpoint points elsewhere. The password was not sent there.',
    change: 'Use the discovery document that names the right token endpoint.',
  },
  overloaded: {
    ...busy,
    clause: 'the identity provider failed or is too busy',
    means: `${busy.means} Nothing is known about the password.`,
  },
  page: {
    title: 'What answered is no token endpoint',
    clause: 'a web page answered in place of the token endpoint',
    means:
      'A web page is no answer of a token endpoint: a proxy or a firewall may stand in between, or the address is that of a page. Nothing is known about the password.',
    change: 'Check the discovery URL, and what stands between Latchkey and the identity provider.',
  },
  withoutTokens: {
    title: 'The answer has neither tokens nor an error',
    clause: 'the answer has neither tokens nor an error',
    means:
      'The address answered with status 200, without tokens and without an error, so nothing is known about the password.',
    change: 'Check the discovery URL: what it names as the token endpoint may be something else.',
  },
  foreign: {
    title: 'What answered is no token endpoint',
    clause: 'what answered is no token endpoint',
    means: 'This is no answer of a token endpoint, so nothing is known about the password.',
    change: 'Check the discovery URL.',
  },
} as const satisfies Record<string, NoAnswer>

/** Why an answer is none of a token endpoint; null when it is one, whatever it says. */
export function noAnswerIn(answer: PasswordAnswer): NoAnswer | null {
  const { status, body, isPage } = answer
  if (hasTokens(answer) || tellsError(answer)) {
    return null
  }
  if (status >= 300 && status < 400) {
    return noAnswers.redirect
  }
  if (saysNothing(answer)) {
    return null
  }
  if (status === 200 && body !== null) {
    return noAnswers.withoutTokens
  }
  if (isBusy(status)) {
    return noAnswers.overloaded
  }
  return isPage ? noAnswers.page : noAnswers.foreign
}

/** What came back, in words: "302 to https://…", "403, a web page". */
export function receivedInWords({ status, body, isPage, location }: PasswordAnswer): string {
  if (status >= 300 && status < 400) {
    return `${status} to ${location ?? 'nowhere'}`
  }
  return `${status}, ${isPage ? 'a web page' : body === null ? 'no JSON' : 'JSON without an error code'}`
}

import type { Repair } from '../api/issue'
import type { DecodedToken, Finding, OktaPrompt, TestEvent } from '../api/report'
import { hide } from '../egress/hide'
import type { KnownSecrets } from '../egress/known-secrets'
import { protocolConstants } from '../egress/protocol-constants'
import { lookUpAddress } from './diagnosis/unlisted-code'

/**
 * An event as it leaves a test: no text that a provider chose, and none of ours around it, holds a secret of the test.
 * It is the last step, after everything has been concluded from what was received. Exchanges come from the door to the
 * network, which hides the same secrets in what it records.
 */
export function leaving(event: TestEvent, secrets: KnownSecrets): TestEvent {
  switch (event.type) {
    case 'finding':
      return { ...event, finding: leavingFinding(event.finding, secrets) }
    case 'token':
      return { ...event, token: leavingToken(event.token, secrets) }
    case 'mac':
      return { ...event, statements: event.statements.map((each) => ours(each, secrets)) }
    case 'continue':
      return event.next.kind === 'okta'
        ? { ...event, next: { ...event.next, prompt: leavingPrompt(event.next.prompt, secrets) } }
        : event
    case 'done':
      return { ...event, summary: ours(event.summary, secrets) }
    default:
      return event
  }
}

/** Members that hold names of ours, and the changes of a repair: they are what is written. */
const members = new Set([
  ...['id', 'check', 'row', 'outcome', 'certainty', 'verdict', 'topic', 'state'],
  ...['domain', 'path', 'edits'],
])

/** The page on which Microsoft explains an error of Entra ID: its parameter is called code, and is a number. */
const unsuspected = new RegExp(`(${lookUpAddress.replace(/[.?]/g, '\\$&')}\\d{4,8}(?![\\w%&#-]))`)

/** Sentences of ours, and what they quote. A repair that would write what stands for something quoted is none. */
function ours<T extends object>(value: T, secrets: KnownSecrets): T {
  const told = hide(value, { secrets, words: 'ours', members, unsuspected })
  const repair = 'repair' in value ? (value.repair as Repair | undefined) : undefined
  return repair === undefined || same(repair, hide(repair, { secrets, words: 'quoted' }))
    ? told
    : (Object.fromEntries(Object.entries(told).filter(([name]) => name !== 'repair')) as T)
}

const same = (left: object, right: object) => JSON.stringify(left) === JSON.stringify(right)

/** Words of ours in what was sent and received: they are the same whatever was answered. */
const constants = new RegExp(
  `(${[
    `(?<=^POST \\S+ )(?:${protocolConstants.join('|')})`,
    '^\\d{3} with (?:access token and ID token|access token|ID token)',
    '^\\d{3} (?:invalid_(?:request|client|grant|scope)|un(?:authorized_client|supported_grant_type)|access_denied)(?=\\s|$)',
    '^\\d{3} without a reason$',
    '^\\d{3}, (?:a web page|no JSON|JSON without an error code)$',
    '^[\\w/]+ is not configured$',
    '^No secret was sent$',
    '^The secret was sent [\\w, -]+$',
  ].join('|')})`,
)

/** What was sent, received and expected are texts of others; the rest are our sentences. */
function leavingFinding(finding: Finding, secrets: KnownSecrets): Finding {
  const { sent, received, expected, reference, ...sentences } = finding
  const theirs = (text: string) => hide(text, { secrets, words: 'theirs', constants, unsuspected })
  return {
    ...ours(sentences, secrets),
    ...(sent === undefined ? {} : { sent: theirs(sent) }),
    ...(received === undefined ? {} : { received: theirs(received) }),
    ...(expected === undefined ? {} : { expected: theirs(expected) }),
    ...leavingReference(finding, secrets),
  }
}

/** A code in a label and the number of an address come from the answer. */
function leavingReference({ reference }: Finding, secrets: KnownSecrets): Pick<Finding, 'reference'> {
  const url = reference?.url
  if (reference === undefined || ours({ url }, secrets).url !== url) {
    return {}
  }
  const words = /^[A-Z_]+$/.test(reference.label) ? 'theirs' : 'ours'
  return { reference: { ...reference, label: hide(reference.label, { secrets, words }) } }
}

function leavingToken({ header, claims }: DecodedToken, secrets: KnownSecrets): DecodedToken {
  const theirs = { secrets, words: 'theirs' } as const
  const members = Object.entries(hide(header, theirs))
  return {
    header: Object.fromEntries(members.map(([name, value]) => [ours({ name }, secrets).name, value])),
    claims: claims.map(({ value, ...rest }) => ({ ...ours(rest, secrets), value: hide(value, theirs) })),
  }
}

/** The factors come from what the sign-in keeps of an answer, which holds no secret. */
function leavingPrompt(prompt: OktaPrompt, secrets: KnownSecrets): OktaPrompt {
  const { title, text, factors, input } = prompt
  return {
    ...prompt,
    ...ours({ title, text }, secrets),
    ...(input === undefined ? {} : { input: ours(input, secrets) }),
    ...(factors === undefined ? {} : { factors: factors.map((factor) => ours(factor, secrets)) }),
  }
}

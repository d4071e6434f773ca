import type { Finding, OktaPrompt, Summary, TestEvent } from '../api/report'
import type { Scrubber } from '../egress/scrubber'
import { shown } from './shown-text'

/**
 * An event as it leaves a test: no text that a provider chose, and none of ours around it, holds a secret of the test.
 * It is the last step, after everything has been concluded from what was received. Changes that a repair makes stay.
 */
export function toldEvent(event: TestEvent, scrub: Scrubber): TestEvent {
  const { clean, cleanProse } = scrub
  switch (event.type) {
    case 'finding':
      return { ...event, finding: toldFinding(shown(event.finding), scrub) }
    case 'token':
      return {
        ...event,
        token: {
          header: clean(event.token.header),
          claims: event.token.claims.map((claim) => ({
            ...claim,
            name: cleanProse(claim.name),
            value: clean(claim.value),
            explanation: cleanProse(claim.explanation),
          })),
        },
      }
    case 'mac':
      return {
        ...event,
        statements: event.statements.map(({ keys, repair, ...rest }) => ({
          ...cleanProse(rest),
          keys,
          ...(repair === undefined ? {} : { repair }),
        })),
      }
    case 'continue':
      return event.next.kind === 'okta'
        ? { ...event, next: { ...event.next, prompt: toldPrompt(event.next.prompt, scrub) } }
        : event
    case 'done':
      return { ...event, summary: toldSummary(shown(event.summary), scrub) }
    default:
      return event
  }
}

type Told = Pick<Scrubber, 'clean' | 'cleanProse'>

/** What was sent, received and expected are texts of others; the rest are our sentences. */
function toldFinding(finding: Finding, { clean, cleanProse }: Told): Finding {
  const { check, outcome, reference, remedy, certainty, sent, received, expected, ...sentences } = finding
  const { check: _, outcome: __, reference: ___, ...told } = finding
  return {
    check,
    outcome,
    ...told,
    ...cleanProse(sentences),
    ...toldReference(finding, { clean, cleanProse }),
    ...(sent === undefined ? {} : { sent: aroundOurs(sent, clean) }),
    ...(received === undefined ? {} : { received: aroundOurs(received, clean) }),
    ...(expected === undefined ? {} : { expected: clean(expected) }),
  }
}

/** Constants of the protocol and words of ours in what was sent and received: they are the same whatever was answered. */
const OURS =
  /((?<=^POST \S+ )grant_type=(?:password|authorization_code)|^\d{3} with (?:access token and ID token|access token|ID token)|^\d{3} (?:invalid_(?:request|client|grant|scope)|un(?:authorized_client|supported_grant_type)|access_denied)(?=\s|$)|^\d{3} without a reason$|^\d{3}, (?:a web page|no JSON|JSON without an error code)$|^[\w/]+ is not configured$|^No secret was sent$|^The secret was sent [\w, -]+$)/

function aroundOurs(text: string, clean: Scrubber['clean']): string {
  return text
    .split(OURS)
    .map((part, index) => (index % 2 === 0 ? clean(part) : part))
    .join('')
}

/** A code in a label and the number of an address come from the answer. */
function toldReference({ reference }: Finding, { clean, cleanProse }: Told): Pick<Finding, 'reference'> {
  if (reference === undefined || cleanProse(reference.url) !== reference.url) {
    return {}
  }
  const { label } = reference
  return { reference: { ...reference, label: /^[A-Z_]+$/.test(label) ? clean(label) : cleanProse(label) } }
}

function toldSummary({ repair, ...sentences }: Summary, { cleanProse }: Scrubber): Summary {
  return { ...cleanProse(sentences), ...(repair === undefined ? {} : { repair }) }
}

function toldPrompt(prompt: OktaPrompt, { cleanProse }: Scrubber): OktaPrompt {
  const { title, text, factors, input } = prompt
  return {
    ...prompt,
    title: cleanProse(title),
    text: cleanProse(text),
    ...(input === undefined ? {} : { input: { ...input, label: cleanProse(input.label) } }),
    ...(factors === undefined
      ? {}
      : { factors: factors.map(({ id, ...factor }) => ({ ...cleanProse(factor), id })) }),
  }
}

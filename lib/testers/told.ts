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

/** What was sent, received and expected are texts of others; the rest are our sentences. */
function toldFinding(finding: Finding, { clean, cleanProse }: Scrubber): Finding {
  const { check, outcome, reference, remedy, certainty, sent, received, expected, ...sentences } = finding
  const { check: _, outcome: __, ...told } = finding
  return {
    check,
    outcome,
    ...told,
    ...cleanProse(sentences),
    ...(sent === undefined ? {} : { sent: clean(sent) }),
    ...(received === undefined ? {} : { received: clean(received) }),
    ...(expected === undefined ? {} : { expected: clean(expected) }),
  }
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

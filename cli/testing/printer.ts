import type { Continuation, Finding, TestEvent } from '@/lib/api/report'
import { EXIT } from '../cli-error'
import { coloursFor, harmlessJson, printable } from '../terminal/colours'
import { type Io, writeLine } from '../terminal/io'
import type { TestRequest } from './request'
import { changesText, findingText, macText, summaryText } from './text'
import type { Told } from './told'

/** Prints a test while it runs. */
export type Printer = {
  /** Prints all events; gives the question the test ends in, if it ends in one. A cancelled test asks nothing. */
  readonly all: (events: AsyncIterable<TestEvent>) => Promise<Continuation | null>
  /** Prints what comes after the checks. */
  readonly end: () => Promise<void>
  /** Exit status; `unfinished`: something kept the test from its end. */
  readonly status: (unfinished: boolean) => number
}

/** Checks that refuse to send a password: nothing is known about the configuration then. */
const limits = ['ropg.attempt', 'okta.attempt']

/** Prints text, or one event a line. */
export function printerFor({ json, strict }: TestRequest, io: Io): Printer {
  const told: Told = { findings: [], statements: [], summary: null }
  const colours = coloursFor(io)
  const print: (event: TestEvent, replaces: boolean) => string[] = json
    ? (event, replaces) => [harmlessJson(JSON.stringify(replaces ? { ...event, replaces } : event))]
    : (event) => textOf(event, colours)
  return {
    async all(events) {
      let next: Continuation | null = null
      for await (const event of events) {
        const replaces = note(event, told)
        next = event.type === 'continue' ? event.next : event.type === 'done' ? null : next
        for (const line of print(event, replaces)) {
          await writeLine(io.stdout, line)
        }
      }
      // Findings may follow the address; for a person it stands right above the question.
      if (!json && next?.kind === 'authorize') {
        await writeLine(io.stdout, `\n${printable(next.url)}`)
      }
      return next
    },
    async end() {
      const { summary, statements } = told
      if (!json && summary !== null) {
        const parts = [summaryText(summary, colours), macText(statements, colours), changesText(told)]
        await writeLine(
          io.stdout,
          parts.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines])).join('\n'),
        )
      }
    },
    status: (unfinished) => (unfinished ? EXIT.failed : statusOf(told, strict)),
  }
}

/** Keeps what an event tells; gives whether it takes the place of an earlier finding of its check. */
function note(event: TestEvent, told: Told): boolean {
  if (event.type === 'finding') {
    const { finding } = event
    const before = told.findings.findIndex(({ check }) => check === finding.check)
    // The second half of a test may know better than the first.
    told.findings.splice(before === -1 ? told.findings.length : before, 1, finding)
    return before !== -1
  }
  if (event.type === 'mac') {
    told.statements = event.statements
  } else if (event.type === 'done') {
    told.summary = event.summary
  }
  return false
}

function textOf(event: TestEvent, colours: ReturnType<typeof coloursFor>): string[] {
  return event.type === 'finding' ? findingText(event.finding, colours) : []
}

function statusOf({ summary, findings }: Told, strict: boolean): number {
  const limited = findings.some(({ check, outcome }) => outcome === 'failed' && limits.includes(check))
  if (limited) {
    return EXIT.failed
  }
  const has = (wanted: Finding['outcome']) => findings.some(({ outcome }) => outcome === wanted)
  switch (summary?.verdict) {
    case 'passed':
      return has('failed') || (strict && has('warning')) ? EXIT.issues : EXIT.clean
    case 'warning':
      return strict ? EXIT.issues : EXIT.clean
    case 'failed':
      return EXIT.issues
    default:
      return EXIT.failed
  }
}

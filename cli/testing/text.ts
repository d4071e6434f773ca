import type { Finding, MacStatement, Remedy, Summary } from '@/lib/api/report'
import { type Colours, printable } from '../terminal/colours'
import type { Told } from './told'

const paints = {
  passed: 'green',
  failed: 'red',
  warning: 'yellow',
  skipped: 'dim',
  cancelled: 'yellow',
} as const
const indent = ' '.repeat(9)

/** A check in words: a line when it holds, and below it what was found when it does not. */
export function findingText(finding: Finding, colours: Colours): string[] {
  const { outcome, title, sent, received, expected, means, certainty } = finding
  const mark = colours[paints[outcome]](outcome.padEnd(8))
  const head = `${mark} ${printable(title)}`
  if (outcome === 'passed') {
    const value = received ?? sent
    return [value === undefined ? head : `${head}: ${colours.dim(short(value))}`]
  }
  const details = [
    ...row('Sent', sent),
    ...row('Received', received),
    ...row('Expected', expected),
    ...(means === undefined ? [] : [means]),
    ...(certainty === 'inferred' ? ['This cause is inferred; no document of the vendor names it.'] : []),
  ]
  return [head, ...details.map((line) => indent + colours.dim(printable(line)))]
}

function row(label: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${label}: ${short(value)}`]
}

function short(text: string): string {
  const line = printable(text)
  return line.length > 200 ? `${line.slice(0, 199)}…` : line
}

/** How the test ended. */
export function summaryText({ verdict, title, text, repair }: Summary, colours: Colours): string[] {
  const change =
    repair === undefined ? [] : [printable(`In the web app, one click does it: ${repair.title}.`)]
  return [
    `${colours[paints[verdict]](verdict)}: ${colours.bold(printable(title))}`,
    printable(text),
    ...change,
  ]
}

/** What happens on the Mac; nothing when the test cannot tell. */
export function macText(statements: readonly MacStatement[], colours: Colours): string[] {
  if (statements.length === 0) {
    return []
  }
  return [colours.bold('On the Mac'), ...statements.flatMap((statement) => statementText(statement, colours))]
}

function statementText(
  { topic, value, because, certain, marks = [], concern }: MacStatement,
  colours: Colours,
) {
  const list = marks.map((mark) => {
    const near = mark.differsFrom === undefined ? '' : `, almost ${mark.differsFrom}`
    return mark.state === 'plain' ? mark.value : `${mark.value} (${mark.state}${near})`
  })
  const doubt = certain ? '' : ' Jamf does not document this.'
  const details = [...(list.length === 0 ? [] : [`Values: ${list.join(', ')}`]), because + doubt].map(
    (line) => `    ${colours.dim(printable(line))}`,
  )
  const worry =
    concern === undefined
      ? []
      : [`    ${colours[paints[concern.verdict]](printable(concern.title))}: ${printable(concern.text)}`]
  return [`  ${printable(topic)}: ${printable(value)}`, ...details, ...worry]
}

/** What to change, in the order in which it was found, each thing once. */
export function changesText({ findings }: Told): string[] {
  const wrong = findings.filter(({ outcome }) => outcome === 'failed' || outcome === 'warning')
  const lines = wrong.flatMap(({ change, remedy }) =>
    change === undefined ? [] : [printable(`  - ${change}${keyOf(remedy)}`)],
  )
  return lines.length === 0 ? [] : ['What to change', ...new Set(lines)]
}

/** As `latchkey set` takes it. */
function keyOf(remedy: Remedy | undefined): string {
  return remedy === undefined ? '' : ` (${remedy.domain}:${remedy.path.join('/')})`
}

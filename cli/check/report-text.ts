import { listed } from '@/lib/profile/file-contents'
import { signerInWords } from '@/lib/profile/signature/signature-words'
import type { Signer } from '@/lib/profile/signature/signed-data'
import { counted } from '@/lib/schema/words'
import { type Colours, printable } from '../terminal/colours'
import type { IssueReport, MoreOfKind, Report } from './report'

/** What is said of one file: a line about the file, and one for each issue in the form that editors jump to. */
export function textReport(report: Report, colours: Colours, today: Date): string[] {
  const { path, status, error, issues, more = [] } = report
  const name = printable(path)
  if (error && report.shape === undefined) {
    return [
      refusalLine(name, error, colours, insideOf(report)),
      ...(error.excerpt === undefined ? [] : [colours.dim(`    ${printable(error.excerpt)}`)]),
      ...repairLine(error.repair, colours),
    ]
  }
  const mark = status === 'clean' ? colours.green(status) : issueCount(report, colours)
  return [
    `${colours.bold(name)}: ${insideOf(report)}${facts(report, today)}; ${error ? colours.red(error.message) : mark}`,
    ...unreadLine(report, colours),
    ...issues.flatMap((issue) => [issueLine(name, issue, colours), ...repairLine(issue.repair, colours)]),
    ...more.map(({ severity, rule, count }) => moreLine(name, { severity, rule, count }, colours)),
  ]
}

/** "“Sign-in” in the output of “profiles show”: ", for a profile that stands in a file of another kind. */
function insideOf({ inside }: Report): string {
  if (inside === undefined) {
    return ''
  }
  const name = inside.name === '' ? '' : `“${printable(inside.name)}” in `
  return `${name}${inside.container}: `
}

function unreadLine({ inside }: Report, { dim }: Colours): string[] {
  const unread = inside?.unread ?? []
  return unread.length === 0 ? [] : [dim(`    Inside and not read: ${printable(listed(unread))}.`)]
}

const SHAPES = {
  direct: 'profile, direct form',
  'managed-preferences': 'profile, Managed Preferences form',
  mixed: 'profile, both forms',
  bare: 'property list without a profile',
} as const

const FORMATS = { xml: 'XML', binary: 'binary', openstep: 'OpenStep text' } as const

/** Of the places with settings of Jamf Connect, so many are named. */
const MOST_NAMED = 12

function facts({ shape, format, encoding, signature, payloads = [], lossless }: Report, today: Date): string {
  const own = payloads.filter(({ domain }) => domain !== null)
  const foreign = payloads.length - own.length
  return [
    ...(shape ? [SHAPES[shape]] : []),
    ...(format ? [FORMATS[format] + (encoding ? ` in ${encoding.toUpperCase()}` : '')] : []),
    ...(signature ? [`signed by ${signature.signers.map(signer(today)).join(' and ') || 'nobody'}`] : []),
    ...own.slice(0, MOST_NAMED).map(({ domain, settings }) => `${domain} (${settings})`),
    ...(own.length > MOST_NAMED ? [`${own.length - MOST_NAMED} more like them`] : []),
    ...(foreign > 0 ? [counted(foreign, 'other payload')] : []),
    ...(own.length + foreign === 0 ? ['no settings of Jamf Connect'] : []),
    lossless ? 'lossless' : 'not lossless',
  ].join(', ')
}

const signer = (today: Date) => (each: Signer) =>
  `${printable(each.name)} (${printable(signerInWords(each, today))})`

function issueCount({ issues, more = [] }: Report, { red, yellow }: Colours): string {
  const [errors, advice] = (['error', 'advice'] as const).map((wanted) => {
    const listed = issues.filter(({ severity }) => severity === wanted).length
    const others = more.filter(({ severity }) => severity === wanted)
    return others.reduce((sum, { count }) => sum + count, listed)
  }) as [number, number]
  const parts = [
    ...(errors > 0 ? [red(`${errors} error${errors === 1 ? '' : 's'}`)] : []),
    ...(advice > 0 ? [yellow(`${advice} piece${advice === 1 ? '' : 's'} of advice`)] : []),
  ]
  return parts.join(', ')
}

function issueLine(name: string, issue: IssueReport, { red, yellow, dim }: Colours): string {
  const severity = issue.severity === 'error' ? red('error') : yellow('advice')
  const at = issue.line === undefined ? name : `${name}:${issue.line}:${issue.column}`
  return `${at}: ${severity}: ${printable(issue.message)} ${dim(`(${issue.rule})`)}`
}

/** "and 29,900 more like it", for the issues of a rule that are not listed. */
function moreLine(
  name: string,
  { severity, rule, count }: MoreOfKind,
  { red, yellow, dim }: Colours,
): string {
  const mark = severity === 'error' ? red('error') : yellow('advice')
  return `${name}: ${mark}: … and ${count.toLocaleString('en-US')} more like it. ${dim(`(${rule})`)}`
}

function refusalLine(
  name: string,
  error: NonNullable<Report['error']>,
  { red, dim }: Colours,
  inside: string,
): string {
  const at = error.line === undefined ? name : `${name}:${error.line}:${error.column}`
  return `${at}: ${inside}${red(printable(error.message))} ${dim(`(${error.code})`)}`
}

function repairLine(repair: string | undefined, { dim }: Colours): string[] {
  return repair === undefined ? [] : [dim(`    Repair: ${printable(repair)}`)]
}

import { type Colours, printable } from '../terminal/colours'
import type { IssueReport, Report } from './report'

/** What is said of one file: a line about the file, and one for each issue in the form that editors jump to. */
export function textReport(report: Report, colours: Colours): string[] {
  const { path, status, error, issues } = report
  const name = printable(path)
  if (error && report.shape === undefined) {
    return [
      refusalLine(name, error, colours),
      ...(error.excerpt === undefined ? [] : [colours.dim(`    ${printable(error.excerpt)}`)]),
      ...repairLine(error.repair, colours),
    ]
  }
  const mark = status === 'clean' ? colours.green(status) : issueCount(issues, colours)
  return [
    `${colours.bold(name)}: ${facts(report)}; ${error ? colours.red(error.message) : mark}`,
    ...issues.flatMap((issue) => [issueLine(name, issue, colours), ...repairLine(issue.repair, colours)]),
  ]
}

const SHAPES = {
  direct: 'profile, direct form',
  'managed-preferences': 'profile, Managed Preferences form',
  mixed: 'profile, both forms',
  bare: 'property list without a profile',
} as const

const FORMATS = { xml: 'XML', binary: 'binary', openstep: 'OpenStep text' } as const

function facts({ shape, format, signature, payloads = [], lossless }: Report): string {
  const own = payloads.filter(({ domain }) => domain !== null)
  const foreign = payloads.length - own.length
  return [
    ...(shape ? [SHAPES[shape]] : []),
    ...(format ? [FORMATS[format]] : []),
    ...(signature ? [`signed by ${signature.signers.map(signer).join(' and ') || 'nobody'}`] : []),
    ...own.map(({ domain, settings }) => `${domain} (${settings})`),
    ...(foreign > 0 ? [`${foreign} other payload${foreign === 1 ? '' : 's'}`] : []),
    ...(own.length + foreign === 0 ? ['no settings of Jamf Connect'] : []),
    lossless ? 'lossless' : 'not lossless',
  ].join(', ')
}

const VERDICTS = {
  verified: 'verified',
  'not-verified': 'not verified',
  'cannot-check': 'not checked',
} as const

function signer({ name, verdict }: { readonly name: string; readonly verdict: keyof typeof VERDICTS }) {
  return `${printable(name)} (${VERDICTS[verdict]})`
}

function issueCount(issues: readonly IssueReport[], { red, yellow }: Colours): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const advice = issues.length - errors
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

function refusalLine(name: string, error: NonNullable<Report['error']>, { red, dim }: Colours): string {
  const at = error.line === undefined ? name : `${name}:${error.line}:${error.column}`
  return `${at}: ${red(printable(error.message))} ${dim(`(${error.code})`)}`
}

function repairLine(repair: string | undefined, { dim }: Colours): string[] {
  return repair === undefined ? [] : [dim(`    Repair: ${printable(repair)}`)]
}

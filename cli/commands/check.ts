import { counted } from '@/lib/schema/words'
import { type Checked, type CheckOptions, checkFile, checkInput } from '../check/check-file'
import { MOST_TOGETHER, reportsTogether, withoutAdvice } from '../check/check-together'
import { collectFiles, type FoundFile } from '../check/collect-files'
import { cutReport } from '../check/cut-report'
import type { Report } from '../check/report'
import { textReport } from '../check/report-text'
import { CliError, EXIT, UsageError } from '../cli-error'
import type { Command, Parsed } from '../command'
import { readInput } from '../files/read-input'
import { coloursFor, harmlessJson, printable } from '../terminal/colours'
import { type Io, writeLine } from '../terminal/io'
import { progressOn } from '../terminal/progress'

/** `latchkey check`: reads files and says what is wrong with them. */
export const check: Command = {
  name: 'check',
  usage: 'PATH… [--json] [--errors-only] [--quiet]',
  summary: 'Read profiles, prove that nothing is lost, and list what is wrong with them.',
  details: [
    'PATH is a file, a folder, or "-" for standard input. In folders, at any depth, files count that end in .mobileconfig, .plist or .xml or begin like a property list or a signed profile, and JSON that speaks of profiles. Symbolic links in folders are not followed.',
    'The profiles inside these are read too: the output of “profiles show -type configuration -output stdout-xml”, /Library/Managed Preferences/USER/complete.plist, an answer of the Classic API of Jamf Pro for one profile (XML or JSON), and the JSON of “latchkey convert”. What else is inside is named.',
    'Profiles that are checked together are also compared: one identifier or UUID in two of them, settings and linked keys that differ, two scopes for one domain, two payloads of a type of which a Mac takes one, and a profile that only adds to another one.',
    'Each file is read, written back unedited (the same bytes have to come out), written anew as XML and as a binary property list, and read again (the same values, types and order have to come out).',
    'With --json, each line is one object: path, status, inside (container, name, unread), format, signature, shape, payloads, lossless, roundTrip, issues (severity, rule, domain, keyPath, line, column, message, aboutAccess: it is about losing access to the Mac, repair), more (severity, rule, count: issues of a rule beyond the first 100), adviceAboutAccess (with --errors-only: how many pieces of advice about losing access to the Mac are left out), error (code, message, line, column, excerpt, repair). Names and values of the file that are long are cut, with their length. Values of settings that are credentials appear nowhere.',
    'With --errors-only, advice about losing access to the Mac is counted on standard error.',
    'Exit status: 0 every file is clean, 1 there are issues, advice included, 2 a file cannot be read or found. The worst file decides.',
  ],
  options: {
    json: { help: 'Print one JSON object a line.' },
    'errors-only': { help: 'Leave out advice; a file with advice alone is clean.' },
    quiet: { short: 'q', help: 'Say nothing of clean files.' },
  },
  run: async (parsed, io) => {
    if (parsed.operands.length === 0) {
      throw new UsageError('Name a file or a folder to check.')
    }
    const { files, problems, links } = await collectFiles(
      parsed.operands.filter((path) => path !== '-'),
      io.cwd,
    )
    for (const problem of problems) {
      await writeLine(io.stderr, `latchkey: ${printable(problem)}`)
    }
    const counts = await checkAll(files, parsed, io)
    if (problems.length === 0 || files.length > 0) {
      await summarize({ counts, links }, parsed, io)
    }
    if (problems.length > 0 || counts.unreadable > 0) {
      return EXIT.failed
    }
    return counts.issues > 0 ? EXIT.issues : EXIT.clean
  },
}

type Counts = { [status in Report['status']]: number }

/** One file after the other; what is kept of each is its report and the settings of Jamf Connect in it. */
async function checkAll(files: readonly FoundFile[], parsed: Parsed, io: Io): Promise<Counts> {
  const options: CheckOptions = { today: new Date() }
  const progress = progressOn(io)
  const checked: Checked[] = []
  if (parsed.operands.includes('-')) {
    checked.push(...(await checkInput(await readInput('-', io), options)))
  }
  for (const [index, file] of files.entries()) {
    await progress.show(index, files.length)
    checked.push(...(await checkFile(file, options)))
  }
  await progress.clear()
  const profiles = checked.filter(({ member }) => member !== undefined).length
  if (profiles > MOST_TOGETHER) {
    const most = `latchkey: Of ${profiles} profiles, the first ${MOST_TOGETHER} are compared with each other.`
    await writeLine(io.stderr, most)
  }
  return tell(reportsTogether(checked), parsed, io)
}

async function tell(reports: readonly Report[], parsed: Parsed, io: Io): Promise<Counts> {
  const counts: Counts = { clean: 0, issues: 0, unreadable: 0 }
  const print = printer(parsed, io)
  const unshown: Report[] = []
  for (const each of reports) {
    const report = cutReport(parsed.flag('errors-only') ? withoutAdvice(each) : each)
    counts[report.status] += 1
    if (report.adviceAboutAccess !== undefined) {
      unshown.push(report)
    }
    if (report.status !== 'clean' || !parsed.flag('quiet')) {
      await print(report)
    }
  }
  await tellUnshown(unshown, io)
  return counts
}

/** That a profile may lock people out is said even where advice is not wanted: of one file by its name, else by number. */
async function tellUnshown(reports: readonly Report[], io: Io): Promise<void> {
  const [first, ...others] = reports
  if (first !== undefined) {
    const count = reports.reduce((sum, { adviceAboutAccess = 0 }) => sum + adviceAboutAccess, 0)
    const where = others.length === 0 ? first.path : counted(reports.length, 'file')
    await writeLine(
      io.stderr,
      `latchkey: ${counted(count, 'piece of advice', 'pieces of advice')} about losing access to the Mac ${count === 1 ? 'is' : 'are'} not shown (${printable(where)}). Leave out --errors-only to see ${count === 1 ? 'it' : 'them'}.`,
    )
  }
}

function printer(parsed: Parsed, io: Io): (report: Report) => Promise<void> {
  if (parsed.flag('json')) {
    return (report) => writeLine(io.stdout, harmlessJson(JSON.stringify(report)))
  }
  const colours = coloursFor(io)
  return async (report) => writeLine(io.stdout, textReport(report, colours, new Date()).join('\n'))
}

/** Said on standard error, so that standard output holds what is known of the files and nothing else. */
async function summarize(found: { readonly counts: Counts; readonly links: number }, parsed: Parsed, io: Io) {
  const { counts, links } = found
  const total = counts.clean + counts.issues + counts.unreadable
  if (total === 0 && links === 0) {
    throw new CliError('There is no profile or property list to check in the folders that you name.')
  }
  if (parsed.flag('json') || (total === 1 && links === 0)) {
    return
  }
  const skipped = links === 0 ? '' : ` ${links} symbolic link${links === 1 ? ' was' : 's were'} not followed.`
  const files = `${total} file${total === 1 ? '' : 's'}`
  const parts = `${counts.clean} clean, ${counts.issues} with issues, ${counts.unreadable} unreadable`
  await writeLine(io.stderr, `${files}: ${parts}.${skipped}`)
}

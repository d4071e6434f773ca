import type { Issue } from '@/lib/api/issue'
import { readPlist } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import type { PlistDocument } from '@/lib/plist/xml/document'
import { ProfileError } from '@/lib/profile/errors'
import { contentsOf, type OpenedFile } from '@/lib/profile/file-contents'
import { inspect } from '@/lib/profile/inspect'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import { foreignPayloads, settingsAt, settingsByDomain } from '@/lib/profile/payloads/shapes'
import { signatureIssues } from '@/lib/profile/signature/signature-words'
import { type Member, memberOf } from '@/lib/profile/together'
import { CliError } from '../cli-error'
import { reasonOf } from '../files/fs-errors'
import { type Input, readRegularFile } from '../files/read-input'
import { type Refusal, refusalOf } from '../files/refusal'
import type { FoundFile } from './collect-files'
import { firstOfKinds } from './cut-report'
import { locator, type Position } from './locate'
import { oneMessageEach } from './one-message'
import type { IssueReport, PayloadReport, Report } from './report'
import { isLossless, roundTrip } from './round-trip'

export type CheckOptions = {
  /** The day that decides what has expired. */
  readonly today: Date
}

/** A report, and what counts of its profile among others, where there is one. */
export type Checked = { readonly report: Report; readonly member?: Member }

/** Reads a file and checks it. Whatever the file is, it gives a report for each profile inside and does not throw. */
export async function checkFile({ label, path }: FoundFile, options: CheckOptions): Promise<Checked[]> {
  try {
    const bytes = await readRegularFile(path)
    return await checkInput({ label, path, fileName: path, bytes }, options)
  } catch (error) {
    const message = error instanceof CliError ? `The file ${error.message}` : `The file ${reasonOf(error)}.`
    return [{ report: refused(label, { code: 'not-readable', message }) }]
  }
}

/** Checks the bytes of a file. Gives a report for everything inside, and does not throw. */
export async function checkInput(input: Input, options: CheckOptions): Promise<Checked[]> {
  try {
    const { files, unread } = await contentsOf(input.bytes, input.fileName)
    return await Promise.all(
      files.map((file, index) => checkOne(input.label, file, index === 0 ? unread : [], options)),
    )
  } catch (error) {
    return [{ report: refused(input.label, refusal(error, input.bytes)) }]
  }
}

async function checkOne(
  label: string,
  file: OpenedFile,
  unread: readonly string[],
  options: CheckOptions,
): Promise<Checked> {
  const { container, name } = file
  const inside = container === null ? {} : { inside: { container, name, unread } }
  try {
    const profile = await file.open()
    const own = { ...reportOn(label, profile, { ...options, placed: !file.rebuilt }), ...inside }
    const report = container === null || !/\.mobileconfig$/i.test(label) ? own : misnamed(own, container)
    return { report, member: memberOf(name === '' ? label : `${label} (${name})`, profile) }
  } catch (error) {
    const report = { ...refused(label, refusal(error, file.bytes)), ...inside }
    return {
      report:
        error instanceof ProfileError && error.code === 'not-a-dictionary'
          ? { ...formatOf(file.bytes), ...report }
          : report,
    }
  }
}

/** A file that only holds profiles, and has the name of one. */
function misnamed(report: Report, container: string): Report {
  const issue = issueReport({
    severity: 'error',
    rule: 'not-a-profile',
    domain: null,
    path: [],
    message: `The file has the name of a configuration profile and is none, but something that holds one (${container}). A Mac does not read it: save the profile in it as a file of its own.`,
  })
  const status = report.status === 'unreadable' ? 'unreadable' : 'issues'
  return { ...report, status, issues: [issue, ...report.issues] }
}

function reportOn(
  path: string,
  profile: OpenedProfile,
  { today, placed }: CheckOptions & { readonly placed: boolean },
): Report {
  const { document, root, content, places, shape, signature, fileName } = profile
  const settings = settingsByDomain(root, places)
  const locate = placed ? locator(profile) : () => undefined
  const source = placed && document.format === 'xml' ? document.source : undefined
  // A signature is around the text, so that its issues have no line.
  const around = signatureIssues(signature, today).map((issue) => issueReport(issue))
  const found = inspect(root, { settings, places, today, fileName, source })
  const { issues: first, more } = firstOfKinds(oneMessageEach(found, settings))
  const issues = [...around, ...first.map((issue) => issueReport(issue, locate(issue)))]
  const trip = roundTrip(document, content)
  const lossless = isLossless(trip)
  const report = {
    path,
    format: document.format,
    ...encodingOf(document),
    signature,
    shape,
    payloads: payloadsIn(profile),
    lossless,
    roundTrip: trip,
    issues,
    ...(more.length > 0 ? { more } : {}),
  }
  return lossless
    ? { ...report, status: issues.length > 0 ? 'issues' : 'clean' }
    : { ...report, status: 'unreadable', error: NOT_LOSSLESS }
}

function encodingOf(document: PlistDocument): Pick<Report, 'encoding'> {
  const encoding = document.format === 'xml' ? document.decoded.encoding : 'utf-8'
  return encoding === 'utf-8' ? {} : { encoding }
}

const NOT_LOSSLESS: Refusal = {
  code: 'not-lossless',
  message:
    'Latchkey would change this file by reading and writing it. Do not edit it with Latchkey; report the file.',
}

function payloadsIn({ root, places }: OpenedProfile): PayloadReport[] {
  const own = places.map((place) => ({
    type: place.shape === 'managed-preferences' ? 'com.apple.ManagedClient.preferences' : place.domain,
    domain: place.domain,
    settings: settingsAt(root, place).entries.length,
  }))
  return [...own, ...foreignPayloads(root).map(({ type }) => ({ type, domain: null, settings: 0 }))]
}

export function issueReport(
  { severity, rule, domain, path, message, aboutAccess, repair }: Issue,
  at?: Position,
): IssueReport {
  return {
    severity,
    rule,
    domain,
    keyPath: path.join('/'),
    ...at,
    message,
    ...(aboutAccess ? { aboutAccess } : {}),
    ...(repair ? { repair: repair.title } : {}),
  }
}

function refused(path: string, error: Refusal): Report {
  return { path, status: 'unreadable', issues: [], error }
}

function refusal(error: unknown, bytes: Uint8Array): Refusal {
  return error instanceof PlistError || error instanceof ProfileError
    ? refusalOf(error, bytes)
    : {
        code: 'internal',
        message: 'Latchkey cannot check this file because of a defect of its own. Report the file.',
      }
}

/** A property list that is no profile is still told to be read without loss. */
function formatOf(bytes: Uint8Array): Pick<Report, 'format' | 'lossless' | 'roundTrip'> {
  try {
    const document = readPlist(bytes)
    const trip = roundTrip(document, bytes)
    return { format: document.format, lossless: isLossless(trip), roundTrip: trip }
  } catch {
    return {}
  }
}

import { readPlist } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import { ProfileError } from '@/lib/profile/errors'
import { inspect } from '@/lib/profile/inspect'
import { type OpenedProfile, openProfile } from '@/lib/profile/open-profile'
import { foreignPayloads, settingsAt, settingsByDomain } from '@/lib/profile/shapes'
import type { Issue } from '@/lib/schema/issue'
import { CliError } from '../cli-error'
import { reasonOf } from '../files/fs-errors'
import { type Input, readRegularFile } from '../files/read-input'
import { type Refusal, refusalOf } from '../files/refusal'
import type { FoundFile } from './collect-files'
import { locator, type Position } from './locate'
import type { IssueReport, PayloadReport, Report } from './report'
import { isLossless, roundTrip } from './round-trip'

export type CheckOptions = {
  /** Whether advice is left out. */
  readonly errorsOnly: boolean
  /** The day that decides what has expired. */
  readonly today: Date
}

/** Reads a file and checks it. Whatever the file is, it gives a report and does not throw. */
export async function checkFile({ label, path }: FoundFile, options: CheckOptions): Promise<Report> {
  try {
    const bytes = await readRegularFile(path)
    return await checkInput({ label, path, fileName: path, bytes }, options)
  } catch (error) {
    const message = error instanceof CliError ? `The file ${error.message}` : `The file ${reasonOf(error)}.`
    return refused(label, { code: 'not-readable', message })
  }
}

/** Checks the bytes of a file. Gives a report for everything, and does not throw. */
export async function checkInput(input: Input, options: CheckOptions): Promise<Report> {
  try {
    return reportOn(input.label, await openProfile(input.bytes, input.fileName), options)
  } catch (error) {
    const report = refused(input.label, refusal(error, input.bytes))
    return error instanceof ProfileError && error.code === 'not-a-dictionary'
      ? { ...formatOf(input.bytes), ...report }
      : report
  }
}

function reportOn(path: string, profile: OpenedProfile, { errorsOnly, today }: CheckOptions): Report {
  const { document, root, content, places, shape, signature } = profile
  const settings = settingsByDomain(root, places)
  const locate = locator(profile)
  const issues = inspect(root, { settings, places, today })
    .filter(({ severity }) => !errorsOnly || severity === 'error')
    .map((issue) => issueReport(issue, locate(issue)))
  const trip = roundTrip(document, content)
  const lossless = isLossless(trip)
  const report = {
    path,
    format: document.format,
    signature,
    shape,
    payloads: payloadsIn(profile),
    lossless,
    roundTrip: trip,
    issues,
  }
  return lossless
    ? { ...report, status: issues.length > 0 ? 'issues' : 'clean' }
    : { ...report, status: 'unreadable', error: NOT_LOSSLESS }
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

function issueReport({ severity, rule, domain, path, message, repair }: Issue, at?: Position): IssueReport {
  return {
    severity,
    rule,
    domain,
    keyPath: path.join('/'),
    ...at,
    message,
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

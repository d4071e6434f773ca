import type { ProfileStore } from '@/components/open-profile/profile-store'
import type { TestKind, TestReport } from '@/lib/api/report'
import type { RunAbout } from '@/lib/api/test-runs'
import type { PlistValue } from '@/lib/plist/value'
import { printOf } from './print-of'
import { testedValues } from './tested-values'

/** What a run was made with. */
export type Ran = Pick<TestReport, 'configuration' | 'tested'> & {
  /** The values of the form in words. */
  readonly used: readonly string[]
  /** The values of the form of a run that another page has started. */
  readonly form: Readonly<Record<string, string>> | null
  /** The profile as it was then; null where it is not the one on the screen. */
  readonly root: PlistValue | null
  readonly text: string | null
}

export type Started = {
  readonly kind: TestKind
  /** The configuration, and its id. */
  readonly configuration: TestReport['configuration']
  readonly of: string
  /** What is sent with the profile, and its words. */
  readonly body: Readonly<Record<string, unknown>>
  readonly used: readonly string[]
  /** The run before, where it has come to an end. */
  readonly before: string | null
}

/** What a run that begins is made with, and what of it the server keeps for a page that is loaded again. */
export function startRan(profile: ProfileStore, started: Started): { ran: Ran; about: RunAbout } {
  const { kind, of, body, used, before } = started
  const { root, text, dirty, settings } = profile
  const configuration = { ...started.configuration, ...(dirty ? { unsaved: true } : {}) }
  const tested = testedValues(kind, body, settings)
  const form = Object.fromEntries(
    Object.entries(body).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'password',
    ),
  )
  const about = {
    of,
    configuration,
    tested,
    used: [...used],
    form,
    print: printOf(text),
    ...(before === null ? {} : { before }),
  }
  return { ran: { configuration, tested, used, form: null, root, text }, about }
}

/** What a run was made with that another page has started. */
export function ranBefore(profile: ProfileStore, about: RunAbout): Ran {
  const { configuration, tested, used, form, print } = about
  const { root, text } = profile
  const same = printOf(text) === print
  const { unsaved, ...rest } = configuration
  return {
    configuration: { ...rest, ...(unsaved ? { unsaved } : {}) },
    tested,
    used,
    form,
    root: same ? root : null,
    text: same ? text : null,
  }
}

/** A name for a run that nobody guesses. */
export function newRunId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

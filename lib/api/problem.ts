import type { VersionItem } from './configurations'

/** GET /api/health, /api/health/ready and /api/health/live. */
export type Health =
  | { readonly status: 'ok' }
  /** `code` and `message` as in a Problem. */
  | { readonly status: 'unavailable'; readonly code: string; readonly message: string }

/** Body of every answer that is not a success. `code` is stable, `message` is a sentence for the person at the screen. */
export type Problem = {
  readonly code: string
  readonly message: string
  /** For code "unexpected": the id under which the server's log explains it. */
  readonly id?: string
}

/** 412: somebody saved after the version this change is based on. `base` is null when there is no such version. */
export type StaleProblem = Problem & {
  readonly code: 'stale'
  readonly base: VersionItem | null
  readonly newest: VersionItem
}

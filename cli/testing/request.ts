import type { TestKind } from '@/lib/api/report'
import type { ResponseMode, ResponseType } from '@/lib/api/sign-in-flow'
import type { Settings } from '@/lib/schema/settings'
import type { CheckingApp } from '@/lib/testers/ropg/plan'

/** A test as the command line asks for it. There is no password: it comes from standard input or a prompt. */
export type TestRequest = {
  readonly kind: TestKind
  readonly settings: Settings
  readonly userName: string | undefined
  /** Whose password check is tried; undefined leaves it to the configuration. */
  readonly app: CheckingApp | undefined
  readonly responseType: ResponseType | undefined
  readonly responseMode: ResponseMode | undefined
  /** One TestEvent a line instead of text. */
  readonly json: boolean
  /** A warning counts as a failure. */
  readonly strict: boolean
}

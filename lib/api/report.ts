import type { Exchange } from './exchange'
import type { KeyPlace, Repair } from './issue'
import type { Catcher, CatchOffer } from './sign-in-flow'

/** Characters of what a person may bring back from a sign-in page: an address, or the text of an error page. */
export const longestAnswer = 200_000

/**
 * What a test says. Plain data: it is streamed to the browser while the test runs, kept with the configuration, and
 * exported for a support ticket. Nothing in it is a password, client secret, code, token or cookie.
 */
/** The tests, in the order in which they are offered. */
export const testKinds = ['discovery', 'oidc', 'ropg', 'okta'] as const
export type TestKind = (typeof testKinds)[number]

export type Outcome = 'passed' | 'failed' | 'warning' | 'skipped'

/** The answer to one question about an identity provider. */
export type Finding = {
  /** Stable name of the check, "discovery.issuer-matches". */
  readonly check: string
  /** What was established, as a sentence without a period: "The issuer matches", or "The issuer is another one". */
  readonly title: string
  readonly outcome: Outcome
  /** What was sent, received and expected, shortened for showing. */
  readonly sent?: string
  readonly received?: string
  readonly expected?: string
  /** What it means for Jamf Connect, and what to change; sentences. For a skipped check `means` is the reason. */
  readonly means?: string
  readonly change?: string
  /** Section of the specification or page of the vendor that the check rests on. */
  readonly reference?: Reference
  /** The key to look at; opens its field. */
  readonly remedy?: Remedy
  /** "inferred": the link between the answer and its cause is ours, no vendor document makes it. */
  readonly certainty?: 'documented' | 'inferred'
  /** The row of the diagnosis table that explains it, by its id. */
  readonly row?: string
}

export type Reference = { readonly label: string; readonly url?: string }

/** A key of the configuration, and a change to it that can be made with one click. */
export type Remedy = KeyPlace & { readonly repair?: Repair }

export const verdicts = ['passed', 'warning', 'failed', 'cancelled'] as const
export type Verdict = (typeof verdicts)[number]

/** How a test ended: one sentence a person would say, what it means, and the one thing to do next. */
export type Summary = {
  readonly verdict: Verdict
  readonly title: string
  readonly text: string
  readonly repair?: Repair
}

/** How a test ended that somebody has cancelled. */
export const cancelledSummary: Summary = {
  verdict: 'cancelled',
  title: 'The test was cancelled',
  text: 'What had been found until then is shown; nothing more was sent.',
}

/** A claim of the ID token: its value for showing, what it is, and what Jamf Connect does with it. */
export type ExplainedClaim = {
  readonly name: string
  readonly value: string
  readonly explanation: string
  /** Jamf Connect reads it with this configuration. */
  readonly used: boolean
}

/** A token as it was received, decoded. The signature is never kept. */
export type DecodedToken = {
  readonly header: Readonly<Record<string, unknown>>
  readonly claims: readonly ExplainedClaim[]
}

/** A value of the token beside what was configured. */
export type Mark = {
  readonly value: string
  readonly state: 'matched' | 'near' | 'plain'
  /** The configured value that a near one almost is. */
  readonly differsFrom?: string
}

/** Something an administrator will want to change, as a person would say it. */
export type Concern = {
  /** "failed": the sign-in itself does not work; "warning": it works, but not as configured. */
  readonly verdict: 'failed' | 'warning'
  /** One clause without a period: "The test user can sign in, but as a standard user". */
  readonly title: string
  readonly text: string
}

/** One statement about what happens on the Mac, with the key and the claim behind it. */
export type MacStatement = {
  /** "Account name", "Rights", "Local password". */
  readonly topic: string
  readonly value: string
  /** Why, in sentences: names the key and the claim, and says what Jamf does not document. */
  readonly because: string
  readonly keys: readonly KeyPlace[]
  readonly claims: readonly string[]
  /** False: not documented by Jamf; said so beside it. */
  readonly certain: boolean
  /** Values to show as marks, beside what was configured: the groups of the token. */
  readonly marks?: readonly Mark[]
  readonly concern?: Concern
  readonly repair?: Repair
}

/** What a running test sends, one JSON object a line. */
export type TestEvent =
  | {
      readonly type: 'started'
      readonly kind: TestKind
      readonly at: string
      readonly checks: readonly string[]
    }
  | { readonly type: 'finding'; readonly finding: Finding }
  | { readonly type: 'exchange'; readonly exchange: Exchange }
  | { readonly type: 'token'; readonly token: DecodedToken }
  | { readonly type: 'mac'; readonly statements: readonly MacStatement[] }
  /** The test goes on in the browser: an address to open (OIDC), or a question to answer (Okta). */
  | { readonly type: 'continue'; readonly next: Continuation }
  | { readonly type: 'done'; readonly summary: Summary; readonly durationMs: number }

export type Continuation =
  | {
      readonly kind: 'authorize'
      /** Address of the identity provider's sign-in page. */
      readonly url: string
      readonly redirectUri: string
      readonly catcher: Catcher
      /** Names the sign-in; sent back with the answer. `state` in the answer begins with it. */
      readonly id?: string
      /** The answer could be caught, if the person at the screen agrees. */
      readonly offer?: CatchOffer
      /** What to change so that the answer is caught by itself; a sentence. */
      readonly advice?: string
    }
  | {
      readonly kind: 'okta'
      /** Status of the transaction, Okta's word. */
      readonly status: string
      readonly prompt: OktaPrompt
    }

/** What the person answered: an action of the prompt, with the factor or the text that it takes. */
export type OktaAnswer = {
  readonly action: string
  readonly factor?: string | undefined
  readonly value?: string | undefined
}

/** What the person at the screen has to do next in Okta's state machine. `handle` names the server-side transaction. */
export type OktaPrompt = {
  readonly handle: string
  readonly title: string
  readonly text: string
  readonly factors?: readonly {
    readonly id: string
    readonly label: string
    readonly detail?: string
    readonly answerable: boolean
  }[]
  readonly input?: { readonly kind: 'code' | 'answer' | 'new-password'; readonly label: string }
  /** Number to choose on the phone. */
  readonly number?: number
  /** data: URI of a QR code. */
  readonly qr?: string
  readonly actions: readonly { readonly id: string; readonly label: string; readonly danger?: boolean }[]
  /** Ask again after this many milliseconds. */
  readonly pollMs?: number
  readonly expiresAt?: string
}

/** A user name or the value of a key that a run tried. */
export type TestedValue = { readonly name: string; readonly value: string }

/** A finished run as it is kept, compared and exported. */
export type TestReport = {
  readonly kind: TestKind
  readonly at: string
  readonly durationMs: number
  readonly configuration: {
    readonly name: string
    readonly version: number | null
    /** The values tested were not those of that version: somebody had changed them and not saved. */
    readonly unsaved?: boolean
  }
  /** What was tried: the user and the configured values, as far as they are no secrets. */
  readonly tested?: readonly TestedValue[]
  readonly findings: readonly Finding[]
  readonly exchanges: readonly Exchange[]
  readonly token: DecodedToken | null
  readonly mac: readonly MacStatement[]
  readonly summary: Summary
}

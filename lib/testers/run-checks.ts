import type { Finding, Outcome, Reference } from '../api/report'

/** What a check established; its name and title are added by runChecks. */
export type CheckResult = Omit<Finding, 'check' | 'title' | 'reference'> & {
  /** Replaces the titles of the check in this finding, for what was found in this case only. */
  readonly title?: string
  /** Replaces the reference of the check. */
  readonly reference?: Reference
}

/** One question about an identity provider: one answer, one finding. */
export type Check<Context> = {
  /** Stable name, "discovery.issuer-matches". */
  readonly id: string
  /** What is established when it passes: "The issuer matches". */
  readonly title: string
  /** What is established when it fails: "The issuer is another one". A check that can fail has one. */
  readonly failedTitle?: string
  /** What is established when it warns, where that is less than what `failedTitle` says. */
  readonly warningTitle?: string
  readonly reference?: Reference
  /** Checks that have to hold first; when one failed, was skipped or did not run, this one is skipped. */
  readonly needs?: readonly string[]
  /** A defect of the provider is a result. What is thrown ends the test. */
  readonly run: (context: Context) => CheckResult | Promise<CheckResult>
}

/** The outcome of every check that has run, by name. Goes on from one list of checks to the next. */
export type Outcomes = Map<string, Outcome>

/**
 * Runs checks in their order and gives each finding as it is made. `outcomes` collects how they ended; give the same
 * map to a later list when its checks need earlier ones. Throws the signal's reason once it is aborted, also while a
 * check is under way.
 */
export async function* runChecks<Context>(
  checks: readonly Check<Context>[],
  context: Context,
  {
    signal,
    outcomes = new Map(),
    titles = titlesOf(checks),
  }: {
    readonly signal?: AbortSignal
    readonly outcomes?: Outcomes
    /** Titles of the checks of all lists, for the reason of a skipped one. */
    readonly titles?: ReadonlyMap<string, string>
  } = {},
): AsyncGenerator<Finding, Outcomes> {
  for (const check of checks) {
    signal?.throwIfAborted()
    const missing = check.needs?.find((id) => !holds(outcomes.get(id)))
    const result =
      missing === undefined
        ? await unlessAborted(check.run(context), signal)
        : skipped(`Not checked: it needs “${titles.get(missing) ?? missing}”.`)
    outcomes.set(check.id, result.outcome)
    yield finding(check, result)
  }
  return outcomes
}

/** The titles of checks by name. */
export function titlesOf(
  checks: readonly { readonly id: string; readonly title: string }[],
): ReadonlyMap<string, string> {
  return new Map(checks.map(({ id, title }) => [id, title]))
}

/** The result of a check that holds. */
export function passed(details: Omit<CheckResult, 'outcome'> = {}): CheckResult {
  return { ...details, outcome: 'passed' }
}

/** The result of a check that does not hold; `details.means` and `details.change` say what follows. */
export function failed(details: Omit<CheckResult, 'outcome'>): CheckResult {
  return { ...details, outcome: 'failed' }
}

/** The result of a check that found something unwise or unusual that a sign-in survives. */
export function warning(details: Omit<CheckResult, 'outcome'>): CheckResult {
  return { ...details, outcome: 'warning' }
}

/** The result of a check that does not apply, with the reason as a sentence. */
export function skipped(means: string): CheckResult {
  return { outcome: 'skipped', means }
}

/** What a finding needs of its check. */
export type CheckName = Pick<Check<never>, 'id' | 'title' | 'failedTitle' | 'warningTitle' | 'reference'>

/** The finding that a check and its result make, under the title of its outcome; for one made outside a list. */
export function finding(check: CheckName, result: CheckResult): Finding {
  const { id, reference } = check
  const title = titleFor(check, result.outcome)
  return { check: id, title, ...(reference === undefined ? {} : { reference }), ...result }
}

function titleFor({ title, failedTitle, warningTitle }: CheckName, outcome: Outcome): string {
  switch (outcome) {
    case 'failed':
      return failedTitle ?? `“${title}” does not hold`
    case 'warning':
      return warningTitle ?? failedTitle ?? title
    default:
      return title
  }
}

function holds(outcome: Outcome | undefined): boolean {
  return outcome === 'passed' || outcome === 'warning'
}

/** The result, unless the signal is aborted first: a check that does not listen to it ends all the same. */
async function unlessAborted(
  result: CheckResult | Promise<CheckResult>,
  signal: AbortSignal | undefined,
): Promise<CheckResult> {
  if (signal === undefined || !(result instanceof Promise)) {
    return result
  }
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([result, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

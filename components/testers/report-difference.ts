import type { Exchange, Field } from '@/lib/api/exchange'
import type { MacStatement, Outcome, TestReport } from '@/lib/api/report'
import { isNewClaim, isNewParameter } from './new-every-time'

/** A check in two reports; null: that run did not make it. */
export type CheckChange = {
  readonly check: string
  readonly title: string
  readonly before: Outcome | null
  readonly after: Outcome | null
}

/** A value in two reports; null: that run has none of the name. */
export type ValueChange = {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

/** What two reports say of one thing, row by row; `only`: one of them says nothing of it, and there is no row. */
export type Compared = {
  readonly only: 'before' | 'after' | null
  readonly changes: readonly ValueChange[]
}

export type ReportDifference = {
  /** Checks that came out differently, or were made in one run only. */
  readonly checks: readonly CheckChange[]
  /** How many came out the same. */
  readonly same: number
  /** What happens on the Mac. */
  readonly mac: Compared
  /** The claims of the ID token, but for those whose value is another one every time. */
  readonly claims: Compared
  /** What was tested differently: the user, the values of the configuration. */
  readonly tested: readonly ValueChange[]
  /** What was sent differently, by request. */
  readonly sent: readonly { readonly request: string; readonly changes: readonly ValueChange[] }[]
}

/** What differs between two reports of the same test; equal ones have no differences. */
export function reportDifference(before: TestReport, after: TestReport): ReportDifference {
  const checks = checkChanges(before, after)
  const changed = checks.filter((check) => check.before !== check.after)
  return {
    checks: changed,
    same: checks.length - changed.length,
    mac: compared(before.mac.flatMap(rowsOf), after.mac.flatMap(rowsOf)),
    claims: compared(before.token?.claims ?? [], after.token?.claims ?? [], isNewClaim),
    tested: valueChanges(before.tested ?? [], after.tested ?? []),
    sent: sentChanges(before.exchanges, after.exchanges),
  }
}

function checkChanges({ findings: before }: TestReport, { findings: after }: TestReport): CheckChange[] {
  const was = new Map(before.map((finding) => [finding.check, finding]))
  const is = new Map(after.map((finding) => [finding.check, finding]))
  const names = [...is.keys(), ...[...was.keys()].filter((check) => !is.has(check))]
  return names.map((check) => ({
    check,
    title: is.get(check)?.title ?? was.get(check)?.title ?? check,
    before: was.get(check)?.outcome ?? null,
    after: is.get(check)?.outcome ?? null,
  }))
}

function compared(
  before: readonly Field[],
  after: readonly Field[],
  isNew?: (name: string) => boolean,
): Compared {
  if ((before.length === 0) !== (after.length === 0)) {
    return { only: before.length === 0 ? 'after' : 'before', changes: [] }
  }
  return { only: null, changes: valueChanges(before, after, isNew) }
}

/** A statement as its value and, where values of the token stand beside it, those: a line each, in whatever order they came. */
function rowsOf({ topic, value, marks = [] }: MacStatement): readonly Field[] {
  const values = marks.map((mark) => mark.value + (mark.differsFrom ? ` ≠ ${mark.differsFrom}` : ''))
  return [{ name: topic, value: [value, ...values.toSorted()].join('\n') }]
}

/** Requests by their names, the first with the first and the second with the second: a name may come twice. */
function sentChanges(before: readonly Exchange[], after: readonly Exchange[]): ReportDifference['sent'] {
  const was = byName(before)
  const is = byName(after)
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((request) => ({ request, changes: exchangeChanges(was.get(request), is.get(request)) }))
    .filter(({ changes }) => changes.length > 0)
}

/** Of a request that only one run has sent, its address alone: the rest would be all of it. */
function exchangeChanges(before: Exchange | undefined, after: Exchange | undefined): ValueChange[] {
  return before && after
    ? valueChanges(fieldsOf(before), fieldsOf(after), isNewParameter)
    : valueChanges(fieldsOf(before).slice(0, 1), fieldsOf(after).slice(0, 1))
}

function byName(exchanges: readonly Exchange[]): Map<string, Exchange> {
  const named = new Map<string, Exchange>()
  for (const exchange of exchanges) {
    let name = exchange.name
    for (let count = 2; named.has(name); count += 1) {
      name = `${exchange.name} (${count})`
    }
    named.set(name, exchange)
  }
  return named
}

/** Lengths follow from the rest, and would be told for every change. */
const implied = /^(content-length)$/i

function fieldsOf(exchange: Exchange | undefined): readonly Field[] {
  if (exchange === undefined) {
    return []
  }
  const { method, url, sent, body = [] } = exchange
  const [address = '', ...query] = url.split('?')
  return [
    { name: 'Address', value: `${method} ${address}` },
    ...[...new URLSearchParams(query.join('?'))].map(([name, value]) => ({ name, value })),
    ...sent.filter(({ name }) => !implied.test(name)),
    ...body,
  ]
}

/**
 * Values by their names; those of a name that comes several times are one text, a line each. Of a name that `isNew` only is told
 * that one side has it and the other has not.
 */
function valueChanges(
  before: readonly Field[],
  after: readonly Field[],
  isNew: (name: string) => boolean = () => false,
): ValueChange[] {
  const was = joined(before)
  const is = joined(after)
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, before: was.get(name) ?? null, after: is.get(name) ?? null }))
    .filter((change) => change.before !== change.after)
    .filter(({ name, before, after }) => before === null || after === null || !isNew(name))
}

function joined(fields: readonly Field[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const { name, value } of fields) {
    const before = values.get(name)
    values.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return values
}

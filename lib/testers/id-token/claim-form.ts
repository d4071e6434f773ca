import { jsonText } from '../json-text'
import { rfc } from '../references'
import { type CheckResult, failed } from '../run-checks'

/** A hundred times now is not a time that a clock shows; a thousand times is one in milliseconds. */
export function inMilliseconds(value: number, { now }: { readonly now: () => number }): boolean {
  return value > (now() / 1000) * 100
}

/** What a claim with a time has to be (RFC 7519, section 2: NumericDate). */
export const aTime = 'A number: seconds since 1970'

/** RFC 7519 gives each of these claims one type; a value of another one says nothing of what it should. */
export function wrongType(name: string, value: unknown, expected: string): CheckResult {
  return failed({
    title: `The claim ${name} has the wrong type`,
    received: `${name}: ${jsonText(value).slice(0, 200)}`,
    expected,
    means: `What ${name} says cannot be told from a value of this type, and clients refuse such a token.`,
    change: `Have the identity provider write ${name} as the standard has it.`,
    reference: rfc(7519, '4.1'),
  })
}

/** Whether a value can be a NumericDate. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

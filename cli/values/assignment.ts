import { keyNamed } from '@/lib/schema/condition'
import { UsageError } from '../cli-error'

/** "[DOMAIN:]PATH" as it stands on the command line. */
export type Address = {
  readonly text: string
  /** Null when none is named. */
  readonly domain: string | null
  /** Steps of the path, list positions still as text. */
  readonly steps: readonly string[]
}

/** One "[DOMAIN:]PATH=VALUE"; an empty value removes the key. */
export type Assignment = { readonly address: Address; readonly value: string }

/**
 * Reads "[DOMAIN:]PATH". A domain holds a dot and ends with the first colon, so that keys may hold colons
 * (google:token:software:totp). Steps are separated by "/"; a step spells "/" as "~1" and "~" as "~0" (RFC 6901), and
 * "=" as "~2", since the first "=" of an operand ends the path.
 */
export function parseAddress(text: string): Address {
  const { domain, path } = keyNamed(text)
  const steps = path.map((step) => step.replaceAll('~2', '=').replaceAll('~1', '/').replaceAll('~0', '~'))
  if (steps.some((step) => step === '')) {
    throw new UsageError(
      `"${text}" is not a key. Write [DOMAIN:]KEY, or [DOMAIN:]KEY/KEY inside a dictionary.`,
    )
  }
  return { text, domain, steps }
}

/** Reads "[DOMAIN:]PATH=VALUE". */
export function parseAssignment(operand: string): Assignment {
  const at = operand.indexOf('=')
  if (at <= 0) {
    // What stands here may be a value that lost its key, a secret even: it is not repeated.
    throw new UsageError('A setting is written [DOMAIN:]PATH=VALUE, and one of yours has no key or no "=".')
  }
  return { address: parseAddress(operand.slice(0, at)), value: operand.slice(at + 1) }
}

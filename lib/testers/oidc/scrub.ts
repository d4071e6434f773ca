import { rememberSecrets } from '../../egress/known-secrets'

/** Replaces secrets in what a test says, wherever a provider may have repeated them. */
export type Scrubber = {
  readonly learn: (name: string, value: string) => void
  readonly clean: <T>(value: T) => T
}

/** A scrubber that knows nothing yet; it knows a secret in the spellings in which records hide it. */
export function scrubber(): Scrubber {
  const { learn, hide } = rememberSecrets()
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return hide(value)
    }
    if (Array.isArray(value)) {
      return value.map(clean)
    }
    return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, clean(each)]))
      : value
  }
  return { learn, clean: <T>(value: T) => clean(value) as T }
}

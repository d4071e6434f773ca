/** Replaces secrets in what a test says, wherever a provider may have repeated them. */
export type Scrubber = {
  readonly learn: (name: string, value: string) => void
  readonly clean: <T>(value: T) => T
}

/** Shorter values are no secrets of any strength, and would be found in ordinary words. */
const shortest = 4

/** A scrubber that knows nothing yet. */
export function scrubber(): Scrubber {
  const secrets = new Map<string, string>()
  const hide = (text: string) =>
    [...secrets].reduce((shown, [value, name]) => shown.replaceAll(value, `<${name}>`), text)
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
  return {
    learn(name, value) {
      for (const spelling of new Set([value, encodeURIComponent(value)])) {
        if (spelling.length >= shortest) {
          secrets.set(spelling, name)
        }
      }
    },
    clean: <T>(value: T) => clean(value) as T,
  }
}

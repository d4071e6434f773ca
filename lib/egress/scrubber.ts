import { rememberSecrets } from './known-secrets'

/** The secrets of one test, and what it tells without them. */
export type Scrubber = {
  /** Takes note of a value that is not to be told. */
  readonly conceal: (name: string, value: string) => void
  /** The same value with the secrets in its texts replaced by their names, in every spelling. */
  readonly clean: <T>(value: T) => T
  /** The same for sentences of our own, in which an ordinary word stands although somebody has it for a password. */
  readonly cleanProse: <T>(value: T) => T
}

/** A scrubber that knows nothing yet. */
export function scrubber(): Scrubber {
  const all = rememberSecrets()
  const unmistakable = rememberSecrets()
  return {
    conceal(name, value) {
      all.learn(name, value)
      if (!ordinaryWord.test(value)) {
        unmistakable.learn(name, value)
      }
    },
    clean: (value) => eachText(value, all.hide) as typeof value,
    cleanProse: (value) => eachText(value, unmistakable.hide) as typeof value,
  }
}

/** To hide it in our sentences would tell which word it is. */
const ordinaryWord = /^\p{L}{1,20}$/u

function eachText(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') {
    return hide(value)
  }
  if (Array.isArray(value)) {
    return value.map((each) => eachText(each, hide))
  }
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, hide)]))
    : value
}

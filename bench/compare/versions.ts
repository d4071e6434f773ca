import { configuredProfile } from '../typing/profile'

/**
 * The XML of a profile of about `lines` lines, and of `count - 1` later versions of it; each of those differs from the first
 * in 40 values, 10 keys that went and 10 that came. Always the same.
 */
export function versionsOf(lines: number, count: number): string[] {
  const keys = 400
  const missing = lines - configuredProfile(keys).split('\n').length
  // A key and its value are two lines.
  const first = configuredProfile(keys + Math.ceil(missing / 2))
  return Array.from({ length: count }, (_, number) => (number === 0 ? first : changed(first, number)))
}

const CHANGES = 60

function changed(first: string, number: number): string {
  const own = [...first.matchAll(/<key>OwnKey\d+<\/key>\s*<string>[^<]*<\/string>/g)].map(([pair]) => pair)
  const step = Math.floor(own.length / CHANGES)
  return own
    .filter((_, index) => index % step === 0)
    .slice(0, CHANGES)
    .reduce((text, pair, index) => {
      const became =
        index % 6 === 0
          ? ''
          : index % 6 === 1
            ? `${pair}<key>New${number}Key${index}</key><string>new</string>`
            : pair.replace('value', `version ${number} of`)
      return text.replace(pair, became)
    }, first)
}

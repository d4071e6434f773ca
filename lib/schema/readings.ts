import type { Reading } from './manifest'

/** What the states of a switch mean: "On: …", then "Off: …". */
export function readingsInWords({ on, off }: Reading): readonly [string, string] {
  return [`On: ${on}`, `Off: ${off}`]
}

import type { Ancestor, MigrationRow } from './ancestor'
import { formerLogin } from './former-login'
import { nomad } from './nomad'
import { formerNomadLogin, nomadLogin } from './nomad-login'
import { nomadPro } from './nomad-pro'
import { sync } from './sync'
import { verify } from './verify'
import { xcreds } from './xcreds'

/** Everything whose settings have names in Jamf Connect today; one ancestor for each domain. */
export const ancestors: readonly Ancestor[] = [
  sync,
  verify,
  formerLogin,
  nomad,
  nomadPro,
  nomadLogin,
  formerNomadLogin,
  xcreds,
]

/** The ancestor whose settings a domain holds, whatever its capitals; undefined for any other domain. */
export function ancestorAt(domain: string): Ancestor | undefined {
  const wanted = domain.toLowerCase().replace(/\.plist$/, '')
  return ancestors.find((each) => each.domain.toLowerCase() === wanted)
}

/** The row of a setting. */
export function rowAt({ rows }: Ancestor, path: readonly (string | number)[]): MigrationRow | undefined {
  return rows.find(
    (row) => row.path.length === path.length && row.path.every((step, index) => step === path[index]),
  )
}

/** Whether rows are about what stands inside a setting, so that it is to be looked at entry by entry. */
export function isLookedInto({ rows }: Ancestor, path: readonly (string | number)[]): boolean {
  return rows.some(
    (row) => row.path.length > path.length && path.every((step, index) => step === row.path[index]),
  )
}

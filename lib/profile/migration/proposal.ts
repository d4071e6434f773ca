import type { PlistDict, PlistValue } from '../../plist/value'
import { keyWithId } from '../../products/jamf-connect/keys'
import type { MigrationRow, Written } from '../../products/jamf-connect/migration/ancestor'
import { fitted } from '../../products/jamf-connect/migration/fit'
import { nameOfPath } from '../../schema/words'

/** What becomes of an old setting, whatever today's keys hold. */
export type Proposal = {
  readonly kind: 'kept' | 'renamed' | 'changed' | 'none'
  /** In the type and spelling that each key takes. */
  readonly writes: readonly Written[]
  readonly why: string
}

/** What a row makes of an old value that stands among `settings`; without a row nobody knows the setting. */
export function proposalFor(row: MigrationRow | undefined, value: PlistValue, settings: PlistDict): Proposal {
  if (row === undefined) {
    return nothing('No counterpart: not known. No public source says what this setting does.')
  }
  if (row.fate === 'none') {
    return nothing(row.why)
  }
  if (row.fate === 'moved') {
    return moved(row, { key: row.to, value, how: 'set' })
  }
  const made = row.change(value, settings)
  if ('refused' in made) {
    return nothing(made.refused)
  }
  const writes = made.writes.map((write) => fittedWrite(write))
  const refused = made.writes.find((_, index) => writes[index] === null)
  return refused
    ? nothing(unfit(refused))
    : { kind: 'changed', writes: writes.flatMap((write) => write ?? []), why: made.why }
}

function nothing(why: string): Proposal {
  return { kind: 'none', writes: [], why }
}

function moved(row: MigrationRow, asked: Written): Proposal {
  const fit = fitted(asked.key, asked.value)
  if (fit === null) {
    return nothing(unfit(asked))
  }
  const key = keyWithId(asked.key)
  const writes = [{ ...asked, value: fit.value }]
  const name = nameOfPath(key?.path ?? [])
  const where = `${name} in ${key?.domain}`
  const near = row.certainty === 'inferred' ? ' No document says so: it follows from name and meaning.' : ''
  if (fit.as !== null) {
    return {
      kind: 'changed',
      writes,
      why: `The key for this is now ${where}, which takes the value in another form.${near}`,
    }
  }
  return name === nameOfPath(row.path)
    ? { kind: 'kept', writes, why: `The key has the same name in ${key?.domain}.${near}` }
    : { kind: 'renamed', writes, why: `The key for this is now ${where}.${near}` }
}

function fittedWrite(write: Written): Written | null {
  const fit = fitted(write.key, write.value)
  return fit === null ? null : { ...write, value: fit.value }
}

function unfit({ key }: Written): string {
  const known = keyWithId(key)
  return `${nameOfPath(known?.path ?? [])} in ${known?.domain} is the key for this, but it does not take this value: write it yourself.`
}

import * as z from 'zod'
import { type ConfigurationItem, summary, type VersionItem } from '../api/configurations'
import { asBytes, numberOf, textOf } from './stored'

/** What is read of a row of the configurations. */
export const itemColumns = [
  asBytes('id'),
  asBytes('name'),
  asBytes('provider'),
  asBytes('domains'),
  asBytes('errors'),
  asBytes('advice'),
  asBytes('version'),
  asBytes('created_at'),
  asBytes('updated_at'),
] as const
type ItemRow = {
  readonly [Column in (typeof itemColumns)[number]['alias'] & string]: ArrayBuffer | null
}

/** What is read of a row of the versions, without its content. */
export const versionColumns = [
  asBytes('number'),
  asBytes('name'),
  asBytes('note'),
  asBytes('author'),
  asBytes('created_at'),
] as const
type VersionRow = {
  readonly [Column in (typeof versionColumns)[number]['alias'] & string]: ArrayBuffer | null
}

const time = z.iso.datetime()
const whole = z.object({
  ...summary.shape,
  id: z.string(),
  name: z.string().min(1).max(1000),
  version: z.int().positive(),
  createdAt: time,
  updatedAt: time,
})

/** A row of the list as the API gives it. Of a row that is damaged, what can be read. */
export function configurationItem(row: ItemRow): ConfigurationItem {
  const read = whole.safeParse({
    id: textOf(row.id),
    name: textOf(row.name),
    // A provider that is not UTF-8 is no provider that is not set.
    provider: row.provider && (textOf(row.provider) ?? 0),
    domains: jsonIn(textOf(row.domains)),
    errors: numberOf(row.errors),
    advice: numberOf(row.advice),
    version: numberOf(row.version),
    createdAt: textOf(row.created_at),
    updatedAt: textOf(row.updated_at),
  })
  return read.success ? read.data : damagedItem(row)
}

function damagedItem(row: ItemRow): ConfigurationItem {
  const epoch = new Date(0).toISOString()
  const version = numberOf(row.version)
  return {
    id: textOf(row.id) ?? '',
    name: textOf(row.name)?.slice(0, 120) || 'Without a name',
    provider: null,
    domains: [],
    errors: 0,
    advice: 0,
    version: version !== null && version > 0 ? version : 1,
    createdAt: time.safeParse(textOf(row.created_at)).data ?? epoch,
    updatedAt: time.safeParse(textOf(row.updated_at)).data ?? epoch,
    unreadable: true,
  }
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

/** A version without its content as the API gives it. */
export function versionItem(row: VersionRow): VersionItem {
  return {
    number: numberOf(row.number) ?? 1,
    name: textOf(row.name) ?? '',
    note: textOf(row.note),
    author: textOf(row.author) ?? '',
    createdAt: textOf(row.created_at) ?? '',
  }
}

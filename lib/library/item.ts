import type { Selectable } from 'kysely'
import type { ConfigurationItem, VersionItem } from './api'
import type { ConfigurationTable, VersionTable } from './tables'

/** A row of the list as the API gives it. */
export function configurationItem(row: Selectable<ConfigurationTable>): ConfigurationItem {
  const { id, name, provider, errors, advice, version } = row
  const domains = JSON.parse(row.domains) as string[]
  return {
    id,
    name,
    provider,
    domains,
    errors,
    advice,
    version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** A version without its content as the API gives it. */
export function versionItem(
  row: Omit<Selectable<VersionTable>, 'content' | 'configuration_id'>,
): VersionItem {
  const { number, name, note } = row
  return { number, name, note, createdAt: row.created_at }
}

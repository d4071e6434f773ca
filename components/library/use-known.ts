'use client'
import type { ImportRow } from './import-row'
import { useIdentified } from './use-identified'

/** The identifier of a profile that was read; empty where it has none. */
export const identifierOf = ({ file }: ImportRow): string =>
  file.outcome === 'read' ? (file.summary.identifier ?? '') : ''

/** Asks the library which identifiers of an import it has. */
export const useKnown = (rows: readonly ImportRow[]) => useIdentified(rows.map(identifierOf))

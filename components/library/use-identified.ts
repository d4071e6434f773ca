'use client'
import { useQuery } from '@tanstack/react-query'
import type { Identified, IdentifiedMatch } from '@/lib/api/configurations'
import { json, request, root } from './requests'

export const identifiedKey = ['identified'] as const

/** By identifier, the configurations of the library that have it; null while that is not known. */
export type Known = ReadonlyMap<string, readonly IdentifiedMatch[]> | null

/** Asks the library which of its configurations have these identifiers; asks again until it knows all of its own. */
export function useIdentified(wanted: readonly string[]): { known: Known; problem: string | null } {
  const identifiers = [...new Set(wanted)].filter(Boolean).toSorted()
  const { data, error } = useQuery({
    queryKey: [...identifiedKey, identifiers],
    queryFn: () => request<Identified>('POST', `${root}/identified`, json({ identifiers })),
    enabled: identifiers.length > 0,
    // Somebody may have stored one of them since the dialog was open last.
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? 50 : false),
  })
  if (identifiers.length === 0) {
    return { known: new Map(), problem: null }
  }
  const known = data && data.waiting === 0 ? grouped(data.found) : null
  return { known, problem: error?.message ?? null }
}

function grouped(found: readonly IdentifiedMatch[]): Map<string, readonly IdentifiedMatch[]> {
  const groups = new Map<string, readonly IdentifiedMatch[]>()
  for (const match of found) {
    groups.set(match.identifier, [...(groups.get(match.identifier) ?? []), match])
  }
  return groups
}

'use client'
import { useState } from 'react'
import type { IdentifiedMatch } from '@/lib/api/configurations'
import { COPY, type Decision } from './import-decision'
import type { ImportRow } from './import-row'
import { identifierOf, useKnown } from './use-known'

/** A file of an import with the configurations that have its identifier, and what somebody has decided about it. */
export type DecidedRow = ImportRow & {
  readonly matches: readonly IdentifiedMatch[]
  readonly decision: Decision | undefined
}

/** What the files of an import become. Nothing may be stored while `open` says what is not known or not decided yet. */
export function useDecisions(rows: readonly ImportRow[]) {
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(new Map())
  const { known, problem } = useKnown(rows)
  const decided = rows.map((row): DecidedRow => {
    const matches = known?.get(identifierOf(row)) ?? []
    const decision = decisions.get(row.id)
    // One for a configuration that does not match any more is none.
    const holds = matches.length > 0 && (decision === COPY || matches.some(({ id }) => id === decision))
    return { ...row, matches, decision: holds ? decision : undefined }
  })
  const undecided = decided.filter(
    ({ matches, decision }) => matches.length > 0 && decision === undefined,
  ).length
  return {
    decided,
    open: known === null ? notKnown(problem) : toDecide(undecided),
    decide: (id: number, decision: Decision) => setDecisions((before) => new Map(before).set(id, decision)),
  }
}

const notKnown = (problem: string | null) =>
  problem === null
    ? 'Looking for these identifiers in the library…'
    : `It is not known which of these profiles the library has. ${problem}`

const toDecide = (undecided: number) =>
  undecided === 0
    ? ''
    : `Choose what ${undecided === 1 ? 'one profile becomes' : `${undecided} profiles become`}.`

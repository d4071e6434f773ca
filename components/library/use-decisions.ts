'use client'
import { useState } from 'react'
import { changedIn, type DecidedRow, decidedRows, type ForAll, type OwnDecisions } from './decided-rows'
import type { Decision } from './import-decision'
import type { ImportRow } from './import-row'
import { identifierOf, useKnown } from './use-known'
import { useUnchanged } from './use-unchanged'

/** What the files of an import become. Nothing may be stored while `open` says what is not known or not decided yet. */
export function useDecisions(rows: readonly ImportRow[]) {
  const [own, setOwn] = useState<OwnDecisions>(new Map())
  const [forAll, setForAll] = useState<ForAll>(null)
  const { known, problem } = useKnown(rows)
  const matched = rows.map((row) => ({ ...row, matches: known?.get(identifierOf(row)) ?? [] }))
  const same = useUnchanged(matched)
  const compared = matched.every(({ id, matches }) => matches.length === 0 || same.has(id))
  const settled = matched.map((row) => ({ ...row, unchanged: same.get(row.id) ?? null }))
  const decided = decidedRows(settled, own, forAll)
  return {
    decided,
    /** How many files one choice decides, where there is more than one. */
    together: compared ? changedIn(settled) : 0,
    forAll,
    setForAll,
    open: known === null ? notKnown(problem) : compared ? toDecide(decided) : COMPARING,
    /** Null asks for the choice of a file that would stay out. */
    decide: (id: number, decision: Decision | null) => setOwn((before) => new Map(before).set(id, decision)),
  }
}

const COMPARING = 'Comparing these profiles with the library…'

const notKnown = (problem: string | null) =>
  problem === null
    ? 'Looking for these identifiers in the library…'
    : `It is not known which of these profiles the library has. ${problem}`

function toDecide(rows: readonly DecidedRow[]): string {
  const left = rows.filter(({ matches, decision }) => matches.length > 0 && decision === undefined).length
  return left === 0 ? '' : `Choose what ${left === 1 ? 'one profile becomes' : `${left} profiles become`}.`
}

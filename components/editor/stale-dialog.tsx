'use client'
import { useMemo, useState } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { fullDate } from '@/components/ui/dates'
import { Dialog } from '@/components/ui/dialog'
import type { StaleProblem } from '@/lib/api/problem'
import type { PlistValue } from '@/lib/plist/value'
import { type Choices, merge, type Sides } from '@/lib/profile/compare/merge'
import { threeWays } from '@/lib/profile/compare/three-ways'
import { counted } from '@/lib/schema/words'
import { type Met, useMet } from './stale-merge'
import { Clashes, type Titles, Together } from './stale-rows'
import { takeTheirs, takeTogether } from './take-version'
import type { Saving } from './use-saving'

type StaleDialogProps = {
  id: string
  stale: StaleProblem
  saving: Saving
  onClose: () => void
}

/** Somebody saved first. Brings both together by key, and asks only for the keys that both changed. */
export function StaleDialog({ id, stale, saving, onClose }: StaleDialogProps) {
  const { note } = saving
  const { profile } = useOpenProfile()
  const pending = useProfile((at) => at.pendingXml !== null)
  const { data: met, error, isPending } = useMet(id, stale, profile.fileName)
  const [choices, setChoices] = useState<Choices>(new Map())
  const { root: mine, fileName } = profile
  const result = useMemo(() => met && together(met, mine, fileName), [met, mine, fileName])
  const open = result?.clashes.filter(({ at }) => !choices.has(at)).length ?? 0
  const number = stale.newest.number
  const titles: Titles = {
    base: stale.base ? `Version ${stale.base.number}` : 'Before',
    theirs: `Version ${met?.version ?? number}`,
    mine: 'Yours',
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Version ${number} was saved while you were editing`}
      description={`You started from version ${stale.base?.number ?? '?'}. Version ${number} is of ${fullDate(new Date(stale.newest.createdAt))}. Nothing has been overwritten.`}
      footer={
        <>
          <Button onClick={onClose}>Keep editing</Button>
          <Button disabled={!met || pending} onClick={() => met && takeTheirs(saving, profile, met)}>
            Take version {met?.version ?? number}
          </Button>
          <Button
            look="primary"
            disabled={!met || pending || open > 0}
            onClick={() =>
              met && takeTogether(saving, profile, met, merge(sidesOf(met, mine), choices, fileName).root)
            }
          >
            Save both as version {(met?.version ?? number) + 1}
          </Button>
        </>
      }
    >
      {isPending && <p role="status">Comparing…</p>}
      {error && <p role="alert">{error.message}</p>}
      {pending && (
        <p role="alert" className="mb-3">
          Your XML cannot be read as it is. Keep editing, mend it or discard it, then save again.
        </p>
      )}
      {result && (
        // What may scroll and holds nothing to press has to be reachable with the keyboard.
        <div className="space-y-4" {...(result.clashes.length === 0 && { tabIndex: 0 })}>
          <p role="status">{sentence(result.clashes.length, open, result.rows.length)}</p>
          {note && (
            <p dir="auto" className="break-words whitespace-pre-wrap text-ink-2">
              Your note goes with it: “{note}”
            </p>
          )}
          {result.clashes.length > 0 && (
            <Clashes
              clashes={result.clashes}
              titles={titles}
              choices={choices}
              onChoose={(at, side) => setChoices((before) => new Map(before).set(at, side))}
            />
          )}
          {result.rows.length > 0 && (
            <section aria-label="Comes together by itself">
              {result.clashes.length > 0 && (
                <h3 className="mb-1 text-xs font-semibold text-ink-2">Comes together by itself</h3>
              )}
              <Together rows={result.rows} titles={titles} />
            </section>
          )}
        </div>
      )}
    </Dialog>
  )
}

const sidesOf = ({ base, theirs }: Met, mine: PlistValue): Sides => [base, theirs.root, mine]

function together(met: Met, mine: PlistValue, fileName: string) {
  const sides = sidesOf(met, mine)
  const { clashes } = merge(sides, new Map(), fileName)
  return { clashes, rows: threeWays(sides, clashes, fileName) }
}

function sentence(clashes: number, open: number, rows: number): string {
  if (clashes === 0) {
    return rows === 0
      ? 'Both hold the same values.'
      : 'Nobody changed what the other changed. Saving keeps the changes of both.'
  }
  const both = `${counted(clashes, 'key was', 'keys were')} changed by both`
  return open > 0
    ? `${both}: choose which value counts. Everything else is kept from both.`
    : `${both}, and you have chosen. Everything else is kept from both.`
}

'use client'
import { Button } from '@/components/ui/button'
import { counted } from '@/lib/schema/words'
import type { DecidedRow, ForAll } from './decided-rows'
import { COPY, type Decision, LEAVE } from './import-decision'
import { RadioChoices } from './radio-choices'

type KnownChoiceProps = {
  row: DecidedRow
  /** Null asks for the choice of a file that would stay out. */
  onDecide: (decision: Decision | null) => void
}

/** A profile that the library has by its identifier: what it becomes, or the choice where somebody has to say it. */
export function KnownChoice({ row, onDecide }: KnownChoiceProps) {
  const { unchanged, asks } = row
  if (asks) {
    return (
      <div className="mt-2">
        <OwnChoice row={row} onDecide={onDecide} />
      </div>
    )
  }
  return (
    <p className="mt-1 text-xs wrap-anywhere">
      {unchanged ? `Unchanged: “${unchanged.name}” has exactly these bytes. Not imported again.` : fate(row)}
      {unchanged && (
        <>
          {' '}
          <Button look="link" onClick={() => onDecide(null)}>
            Choose what it becomes…<span className="sr-only"> {row.file.fileName}</span>
          </Button>
        </>
      )}
    </p>
  )
}

/** What the choice for all makes of a file. */
function fate({ matches, decision }: DecidedRow): string {
  if (decision === COPY) {
    return 'Becomes a copy with a new identity.'
  }
  return decision === undefined
    ? `${holders(matches)} its identifier.`
    : `Becomes a new version of “${matches[0]?.name}”.`
}

const holders = (matches: DecidedRow['matches']) =>
  matches.length === 1 ? `“${matches[0]?.name}” has` : `${counted(matches.length, 'configuration')} have`

const copy = {
  value: COPY,
  title: 'A copy with a new identity',
  help: 'New identifiers and UUIDs. An MDM installs it beside the other one.',
}
const leave = { value: LEAVE, title: 'Nothing', help: 'The file is left out.' }

function OwnChoice({ row, onDecide }: KnownChoiceProps) {
  const { file, matches, unchanged, decision } = row
  const versions = matches.map(({ id, name, version }) => ({
    value: id,
    title: `A new version of “${name}”`,
    help: `Becomes version ${version + 1}; version ${version} stays in the history. An MDM replaces the installed profile.`,
  }))
  return (
    <RadioChoices<Decision>
      legend={`What ${file.fileName} becomes`}
      choices={[...versions, copy, ...(unchanged ? [leave] : [])]}
      chosen={decision}
      onChoose={onDecide}
    >
      <p className="text-xs wrap-anywhere">
        {holders(matches)} this identifier:{' '}
        <code className="font-mono text-[11.5px]">{matches[0]?.identifier}</code>
      </p>
    </RadioChoices>
  )
}

type ForAllChoiceProps = { count: number; forAll: ForAll; onChoose: (forAll: ForAll) => void }

/** One choice for all files that the library has by their identifiers and in another state. */
export function ForAllChoice({ count, forAll, onChoose }: ForAllChoiceProps) {
  return (
    <RadioChoices
      legend={`What these ${counted(count, 'profile')} become`}
      choices={[
        {
          value: 'versions',
          title: 'New versions of the configurations that have their identifiers',
          help: 'The versions before stay in the history. An MDM replaces the installed profiles.',
        },
        {
          value: 'copies',
          title: 'Copies with new identities',
          help: 'New identifiers and UUIDs. An MDM installs them beside the other ones.',
        },
        { value: 'each', title: 'Decide for each', help: 'Every file below has the choice of its own.' },
      ]}
      chosen={forAll}
      onChoose={onChoose}
    >
      <p>The library has configurations with the identifiers of {count} of these profiles.</p>
    </RadioChoices>
  )
}

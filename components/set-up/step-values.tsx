'use client'
import { KeyField } from '@/components/fields/key-field'
import { isMade, makeRepair } from '@/components/open-profile/make-repair'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { Repair } from '@/lib/api/issue'
import { keyWithId } from '@/lib/products/keys'
import { partnersOf, withFollowers } from '@/lib/products/links'
import { editsOf } from '@/lib/products/set-up'
import type { KnownKey } from '@/lib/schema/keys'
import type { Carried, Step } from '@/lib/schema/set-up'
import { textAt } from './configured'
import type { Brings } from './standing'

/** What is filled in or chosen in the console, each to be copied. */
export function CarriedValues({ carries }: { carries: readonly Carried[] }) {
  return (
    carries.length > 0 && (
      <dl className="divide-y divide-line rounded-lg border border-line">
        {carries.map((carried) => (
          <CarriedValue key={carried.label} carried={carried} />
        ))}
      </dl>
    )
  )
}

function CarriedValue({ carried: { label, value, note } }: { carried: Carried }) {
  const id = typeof value === 'string' ? null : value.key
  const configured = useProfile((at) => (id === null ? undefined : textAt(at, id)))
  const text = typeof value === 'string' ? value : (configured ?? value.otherwise)
  const key = id === null ? undefined : keyWithId(id)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-1 beside:grid-cols-[190px_minmax(0,1fr)_auto] print:grid-cols-[190px_minmax(0,1fr)]">
      <dt className="col-span-2 min-w-0 text-ink-2 beside:col-span-1 print:col-span-1">{label}</dt>
      <dd className="min-w-0 py-0.5">
        <code className="font-mono text-[12.5px] wrap-anywhere">{text}</code>
        {note && <span className="block text-xs text-ink-2">{note}</span>}
        {key && configured === undefined && (
          <span className="block text-xs text-ink-2">{key.name} is not configured in the profile yet.</span>
        )}
      </dd>
      <dd className="no-print">
        <CopyButton text={text} label={`Copy ${label}`} />
      </dd>
    </div>
  )
}

/** What comes back into the profile: the fields themselves. */
export function BroughtValues({ brings }: { brings: readonly Brings[] }) {
  return brings.map(({ label, note, keys, elsewhere }) => (
    <section
      key={label}
      aria-label={`${label}, for the profile`}
      className="mb-3 border-y border-line bg-accent-soft/40 print:bg-transparent"
    >
      <p className="px-4 pt-2 text-ink-2">
        <span className="font-medium text-ink">{label}</span> goes into the profile.{' '}
        {note && <span className="wrap-anywhere">{note}</span>}
      </p>
      <Fields keys={keys} />
      {elsewhere.map(({ key, step }) => (
        <p key={key.id} className="px-4 pb-2 text-ink-2">
          <code className="font-mono text-[11.5px]">{key.name}</code>: see{' '}
          <a href={`#${step.id}`} className="font-medium text-accent underline">
            {step.title}
          </a>
          .
        </p>
      ))}
    </section>
  ))
}

/** A field for each key but those that one before writes too. */
function Fields({ keys }: { keys: readonly KnownKey[] }) {
  const shown = useProfile((at) =>
    keys
      .filter((key, index) => !isWritten(key, keys.slice(0, index), at))
      .map(({ id }) => id)
      .join(),
  )
  return (
    <>
      <div className="no-print divide-y divide-line">
        {shown
          .split(',')
          .map(keyWithId)
          .filter((key) => key !== undefined)
          .map((key) => (
            <KeyField
              key={key.id}
              name={key.name}
              definition={key.definition}
              domain={key.domain}
              path={key.path}
            />
          ))}
      </div>
      <dl className="hidden px-4 py-1 print:block">
        {keys.map((key) => (
          <PrintedKey key={key.id} of={key} />
        ))}
      </dl>
    </>
  )
}

const isWritten = (key: KnownKey, before: readonly KnownKey[], { settings, apart }: ProfileStore) =>
  before.some((other) =>
    partnersOf(other, settings, apart).some((partner) => partner.follows && partner.key.id === key.id),
  )

/** On paper, a key with its value stands in the place of its field. */
function PrintedKey({ of: key }: { of: KnownKey }) {
  const text = useProfile((at) => textAt(at, key.id))
  const kept = key.definition.secret === true || key.definition.sensitive === true
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="font-mono text-[11.5px]">{key.name}</dt>
      <dd className="font-mono text-[11.5px] break-all">
        {text ?? (kept ? 'not printed' : 'not filled in')}
      </dd>
    </div>
  )
}

/** The values of the profile that follow from a step, set together with one button. */
export function SetValues({ step }: { step: Step }) {
  const { profile } = useOpenProfile()
  const edits = editsOf(step)
  const made = useProfile((at) => isMade(at, { title: '', edits }))
  const told = (step.sets ?? []).map(({ key, value }) => ({
    id: key,
    name: keyWithId(key)?.name ?? key,
    value:
      typeof value === 'object' ? value.join(', ') : typeof value === 'string' ? value : value ? 'on' : 'off',
  }))
  const [first] = told
  if (first === undefined) {
    return null
  }
  const title = told.length === 1 ? `Set ${first.name} to ${first.value}` : 'Set these keys'
  const set = () => {
    const all = edits.flatMap((edit) => withFollowers(edit, profile.settings, profile.apart))
    makeRepair(profile, { title, edits: all } satisfies Repair)
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <dl className="min-w-0">
        {told.map(({ id, name, value }) => (
          <div key={id} className="flex flex-wrap gap-x-2 font-mono text-[11.5px]">
            <dt className="wrap-anywhere">{name}</dt>
            <dd className="text-ink-2 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {made ? (
        <p className="text-good">{told.length === 1 ? 'It is set so.' : 'They are set so.'}</p>
      ) : (
        <Button size="small" className="no-print max-w-full text-left !whitespace-normal" onClick={set}>
          {title}
        </Button>
      )}
    </div>
  )
}

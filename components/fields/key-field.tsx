'use client'
import { type ComponentType, memo, useState } from 'react'
import { useIssuesAt, useOpenProfile } from '@/components/open-profile/open-profile'
import { useLink } from '@/components/open-profile/use-link'
import { cn } from '@/components/ui/cn'
import { lazily } from '@/components/ui/lazily'
import { controls } from './controls'
import { type ControlProps, fieldId, type KeyFieldProps } from './field-props'
import { isMissing, KeyNotes } from './key-notes'

const KeyAids = lazily(async () => (await import('./key-aids')).KeyAids, { quiet: true })
const KeyHelp = lazily(async () => (await import('./key-help')).KeyHelp)

/** One key of a payload: label with the key's real name, control, what is wrong with it, and help on demand. */
export const KeyField = memo(KeyFieldRow)

function KeyFieldRow(props: KeyFieldProps) {
  const { name, definition, domain, path, nested = false, where } = props
  const { profile } = useOpenProfile()
  const [helped, setHelped] = useState(false)
  const issues = useIssuesAt(domain, path)
  const link = useLink(domain, path)
  const id = fieldId(domain, path)
  const notesId = `${id}-notes`
  // A record over kinds gives each control its own definition; TypeScript cannot follow the correlation.
  const Control = controls[definition.kind] as ComponentType<ControlProps>
  // Each row is a form of its own: on every key press browsers read the whole form around the field, to offer what was
  // entered before, and one form of 200 fields would hold the next key up for milliseconds.
  const Row = nested ? 'div' : 'form'
  return (
    <Row
      data-field={id}
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      onFocus={(event) => {
        event.stopPropagation()
        profile.setFocus({ domain, path })
      }}
      className={cn(
        'relative grid gap-x-4 gap-y-1.5 py-3',
        nested
          ? 'grid-cols-[minmax(0,1fr)_auto] px-3'
          : 'grid-cols-[minmax(0,1fr)_auto] px-4 beside:grid-cols-[190px_minmax(0,1fr)_auto]',
      )}
    >
      <div className="min-w-0 pt-1">
        <label id={`${id}-label`} htmlFor={id} className="block leading-5 font-medium">
          {definition.title}
          <Aside>{where}</Aside>
          <Aside>{props.required && 'required'}</Aside>
        </label>
        <code className="block font-mono text-[11px] leading-4 break-words text-ink-3">
          {[...new Set([name, ...link.names])].join(' · ')}
        </code>
      </div>
      <div
        className={cn(
          'min-w-0',
          nested ? 'order-last col-span-2' : 'order-last col-span-2 beside:order-none beside:col-span-1',
        )}
      >
        <Control
          definition={definition}
          domain={domain}
          path={path}
          id={id}
          labelId={`${id}-label`}
          describedBy={notesId}
          invalid={issues.some((issue) => issue.severity === 'error' && !isMissing(issue))}
          write={(value, act) => profile.set(domain, path, value, act)}
          Field={KeyField}
        />
        <KeyNotes
          id={notesId}
          definition={definition}
          domain={domain}
          path={path}
          issues={issues}
          link={link}
        />
        {(definition.offersValueOf ?? definition.guidedFor) && (
          <KeyAids definition={definition} domain={domain} path={path} />
        )}
        {helped && (
          <div id={`${id}-help`}>
            <KeyHelp definition={definition} domain={domain} path={path} />
          </div>
        )}
      </div>
      <HelpButton
        about={where ? `${definition.title} (${where})` : definition.title}
        shows={helped ? `${id}-help` : undefined}
        onClick={() => setHelped(!helped)}
      />
    </Row>
  )
}

/** What stands behind the title of a row. */
const Aside = ({ children }: { children: string | false | undefined }) =>
  children && <span className="font-normal text-ink-3"> · {children}</span>

function HelpButton({
  about,
  shows,
  onClick,
}: {
  about: string
  shows: string | undefined
  onClick: () => void
}) {
  return (
    <button
      type="button"
      aria-expanded={shows !== undefined}
      aria-controls={shows}
      aria-label={`Help for ${about}`}
      onClick={onClick}
      className="flex size-8 items-center justify-center justify-self-end pointer-coarse:-mt-1.5 pointer-coarse:size-11 rounded-md text-ink-3 hover:bg-sunken hover:text-ink aria-expanded:bg-accent-soft aria-expanded:text-accent"
    >
      {/* No drawing: hundreds of those cost every frame more than letters do. */}
      <span
        aria-hidden
        className="flex size-4 items-center justify-center rounded-full border-[1.4px] border-current text-[10px] leading-none font-bold"
      >
        ?
      </span>
    </button>
  )
}

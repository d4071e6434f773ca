'use client'
import type { ReactNode } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Option } from '@/components/forms/option'
import { OuterLink } from '@/components/ui/outer-link'
import type { Template } from '@/lib/schema/rules'
import { shortProvider } from './short-provider'
import { useOwnTemplates } from './use-start'

type OptionsProps = { readonly chosen: string; readonly field: UseFormRegisterReturn }

/** A part of the choice of what a configuration starts from. */
export function StartGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-medium">{title}</legend>
      {children}
    </fieldset>
  )
}

/** Templates of a product: a plain provider with the value that is written, another one with what it is for. */
export function TemplateOptions({ options, chosen, field }: OptionsProps & { options: readonly Template[] }) {
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      {options.map(({ id, title, purpose }) => (
        <Option
          key={id}
          value={id}
          title={title}
          chosen={id === chosen}
          note={
            purpose ? (
              <Note>{purpose}</Note>
            ) : (
              <code className="block font-mono text-[11px] text-ink-2">{id}</code>
            )
          }
          {...field}
        />
      ))}
    </div>
  )
}

const Note = ({ children }: { children: ReactNode }) => (
  <span className="block text-xs leading-[1.45] text-ink-2">{children}</span>
)

/** What stands before the id of a configuration where it is a choice. */
export const OWN = 'own:'

/** Configurations that are marked as templates, or how to mark one. */
export function OwnOptions({ chosen, field }: OptionsProps) {
  const { data, error } = useOwnTemplates()
  if (error) {
    return (
      <p role="alert" className="text-error">
        {error.message}
      </p>
    )
  }
  const { items = [], more = false } = data ?? {}
  return (
    <div className="space-y-2">
      <p className="text-xs leading-[1.45] text-ink-2">
        {items.length === 0
          ? data &&
            '“Use as a template” in the menu of a configuration, or in the palette while it is open, lists it here.'
          : 'A copy as it is saved, with identifiers and UUIDs of its own and without secrets.'}
      </p>
      {items.length > 0 && (
        <div className="grid max-h-72 gap-2 overflow-auto sm:grid-cols-2">
          {items.map(({ id, name, provider }) => (
            <Option
              key={id}
              value={`${OWN}${id}`}
              title={name}
              chosen={`${OWN}${id}` === chosen}
              note={<Note>{shortProvider(provider)}</Note>}
              {...field}
            />
          ))}
        </div>
      )}
      {more && (
        <p className="text-xs text-ink-2">
          Too many configurations hold the word “template” to look at each of them. Those that are missing
          here can be duplicated from the list.
        </p>
      )}
    </div>
  )
}

/** What a template leaves to the administrator, and where its design is described. */
export function AboutTemplate({ template }: { template: Template | undefined }) {
  const { toFill = [], notes = [], source } = template ?? {}
  if (source === undefined) {
    return null
  }
  return (
    <div className="mt-2 space-y-1 rounded-lg bg-sunken px-3 py-2.5 text-[12.5px] leading-[1.5] text-ink-2">
      {toFill.length > 0 && (
        <div>
          <p className="font-medium text-ink">Still to be filled in</p>
          <ul>
            {toFill.map(({ name, what }) => (
              <li key={name}>
                <code className="font-mono text-[11.5px] break-all text-ink">{name}</code>: {what}
              </li>
            ))}
          </ul>
        </div>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p>
        <OuterLink address={source} />
      </p>
    </div>
  )
}

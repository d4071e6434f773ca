import type { ComponentType } from 'react'
import type { PlistPath, PlistValue } from '@/lib/plist/value'
import type { KeyDefinition, KeyOf, Kind } from '@/lib/schema/manifest'

/** What a row of the form gets. */
export type KeyFieldProps = {
  readonly name: string
  readonly definition: KeyDefinition
  readonly domain: string
  readonly path: PlistPath
  /** Inside an element of a list: the label stands above the control. */
  readonly nested?: boolean
  readonly required?: boolean
  /** Where it belongs, while another row is called the same. */
  readonly where?: string | undefined
}

/** What every control gets: which key it edits, and the ids that tie it to its label, its help and its issues. */
export type ControlProps<D extends KeyDefinition = KeyDefinition> = {
  readonly definition: D
  readonly domain: string
  /** Where the value is in the settings of the domain; list positions are numbers. */
  readonly path: PlistPath
  readonly id: string
  readonly labelId: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  /** Sets the key, and the keys linked with it; null makes them not configured. What is typed joins what was typed before. */
  readonly write: (value: PlistValue | null, act?: 'typed' | 'whole') => void
  /** The row of a key inside this one, for dictionaries. */
  readonly Field: ComponentType<KeyFieldProps>
}

export type ControlOf<K extends Kind> = ComponentType<ControlProps<KeyOf<K>>>

/** Id of a key's control: the anchor that issues and search jump to. */
export function fieldId(domain: string, path: PlistPath): string {
  return `${domain}/${path.join('/')}`.replace(/[^\w/-]/g, '_')
}

/** The attributes that tie an input to its label, help and issues; `error` is what is wrong with its text. */
export function labelled({ id, labelId, describedBy, invalid }: ControlProps, error?: string) {
  return {
    id,
    'aria-labelledby': labelId,
    ...(describedBy ? { 'aria-describedby': describedBy } : {}),
    ...(invalid || error !== undefined ? { 'aria-invalid': true as const } : {}),
  }
}

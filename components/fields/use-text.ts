'use client'
import { type ChangeEvent, useEffect } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { equal } from '@/lib/plist/tree'
import type { PlistPath, PlistValue } from '@/lib/plist/value'

/** Between a value and the text in its field. `read` gives null for "Not configured" and a sentence for text that is no value. */
export type TextCodec = {
  readonly show: (value: PlistValue | undefined) => string
  readonly read: (text: string) => { value: PlistValue | null } | { error: string }
}

type Target = { domain: string; path: PlistPath; id: string; write: (value: PlistValue | null) => void }

/**
 * Ties an uncontrolled text field to one key: what is typed is written to the profile at once when it is a value; what
 * changes elsewhere (undo, XML, a repair) comes back into the field. Text that is no value, or that the profile has no
 * place for, stays in the field with its error.
 */
export function useText({ domain, path, id, write }: Target, codec: TextCodec) {
  const { register, setValue, getValues, setError, clearErrors, getFieldState } = useFormContext()
  // Its own error only: the form's whole state would render every field again on each key press.
  const { errors } = useFormState({ name: id, exact: true })
  const { profile } = useOpenProfile()
  // Beside React's render: what is typed stands in the field already.
  useEffect(() => {
    let shown: PlistValue | undefined | null = null
    const follow = () => {
      const value = profile.valueOf(domain, path)
      if (value === shown) {
        return
      }
      shown = value
      const read = codec.read(String(getValues(id) ?? ''))
      const same =
        'value' in read && (read.value === null ? value === undefined : value && equal(read.value, value))
      if (!same) {
        setValue(id, codec.show(value))
      }
      if (getFieldState(id).error) {
        clearErrors(id)
      }
    }
    follow()
    return profile.subscribe(follow)
  }, [profile, domain, path, codec, id, getValues, setValue, clearErrors, getFieldState])
  const onChange = (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const read = codec.read(event.target.value)
    if ('error' in read) {
      setError(id, { message: read.error })
      return
    }
    write(read.value)
    if (profile.refusal !== null) {
      setError(id, { message: `Not in the profile: ${profile.refusal}` })
    } else if (getFieldState(id).error) {
      clearErrors(id)
    }
  }
  const field = register(id, { onChange, value: codec.show(profile.valueOf(domain, path)) })
  const message = errors[id]?.message
  return { field, error: typeof message === 'string' ? message : undefined }
}

'use client'
import { type KeyboardEvent, useEffect, useId } from 'react'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { versionNote } from '@/lib/api/version-note'

const schema = z.strictObject({ note: versionNote })

type VersionNoteDialogProps = {
  readonly title: string
  /** What stands in the field at first. */
  readonly note: string | null
  /** What the button says, and what it does; null takes the note away. */
  readonly action: string
  readonly onNote: (note: string | null) => void
  readonly busy?: boolean
  readonly problem?: string | undefined
  readonly onClose: () => void
}

/** Asks why a version is made, or was. Enter with Command or Control is the button. */
export function VersionNoteDialog(props: VersionNoteDialogProps) {
  const { title, note, action, onNote, busy = false, problem, onClose } = props
  const id = useId()
  const { register, handleSubmit, setFocus, formState } = useSchemaForm(schema, {
    defaultValues: { note: note ?? '' },
  })
  // The dialog itself gives the focus to its first button.
  useEffect(() => setFocus('note'), [setFocus])
  const refused = formState.errors.note?.message
  const send = handleSubmit((entered) => onNote(entered.note))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !busy) {
      event.preventDefault()
      void send()
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description="Stands in the history and is no part of the profile. Stored in clear, as the name is: write no passwords here."
      footer={
        <>
          {problem && (
            <p role="alert" className="mr-auto self-center text-error">
              {problem}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={id} disabled={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={send}>
        <label htmlFor={`${id}-note`} className="font-medium">
          Note
        </label>
        <textarea
          id={`${id}-note`}
          rows={3}
          dir="auto"
          placeholder="Why you change it: a ticket, a test, a new tenant"
          onKeyDown={onKeyDown}
          className="control mt-1"
          {...register('note')}
          {...toldBy(`${id}-error`, refused)}
        />
        <FieldError id={`${id}-error`} message={refused} />
      </form>
    </Dialog>
  )
}

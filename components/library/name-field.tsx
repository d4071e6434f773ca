'use client'
import { useEffect, useId } from 'react'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { type ConfigurationItem, renameBody } from '@/lib/api/configurations'
import { useRename } from './changes'

type NameFieldProps = {
  readonly item: ConfigurationItem
  /** Tells whether a key ended it: then the focus goes back to the row. */
  readonly onDone: (byKey: boolean) => void
}

/**
 * The name in the list while it is changed: Enter or leaving the field renames, Escape or an empty field does not. A name
 * that is refused, here or by the server, stays in the field.
 */
export function NameField({ item, onDone }: NameFieldProps) {
  const rename = useRename()
  const errorId = useId()
  const { register, handleSubmit, getValues, setError, setFocus, formState } = useSchemaForm(renameBody, {
    defaultValues: { name: item.name },
    // Whoever leaves the field is not called back into it.
    shouldFocusError: false,
  })
  // It came after the row it stands for was gone, so that nobody has the focus.
  useEffect(() => setFocus('name', { shouldSelect: true }), [setFocus])
  const message = formState.errors.name?.message
  const { isSubmitting } = formState
  const finish = (byKey: boolean) => {
    if (getValues('name').trim() === '') {
      onDone(byKey)
    } else if (!isSubmitting) {
      void handleSubmit(async ({ name }) => {
        try {
          await (name === item.name || rename.mutateAsync({ id: item.id, name }))
          onDone(byKey)
        } catch (error) {
          setError('name', { message: error instanceof Error ? error.message : String(error) })
        }
      })()
    }
  }
  const { onBlur, ...field } = register('name')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        finish(true)
      }}
      className="m-1"
    >
      <input
        {...field}
        aria-label="Name of the configuration"
        maxLength={renameBody.shape.name.maxLength ?? undefined}
        readOnly={isSubmitting}
        onBlur={(event) => {
          void onBlur(event)
          finish(false)
        }}
        onKeyDown={(event) => event.key === 'Escape' && onDone(true)}
        className="control"
        {...toldBy(errorId, message)}
      />
      <FieldError id={errorId} message={message} />
    </form>
  )
}

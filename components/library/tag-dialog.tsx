'use client'
import { useEffect, useId } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ListedItem } from '@/lib/api/list'
import { noteText, tagText } from '@/lib/api/tags'
import { counted } from '@/lib/schema/words'
import { useTag } from './use-tag'

const schema = z.strictObject({ tags: tagText, note: noteText })

/** Tags and note of one configuration, or tags that are added to several. */
export function TagDialog({ items, onClose }: { items: readonly ListedItem[]; onClose: () => void }) {
  const id = useId()
  const [only] = items.length === 1 ? items : []
  const { register, handleSubmit, setFocus, formState } = useSchemaForm(schema, {
    defaultValues: { tags: only?.tags.join(', ') ?? '', note: only?.note ?? '' },
  })
  const tag = useTag(onClose)
  const close = () => {
    tag.stop()
    onClose()
  }
  // The dialog itself gives the focus to its first button.
  useEffect(() => setFocus('tags'), [setFocus])
  const { tags: tagError, note: noteError } = formState.errors
  return (
    <Dialog
      open
      onClose={close}
      title={
        only ? `Tags and note of “${only.name}”` : `Add tags to ${counted(items.length, 'configuration')}`
      }
      description="For finding configurations again; no part of the profile. Stored in clear, as the name is: write no passwords here."
      footer={
        <>
          {tag.error && (
            <p role="alert" className="mr-auto self-center text-error">
              {tag.error.message}
            </p>
          )}
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" type="submit" form={id} disabled={tag.isPending}>
            {only ? 'Save' : 'Add tags'}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        onSubmit={handleSubmit((entered) =>
          tag.mutate(
            only
              ? [{ id: only.id, change: entered }]
              : items.map((item) => ({ id: item.id, added: entered.tags })),
          ),
        )}
        className="space-y-4"
      >
        <TagField id={`${id}-tags`} field={register('tags')} message={tagError?.message} />
        {only && (
          <div>
            <label htmlFor={`${id}-note`} className="font-medium">
              Note
            </label>
            <textarea
              id={`${id}-note`}
              rows={5}
              dir="auto"
              className="control mt-1"
              {...register('note')}
              {...toldBy(`${id}-note-error`, noteError?.message)}
            />
            <FieldError id={`${id}-note-error`} message={noteError?.message} />
          </div>
        )}
      </form>
    </Dialog>
  )
}

type TagFieldProps = { id: string; field: UseFormRegisterReturn; message: string | undefined }

function TagField({ id, field, message }: TagFieldProps) {
  return (
    <div>
      <label htmlFor={id} className="font-medium">
        Tags
      </label>
      <p id={`${id}-hint`} className="text-xs text-ink-2">
        With commas between them.
      </p>
      <input
        id={id}
        dir="auto"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        className="control mt-1"
        {...field}
        {...toldBy(`${id}-error`, message)}
      />
      <FieldError id={`${id}-error`} message={message} />
    </div>
  )
}

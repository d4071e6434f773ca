'use client'
import { useEffect, useId } from 'react'
import { useWatch } from 'react-hook-form'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { oidcFinishBody } from '@/lib/api/test-requests'

const brought = oidcFinishBody.pick({ answer: true })

/** Takes what the person has: the address the browser ended at, that of an error page, or its text. */
export function PasteForm(props: {
  caught: boolean
  again: boolean
  unsent: string
  onAnswer: (answer: string) => void
}) {
  const { caught, again, unsent, onAnswer } = props
  const { register, handleSubmit, reset, setFocus, control, formState } = useSchemaForm(brought, {
    defaultValues: { answer: unsent },
    mode: 'onChange',
  })
  useEffect(() => {
    // Only what nobody else has: the focus was lost with the field that held the last answer.
    if (again && document.activeElement === document.body) {
      setFocus('answer')
    }
  }, [again, setFocus])
  const id = useId()
  const entered = useWatch({ control, name: 'answer' }).trim() !== ''
  const fault = entered ? formState.errors.answer?.message : undefined
  const send = handleSubmit(({ answer }) => {
    reset()
    onAnswer(answer)
  })
  return (
    <form noValidate onSubmit={send} className="flex flex-wrap items-end gap-2">
      <label htmlFor={id} className="min-w-52 flex-1">
        <span className="mb-1 block">
          {caught
            ? 'Or paste the final address here:'
            : 'Paste it here at once; it is valid for a minute or so.'}
        </span>
        <textarea
          id={id}
          rows={2}
          className="control h-auto resize-y py-1.5 font-mono text-xs"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }
          }}
          autoComplete="off"
          spellCheck={false}
          {...register('answer')}
          {...toldBy(`${id}-fault`, fault)}
        />
      </label>
      <Button type="submit" look="primary" disabled={!entered || fault !== undefined}>
        Go on
      </Button>
      <FieldError id={`${id}-fault`} message={fault} />
    </form>
  )
}

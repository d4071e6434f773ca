'use client'
import { useId } from 'react'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import type { OktaPrompt } from '@/lib/api/report'
import { oktaAnswerBody } from '@/lib/api/test-requests'

const answered = z.strictObject({ value: oktaAnswerBody.shape.value.unwrap().min(1, 'Enter an answer.') })

type OktaAnswerFormProps = {
  readonly input: NonNullable<OktaPrompt['input']>
  readonly onSend: (value: string) => void
}

/** A code, an answer or a new password for Okta. The field is emptied before it is sent. */
export function OktaAnswerForm({ input, onSend }: OktaAnswerFormProps) {
  const id = useId()
  const { register, handleSubmit, reset, formState } = useSchemaForm(answered, {
    defaultValues: { value: '' },
  })
  const message = formState.errors.value?.message
  const send = handleSubmit(({ value }) => {
    reset()
    onSend(value)
  })
  return (
    <form noValidate onSubmit={send} className="flex flex-wrap items-end gap-2">
      <label htmlFor={id} className="min-w-40">
        <span className="mb-1 block text-xs text-ink-2">{input.label}</span>
        <input
          id={id}
          type={input.kind === 'new-password' ? 'password' : 'text'}
          inputMode={input.kind === 'code' ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          className="control"
          {...register('value')}
          {...toldBy(`${id}-error`, message)}
        />
      </label>
      <Button type="submit" look="primary" disabled={!formState.isDirty}>
        Send
      </Button>
      <FieldError id={`${id}-error`} message={message} />
    </form>
  )
}

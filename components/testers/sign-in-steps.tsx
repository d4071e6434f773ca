'use client'
import { ExternalLink } from 'lucide-react'
import { useEffect, useId } from 'react'
import { useWatch } from 'react-hook-form'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { Continuation } from '@/lib/api/report'
import { oidcFinishBody } from '@/lib/api/test-requests'
import { Card } from './card'

type Authorize = Extract<Continuation, { kind: 'authorize' }>

/** What comes back from the sign-in page when it can be caught. */
const CHANNEL = 'latchkey-sign-in'

/** The part of the test that a person does: sign in, and bring the final address back. */
export function SignInSteps({
  next,
  again,
  unsent,
  onAnswer,
}: {
  next: Authorize
  /** An answer was brought before, and was none of this sign-in: the next one goes into the same field. */
  again: boolean
  /** An answer that did not reach the server: it is still in the field. */
  unsent: string
  onAnswer: (answer: string) => void
}) {
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    // Another page of this origin may have been opened with a made-up answer: only that of this sign-in counts.
    channel.onmessage = ({ data }) =>
      typeof data === 'string' &&
      (next.id === undefined || data.includes(`state=${next.id}`)) &&
      onAnswer(data)
    return () => channel.close()
  }, [onAnswer, next.id])
  const caught = next.catcher !== 'paste'
  return (
    <Card title="Sign in">
      <ol className="list-decimal space-y-4 py-4 pr-4 pl-9">
        <li>
          <p>Open the sign-in page in a window of its own and sign in.</p>
          <p className="mt-1.5 flex flex-wrap items-center gap-1">
            <a
              href={next.url}
              target="_blank"
              rel="noreferrer opener"
              className="inline-flex min-h-8 items-center gap-1.5 rounded-[7px] bg-accent px-3 text-sm font-semibold text-accent-ink"
            >
              <ExternalLink aria-hidden size={14} />
              Open the sign-in page
            </a>
            <CopyButton text={next.url} label="Copy the address of the sign-in page" />
          </p>
        </li>
        <li>
          {caught ? (
            <p>Come back to this window. The answer arrives by itself.</p>
          ) : (
            <p className="max-w-prose">
              The browser ends at an address that it cannot open: it begins with{' '}
              <code className="font-mono text-xs break-all">{next.redirectUri}</code>. That is right. Copy the
              whole address. If the provider shows an error instead, copy the text of its page.
            </p>
          )}
          {next.advice && <p className="mt-1 max-w-prose text-xs text-ink-2">{next.advice}</p>}
        </li>
        <li>
          <PasteForm caught={caught} again={again} unsent={unsent} onAnswer={onAnswer} />
        </li>
      </ol>
    </Card>
  )
}

const brought = oidcFinishBody.pick({ answer: true })

/** Takes what the person has: the address the browser ended at, that of an error page, or its text. */
function PasteForm(props: {
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

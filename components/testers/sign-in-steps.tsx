'use client'
import { ExternalLink } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type Continuation, longestAnswer } from '@/lib/api/report'
import { Card } from './card'

type Authorize = Extract<Continuation, { kind: 'authorize' }>

/** What comes back from the sign-in page when it can be caught. */
const CHANNEL = 'latchkey-sign-in'

/** The part of the test that a person does: sign in, and bring the final address back. */
export function SignInSteps({
  next,
  again,
  onAnswer,
}: {
  next: Authorize
  /** An answer was brought before, and was none of this sign-in: the next one goes into the same field. */
  again: boolean
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
          <PasteForm caught={caught} again={again} onAnswer={onAnswer} />
        </li>
      </ol>
    </Card>
  )
}

/** Takes what the person has: the address the browser ended at, that of an error page, or its text. */
function PasteForm(props: { caught: boolean; again: boolean; onAnswer: (answer: string) => void }) {
  const { caught, again, onAnswer } = props
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    // Only what nobody else has: the focus was lost with the field that held the last answer.
    if (again && document.activeElement === document.body) {
      field.current?.focus()
    }
  }, [again])
  const [address, setAddress] = useState('')
  const id = useId()
  const answer = address.trim()
  const fault =
    answer.length > longestAnswer
      ? `These are ${answer.length.toLocaleString('en')} characters; an answer has at most ${longestAnswer.toLocaleString('en')}. Copy the address, or the text that the page shows.`
      : null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (answer !== '' && fault === null) {
          onAnswer(answer)
          setAddress('')
        }
      }}
      className="flex flex-wrap items-end gap-2"
    >
      <label htmlFor={id} className="min-w-52 flex-1">
        <span className="mb-1 block">
          {caught
            ? 'Or paste the final address here:'
            : 'Paste it here at once; it is valid for a minute or so.'}
        </span>
        <textarea
          ref={field}
          id={id}
          rows={2}
          className="control h-auto resize-y py-1.5 font-mono text-xs"
          value={address}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }
          }}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <Button type="submit" look="primary" disabled={answer === '' || fault !== null}>
        Go on
      </Button>
      {fault !== null && (
        <p id={`${id}-fault`} role="alert" className="basis-full text-xs text-error">
          {fault}
        </p>
      )}
    </form>
  )
}

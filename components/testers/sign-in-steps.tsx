'use client'
import { ExternalLink } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { httpsPort } from '@/lib/schema/web-address'
import { AddressPicture } from './address-picture'
import { Card } from './card'
import type { CatchChoice } from './catch-memory'
import { CatchQuestion } from './catch-question'
import { PastTheWarning } from './certificate-warning'
import { finalAddress } from './final-address'
import { hasStateOf } from './handed-over'
import { PasteForm } from './paste-form'
import { type Authorize, type Catching, useCatching } from './use-catching'

/** What comes back from the sign-in page when it can be caught. */
const CHANNEL = 'latchkey-sign-in'

type SignInStepsProps = {
  next: Authorize
  /** An answer was brought before, and was none of this sign-in: the next one goes into the same field. */
  again: boolean
  /** An answer that did not reach the server: it is still in the field. */
  unsent: string
  onAnswer: (answer: string) => void
}

/** The part of the test that a person does: sign in, and bring the final address back where it is not caught. */
export function SignInSteps(props: SignInStepsProps) {
  const { next, onAnswer } = props
  const { offer, redirectUri } = next
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL)
    // Another page of this origin may have been opened with a made-up answer: only that of this sign-in counts.
    channel.onmessage = ({ data }) => {
      if (typeof data === 'string' && hasStateOf(data, next.url)) {
        channel.postMessage({ taken: data })
        onAnswer(data)
      }
    }
    return () => channel.close()
  }, [onAnswer, next.url])
  const catching = useCatching(next)
  const [chosen, setChosen] = useState(false)
  const choose = (choice: CatchChoice) => {
    setChosen(true)
    catching.choose(choice)
  }
  return (
    <Card title="Sign in">
      {catching.asks && offer ? (
        <CatchQuestion redirectUri={redirectUri} offer={offer} focus={catching.asksAgain} onChoose={choose} />
      ) : (
        <>
          <Steps {...props} catching={catching} focus={chosen} />
          {offer && <Choice catching={catching} port={httpsPort(redirectUri)} />}
        </>
      )}
    </Card>
  )
}

/** `focus`: the button that was pressed to come here is gone. */
function Steps({
  next,
  again,
  unsent,
  onAnswer,
  catching: { caught, advice },
  focus,
}: SignInStepsProps & { catching: Catching; focus: boolean }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (focus) {
      link.current?.focus()
    }
  }, [focus])
  return (
    <ol className="list-decimal space-y-4 py-4 pr-4 pl-9">
      <li>
        <p>Open the sign-in page in a window of its own and sign in.</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-1">
          <a
            ref={link}
            href={next.url}
            target="_blank"
            rel="noreferrer opener"
            className="touch inline-flex min-h-8 items-center gap-1.5 rounded-[7px] bg-accent px-3 text-sm font-semibold text-accent-ink"
          >
            <ExternalLink aria-hidden size={14} />
            Open the sign-in page
          </a>
          <CopyButton text={next.url} label="Copy the address of the sign-in page" />
        </p>
      </li>
      <li>{caught ? <Caught next={next} /> : <Pasted next={next} advice={advice} />}</li>
      <li>
        <PasteForm caught={caught} again={again} unsent={unsent} onAnswer={onAnswer} />
      </li>
    </ol>
  )
}

/** What there is to do until the answer has been caught. */
function Caught({ next: { catcher, offer } }: { next: Authorize }) {
  const warned = catcher === 'listener' || offer !== undefined
  return (
    <div className="max-w-prose space-y-1">
      {warned && (
        <>
          <p>
            Your browser may warn about the certificate that Latchkey makes. Where Latchkey runs on the
            machine of this browser, go on past it.
          </p>
          <details>
            <summary className="touch inline-flex items-center text-xs text-ink-2 underline underline-offset-2">
              What the buttons are called
            </summary>
            <PastTheWarning />
          </details>
        </>
      )}
      <p>Come back to this window. The answer arrives by itself.</p>
    </div>
  )
}

/** Latchkey does not have the port; whether somebody else does, and what that does with an answer, is not known. */
const answered =
  'Another program may answer there; if it leads to another address, it may have the answer: stop it and start the sign-in again.'

/** What there is to copy from the window of the sign-in page. */
function Pasted({ next, advice }: { next: Authorize; advice: Catching['advice'] }) {
  const address = finalAddress(next)
  return (
    <div className="space-y-2">
      {advice && (
        <p className="max-w-prose rounded-lg bg-warning-soft px-3 py-2 text-warning">
          {advice}
          {address !== null && ' Until then, paste the final address.'}
        </p>
      )}
      {address === null ? (
        <p className="max-w-prose">
          With the response mode form_post the answer is not in the address, so there is none to copy. Change
          the values to another response mode. If the provider shows an error, copy the text of its page.
        </p>
      ) : (
        <>
          <p className="max-w-prose">
            The browser ends at an address that begins with{' '}
            <code className="font-mono text-xs break-words">{next.redirectUri}</code>. If the browser says
            that it cannot open it, that is right. Select the whole address and copy it.
            {advice && ` ${answered}`}
          </p>
          <AddressPicture address={address} />
          <p className="max-w-prose text-xs text-ink-2">
            If the provider shows an error instead, copy the text of its page.
          </p>
        </>
      )}
    </div>
  )
}

/** What was answered when Latchkey asked, and the way to change it. */
function Choice({ catching: { caught, advice, ask }, port }: { catching: Catching; port: number }) {
  const pasted = advice ? 'Latchkey tries again in the next sign-in.' : 'You paste the answer yourself.'
  return (
    <p className="flex flex-wrap items-center gap-x-2 border-t border-line px-4 py-1.5 text-xs text-ink-2">
      {caught ? `Latchkey listens on 127.0.0.1, port ${port}, until the sign-in is over.` : pasted}
      <Button look="ghost" size="small" className="-ml-2" onClick={ask}>
        Change how the answer comes back
      </Button>
    </p>
  )
}

'use client'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import type { CatchOffer } from '@/lib/api/sign-in-flow'
import { httpsPort } from '@/lib/schema/web-address'
import type { CatchChoice } from './catch-memory'
import { PastTheWarning } from './certificate-warning'

type CatchQuestionProps = {
  redirectUri: string
  offer: CatchOffer
  /** The question was asked for, so that the focus belongs to it. */
  focus: boolean
  onChoose: (choice: CatchChoice) => void
}

/** Asks once whether Latchkey may catch the answer of the sign-in on this machine, and says what it does then. */
export function CatchQuestion({ redirectUri, offer, focus, onChoose }: CatchQuestionProps) {
  const port = httpsPort(redirectUri)
  const id = useId()
  return (
    <section aria-labelledby={id} className="max-w-[92ch] space-y-3 px-4 py-4">
      <h3 id={id} className="font-semibold">
        Shall Latchkey catch the answer?
      </h3>
      <p>
        The sign-in ends at <code className="font-mono text-xs break-words">{redirectUri}</code>, an address
        of the machine that your browser runs on. Where Latchkey runs on the same machine, it can wait there
        for the answer, and you have nothing to copy.
      </p>
      <ul className="list-disc space-y-2 pl-5 text-ink-2">
        <li>
          It listens on 127.0.0.1, port {port}, only while a sign-in is under way. Latchkey hands what arrives
          to this page, which goes on with it as with an address that you paste.
          {offer.everyAddress &&
            ` macOS gives it this port on all addresses of the Mac only, so it closes at once what comes from another machine. If the firewall asks, Latchkey needs no connections from outside.`}
        </li>
        <li>
          Your browser warns the first time after each start of Latchkey, because Latchkey makes the
          certificate itself. Go on past the warning:
          <PastTheWarning />
        </li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" autoFocus={focus} onClick={() => onChoose('catch')}>
          Catch the answer
        </Button>
        <Button onClick={() => onChoose('paste')}>Paste it myself</Button>
      </div>
      <p className="text-xs text-ink-2">
        This browser remembers what you choose. You can change it in every sign-in.
      </p>
    </section>
  )
}

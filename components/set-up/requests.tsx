'use client'
import { ChevronRight, Download } from 'lucide-react'
import { useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { CopyButton } from '@/components/ui/copy-button'
import { saveFile } from '@/components/ui/save-file'
import { useUnfold } from '@/components/ui/use-unfold'
import type { RequestToCopy } from '@/lib/schema/set-up'
import { requestTextAt } from './configured'
import { Sources } from './step-card'

/** The registration as requests, for those who would rather send it than click through a console. */
export function Requests({ requests }: { requests: readonly RequestToCopy[] }) {
  return (
    requests.length > 0 && (
      <section aria-label="As requests">
        <h3 className="text-[15px] font-semibold">As requests</h3>
        <p className="mb-2 text-ink-2">
          The same registration to send, with the values of this configuration and without credentials.
        </p>
        <div className="divide-y divide-line rounded-xl border border-line bg-panel">
          {requests.map((request) => (
            <FoldedRequest key={request.id} request={request} />
          ))}
        </div>
      </section>
    )
  )
}

const endings = { http: 'http', shell: 'sh', json: 'json' } as const

function FoldedRequest({ request }: { request: RequestToCopy }) {
  const { id, title, about, language, sources } = request
  const text = useProfile((at) => request.text((key) => requestTextAt(at, key)))
  const { open, id: content, button } = useUnfold()
  const save = () =>
    saveFile({
      fileName: `${id}.${endings[language]}`,
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(`${text}\n`),
    })
  return (
    <div className="px-4 py-1.5">
      <button
        type="button"
        {...button}
        className="touch flex w-full items-center gap-2 rounded py-1.5 text-left font-medium print:hidden"
      >
        <ChevronRight
          aria-hidden
          size={14}
          className={cn('shrink-0 transition-transform', open && 'rotate-90')}
        />
        {title}
      </button>
      <h4 className="hidden font-medium print:block">{title}</h4>
      <div id={content} className={cn('space-y-2 pb-2 print:block', !open && 'hidden')}>
        <p className="max-w-[90ch] text-ink-2">{about}</p>
        <div className="no-print flex items-center gap-2">
          <CopyButton text={text} label={`Copy ${title}`} />
          <Button size="small" onClick={save}>
            <Download aria-hidden size={13} />
            Download {id}.{endings[language]}
          </Button>
        </div>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable with the keyboard
          tabIndex={0}
          className="max-h-96 overflow-auto rounded-lg bg-sunken px-3 py-2 font-mono text-[11.5px] leading-[1.5] print:max-h-none print:overflow-visible print:whitespace-pre-wrap"
        >
          {text}
        </pre>
        <Sources sources={sources} />
      </div>
    </div>
  )
}

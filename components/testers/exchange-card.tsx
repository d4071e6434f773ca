'use client'
import { CopyButton } from '@/components/ui/copy-button'
import type { Exchange, Field } from '@/lib/api/exchange'
import { Card } from './card'
import { PhaseBar, PhaseLegend, phasesInWords } from './exchange-phases'

/** The requests of a run as bars on one time line; each opens to what was sent and received. */
export function ExchangeCard({
  exchanges,
  title = 'Exchanges',
}: {
  exchanges: readonly Exchange[]
  title?: string
}) {
  const total = Math.max(1, ...exchanges.map(({ timing }) => timing.end))
  return (
    <Card title={title} detail={`${(total / 1000).toFixed(2)} s`}>
      <ol className="divide-y divide-line">
        {exchanges.map((exchange) => (
          <li key={exchange.id}>
            <details>
              <summary className="grid cursor-pointer grid-cols-[minmax(0,108px)_minmax(0,1fr)_52px] items-center gap-3 hover:bg-sunken px-4 py-2 text-xs">
                <span className="truncate">{exchange.name}</span>
                <PhaseBar exchange={exchange} total={total} />
                <span className="text-right text-ink-2 tabular-nums">
                  {Math.round(exchange.timing.end - exchange.timing.start)} ms
                </span>
              </summary>
              <ExchangeDetails exchange={exchange} />
            </details>
          </li>
        ))}
      </ol>
      <div className="space-y-1 border-t border-line px-4 py-2 text-xs text-ink-2">
        <PhaseLegend exchanges={exchanges} />
        <p>Passwords, codes and tokens are never kept.</p>
      </div>
    </Card>
  )
}

function ExchangeDetails({ exchange }: { exchange: Exchange }) {
  const { answer } = exchange
  return (
    <div className="space-y-2 px-4 pb-3 text-xs">
      <p className="font-mono text-[11.5px] break-all">
        {exchange.method} {exchange.url}
      </p>
      <p className="text-ink-2">{phasesInWords(exchange.timing)}</p>
      <Fields title="Sent" fields={[...exchange.sent, ...(exchange.body ?? [])]} />
      {exchange.failure && <p className="text-error">{exchange.failure}</p>}
      {answer && (
        <>
          <p>
            Answer <code className="font-mono">{answer.status}</code>
          </p>
          <Fields title="Received" fields={answer.fields} />
          {answer.body && (
            <section
              aria-label={`Body of the answer: ${exchange.name}`}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, with the keyboard too
              tabIndex={0}
              className="relative max-h-60 overflow-auto rounded-lg bg-sunken p-2"
            >
              <pre className="font-mono text-[11px] break-all whitespace-pre-wrap">{answer.body}</pre>
            </section>
          )}
        </>
      )}
      <div className="flex items-center gap-1">
        <span>As cURL, with placeholders for secrets</span>
        <CopyButton text={exchange.curl} label={`Copy ${exchange.name} as cURL`} />
      </div>
    </div>
  )
}

function Fields({ title, fields }: { title: string; fields: readonly Field[] }) {
  return fields.length === 0 ? null : (
    <details>
      <summary>
        {title}: {fields.length} fields
      </summary>
      <dl className="mt-1 grid grid-cols-[minmax(0,2fr)_minmax(0,5fr)] gap-x-3 font-mono text-[11px]">
        {fields.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a header may be there twice
          <div key={`${name} ${index}`} className="contents">
            <dt className="break-all text-ink-2">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

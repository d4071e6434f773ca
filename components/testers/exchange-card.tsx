'use client'
import { CopyButton } from '@/components/ui/copy-button'
import type { Exchange, Field, Timing } from '@/lib/testers/report'
import { Card } from './card'

const phases = [
  { name: 'DNS', from: 'dns', look: 'bg-[#9db7c9]' },
  { name: 'connect', from: 'connect', look: 'bg-[#6f93ad]' },
  { name: 'TLS', from: 'tls', look: 'bg-[#4d7390]' },
  { name: 'wait', from: 'sent', look: 'bg-accent' },
  { name: 'answer', from: 'firstByte', look: 'bg-good' },
] as const

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
              <summary className="grid cursor-pointer grid-cols-[124px_minmax(0,1fr)_56px] items-center gap-3 hover:bg-sunken px-4 py-2 text-xs">
                <span className="truncate">{exchange.name}</span>
                <Bar
                  timing={exchange.timing}
                  total={total}
                  failed={exchange.failure !== undefined || (exchange.answer?.status ?? 0) >= 400}
                />
                <span className="text-right text-ink-2 tabular-nums">
                  {Math.round(exchange.timing.end - exchange.timing.start)} ms
                </span>
              </summary>
              <ExchangeDetails exchange={exchange} />
            </details>
          </li>
        ))}
      </ol>
      <p className="border-t border-line px-4 py-2 text-xs text-ink-2">
        {phases.map(({ name }) => name).join(' · ')}. Passwords, codes and tokens are never kept.
      </p>
    </Card>
  )
}

function Bar({ timing, total, failed }: { timing: Timing; total: number; failed: boolean }) {
  const starts = phases
    .map((phase) => ({ ...phase, at: timing[phase.from] }))
    .filter(({ at }) => at !== undefined)
  const pieces = starts.map((phase, index) => ({
    ...phase,
    at: phase.at ?? timing.start,
    end: starts[index + 1]?.at ?? timing.end,
  }))
  const bars =
    pieces.length > 0 ? pieces : [{ name: 'whole', look: 'bg-accent', at: timing.start, end: timing.end }]
  const percent = (ms: number) => `${(ms / total) * 100}%`
  return (
    <span aria-hidden className="relative block h-2.5 overflow-hidden rounded-sm bg-sunken">
      {bars.map(({ name, look, at, end }) => (
        <span
          key={name}
          style={{ left: percent(at), width: percent(Math.max(end - at, total / 300)) }}
          className={`absolute inset-y-0 ${failed && (name === 'wait' || name === 'whole') ? 'bg-error' : look}`}
        />
      ))}
    </span>
  )
}

function ExchangeDetails({ exchange }: { exchange: Exchange }) {
  const { answer } = exchange
  return (
    <div className="space-y-2 px-4 pb-3 text-xs">
      <p className="font-mono text-[11.5px] break-all">
        {exchange.method} {exchange.url}
      </p>
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
              className="max-h-60 overflow-auto rounded-lg bg-sunken p-2"
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

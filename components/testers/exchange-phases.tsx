import { cn } from '@/components/ui/cn'
import type { Exchange, Timing } from '@/lib/api/exchange'

const phases = [
  { name: 'DNS', from: 'dns', look: 'bg-phase-dns' },
  { name: 'TCP', from: 'connect', look: 'bg-phase-tcp' },
  { name: 'TLS', from: 'tls', look: 'bg-phase-tls' },
  { name: 'first byte', from: 'sent', look: 'bg-accent' },
  { name: 'body', from: 'firstByte', look: 'bg-warning' },
] as const

type Phase = { readonly name: string; readonly look: string; readonly at: number; readonly end: number }

/** The phases of an exchange that happened, each up to the next one; the whole when nothing is known about them. */
function phasesOf(timing: Timing): readonly Phase[] {
  const starts = phases.flatMap(({ name, from, look }) => {
    const at = timing[from]
    return at === undefined ? [] : [{ name, look, at }]
  })
  return starts.length === 0
    ? [{ name: 'whole', look: 'bg-accent', at: timing.start, end: timing.end }]
    : starts.map((phase, index) => ({ ...phase, end: starts[index + 1]?.at ?? timing.end }))
}

/** No answer, or one that refuses. */
const isRefused = ({ failure, answer }: Exchange) => failure !== undefined || (answer?.status ?? 0) >= 400

/** An exchange on the line from 0 to `total` milliseconds. The last wait of a refused one is red. */
export function PhaseBar({ exchange, total }: { exchange: Exchange; total: number }) {
  const percent = (ms: number) => `${(ms / total) * 100}%`
  const refused = isRefused(exchange)
  return (
    <span aria-hidden className="relative block h-2.5 overflow-hidden rounded-sm bg-sunken">
      {phasesOf(exchange.timing).map(({ name, look, at, end }) => (
        <span
          key={name}
          style={{ left: `min(${percent(at)}, 100% - 3px)`, width: `max(3px, ${percent(end - at)})` }}
          className={cn(
            'absolute inset-y-0 border-r border-panel',
            refused && (name === 'first byte' || name === 'whole') ? 'bg-error' : look,
          )}
        />
      ))}
    </span>
  )
}

/** What the colors stand for. */
export function PhaseLegend({ exchanges }: { exchanges: readonly Exchange[] }) {
  const shown = exchanges.some(isRefused)
    ? [...phases, { name: 'refused or no answer', look: 'bg-error' }]
    : phases
  return (
    <ul aria-label="Colors of the bars" className="flex flex-wrap gap-x-3 gap-y-1">
      {shown.map(({ name, look }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden className={cn('size-2.5 rounded-sm', look)} />
          {name}
        </li>
      ))}
    </ul>
  )
}

/** "TCP 1 ms · first byte 12 ms": the bar in words. */
export function phasesInWords(timing: Timing): string {
  return phasesOf(timing)
    .filter(({ name }) => name !== 'whole')
    .map(({ name, at, end }) => `${name} ${end - at < 1 ? '< 1' : Math.round(end - at)} ms`)
    .join(' · ')
}

import type { TestedValue } from '@/lib/api/report'
import { Card } from './card'

/** With what a run was made: the user and the values of the configuration then. */
export function TestedCard({ title, tested }: { title: string; tested: readonly TestedValue[] }) {
  return (
    <Card title={title}>
      <dl className="divide-y divide-line px-4 text-xs">
        {tested.map(({ name, value }) => (
          <div key={name} className="grid gap-x-4 py-1.5 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
            <dt className="break-all text-ink-2">{name}</dt>
            <dd className="font-mono text-[11.5px] break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

import type { KeyDefinition } from '@/lib/schema/manifest'

/** The values a key can have, with what they mean and how they were spelled before. */
export function KeyOptions({ definition }: { definition: KeyDefinition }) {
  const options = 'options' in definition ? (definition.options ?? {}) : {}
  return (
    <ul className="space-y-1">
      {Object.entries(options).map(([value, { label, formerly }]) => (
        <li key={value} className="flex flex-wrap items-baseline gap-x-2">
          <Value text={value} />
          {label !== value && <span>{label}</span>}
          {formerly && (
            <span className="text-xs text-ink-2">
              formerly{' '}
              {formerly.map((spelling, at) => (
                <span key={spelling}>
                  {at > 0 && ', '}
                  <Value text={spelling} />
                </span>
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Value({ text }: { text: string }) {
  return (
    <code className="rounded bg-sunken px-1 py-px font-mono text-xs [overflow-wrap:anywhere]">{text}</code>
  )
}

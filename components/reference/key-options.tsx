import type { KeyDefinition } from '@/lib/schema/manifest'

/** The values a key can have, with what they mean and how they were spelled before. */
export function KeyOptions({ definition }: { definition: KeyDefinition }) {
  const options = 'options' in definition ? (definition.options ?? {}) : {}
  return (
    <ul className="reference-options">
      {Object.entries(options).map(([value, { label, formerly }]) => (
        <li key={value}>
          <span>
            <Value text={value} />
          </span>{' '}
          <span>
            {label !== value && label}
            {formerly && (
              <span className="text-xs text-ink-2">
                {label !== value && ' · '}formerly{' '}
                {formerly.map((spelling, at) => (
                  <span key={spelling}>
                    {at > 0 && ', '}
                    <Value text={spelling} />
                  </span>
                ))}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Value({ text }: { text: string }) {
  return <code className="reference-value font-mono text-xs [overflow-wrap:anywhere]">{text}</code>
}

'use client'
import { Badge } from '@/components/ui/badge'
import { keyAddress, parentsOf } from './addresses'
import type { SearchEntry } from './entries'
import { useFilter } from './filter'

/** What the search over all domains finds, best first; keys that are not offered come after the others. */
export function SearchResults() {
  const { found } = useFilter()
  if (found === null || found.length === 0) {
    return null
  }
  const ordered = [...found.filter(({ retired }) => !retired), ...found.filter(({ retired }) => retired)]
  return (
    <ul
      aria-label="Keys found"
      className="mt-3 divide-y divide-line overflow-clip rounded-xl border border-line bg-panel"
    >
      {ordered.map((entry) => (
        <Result key={entry.id} entry={entry} />
      ))}
    </ul>
  )
}

function Result({ entry }: { entry: SearchEntry }) {
  return (
    <li>
      <a href={keyAddress(entry.id)} className="block px-4 py-2.5 hover:bg-sunken">
        <span className="flex flex-wrap items-baseline gap-x-3">
          {!entry.retired && <span className="font-semibold">{entry.title}</span>}
          <span className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2">
            {[...parentsOf(entry.path), entry.name].join(' › ')}
          </span>
          <span className="ml-auto text-xs text-ink-2">
            {entry.retired ? <Badge>Retired</Badge> : entry.place}
          </span>
        </span>
        <span className="line-clamp-2 text-ink-2">{entry.description}</span>
      </a>
    </li>
  )
}

'use client'
import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useFilter } from './filter'

/** The search field. Without scripts it is a form whose answer is the page with the query in its address. */
export function FilterField({ label }: { label: string }) {
  const { query, setQuery } = useFilter()
  return (
    <search className="no-print min-w-0 flex-1 basis-32">
      <form className="relative" onSubmit={(event) => event.preventDefault()}>
        <Search
          aria-hidden
          size={14}
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-2"
        />
        <input
          type="search"
          name="q"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          placeholder={label}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          className="control reference-search"
        />
      </form>
    </search>
  )
}

/** How much the search finds, said aloud as it changes, and the way out when that is nothing. */
export function FilterCount() {
  const { query, setQuery, found, total } = useFilter()
  return (
    <div className="no-print flex flex-wrap gap-x-3 [&:has(button)]:mt-4">
      <p role="status" className="text-ink-2">
        {found &&
          (found.length === 0
            ? `No key matches “${query.trim()}”. Search for a label, the name of a key, or a word that describes it.`
            : `${found.length} of ${total} keys`)}
      </p>
      {found && (
        <Button look="link" onClick={() => setQuery('')}>
          Show all keys
        </Button>
      )}
    </div>
  )
}

import Link from 'next/link'
import { fieldKeys } from '@/lib/products/field-keys'
import { aboutDomain } from '@/lib/products/help'
import { allKeys, manifests, retiredKeys } from '@/lib/products/keys'
import type { Manifest } from '@/lib/schema/manifest'
import { RETIRED } from './addresses'
import { entryOf, retiredEntryOf } from './entries'
import { Unfiltered } from './filter'
import { FilterCount } from './filter-field'
import { PageHead } from './page-head'
import { ReferencePage } from './reference-page'
import { SearchResults } from './search-results'

/** The way in: every preference domain with its sections, and one search over all of them. */
export function IndexPage({ query }: { query: string }) {
  const entries = [...allKeys.map(entryOf), ...retiredKeys.map(retiredEntryOf)]
  return (
    <ReferencePage page={null} entries={entries} query={query} searchLabel="Search all keys">
      <PageHead
        title="Key reference"
        intro={`What each of the ${allKeys.length} preference keys of Jamf Connect does, what it takes, and where the facts come from. ${fieldKeys.length} of them have a field in the editor, which counts those; the others are dictionaries and what stands in the entries of lists. Search by label, by key name, or by a word that describes the key.`}
      />
      <FilterCount />
      <SearchResults />
      <Unfiltered>
        {manifests.map((manifest) => (
          <Domain key={manifest.id} manifest={manifest} />
        ))}
        <Retired />
      </Unfiltered>
    </ReferencePage>
  )
}

function Domain({ manifest }: { manifest: Manifest }) {
  const keys = allKeys.filter((key) => key.manifest === manifest)
  return (
    <section aria-labelledby={manifest.id} className="reference-domain">
      <div>
        <h2 id={manifest.id} className="text-[15px] font-semibold">
          <PageLink page={manifest.id}>{manifest.title}</PageLink>
        </h2>
        <p className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2">{manifest.domain}</p>
        <p className="mt-1.5 text-ink-2">{aboutDomain(manifest)}</p>
      </div>
      <ul className="reference-sections">
        {manifest.sections.map((section) => (
          <li key={section.id}>
            <Link
              href={`/reference/${manifest.id}#${section.id}`}
              className="touch flex items-baseline justify-between gap-3 py-1.5 hover:text-accent"
            >
              <span>{section.title}</span>
              <span className="text-xs text-ink-2 tabular-nums">
                {keys.filter((key) => key.section === section).length}
                <span className="sr-only"> keys</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Retired() {
  return (
    <section aria-labelledby={RETIRED} className="reference-domain">
      <h2 id={RETIRED} className="text-[15px] font-semibold">
        <PageLink page={RETIRED}>Retired keys</PageLink>
      </h2>
      <p className="text-ink-2">
        {retiredKeys.length} keys that Latchkey recognizes and does not offer: settings of Jamf Connect 1.x,
        values that the app writes itself, other spellings. Each names the key that takes its place, where
        there is one.
      </p>
    </section>
  )
}

function PageLink({ page, children }: { page: string; children: string }) {
  return (
    <Link href={`/reference/${page}`} className="rounded-sm hover:text-accent hover:underline">
      {children}
    </Link>
  )
}

import { aboutDomain, sourceOfSection } from '@/lib/products/help'
import { allKeys } from '@/lib/products/keys'
import type { KnownKey } from '@/lib/schema/keys'
import type { Manifest, Section } from '@/lib/schema/manifest'
import { counted } from '@/lib/schema/words'
import { Contents } from './contents'
import { entryOf } from './entries'
import { Found } from './filter'
import { FilterCount } from './filter-field'
import { KeyEntry } from './key-entry'
import { PageHead } from './page-head'
import { ReferencePage } from './reference-page'
import { SectionBlock } from './section-block'
import { SourceLink } from './source-link'

/** The reference of one preference domain: its sections in the order of the manifest, every key in them. */
export function ManifestPage({ manifest, query }: { manifest: Manifest; query: string }) {
  const keys = allKeys.filter((key) => key.manifest === manifest)
  const sections = manifest.sections.map((section) => ({
    section,
    known: keys.filter((key) => key.section === section),
  }))
  const items = sections.map(({ section, known }) => ({ ...section, keys: idsOf(known) }))
  return (
    <ReferencePage
      page={manifest.id}
      entries={keys.map(entryOf)}
      query={query}
      searchLabel={`Search ${counted(keys.length, 'key')}`}
    >
      <PageHead title={manifest.title} domain={manifest.domain} intro={aboutDomain(manifest)} />
      <FilterCount />
      <div className="reference-columns">
        <Contents items={items} />
        <div className="min-w-0">
          {sections.map(({ section, known }) => (
            <ManifestSection key={section.id} manifest={manifest} section={section} known={known} />
          ))}
        </div>
      </div>
    </ReferencePage>
  )
}

type ManifestSectionProps = { manifest: Manifest; section: Section; known: readonly KnownKey[] }

function ManifestSection({ manifest, section, known }: ManifestSectionProps) {
  return (
    <SectionBlock
      id={section.id}
      title={section.title}
      keys={idsOf(known)}
      intro={
        <>
          <p>{section.description}</p>
          <p className="text-xs">
            Source: <SourceLink address={sourceOfSection({ manifest, section })} />
          </p>
        </>
      }
    >
      {known.map((key) => (
        <Found key={key.id} ids={[key.id]}>
          <KeyEntry known={key} />
        </Found>
      ))}
    </SectionBlock>
  )
}

const idsOf = (known: readonly KnownKey[]) => known.map(({ id }) => id)

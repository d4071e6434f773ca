import { CopyButton } from '@/components/ui/copy-button'
import { retiredInWords } from '@/lib/products/help'
import { findKey, manifests, retiredKeys } from '@/lib/products/keys'
import type { RetiredKey } from '@/lib/schema/manifest'
import { counted } from '@/lib/schema/words'
import { parentsOf, RETIRED, retiredId } from './addresses'
import { Contents } from './contents'
import { CopyLink } from './copy-link'
import { retiredEntryOf } from './entries'
import { Found } from './filter'
import { FilterCount } from './filter-field'
import { KeyLink } from './linked-keys'
import { PageHead } from './page-head'
import { ReferencePage } from './reference-page'
import { SectionBlock } from './section-block'
import { statuses } from './statuses'

type Group = { id: string; domain: string; status: RetiredKey['status']; keys: RetiredKey[] }

/** Keys that a profile can hold and that new profiles do not get: what they are and what takes their place. */
export function RetiredPage({ query }: { query: string }) {
  const groups = groupsOf(retiredKeys)
  const items = groups.map(({ id, domain, status, keys }) => ({
    id,
    title: `${nameOfDomain(domain)}: ${statuses[status].title}`,
    keys: keys.map(retiredId),
  }))
  return (
    <ReferencePage
      page={RETIRED}
      entries={retiredKeys.map(retiredEntryOf)}
      query={query}
      searchLabel={`Search ${counted(retiredKeys.length, 'key')}`}
    >
      <PageHead
        title="Retired keys"
        intro="Latchkey recognizes these keys in a profile, keeps them as they are, and does not offer them for new profiles."
      />
      <FilterCount />
      <div className="reference-columns">
        <Contents items={items} />
        <div className="min-w-0">
          {groups.map((group) => (
            <RetiredSection key={group.id} group={group} />
          ))}
        </div>
      </div>
    </ReferencePage>
  )
}

function RetiredSection({ group: { id, domain, status, keys } }: { group: Group }) {
  const { title, sentence } = statuses[status]
  const named = nameOfDomain(domain) !== domain
  return (
    <SectionBlock
      id={id}
      keys={keys.map(retiredId)}
      title={
        <>
          <span className={named ? undefined : 'font-mono text-sm [overflow-wrap:anywhere]'}>
            {nameOfDomain(domain)}
          </span>
          : {title}
        </>
      }
      intro={<p>{sentence}</p>}
    >
      {keys.map((key) => (
        <Found key={retiredId(key)} ids={[retiredId(key)]}>
          <RetiredEntry retired={key} />
        </Found>
      ))}
    </SectionBlock>
  )
}

function RetiredEntry({ retired }: { retired: RetiredKey }) {
  const id = retiredId(retired)
  const name = retired.path.at(-1) ?? ''
  return (
    <article id={id} aria-labelledby={`${id}:title`} className="retired-key">
      <div className="flex min-w-0 items-start gap-0.5">
        <h3
          id={`${id}:title`}
          className="py-1.5 font-mono text-xs leading-5 font-medium [overflow-wrap:anywhere]"
        >
          {parentsOf(retired.path).map((parent) => (
            <span key={parent} className="font-normal text-ink-2">
              {parent} ›{' '}
            </span>
          ))}
          {name === '*' ? 'any other key' : name}
        </h3>
        <span className="needs-script no-print">
          <CopyButton text={name} label={`Copy the name ${name} (${retired.domain})`} />
        </span>
      </div>
      <div className="min-w-0 py-1.5 leading-5">
        <Replacement retired={retired} />
      </div>
      <CopyLink id={id} name={`${name} (${retired.domain})`} />
    </article>
  )
}

function Replacement({ retired }: { retired: RetiredKey }) {
  const { type, status, successor } = retired
  const explanation = retiredInWords(retired)
  const next = successor && findKey(successor.domain, successor.path)
  return (
    <p>
      <span className="text-ink-2">{type}</span>
      {next && (
        <>
          <span className="text-ink-2"> · {statuses[status].successor} </span>
          <KeyLink id={next.id} />
        </>
      )}
      {explanation && <span className="block">{explanation}</span>}
    </p>
  )
}

function groupsOf(keys: readonly RetiredKey[]): Group[] {
  const groups = new Map<string, Group>()
  for (const key of keys) {
    const id = `${key.domain}:${key.status}`
    const group = groups.get(id) ?? { id, domain: key.domain, status: key.status, keys: [] }
    groups.set(id, { ...group, keys: [...group.keys, key] })
  }
  return [...groups.values()].sort((left, right) => orderOf(left.domain) - orderOf(right.domain))
}

/** Domains that have a page of their own come first, in its order. */
function orderOf(domain: string): number {
  const at = manifests.findIndex((manifest) => manifest.domain === domain)
  return at === -1 ? manifests.length : at
}

function nameOfDomain(domain: string): string {
  return manifests.find((manifest) => manifest.domain === domain)?.title ?? domain
}

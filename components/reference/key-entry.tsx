import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { helpOf } from '@/lib/products/help'
import type { KnownKey } from '@/lib/schema/keys'
import { referenceOf } from '@/lib/schema/reference'
import { parentsOf } from './addresses'
import { CopyLink } from './copy-link'
import { KeyFacts } from './key-facts'
import { XmlExample } from './xml-example'

/** One key: what it does, all that is known about it, and an example. The id of the element is the id of the key. */
export function KeyEntry({ known }: { known: KnownKey }) {
  const { id, name, definition } = known
  const help = helpOf(known)
  return (
    <article id={id} aria-labelledby={`${id}:title`} className="reference-key">
      <div className="min-w-0">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <h3
              id={`${id}:title`}
              className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[15px] font-semibold"
            >
              {definition.title}
              <Marks known={known} />
            </h3>
            <p className="-mt-0.5 flex items-center gap-0.5 font-mono text-xs">
              <span className="[overflow-wrap:anywhere]">
                {parentsOf(known.path).map((parent) => (
                  <span key={parent} className="text-ink-2">
                    {parent} ›{' '}
                  </span>
                ))}
                {name}
              </span>
              <span className="needs-script no-print">
                <CopyButton text={name} label={`Copy the name ${name}`} />
              </span>
            </p>
          </div>
          <div className="-mt-1.5">
            <CopyLink id={id} name={name} />
          </div>
        </div>
        <p className="mt-1 max-w-[68ch]">{help.description}</p>
        <KeyFacts known={known} />
      </div>
      <XmlExample xml={referenceOf(known, help).plistExample} name={name} />
    </article>
  )
}

function Marks({ known: { definition } }: { known: KnownKey }) {
  return (
    <>
      {definition.required === 'always' && <Badge>Required</Badge>}
      {definition.secret && <Badge tone="warning">Secret</Badge>}
      {definition.sensitive && <Badge>Sensitive</Badge>}
      {definition.deprecated && <Badge tone="warning">Deprecated</Badge>}
      {definition.evidence === 'unverified' && <Badge tone="warning">Unverified</Badge>}
    </>
  )
}

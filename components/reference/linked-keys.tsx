import { keyWithId } from '@/lib/products/keys'
import { reasonOf } from '@/lib/products/link-reasons'
import { linkOf } from '@/lib/products/links'
import type { Link } from '@/lib/schema/link'
import { keyAddress } from './addresses'

/** The link a key belongs to and the ids of the other keys in it; null when it stands alone. */
export function linkedWith(id: string): { readonly link: Link; readonly others: readonly string[] } | null {
  const link = linkOf(id)
  return link === undefined ? null : { link, others: link.keys.filter((each) => each !== id) }
}

/** The keys that say the same in other places, and why. */
export function LinkedKeys({ id }: { id: string }) {
  const linked = linkedWith(id)
  return (
    linked && (
      <>
        {linked.others.map((other, at) => (
          <span key={other}>
            {at > 0 && ', '}
            <KeyLink id={other} />
          </span>
        ))}
        . {reasonOf(linked.link)}
      </>
    )
  )
}

/** A key by name and domain, as a link to what the reference says of it. */
export function KeyLink({ id }: { id: string }) {
  const known = keyWithId(id)
  return (
    known && (
      <>
        <a href={keyAddress(id)} className="reference-link font-mono text-xs">
          {known.path.filter((step) => step !== '[]').join('/')}
        </a>{' '}
        <span className="text-ink-2">({known.manifest.title})</span>
      </>
    )
  )
}

import { cn } from '@/components/ui/cn'
import { OuterLink } from '@/components/ui/outer-link'
import { sourceInWords } from './addresses'

/**
 * A link to the vendor's page or the public repository that a fact comes from. Opens beside the reference.
 * `again`: the page has named the address before, so that paper does without it.
 */
export function SourceLink({ address, again = false }: { address: string; again?: boolean }) {
  const { page, site } = sourceInWords(address)
  return (
    <>
      <OuterLink address={address} look={cn('reference-link font-medium', again && 'said-before')}>
        {page}
      </OuterLink>
      <span className="no-print text-xs text-ink-2">
        {' '}
        {site} <span aria-hidden>↗</span>
      </span>
    </>
  )
}

import { ExternalLink } from 'lucide-react'
import { sourceInWords } from './addresses'

/** A link to the vendor's page or the public repository that a fact comes from. Opens beside the reference. */
export function SourceLink({ address }: { address: string }) {
  const { page, site } = sourceInWords(address)
  return (
    <>
      <a
        href={address}
        target="_blank"
        rel="noreferrer"
        className="rounded-sm font-medium break-words text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
      >
        {page}
        <ExternalLink aria-hidden size={11} className="no-print ml-1 inline align-[-1px]" />
        <span className="no-print sr-only"> (opens in a new tab)</span>
      </a>
      <span className="no-print text-xs text-ink-2"> {site}</span>
    </>
  )
}

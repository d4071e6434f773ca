import { sourceInWords } from './addresses'

/** A link to the vendor's page or the public repository that a fact comes from. Opens beside the reference. */
export function SourceLink({ address }: { address: string }) {
  const { page, site } = sourceInWords(address)
  return (
    <>
      <a href={address} target="_blank" rel="noreferrer" className="reference-link font-medium">
        {page}
      </a>
      <span className="no-print text-xs text-ink-2">
        {' '}
        {site} <span aria-hidden>↗</span>
      </span>
    </>
  )
}

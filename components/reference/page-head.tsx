import type { ReactNode } from 'react'

/** Title of a page of the reference, the preference domain it is about, and one paragraph. */
export function PageHead({ title, domain, intro }: { title: string; domain?: string; intro: ReactNode }) {
  return (
    <div className="mt-6">
      <h1 className="text-lg font-semibold">{title}</h1>
      {domain && <p className="font-mono text-xs [overflow-wrap:anywhere] text-ink-2">{domain}</p>}
      <div className="mt-1.5 max-w-[72ch]">{intro}</div>
    </div>
  )
}

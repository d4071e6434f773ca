'use client'
import Link from 'next/link'
import { CopyButton } from '@/components/ui/copy-button'
import { OuterLink } from '@/components/ui/outer-link'
import type { PlistPath } from '@/lib/plist/value'
import { helpAt } from '@/lib/products/help'
import { findKey } from '@/lib/products/keys'
import type { KeyDefinition } from '@/lib/schema/manifest'
import { referenceOf } from '@/lib/schema/reference'
import { KeyLink } from './key-link'

const evidenceInWords = {
  documented: 'Documented by the vendor.',
  'real-profile': 'Seen in deployed profiles; the vendor prints its label only.',
  unverified: 'Not confirmed by any public source.',
} as const

/** Everything the manifest knows about a key, opened under its control. */
export function KeyHelp(props: { definition: KeyDefinition; domain: string; path: PlistPath }) {
  const { definition, domain, path } = props
  const known = findKey(domain, path)
  const help = helpAt(domain, path)
  const reference = known && help && referenceOf(known, help)
  const absent = reference?.defaultInWords ?? help?.whenAbsent
  return (
    <div className="mt-2 space-y-1.5 rounded-lg bg-sunken px-3 py-2.5 text-[12.5px] leading-[1.5] text-ink-2">
      <p className="text-ink">{help?.description}</p>
      {reference?.readings.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {absent && <p>When not configured: {absent}</p>}
      {reference?.when.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {help?.note && <p>{help.note}</p>}
      <p className="flex items-center gap-1">
        <code className="font-mono text-[11.5px] break-all text-ink">
          {domain} › {path.join(' › ')}
        </code>
        <CopyButton text={known?.name ?? String(path.at(-1))} label="Copy the key name" />
      </p>
      <p>
        {reference?.typeInWords}
        {help?.introduced && ` Since ${help.introduced}.`} {evidenceInWords[definition.evidence]}{' '}
        {help && <OuterLink address={help.source} />}
        {known && (
          <>
            {' · '}
            <Link
              href={`/reference/${known.manifest.id}#${known.id}`}
              className="font-medium text-accent underline"
            >
              Key reference
            </Link>
            {' · '}
            <KeyLink id={known.id} name={known.name} />
          </>
        )}
      </p>
    </div>
  )
}

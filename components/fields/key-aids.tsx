'use client'
import type { PlistPath } from '@/lib/plist/value'
import type { KeyDefinition } from '@/lib/schema/manifest'
import { ValueOffer } from './value-offer'
import { WhichProvider } from './which-provider'

type KeyAidsProps = {
  readonly definition: KeyDefinition
  readonly domain: string
  readonly path: PlistPath
}

/** What helps to find the value of a key; below its notes, which describe the field. */
export function KeyAids({ definition, domain, path }: KeyAidsProps) {
  return (
    <div className="space-y-1.5 text-xs leading-[1.45] [&:not(:empty)]:mt-1.5">
      {definition.offersValueOf && <ValueOffer domain={domain} path={path} />}
      {definition.guidedFor && <WhichProvider domain={domain} path={path} />}
    </div>
  )
}

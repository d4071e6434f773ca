'use client'
import { useEffect } from 'react'
import type { PlistPath } from '@/lib/plist/value'
import type { KeyDefinition } from '@/lib/schema/manifest'
import { fieldId } from './field-props'
import { ValueOffer } from './value-offer'
import { WhichProvider } from './which-provider'

type KeyAidsProps = {
  readonly definition: KeyDefinition
  readonly domain: string
  readonly path: PlistPath
}

/** What helps to find the value of a key; below its notes, which describe the field. */
export function KeyAids({ definition, domain, path }: KeyAidsProps) {
  useBlank(fieldId(domain, path))
  return (
    <div className="space-y-1.5 text-xs leading-[1.45] [&:not(:empty)]:mt-1.5">
      {definition.offersValueOf && <ValueOffer domain={domain} path={path} />}
      {definition.guidedFor && <WhichProvider definition={definition} domain={domain} path={path} />}
    </div>
  )
}

/** A blank that a template left is selected as a whole where its field gets the focus, so that typing takes its place. */
function useBlank(id: string): void {
  useEffect(() => {
    const field = document.getElementById(id)
    const select = () => {
      if (field instanceof HTMLInputElement && /^<[^<>]+>$/.test(field.value)) {
        // The press that brought the focus puts the caret first.
        requestAnimationFrame(() => field.select())
      }
    }
    field?.addEventListener('focus', select)
    return () => field?.removeEventListener('focus', select)
  }, [id])
}

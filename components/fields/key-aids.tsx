'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { openId } from '@/components/library/open-id'
import { setUpAddress } from '@/components/set-up/addresses'
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
      {definition.guidedFor && (
        <>
          <SetUpWay />
          <WhichProvider definition={definition} domain={domain} path={path} />
        </>
      )}
    </div>
  )
}

/** The way to what has to be done at the provider. */
function SetUpWay() {
  const id = openId(usePathname())
  return id === undefined ? null : (
    <p>
      <Link
        href={setUpAddress(id)}
        prefetch={false}
        className="font-semibold text-accent underline-offset-2 hover:underline pointer-coarse:py-2"
      >
        Set up the provider…
      </Link>
    </p>
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

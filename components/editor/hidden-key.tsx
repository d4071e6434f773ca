'use client'
import { useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { fieldId } from '@/components/fields/field-props'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import type { KnownKey } from '@/lib/schema/keys'
import type { Group } from '@/lib/schema/layout'
import type { AskedPlace } from './address'
import { scrollTo } from './scroll-to'
import { whyHidden } from './why-hidden'

type HiddenKeyProps = {
  readonly place: AskedPlace
  readonly groups: readonly Group[]
  readonly onShow: (key: KnownKey) => void
}

/** Says why the key that somebody asked for has no row, in the place of the row, and shows it all the same. */
export function HiddenKey({ place, groups, onShow }: HiddenKeyProps) {
  const { profile } = useOpenProfile()
  const note = useRef<HTMLParagraphElement>(null)
  // The groups are others as soon as a setting that decides has changed.
  const hidden = whyHidden(place, groups, profile.settings)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that a key is asked for
  useEffect(() => {
    if (note.current) {
      scrollTo(note.current, 'center')
      note.current.focus({ preventScroll: true })
    }
  }, [place])
  if (hidden === null) {
    return null
  }
  const { key, why } = hidden
  const show = () => {
    flushSync(() => onShow(key))
    document.getElementById(fieldId(key.domain, key.path))?.focus()
  }
  return (
    <p ref={note} tabIndex={-1} className="rounded-lg border border-line bg-panel px-4 py-2.5 text-ink-2">
      {why}{' '}
      <Button look="link" onClick={show}>
        Show the field all the same
      </Button>
    </p>
  )
}

'use client'
import type { ReactNode } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { OuterLink } from '@/components/ui/outer-link'
import { useUnfold } from '@/components/ui/use-unfold'
import type { PlistPath } from '@/lib/plist/value'
import { helpAt } from '@/lib/products/help'
import { offerAt } from '@/lib/products/offers'
import { fieldId } from './field-props'

type Place = { readonly domain: string; readonly path: PlistPath }

/** Offers the value of another key, and says when the two are the same and when they are not. */
export function ValueOffer({ domain, path }: Place) {
  const { profile } = useOpenProfile()
  // As text, so that the line renders again only when something about the offer changes.
  const told = useProfile(({ settings }) => {
    const offer = offerAt(domain, path, settings)
    return offer && `${offer.value === null ? '' : 'can'}:${offer.name}`
  })
  if (told === null) {
    return null
  }
  const take = () => {
    const value = offerAt(domain, path, profile.settings)?.value
    if (value) {
      profile.set(domain, path, value, 'whole')
      // The button goes with what it did.
      document.getElementById(fieldId(domain, path))?.focus()
    }
  }
  const [can, title] = told.split(':')
  return (
    <Explained domain={domain} path={path}>
      {can && (
        <>
          <Button look="link" onClick={take}>
            Same as {title}
          </Button>
          {' · '}
        </>
      )}
    </Explained>
  )
}

function Explained({ domain, path, children }: Place & { children: ReactNode }) {
  const { open, id, button } = useUnfold()
  const about = helpAt(domain, path)?.offered
  return (
    <>
      <p>
        {children}
        {about && (
          <Button look="link" className="!text-ink-2" {...button}>
            {about.title}
          </Button>
        )}
      </p>
      {about && open && (
        <p id={id} className="rounded-lg bg-sunken px-3 py-2.5 text-[12.5px] leading-[1.5] text-ink-2">
          {about.text} <OuterLink address={about.source} />
        </p>
      )}
    </>
  )
}

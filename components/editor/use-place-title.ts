'use client'
import { useEffect } from 'react'
import { tabs } from '@/lib/products/layout'
import type { Address } from './address'

type Place = Pick<Address, 'test'> & { readonly state: Pick<Address, 'tab' | 'view'> }

/** Names the document after the configuration and the place in it. */
export function usePlaceTitle(name: string, { test, state: { tab, view } }: Place): void {
  const form = tabs.find(({ id }) => id === tab)?.title
  const place = test !== null ? 'Tests' : view === 'xml' ? 'XML' : form
  useEffect(() => {
    document.title = `${name} · ${place} · Latchkey`
  }, [name, place])
}

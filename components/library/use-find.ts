'use client'
import { type RefObject, useEffect, useRef, useState } from 'react'

type Find = {
  readonly menu: 'closed' | 'open' | 'find'
  readonly setMenu: (menu: Find['menu']) => void
  /** The field of the list beside the page, which is not in view on a narrow screen. */
  readonly beside: RefObject<HTMLInputElement | null>
  /** The field of the list in the sheet. */
  readonly inSheet: RefObject<HTMLInputElement | null>
}

/** Command or Control with K goes to the field that finds configurations, and opens the sheet where that is its place. */
export function useFind(): Find {
  const [menu, setMenu] = useState<Find['menu']>('closed')
  const beside = useRef<HTMLInputElement>(null)
  const inSheet = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) {
        return
      }
      event.preventDefault()
      const field = inSheet.current ?? beside.current
      field?.focus()
      if (document.activeElement !== field && !document.querySelector('dialog[open]')) {
        setMenu('find')
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  // After the sheet's own effect, which opens it and puts the focus on its first button.
  useEffect(() => {
    if (menu === 'find') {
      inSheet.current?.focus()
    }
  }, [menu])
  return { menu, setMenu, beside, inSheet }
}

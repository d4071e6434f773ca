'use client'
import { useCallback, useEffect, useState } from 'react'

const item = 'check-as-you-type'

/** Whether addresses are asked as they are typed; on unless it was turned off in this browser. */
export function useCheckAsYouType(): readonly [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(stored() !== 'false'), [])
  const choose = useCallback((next: boolean) => {
    setOn(next)
    try {
      localStorage.setItem(item, String(next))
    } catch {
      // Without storage the choice holds until the page is left.
    }
  }, [])
  return [on, choose]
}

function stored(): string | null {
  try {
    return localStorage.getItem(item)
  } catch {
    return null
  }
}

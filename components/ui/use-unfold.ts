'use client'
import { useId, useState } from 'react'

/** What a button opens below itself and closes again: the attributes of the button, and the id of what it opens. */
export function useUnfold() {
  const [open, setOpen] = useState(false)
  const id = useId()
  return {
    open,
    id,
    close: () => setOpen(false),
    button: {
      'aria-expanded': open,
      'aria-controls': open ? id : undefined,
      onClick: () => setOpen(!open),
    },
  }
}

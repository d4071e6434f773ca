'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Copies the address of a key in the open configuration. Where the clipboard is closed, the address bar gets it instead. */
export function KeyLink({ id, name }: { id: string; name: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const { origin, pathname } = window.location
    const address = `${origin}${pathname}?key=${id}`
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
      setTimeout(() => setCopied(false), 2000)
    } catch {
      window.history.replaceState(null, '', address)
    }
  }
  return (
    <Button look="link" aria-label={copied ? 'Copied' : `Copy link to ${name}`} onClick={() => void copy()}>
      {copied ? 'Copied' : 'Copy link'}
    </Button>
  )
}

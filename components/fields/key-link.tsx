'use client'
import { Button } from '@/components/ui/button'
import { useCopy } from '@/components/ui/use-copy'

/** Copies the address of a key in the open configuration. Where the clipboard is closed, the address bar gets it instead. */
export function KeyLink({ id, name }: { id: string; name: string }) {
  const { copied, copy } = useCopy()
  const copyAddress = () => {
    const { origin, pathname } = window.location
    const address = `${origin}${pathname}?key=${id}`
    copy(address).catch(() => window.history.replaceState(null, '', address))
  }
  return (
    <Button look="link" aria-label={copied ? 'Copied' : `Copy link to ${name}`} onClick={copyAddress}>
      {copied ? 'Copied' : 'Copy link'}
    </Button>
  )
}

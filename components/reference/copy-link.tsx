'use client'
import { Check, Link2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useCopy } from '@/components/ui/use-copy'

/** Copies the whole address of an entry. Where the clipboard is closed, the address bar gets the address instead. */
export function CopyLink({ id, name }: { id: string; name: string }) {
  const { copied, copy } = useCopy()
  const copyAddress = () => {
    const address = new URL(`#${id}`, window.location.href).href
    copy(address).catch(() => window.location.assign(address))
  }
  const label = `Copy the link to ${name}`
  return (
    <Button
      look="ghost"
      size="icon"
      className="needs-script no-print shrink-0"
      aria-label={copied ? 'Copied' : label}
      title={label}
      onClick={copyAddress}
    >
      {copied ? <Check aria-hidden size={14} /> : <Link2 aria-hidden size={15} />}
    </Button>
  )
}

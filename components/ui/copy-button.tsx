'use client'
import { Check, Copy } from 'lucide-react'
import { Button } from './button'
import { useCopy } from './use-copy'

/** Copies `text` to the clipboard and says so; `label` names what is copied. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const { copied, copy } = useCopy()
  return (
    <Button
      look="ghost"
      size="icon"
      aria-label={copied ? 'Copied' : label}
      title={label}
      onClick={() => void copy(typeof text === 'string' ? text : text())}
    >
      {copied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
    </Button>
  )
}

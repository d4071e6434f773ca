import { useState } from 'react'

const SAID_MS = 2_000

/** Copies text to the clipboard, and whether that has just been done. Rejects where the clipboard is closed. */
export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState(false)
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), SAID_MS)
  }
  return { copied, copy }
}

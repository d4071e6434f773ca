'use client'
import { X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from './button'

export type Notice = {
  id: number
  text: string
  tone: 'plain' | 'error'
  action?: { label: string; run: () => void }
}

let notices: readonly Notice[] = []
let nextId = 1
const listeners = new Set<() => void>()

function publish(next: readonly Notice[]) {
  notices = next
  for (const listener of listeners) {
    listener()
  }
}

/**
 * Shows a notice for 10 seconds; one with an action (undo) stays twice as long, an error until it is closed. The result
 * closes it earlier.
 */
export function notify(text: string, options: Partial<Pick<Notice, 'tone' | 'action'>> = {}): () => void {
  const notice: Notice = { id: nextId++, text, tone: 'plain', ...options }
  publish([...notices.slice(-2), notice])
  if (notice.tone !== 'error') {
    setTimeout(() => dismiss(notice.id), notice.action ? 20_000 : 10_000)
  }
  return () => dismiss(notice.id)
}

function dismiss(id: number) {
  publish(notices.filter((notice) => notice.id !== id))
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const none: readonly Notice[] = []

/**
 * Where notices appear: a live region, so they are read out without taking the focus. In a low window, or one that is
 * zoomed in, the newest alone: three would cover what they speak of.
 */
export function Toaster() {
  const shown = useSyncExternalStore(
    subscribe,
    () => notices,
    () => none,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-3 bottom-3 z-40 max-sheet:bottom-17 flex flex-col items-center gap-2 sm:items-end"
    >
      {shown.map((notice) => (
        <div
          key={notice.id}
          className="pointer-events-auto flex max-w-md items-center gap-3 [@media(max-height:480px)]:not-last:hidden rounded-lg border border-line bg-panel py-1.5 pr-1.5 pl-4 shadow-lift"
        >
          <p className={notice.tone === 'error' ? 'text-error' : 'text-ink'}>{notice.text}</p>
          {notice.action && (
            <Button
              look="ghost"
              className="font-semibold text-accent"
              onClick={() => {
                notice.action?.run()
                dismiss(notice.id)
              }}
            >
              {notice.action.label}
            </Button>
          )}
          <Button look="ghost" size="icon" aria-label="Close notice" onClick={() => dismiss(notice.id)}>
            <X aria-hidden size={14} />
          </Button>
        </div>
      ))}
    </div>
  )
}

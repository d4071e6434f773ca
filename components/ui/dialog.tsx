'use client'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'
import { cn } from './cn'

const places = {
  center:
    'm-auto w-[min(640px,calc(100vw-24px))] max-h-[calc(100dvh-48px)] low:max-h-[calc(100dvh-16px)] rounded-xl',
  right: 'ml-auto mr-0 my-0 h-dvh max-h-dvh w-[min(440px,100vw)] max-w-none',
  left: 'mr-auto ml-0 my-0 h-dvh max-h-dvh w-[min(300px,86vw)] max-w-none',
} as const

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: string
  place?: keyof typeof places
  children: ReactNode
  /** Buttons, at the end of the dialog; always in view where the screen is not low. */
  footer?: ReactNode
  /** The content reaches the edges. */
  flush?: boolean
}

const FIELDS = 'input:enabled, select:enabled, textarea:enabled, [role="radio"][tabindex="0"]:enabled'

/** The browser begins at the button that closes; people come to fill in. Not on touch, where a field brings its keyboard. */
function focusFirstField(dialog: HTMLDialogElement): void {
  const content = dialog.querySelector('[data-content]')
  if (content && !content.contains(document.activeElement) && !matchMedia('(pointer: coarse)').matches) {
    firstField(content)?.focus({ preventScroll: true })
  }
}

/** Of radio buttons the one that is chosen, as with the Tab key. */
function firstField(content: Element): HTMLElement | null {
  const first = content.querySelector<HTMLElement>(FIELDS)
  const chosen = first?.matches('input[type="radio"]') && content.querySelector('input[type="radio"]:checked')
  return chosen instanceof HTMLElement ? chosen : first
}

/**
 * A modal dialog on the browser's own <dialog>: focus stays inside, Escape closes, the page behind is inert and focus
 * returns to where it was. The content is mounted only while the dialog is open.
 */
export function Dialog({
  open,
  onClose,
  title,
  description,
  place = 'center',
  children,
  footer,
  flush,
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const opener = useRef<HTMLElement>(null)
  const titleId = useId()
  const descriptionId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (open && dialog && !dialog.open) {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      dialog.showModal()
      focusFirstField(dialog)
    }
    if (!open && dialog?.open) {
      dialog.close()
    }
  }, [open])
  // The browser gives the focus back when a dialog is closed, not when it is taken out of the page.
  useEffect(() => () => opener.current?.focus({ preventScroll: true }), [])
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      {...(description ? { 'aria-describedby': descriptionId } : {})}
      onClose={onClose}
      onPointerDown={(event) => event.target === ref.current && onClose()}
      className={cn(
        'border border-line bg-panel p-0 text-ink shadow-lift backdrop:bg-black/40',
        places[place],
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] flex-col [dialog[class*=h-dvh]_&]:h-full low:relative low:overflow-y-auto">
          <header className="flex shrink-0 items-start gap-3 border-b border-line px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <h2 id={titleId} className="text-[15px] font-semibold">
                {title}
              </h2>
              {description && (
                <p id={descriptionId} className="mt-0.5 text-ink-2">
                  {description}
                </p>
              )}
            </div>
            <Button look="ghost" size="icon" onClick={onClose} aria-label="Close">
              <X aria-hidden size={16} />
            </Button>
          </header>
          <div
            data-content
            className={cn(
              'relative min-h-0 flex-1 overflow-auto low:flex-none',
              // What fills a sheet scrolls in itself, and gets all of its height.
              flush && place !== 'center' ? 'low:h-full' : 'low:overflow-visible',
              !flush && 'px-5 py-4',
            )}
          >
            {children}
          </div>
          {footer && (
            <footer className="flex shrink-0 flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </div>
      )}
    </dialog>
  )
}

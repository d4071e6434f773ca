'use client'
import { DropdownMenu } from 'radix-ui'
import type { ReactElement } from 'react'
import { cn } from './cn'

export type MenuItem = {
  label: string
  onSelect: () => void
  shortcut?: string
  danger?: boolean
  disabled?: boolean
}

type MenuProps = { trigger: ReactElement<{ disabled?: boolean }>; items: readonly MenuItem[] }

/** A menu of actions behind `trigger`, which must be a button with a name. */
export function Menu({ trigger, items }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 rounded-lg border border-line bg-panel p-1 shadow-lift"
        >
          {items.map((item) => (
            <DropdownMenu.Item
              key={item.label}
              disabled={item.disabled === true}
              onSelect={item.onSelect}
              className={cn(
                'touch flex min-h-8 cursor-pointer items-center justify-between gap-6 rounded-md px-2.5 text-sm outline-none data-[disabled]:text-ink-3 data-[highlighted]:bg-sunken',
                item.danger && 'text-error',
              )}
            >
              {item.label}
              {item.shortcut && <kbd className="font-sans text-xs text-ink-3">{item.shortcut}</kbd>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

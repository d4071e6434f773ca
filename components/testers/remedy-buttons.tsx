'use client'
import type { ReactNode } from 'react'
import { notifyUndo } from '@/components/open-profile/notify-undo'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { Repair } from '@/lib/schema/issue'

/** Makes a repair, which can be undone from the message about it. Long titles wrap. */
export function RepairButton({ repair, look = 'link' }: { repair: Repair; look?: 'link' | 'primary' }) {
  const { profile } = useOpenProfile()
  return (
    <Button
      look={look}
      className={cn('max-w-full text-left !whitespace-normal', look === 'link' ? 'min-h-6' : 'py-1')}
      onClick={() => {
        profile.apply(repair.edits)
        notifyUndo(profile, `${repair.title}: done.`)
      }}
    >
      {repair.title}
    </Button>
  )
}

/** Opens the field of a key; its name unless there are other words for it. */
export function FieldButton(props: { domain: string; path: readonly string[]; children?: ReactNode }) {
  const { reveal } = useOpenProfile()
  return (
    <Button
      look="link"
      className={cn(
        'min-h-6 break-all !whitespace-normal',
        props.children ? '!text-ink-2' : 'font-mono !text-[11.5px] !font-normal',
      )}
      onClick={() => reveal(props.domain, props.path)}
    >
      {props.children ?? props.path.at(-1)}
    </Button>
  )
}

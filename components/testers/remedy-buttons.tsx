'use client'
import type { ReactNode } from 'react'
import { isMade, makeRepair } from '@/components/open-profile/make-repair'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { keepFocus } from '@/components/ui/keep-focus'
import type { Repair } from '@/lib/api/issue'
import { FixedRunAgain } from './run-again'

type RepairButtonProps = {
  repair: Repair
  look?: 'link' | 'primary'
  /** The configuration has changed since the test. */
  stale: boolean
}

/** Makes a repair, which can be undone from the message about it. Once it is made, another run is what is left to do. */
export function RepairButton({ repair, look = 'link', stale }: RepairButtonProps) {
  const { profile } = useOpenProfile()
  const made = useIsFixed(repair, stale)
  return made ? (
    <FixedRunAgain look="mark" />
  ) : (
    <Button
      look={look}
      className={cn('max-w-full text-left !whitespace-normal', look === 'link' ? 'min-h-6' : 'py-1')}
      onClick={({ currentTarget }) => keepFocus(currentTarget, () => makeRepair(profile, repair))}
    >
      {repair.title}
    </Button>
  )
}

/** Whether the repair of a check has been made since the test. */
export function useIsFixed(repair: Repair | undefined, stale: boolean): boolean {
  const asked = stale && repair !== undefined
  return useProfile((at) => asked && isMade(at, repair), asked)
}

/** Whether one of the repairs of a run has been made since. */
export function useAnyFixed(repairs: readonly Repair[], stale: boolean): boolean {
  const asked = stale && repairs.length > 0
  return useProfile((at) => asked && repairs.some((repair) => isMade(at, repair)), asked)
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

'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

type ConfirmProps = {
  readonly title: string
  readonly description?: string
  /** What the two buttons are called; Enter keeps. */
  readonly keep: string
  readonly act: string
  readonly onAct: () => void
  readonly onClose: () => void
  /** What is at stake. */
  readonly children: ReactNode
}

/** Asks before something is taken away; the focus is on what keeps it. */
export function Confirm({ keep, act, onAct, ...dialog }: ConfirmProps) {
  const keeping = useRef<HTMLButtonElement>(null)
  // The dialog itself gives the focus to its first button.
  useEffect(() => keeping.current?.focus(), [])
  return (
    <Dialog
      open
      {...dialog}
      footer={
        <>
          <Button ref={keeping} onClick={dialog.onClose}>
            {keep}
          </Button>
          <Button look="danger" onClick={onAct}>
            {act}
          </Button>
        </>
      }
    />
  )
}

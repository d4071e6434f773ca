import type { ReactNode } from 'react'

type OuterLinkProps = {
  readonly address: string
  /** Another look than that of a link that stands for itself. */
  readonly look?: string
  readonly children?: ReactNode
}

/** A link that leaves Latchkey, in a window of its own; without words it is the source of what stands before it. */
export function OuterLink({
  address,
  look = 'font-medium text-accent underline',
  children = 'Source',
}: OuterLinkProps) {
  return (
    <a href={address} target="_blank" rel="noreferrer" className={look}>
      {children}
    </a>
  )
}

'use client'
import { RotateCw } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useCheckAsYouType } from './use-check-as-you-type'
import { useDiscoveryProbe } from './use-discovery-probe'

const looks = { passed: 'text-good', warning: 'text-warning', failed: 'text-error' } as const

/** Asks the discovery document under its field. All it says has one line, which is there from the beginning. */
export function DiscoveryProbe({ address, opened }: { address: string; opened: string }) {
  const [following, setFollowing] = useCheckAsYouType()
  const { verdict, ask } = useDiscoveryProbe({ address, opened, following })
  const [explained, setExplained] = useState(false)
  const id = useId()
  const told = verdict === 'asking' ? null : verdict
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address has another explanation
  useEffect(() => setExplained(false), [address])
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3">
        <div className="flex min-h-6 min-w-0 flex-1 basis-60 items-center">
          <p
            role="status"
            title={told?.text}
            className={cn('truncate', verdict && 'mr-3', told && looks[told.outcome])}
          >
            {verdict === 'asking' ? 'Asking the identity provider…' : told?.text}
          </p>
          {told?.detail && (
            <Button
              look="link"
              className="mr-3 min-h-6 shrink-0"
              aria-label="Why: the answer of the identity provider"
              aria-expanded={explained}
              aria-controls={id}
              onClick={() => setExplained(!explained)}
            >
              Why
            </Button>
          )}
          {address !== '' && (
            <Button
              look="link"
              className="min-h-6 min-w-6 shrink-0"
              aria-label={verdict ? 'Check again' : undefined}
              title={verdict ? 'Check again' : undefined}
              onClick={ask}
            >
              {verdict ? <RotateCw aria-hidden size={13} className="inline" /> : 'Check this address'}
            </Button>
          )}
        </div>
        <FollowSwitch on={following} onChange={setFollowing} />
      </div>
      <p id={id} hidden={!explained || !told?.detail}>
        {told?.text}. {told?.detail}
      </p>
    </div>
  )
}

function FollowSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => onChange(!on)}
      className="inline-flex min-h-6 items-center gap-1.5 rounded-md hover:text-ink"
    >
      <span
        aria-hidden
        className={cn(
          'flex h-3.5 w-6 items-center rounded-full border p-px',
          on ? 'justify-end border-accent bg-accent' : 'border-line-strong bg-panel',
        )}
      >
        <span className={cn('size-2.5 rounded-full', on ? 'bg-accent-ink' : 'bg-line-strong')} />
      </span>
      Check as you type
    </button>
  )
}

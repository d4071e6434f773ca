'use client'
import { CloudOff, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { notify } from '@/components/ui/toast'
import { useConnection } from './use-connection'

/** Says across the page that the server is away or does not store, what that means for what was typed, and what to do. */
export function ConnectionBanner() {
  const { away, waiting, problem } = useConnection()
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !away) {
      notify('Latchkey answers again.')
    }
    was.current = away
  }, [away])
  const Icon = away ? CloudOff : TriangleAlert
  return (
    <div role="alert" className="no-print shrink-0 low:max-h-[30dvh] low:overflow-y-auto">
      {(away || problem) && (
        <p className="flex items-start gap-2.5 border-b border-line bg-error-soft px-3 py-2 text-error sheet:px-4">
          <Icon aria-hidden size={16} className="mt-0.5 shrink-0" />
          <span className="min-w-0 text-pretty">
            {away ? (
              <>
                <strong className="font-semibold">Latchkey does not answer.</strong>{' '}
                {waiting
                  ? 'What you typed last is in this window only and is stored when the server is back: keep the window open. '
                  : ''}
                You can go on editing and export. Check that the server is running.
              </>
            ) : (
              <>
                <strong className="font-semibold">What you typed is not stored.</strong> {problem} Keep this
                window open, or export the profile.
              </>
            )}
          </span>
        </p>
      )}
    </div>
  )
}

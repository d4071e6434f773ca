'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { draftOutbox } from '@/components/connection/draft-outbox'
import { tellFailure } from '@/components/connection/tell-failure'
import { listKey } from '@/components/library/queries'
import { RequestFailed, saveConfiguration } from '@/components/library/requests'
import { summaryOf } from '@/components/library/summary'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { notify } from '@/components/ui/toast'
import type { StaleProblem } from '@/lib/api/problem'

type SavingSource = {
  readonly id: string
  /** Id of this window, under which its unsaved changes are kept. */
  readonly window: string
  /** Number of the version that the open profile began from. */
  readonly base: number
  /** The note of a save that did not succeed on an earlier visit. */
  readonly kept: string | null
}

/** A version to be made: on top of which one, and why. */
type Wanted = { readonly from: number; readonly why: string | null }

async function store(id: string, profile: ProfileStore, { from, why }: Wanted) {
  const { snapshot, text, bytes } = profile
  const summary = await summaryOf(profile)
  const item = await saveConfiguration(id, from, bytes, summary, why ?? undefined)
  return { saved: { snapshot, text }, item }
}

/** Says why nothing was saved; what was saved by somebody else meanwhile, if that is why. */
function refusal(error: Error, { why }: Wanted): StaleProblem | null {
  const problem = error instanceof RequestFailed ? error.problem : null
  if (problem?.code === 'stale') {
    return problem as StaleProblem
  }
  const kept = why === null ? '' : ' Your note goes with the next save.'
  tellFailure(error, 'Not saved. ', kept)
  if (error instanceof RequestFailed && error.status >= 500) {
    draftOutbox.refused(error.message)
  }
  return null
}

/** Saving the open profile: every save is a version; one over somebody else's newer version is refused and shown. */
export function useSaving({ id, window, base, kept }: SavingSource, profile: ProfileStore) {
  const [version, setVersion] = useState(base)
  const [stale, setStale] = useState<StaleProblem | null>(null)
  // Until a version has it.
  const [note, setNote] = useState(kept)
  const client = useQueryClient()
  const busy = useRef(false)
  const { mutate, isPending } = useMutation({
    mutationFn: (wanted: Wanted) => {
      busy.current = true
      return store(id, profile, wanted)
    },
    onSuccess: async ({ saved, item }) => {
      profile.markSaved(saved)
      setVersion(item.version)
      setStale(null)
      setNote(null)
      const without = profile.pendingXml === null ? '' : ', without the XML text that cannot be read'
      notify(`Saved as version ${item.version}${without}.`)
      await client.invalidateQueries({ queryKey: listKey })
      if (!profile.dirty && profile.pendingXml === null) {
        draftOutbox.drop({ id, window })
      }
    },
    onError: (error, wanted) => {
      const problem = refusal(error, wanted)
      if (problem) {
        setStale(problem)
      }
    },
    onSettled: () => {
      busy.current = false
    },
  })
  // A second press of the shortcut is not a second save: it would be one over the first.
  const save = useCallback(
    (why: string | null = note) => {
      if (!busy.current) {
        setNote(why)
        mutate({ from: version, why })
      }
    },
    [mutate, version, note],
  )
  return { version, note, stale, isPending, save, setVersion, setNote, setStale, saveFrom: mutate }
}

/** How the open profile is saved, and what those need who go on from another version. */
export type Saving = ReturnType<typeof useSaving>

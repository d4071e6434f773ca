'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { draftOutbox } from '@/components/connection/draft-outbox'
import { listKey } from '@/components/library/queries'
import { RequestFailed, saveConfiguration } from '@/components/library/requests'
import { summaryOf } from '@/components/library/summary'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { notify } from '@/components/ui/toast'
import type { StaleProblem } from '@/lib/api/problem'
import type { PlistValue } from '@/lib/plist/value'

type SavingSource = {
  readonly id: string
  /** Id of this window, under which its unsaved changes are kept. */
  readonly window: string
  /** Number of the version that the open profile began from. */
  readonly base: number
}

/** Saving the open profile: every save is a version; one over somebody else's newer version is refused and shown. */
export function useSaving(source: SavingSource, profile: ProfileStore) {
  const { id, window, base } = source
  const [version, setVersion] = useState(base)
  const [stale, setStale] = useState<StaleProblem | null>(null)
  const client = useQueryClient()
  const busy = useRef(false)
  const { mutate, isPending } = useMutation({
    mutationFn: async (from: number) => {
      busy.current = true
      const { snapshot, text, bytes } = profile
      const summary = await summaryOf(profile)
      const item = await saveConfiguration(id, from, bytes, summary)
      return { saved: { snapshot, text }, item }
    },
    onSuccess: async ({ saved, item }) => {
      profile.markSaved(saved)
      setVersion(item.version)
      setStale(null)
      notify(`Saved as version ${item.version}.`)
      await client.invalidateQueries({ queryKey: listKey })
      if (!profile.dirty && profile.pendingXml === null) {
        draftOutbox.drop({ id, window })
      }
    },
    onError: (error) => {
      const problem = error instanceof RequestFailed ? error.problem : null
      if (problem?.code === 'stale') {
        setStale(problem as StaleProblem)
      } else {
        notify(`Not saved. ${error.message}`, { tone: 'error' })
        if (error instanceof RequestFailed && error.status >= 500) {
          draftOutbox.refused(error.message)
        }
      }
    },
    onSettled: () => {
      busy.current = false
    },
  })
  // A second press of the shortcut is not a second save: it would be one over the first.
  const save = useCallback(() => {
    if (!busy.current) {
      mutate(version)
    }
  }, [mutate, version])
  const takeTheirs = (theirs: ProfileStore, number: number) => {
    profile.become(theirs)
    setVersion(number)
    setStale(null)
  }
  const takeTogether = (theirs: ProfileStore, root: PlistValue, number: number) => {
    takeTheirs(theirs, number)
    profile.replaceRoot(root)
    if (profile.dirty) {
      mutate(number)
    } else {
      notify(`Version ${number} holds your changes too.`)
    }
  }
  return {
    version,
    stale,
    saving: isPending,
    save,
    takeTheirs,
    takeTogether,
    setVersion,
    dismiss: () => setStale(null),
  }
}

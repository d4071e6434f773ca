'use client'
import { useEffect, useState } from 'react'
import { openBytes } from '@/components/library/open-bytes'
import { readConfiguration } from '@/components/library/requests'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'
import { takeTheirs } from './take-version'
import type { Saving } from './use-saving'

type NewerVersionProps = {
  id: string
  /** Number of the newest version that the library tells of; higher than that of the open profile. */
  newest: number
  saving: Saving
}

/**
 * Goes on with a version that was saved elsewhere, in another window or by an import, while nothing here is unsaved; undo
 * leads back. What is unsaved stays, and a line says that there is a newer version.
 */
export function NewerVersion({ id, newest, saving }: NewerVersionProps) {
  const { profile } = useOpenProfile()
  const unsaved = useProfile((store) => store.dirty || store.pendingXml !== null)
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that is told
  useEffect(() => {
    if (unsaved) {
      return
    }
    let gone = false
    const take = async () => {
      const { configuration, bytes } = await readConfiguration(id)
      const theirs = await openBytes(bytes, profile.fileName)
      // Somebody may have typed meanwhile.
      if (!gone && !profile.dirty && profile.pendingXml === null) {
        takeTheirs(saving, profile, { theirs, version: configuration.version })
        notify(`Version ${configuration.version} was saved elsewhere. It is open here now.`)
      }
    }
    take().catch(() => gone || setFailed(true))
    return () => {
      gone = true
    }
  }, [id, newest, unsaved])
  if (!unsaved && !failed) {
    return null
  }
  return (
    <section
      aria-label="A newer version"
      className="mx-3 mt-3 flex shrink-0 flex-wrap items-baseline gap-x-4 gap-y-1 rounded-lg bg-warning-soft px-4 py-2 text-warning sheet:mx-6"
    >
      <p role="status" className="min-w-0 flex-1 basis-64">
        Version {newest} was saved elsewhere.{' '}
        {unsaved
          ? 'Your changes stay here. Saving compares them with it first.'
          : 'It cannot be opened here now; load the page again.'}
      </p>
      {unsaved && (
        <Button size="small" onClick={() => saving.save()}>
          Compare and save…
        </Button>
      )}
    </section>
  )
}

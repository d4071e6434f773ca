'use client'
import { useState } from 'react'
import { openBytes } from '@/components/library/open-bytes'
import type { ProfileStore } from '@/components/open-profile/profile-store'

type OpenFile = { readonly name: string; readonly profile: ProfileStore }

/** A file of this machine to compare with: the one that is open, why the last one was refused, and how to open another or none. */
export function useFile() {
  const [file, setFile] = useState<OpenFile | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const openFile = async (given: File | null) => {
    setRefused(null)
    try {
      setFile(
        given && {
          name: given.name,
          profile: await openBytes(new Uint8Array(await given.arrayBuffer()), given.name),
        },
      )
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'It cannot be read.'
      setRefused(`${given?.name} is not compared. ${reason}`)
    }
  }
  return { file, refused, openFile }
}

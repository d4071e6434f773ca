'use client'
import { type RefObject, useEffect, useState } from 'react'
import { MOST_BYTES } from '@/lib/plist/limits'
import { type ImportedFile, readAllForImport, repaired, tooLarge, unreadable } from './import-file'
import type { ImportRow } from './import-row'

let nextId = 1

/**
 * The files of an import, read as they come and repaired on request, until `closed` says that nobody waits for them. `progress` tells
 * which of how many is being read, null while none is.
 */
export function useFilesRead(files: readonly File[], closed: RefObject<boolean>) {
  const [rows, setRows] = useState<readonly ImportRow[]>([])
  const [progress, setProgress] = useState<{ at: number; of: number } | null>(null)

  /** Tells whether anything could be read. */
  const take = async (sources: readonly (() => Promise<readonly ImportedFile[]>)[]) => {
    const taken: ImportedFile[] = []
    for (const [at, source] of sources.entries()) {
      if (closed.current) {
        break
      }
      setProgress({ at: at + 1, of: sources.length })
      const read = await source()
      taken.push(...read)
      setRows((before) => [...before, ...read.map((file) => ({ id: nextId++, file }))])
    }
    setProgress(null)
    return taken.some(({ outcome }) => outcome === 'read')
  }
  const takeFiles = (list: readonly File[]) => take(list.map((file) => () => readFromDisk(file)))
  const takeText = (text: string) =>
    take([() => readAllForImport('Pasted profile', new TextEncoder().encode(text))])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files that opened the dialog are read once
  useEffect(() => void takeFiles(files), [files])

  const remove = (id: number) => setRows((before) => before.filter((row) => row.id !== id))
  const repair = async ({ id, file }: ImportRow) => {
    const better = await repaired(file)
    setRows((before) => before.map((row) => (row.id === id ? { id, file: better } : row)))
  }
  return { rows, progress, takeFiles, takeText, remove, repair }
}

/** A folder, a file that is gone or one that may not be read is a row of the list like any other. */
async function readFromDisk(file: File): Promise<readonly ImportedFile[]> {
  if (file.size > MOST_BYTES) {
    return [tooLarge(file.name, file.size)]
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes === null ? [unreadable(file.name)] : readAllForImport(file.name, new Uint8Array(bytes))
}

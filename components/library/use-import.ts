'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { MOST_BYTES } from '@/lib/plist/limits'
import { type ImportedFile, readAllForImport, repaired, tooLarge, unreadable } from './import-file'
import type { ImportRow } from './import-row'
import { listKey } from './queries'
import { storeRows } from './store-rows'
import { useDecisions } from './use-decisions'
import { identifiedKey } from './use-identified'

let nextId = 1

/**
 * The files of an import: read as they come, repaired on request, stored together; the last one stored is opened.
 * `progress` tells which of how many is being read or stored.
 */
export function useImport(files: readonly File[], onDone: () => void) {
  const [rows, setRows] = useState<readonly ImportRow[]>([])
  const [state, setState] = useState<'idle' | 'reading' | 'importing'>('idle')
  const [imported, setImported] = useState(0)
  const [progress, setProgress] = useState({ at: 0, of: 0 })
  const { decided, open, decide } = useDecisions(rows)
  const client = useQueryClient()
  const router = useRouter()

  /** Tells whether anything could be read. */
  const take = async (sources: readonly (() => Promise<readonly ImportedFile[]>)[]) => {
    const taken: ImportedFile[] = []
    setState('reading')
    for (const [at, source] of sources.entries()) {
      setProgress({ at: at + 1, of: sources.length })
      const read = await source()
      taken.push(...read)
      setRows((before) => [...before, ...read.map((file) => ({ id: nextId++, file }))])
    }
    setState('idle')
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
  const importAll = async () => {
    setState('importing')
    setProgress({ at: 1, of: decided.filter(({ file }) => file.outcome === 'read').length })
    const stored = await storeRows(decided, (id) => {
      remove(id)
      setProgress(({ at, of }) => ({ at: Math.min(at + 1, of), of }))
    })
    await Promise.all([listKey, identifiedKey].map((queryKey) => client.invalidateQueries({ queryKey })))
    setState('idle')
    setImported((before) => before + stored.length)
    if (stored.length > 0) {
      router.push(`/configurations/${stored.at(-1)}`)
    }
    if (stored.length === rows.length) {
      onDone()
    }
  }
  return {
    rows: decided,
    state,
    progress,
    imported,
    open,
    decide,
    takeFiles,
    takeText,
    remove,
    repair,
    importAll,
  }
}

/** A folder, a file that is gone or one that may not be read is a row of the list like any other. */
async function readFromDisk(file: File): Promise<readonly ImportedFile[]> {
  if (file.size > MOST_BYTES) {
    return [tooLarge(file.name, file.size)]
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  return bytes === null ? [unreadable(file.name)] : readAllForImport(file.name, new Uint8Array(bytes))
}

'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { LEAVE } from './import-decision'
import { openId } from './open-id'
import { listKey } from './queries'
import { storeRows } from './store-rows'
import { type Rest, tellImported } from './tell-imported'
import type { Imported } from './undo-import'
import { useDecisions } from './use-decisions'
import { useFilesRead } from './use-files-read'
import { identifiedKey } from './use-identified'

/**
 * The files of an import and what becomes of them: stored together; one that is stored is opened, of several the list is shown.
 * `progress` tells which of how many is being read or stored; `close` ends that after the file that is under way.
 */
export function useImport(files: readonly File[], onClose: () => void) {
  const closed = useRef(false)
  const { rows, progress: reading, ...taking } = useFilesRead(files, closed)
  const [storing, setStoring] = useState<{ at: number; of: number } | null>(null)
  const [imported, setImported] = useState<readonly Imported[]>([])
  const { decided, ...deciding } = useDecisions(rows)
  const ready = decided.filter(({ file, decision }) => file.outcome === 'read' && decision !== LEAVE)
  const unchanged = decided.filter(({ decision }) => decision === LEAVE).length
  const { refresh, tell, show } = useEnd()
  /** Nothing is said of a single configuration: it is what the page shows. */
  const finish = (all: readonly Imported[]) => {
    closed.current = true
    if (all.length > 1 || (all.length === 1 && unchanged > 0)) {
      tell(all, { left: 0, unchanged })
    }
    onClose()
  }
  const importAll = async () => {
    setStoring({ at: 1, of: ready.length })
    const onStored = (id: number) => {
      taking.remove(id)
      setStoring((now) => now && { ...now, at: Math.min(now.at + 1, now.of) })
    }
    const stored = await storeRows(ready, { onStored, stopped: () => closed.current })
    await refresh()
    const all = [...imported, ...stored]
    if (closed.current) {
      tell(all, { left: ready.length - stored.length, unchanged })
      return
    }
    setStoring(null)
    setImported(all)
    if (stored.length > 0) {
      show(all)
    }
    if (stored.length + unchanged === rows.length) {
      finish(all)
    }
  }
  const close = () => {
    if (storing) {
      closed.current = true
      onClose()
    } else {
      finish(imported)
    }
  }
  return {
    ...taking,
    ...deciding,
    rows: decided,
    state: storing ? ('importing' as const) : reading ? ('reading' as const) : ('idle' as const),
    progress: storing ?? reading ?? { at: 0, of: 0 },
    imported: imported.length,
    ready: ready.length,
    unchanged,
    importAll,
    close,
  }
}

/** What follows an import: the lists are read again, its end is told, and the page shows what was imported. */
function useEnd() {
  const client = useQueryClient()
  const router = useRouter()
  const refresh = async () => {
    await Promise.all([listKey, identifiedKey].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  const tell = (all: readonly Imported[], rest: Rest) =>
    tellImported(all, rest, async () => {
      await refresh()
      if (all.some(({ id, before }) => before === 0 && openId(window.location.pathname) === id)) {
        router.push('/')
      }
    })
  const show = ([first, ...others]: readonly Imported[]) =>
    router.push(first && others.length === 0 ? `/configurations/${first.id}` : '/')
  return { refresh, tell, show }
}

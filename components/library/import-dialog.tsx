'use client'
import { useQueryClient } from '@tanstack/react-query'
import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import { type ImportedFile, readForImport, repaired } from './import-file'
import { ImportResult } from './import-result'
import { listKey } from './queries'
import { createConfiguration } from './requests'

type Row = { readonly id: number; readonly file: ImportedFile }

let nextId = 1

/** Reads profiles that were dropped, picked or pasted; says what is in them, or where and why they cannot be read. */
export function ImportDialog({ files, onClose }: { files: readonly File[]; onClose: () => void }) {
  const [rows, setRows] = useState<readonly Row[]>([])
  const [reading, setReading] = useState(false)
  const [importing, setImporting] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const router = useRouter()
  const ready = rows.filter(({ file }) => file.outcome === 'read')

  const take = async (sources: readonly { name: string; bytes: () => Promise<Uint8Array> }[]) => {
    setReading(true)
    for (const source of sources) {
      const file = await readForImport(source.name, await source.bytes())
      setRows((before) => [...before, { id: nextId++, file }])
    }
    setReading(false)
  }
  const takeFiles = (list: readonly File[]) =>
    take(
      list.map((file) => ({ name: file.name, bytes: async () => new Uint8Array(await file.arrayBuffer()) })),
    )
  // The files that opened the dialog are read once, when it opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => void takeFiles(files), [files])

  const importAll = async () => {
    setImporting(true)
    let last = ''
    for (const { id, file } of rows) {
      if (file.outcome !== 'read') {
        continue
      }
      try {
        last = (await createConfiguration(file.name, file.content, file.summary)).id
        setRows((before) => before.filter((row) => row.id !== id))
      } catch (error) {
        notify(`${file.fileName}: ${error instanceof Error ? error.message : 'It could not be stored.'}`, {
          tone: 'error',
        })
      }
    }
    await client.invalidateQueries({ queryKey: listKey })
    setImporting(false)
    if (last !== '') {
      router.push(`/configurations/${last}`)
      if (rows.every(({ file }) => file.outcome === 'read')) {
        onClose()
      }
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import profiles"
      description="Configuration profiles, signed or not, and property lists. Every key, payload and identifier stays as it is."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={ready.length === 0 || importing || reading}
            onClick={() => void importAll()}
          >
            {importing ? 'Importing…' : ready.length > 1 ? `Import ${ready.length} configurations` : 'Import'}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <div className="flex flex-wrap items-center gap-3 rounded-lg border border-dashed border-line-strong px-4 py-4">
          <Button onClick={() => picker.current?.click()}>
            <FileUp aria-hidden size={14} />
            Choose files…
          </Button>
          <p className="text-ink-2">or drop them anywhere on this page.</p>
          <input
            ref={picker}
            type="file"
            multiple
            aria-label="Profiles to import"
            tabIndex={-1}
            onChange={(event) => {
              void takeFiles([...(event.target.files ?? [])])
              event.target.value = ''
            }}
            className="sr-only"
          />
        </div>
        <PasteField
          onPaste={(text) =>
            void take([{ name: 'Pasted profile', bytes: async () => new TextEncoder().encode(text) }])
          }
        />
        {reading && <p role="status">Reading…</p>}
        <ul aria-label="Files" className="space-y-2">
          {rows.map((row) => (
            <ImportResult
              key={row.id}
              file={row.file}
              onRepair={async () => {
                const file = await repaired(row.file)
                setRows((before) => before.map((other) => (other.id === row.id ? { ...row, file } : other)))
              }}
              onRemove={() => setRows((before) => before.filter((other) => other.id !== row.id))}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function PasteField({ onPaste }: { onPaste: (text: string) => void }) {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <details>
      <summary className="w-fit font-medium text-accent">Paste the text of a profile</summary>
      <label htmlFor={id} className="sr-only">
        Text of a profile
      </label>
      <textarea
        id={id}
        rows={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
        className="control mt-2 font-mono text-xs"
      />
      <Button
        className="mt-2"
        disabled={text.trim() === ''}
        onClick={() => {
          onPaste(text)
          setText('')
        }}
      >
        Read the text
      </Button>
    </details>
  )
}

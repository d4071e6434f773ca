'use client'
import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Chosen } from './chosen'

type ChooserProps = {
  readonly chosen: Chosen
  readonly newest: number
  readonly onChoose: (chosen: Chosen) => void
  /** Name of the file that stands in the place of the second version. */
  readonly file: string | null
  readonly onFile: (file: File | null) => void
}

/** Which two are compared: two versions, or a version and a file. */
export function Chooser({ chosen, newest, onChoose, file, onFile }: ChooserProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <VersionField
        label="From"
        value={chosen.from}
        newest={newest}
        onChange={(from) => onChoose({ ...chosen, from })}
      />
      {file === null ? (
        <VersionField
          label="To"
          value={chosen.to}
          newest={newest}
          onChange={(to) => onChoose({ ...chosen, to })}
        />
      ) : (
        <p className="min-w-0 self-center">
          to the file <span className="font-mono text-xs break-all">{file}</span>{' '}
          <Button look="link" onClick={() => onFile(null)}>
            Compare versions
          </Button>
        </p>
      )}
      <Button onClick={() => picker.current?.click()}>
        <FileUp aria-hidden size={14} />
        Compare with a file…
      </Button>
      <input
        ref={picker}
        type="file"
        aria-label="Profile to compare with"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null)
          event.target.value = ''
        }}
      />
    </div>
  )
}

/** For an element on which a file is dropped to compare with it, not to import it. */
export function dropToCompare(onFile: (file: File) => void) {
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    onDragOver: (event: DragEvent) => {
      if (holdsFiles(event)) {
        event.preventDefault()
        event.stopPropagation()
      }
    },
    onDrop: (event: DragEvent) => {
      const [file] = event.dataTransfer.files
      if (file) {
        event.preventDefault()
        onFile(file)
      }
    },
  }
}

type VersionFieldProps = {
  readonly label: string
  readonly value: number
  readonly newest: number
  readonly onChange: (number: number) => void
}

function VersionField({ label, value, newest, onChange }: VersionFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="block text-xs text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="control w-36"
      >
        {Array.from({ length: newest }, (_, index) => newest - index).map((number) => (
          <option key={number} value={number}>
            Version {number}
          </option>
        ))}
      </select>
    </div>
  )
}

'use client'
import { Files, FileUp } from 'lucide-react'
import Link from 'next/link'
import { type DragEvent, useId, useRef } from 'react'
import { commandsNow } from '@/components/commands/commands'
import { Button } from '@/components/ui/button'
import type { Configuration } from '@/lib/api/configurations'
import { type Chosen, comparisonAddress } from './chosen'

type ChooserProps = {
  readonly item: Configuration
  /** The configuration that the second version is of, where it is another one. */
  readonly other: Configuration | null
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
  /** Name of the file that stands in the place of the second version. */
  readonly file: string | null
  readonly onFile: (file: File | null) => void
}

/** Which two are compared: two versions, of one configuration or of two, or a version and a file. */
export function Chooser({ item, other, chosen, onChoose, file, onFile }: ChooserProps) {
  const second = other ?? item
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <VersionField
        label={other ? `From “${item.name}”` : 'From'}
        value={chosen.from}
        newest={item.version}
        onChange={(from) => onChoose({ ...chosen, from })}
      />
      {file === null ? (
        <VersionField
          label={other ? `To “${other.name}”` : 'To'}
          value={chosen.to}
          newest={second.version}
          onChange={(to) => onChoose({ ...chosen, to })}
        />
      ) : (
        <p className="min-w-0 self-center">
          to the file <span className="font-mono text-xs break-all">{file}</span>{' '}
          <Button look="link" onClick={() => onFile(null)}>
            {other ? `Compare with “${other.name}”` : 'Compare versions'}
          </Button>
        </p>
      )}
      <Button onClick={() => commandsNow().compare?.()}>
        <Files aria-hidden size={14} />
        Another configuration…
      </Button>
      <FileButton onFile={onFile} />
      {other && file === null && <WaysOn item={item} other={other} chosen={chosen} />}
    </div>
  )
}

function FileButton({ onFile }: Pick<ChooserProps, 'onFile'>) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
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
    </>
  )
}

type WaysOnProps = Pick<ChooserProps, 'item' | 'chosen'> & { readonly other: Configuration }

/** From a comparison of two configurations: the same the other way round, the other one, and back to one alone. */
function WaysOn({ item, other, chosen }: WaysOnProps) {
  const { from, to } = chosen
  const ways = [
    {
      title: 'Swap the sides',
      href: comparisonAddress(other.id, { ...chosen, from: to, other: item.id, to: from }),
    },
    { title: `Open “${other.name}”`, href: `/configurations/${other.id}` },
    { title: 'Compare versions', href: `/configurations/${item.id}/history` },
  ]
  return (
    <p className="flex basis-full flex-wrap gap-x-4">
      {ways.map(({ title, href }) => (
        <Link
          key={title}
          href={href}
          prefetch={false}
          scroll={false}
          className="touch inline-flex min-h-6 min-w-0 items-center font-semibold break-words text-accent underline-offset-2 hover:underline"
        >
          {title}
        </Link>
      ))}
    </p>
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
    <div className="min-w-0">
      <label
        htmlFor={id}
        title={label}
        dir="auto"
        className="block max-w-36 truncate text-xs text-ink-2 max-sheet:max-w-[134px]"
      >
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
        className="control w-36 max-sheet:w-[134px]"
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

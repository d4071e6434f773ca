'use client'
import { FileUp, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { useSetting } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { lazily } from '@/components/ui/lazily'
import type { FileKey } from '@/lib/schema/manifest'
import type { ControlProps } from './field-props'
import { toFileValue } from './file-value'

const FileNote = lazily(async () => (await import('./file-note')).FileNote)

const LARGEST = 1_000_000

/** The content of a file: chosen, dropped or removed; what is in a license is shown without leaving the browser. */
export function FileControl(props: ControlProps<FileKey>) {
  const { definition, domain, path, id, write } = props
  const value = useSetting(domain, path)
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) {
      return
    }
    if (file.size === 0 || file.size > LARGEST) {
      setProblem(
        `${file.name} holds ${file.size === 0 ? 'nothing' : 'more than 1 MB'}; a license file is a few kilobytes. Choose another file.`,
      )
      return
    }
    setProblem(null)
    write(toFileValue(new Uint8Array(await file.arrayBuffer()), definition.as), 'whole')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setOver(false)
        void take(event.dataTransfer.files[0])
      }}
      className={cn('rounded-lg', over && 'outline-2 outline-accent outline-dashed')}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Button id={id} aria-describedby={props.describedBy} onClick={() => picker.current?.click()}>
          <FileUp aria-hidden size={14} />
          Choose {definition.title}…
        </Button>
        <input
          ref={picker}
          type="file"
          tabIndex={-1}
          aria-label={`${definition.title} file`}
          accept={definition.extensions.join(',')}
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file may be chosen again after it was removed.
            event.target.value = ''
          }}
          className="sr-only"
        />
        {value && (
          <Button look="ghost" onClick={() => write(null, 'whole')}>
            <Trash2 aria-hidden size={14} />
            Remove
          </Button>
        )}
        <p className="text-ink-2">
          <FileNote value={value} domain={domain} path={path} />
        </p>
      </div>
      {problem && (
        <p role="alert" className="mt-1 text-xs text-error">
          {problem}
        </p>
      )}
    </div>
  )
}

'use client'
import { FileUp } from 'lucide-react'
import { useId, useMemo, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { counted } from '@/lib/schema/words'
import { ImportResult } from './import-result'
import { ForAllChoice, KnownChoice } from './known-choice'
import { saidTogether } from './said-together'
import { useImport } from './use-import'

/** Reads profiles that were dropped, picked or pasted; says what is in them, or where and why they cannot be read. */
export function ImportDialog({ files, onClose }: { files: readonly File[]; onClose: () => void }) {
  const importing = useImport(files, onClose)
  const { rows, state, progress, imported, open, takeFiles, takeText, remove, repair, close } = importing
  const together = useMemo(() => saidTogether(rows), [rows])
  const { ready } = importing
  return (
    <Dialog
      open
      onClose={close}
      title="Import profiles"
      description="Configuration profiles, signed or not, and property lists. Every key, payload and identifier stays as it is."
      footer={
        <>
          <p role="status" className="mr-auto min-w-0 basis-full text-ink-2 sm:basis-0 sm:grow">
            {state === 'idle' && rows.length > 0 && `${ending(importing)} ${open}`}
          </p>
          <Button onClick={close}>{imported > 0 && state !== 'importing' ? 'Done' : 'Cancel'}</Button>
          <Button
            look="primary"
            disabled={ready === 0 || open !== '' || state !== 'idle'}
            onClick={() => void importing.importAll()}
          >
            {state === 'importing' ? underWay(progress) : whatFollows(ready)}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <FilePicker onFiles={(list) => void takeFiles(list)} />
        <PasteField onPaste={takeText} />
        {state === 'reading' && (
          <p className="flex gap-2">
            <span role="status">Reading…</span>
            {progress.of > 1 && (
              <span className="text-ink-2 tabular-nums">
                {progress.at} of {progress.of}
              </span>
            )}
          </p>
        )}
        {importing.together > 1 && state !== 'importing' && (
          <ForAllChoice count={importing.together} forAll={importing.forAll} onChoose={importing.setForAll} />
        )}
        <ul aria-label="Files to import" className="space-y-2">
          {rows.map((row) => (
            <ImportResult
              key={row.id}
              file={row.file}
              together={together.get(row.id) ?? []}
              choice={
                row.matches.length > 0 &&
                state !== 'importing' && (
                  <KnownChoice row={row} onDecide={(decision) => importing.decide(row.id, decision)} />
                )
              }
              onRepair={() => void repair(row)}
              onRemove={() => remove(row.id)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

const underWay = ({ at, of }: { at: number; of: number }) =>
  of > 1 ? `Importing ${at} of ${of}…` : 'Importing…'

const whatFollows = (ready: number) => (ready > 1 ? `Import ${ready} configurations` : 'Import')

/** Where the import stands: what is stored, what is left that cannot be, and what needs not. */
function ending({ imported, rows, ready, unchanged }: ReturnType<typeof useImport>): string {
  const refused = rows.length - ready - unchanged
  const said = [
    imported > 0 && `${counted(imported, 'configuration')} imported.`,
    refused > 0 &&
      `${counted(refused, 'file')} cannot be imported as ${refused === 1 ? 'it is' : 'they are'}.`,
    unchanged > 0 && `${counted(unchanged, 'file')} ${unchanged === 1 ? 'is' : 'are'} unchanged.`,
  ]
  return said.filter(Boolean).join(' ')
}

function FilePicker({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  return (
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
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
        className="sr-only"
      />
    </div>
  )
}

/** The text is read as it is, spaces included; what is wrong with it is said in its row. */
const pasted = z.strictObject({ text: z.string().regex(/\S/, 'Paste the text of a profile.') })

/** `onPaste` tells whether the text could be read; what could not be stays in the field. */
function PasteField({ onPaste }: { onPaste: (text: string) => Promise<boolean> }) {
  const id = useId()
  const { register, handleSubmit, reset, control, formState } = useSchemaForm(pasted, {
    defaultValues: { text: '' },
  })
  const text = useWatch({ control, name: 'text' })
  const message = formState.errors.text?.message
  const read = handleSubmit(async (entered) => {
    if (await onPaste(entered.text)) {
      reset()
    }
  })
  return (
    <details>
      <summary className="w-fit font-medium text-accent">Paste the text of a profile</summary>
      <form noValidate onSubmit={read}>
        <label htmlFor={id} className="sr-only">
          Text of a profile
        </label>
        <textarea
          id={id}
          rows={5}
          spellCheck={false}
          className="control mt-2 font-mono text-xs"
          {...register('text')}
          {...toldBy(`${id}-error`, message)}
        />
        <FieldError id={`${id}-error`} message={message} />
        <Button type="submit" className="mt-2" disabled={text.trim() === ''}>
          Read the text
        </Button>
      </form>
    </details>
  )
}

'use client'
import { Download } from 'lucide-react'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useChecking, useIssues, useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { saveFiles } from '@/components/ui/save-file'
import { countIssues } from '@/lib/api/issue'
import { ProfileError } from '@/lib/profile/errors'
import { conversionNotes, writtenAnew } from '@/lib/profile/export/conversion-notes'
import {
  type ExportedFile,
  type ExportSource,
  exportProfile,
  exportPropertyList,
} from '@/lib/profile/export/export-profile'
import { withoutSecrets } from '@/lib/profile/export/without-secrets'
import { textOf } from '@/lib/profile/payloads/payload-keys'
import { secretsOf } from '@/lib/profile/secrets'
import { counted } from '@/lib/schema/words'
import { type ExportChoice, exportChoice, untouched } from './export-choice'
import { ExportChoices } from './export-choices'
import { ExportIdentity } from './export-identity'
import { rememberExport, rememberedChoice } from './export-memory'
import { ExportSecrets } from './export-secrets'

type ExportDialogProps = {
  id: string
  name: string
  onClose: () => void
}

const descriptions = {
  mobileconfig: 'Identifiers and UUIDs stay the same from export to export.',
  plist: 'The settings of each domain alone, without identifiers and UUIDs.',
} as const satisfies Record<ExportChoice['kind'], string>

/** The profile as it is now, the credentials in it, and the same without them. */
function useExportSource() {
  const { profile } = useOpenProfile()
  const { fileName } = profile
  const root = useProfile((at) => at.root)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file follows the tree
  return useMemo(() => {
    const current = profile.file
    const secrets = secretsOf(current.root, fileName)
    return {
      current,
      secrets,
      schema: exportChoice(secrets.length),
      bare: withoutSecrets(current, fileName),
      organization: textOf(current.root, 'PayloadOrganization'),
    }
  }, [fileName, profile, root])
}

/** Hands the profile out: as it is, or in the form that an MDM asks for. Nothing leaves the browser but the download. */
export function ExportDialog({ id, name, onClose }: ExportDialogProps) {
  const { profile } = useOpenProfile()
  const { fileName } = profile
  const { current, secrets, schema, bare, organization } = useExportSource()
  const { control, handleSubmit, setValue } = useSchemaForm(schema, {
    defaultValues: { ...untouched, ...rememberedChoice(id) },
  })
  const choice = useWatch({ control, compute: (chosen: ExportChoice) => chosen })
  const leftOut = secrets.length > 0 && choice.credentials === 'leave-out'
  const undecided = !schema.safeParse(choice).success
  const { files, problem, notes } = useMemo(() => {
    const source = leftOut ? bare.source : current
    try {
      const made =
        choice.kind === 'mobileconfig'
          ? exportProfile(source, { ...choice, name, fileName, date: new Date(), identity: id })
          : [...profile.settings.keys()].map((domain) =>
              exportPropertyList(source.root, domain, choice.format, fileName),
            )
      return { files: leftOut ? made.map(named) : made, problem: null, notes: notesOn(source, choice) }
    } catch (error) {
      if (error instanceof ProfileError) {
        return { files: [], problem: error.message, notes: [] }
      }
      throw error
    }
  }, [choice, current, bare, leftOut, fileName, id, name, profile])
  const hand = (some: readonly ExportedFile[]) => {
    rememberExport(id, choice, organization)
    void saveFiles(some)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Export"
      description={descriptions[choice.kind]}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {files.length > 0 && (
            <Button look="primary" type="submit" form="export" disabled={undecided}>
              <Download aria-hidden size={14} />
              {files.length > 1 ? `Download ${counted(files.length, 'file')}` : 'Download'}
            </Button>
          )}
        </>
      }
    >
      {choice.kind === 'mobileconfig' && (
        <ExportIdentity id={id} name={name} parted={choice.files === 'per-domain'} />
      )}
      <form id="export" noValidate onSubmit={handleSubmit(() => hand(files))} className="space-y-4">
        <ExportChoices choice={choice} control={control} />
        <ExportWarnings />
        <ExportSecrets
          secrets={secrets}
          choice={choice.credentials}
          rewritten={bare.rewritten}
          control={control}
        />
        <ConversionNotes
          notes={notes}
          onKeep={() => {
            setValue('form', 'as-is')
            setValue('files', 'one')
          }}
        />
        {problem && (
          <p role="alert" className="text-error">
            {problem}
          </p>
        )}
        <ExportFiles files={files} disabled={undecided} onSave={hand} />
      </form>
    </Dialog>
  )
}

type ExportFilesProps = {
  readonly files: readonly ExportedFile[]
  readonly disabled: boolean
  readonly onSave: (files: readonly ExportedFile[]) => void
}

/** The files, each with a button of its own. */
function ExportFiles({ files, disabled, onSave }: ExportFilesProps) {
  return (
    <ul aria-label="Files" className="divide-y divide-line rounded-lg border border-line">
      {files.map((file) => (
        <li key={file.fileName} className="flex items-center justify-between gap-3 px-3 py-2">
          <span className="min-w-0">
            <code className="block font-mono text-[12.5px] break-all">{file.fileName}</code>
            <span className="text-xs text-ink-2">
              {file.domains.join(', ') || 'other payloads'} · {file.bytes.length.toLocaleString('en-GB')}{' '}
              bytes
            </span>
          </span>
          <Button
            look="ghost"
            size="icon"
            aria-label={`Download ${file.fileName}`}
            disabled={disabled}
            onClick={() => onSave([file])}
          >
            <Download aria-hidden size={15} />
          </Button>
        </li>
      ))}
    </ul>
  )
}

function notesOn(source: ExportSource, choice: ExportChoice): string[] {
  return choice.kind === 'mobileconfig'
    ? conversionNotes(source, choice)
    : writtenAnew(source.document, source.root)
}

/** What the chosen form leaves behind, and the way back. */
function ConversionNotes({ notes, onKeep }: { notes: readonly string[]; onKeep: () => void }) {
  return notes.length === 0 ? null : (
    <div role="status" className="space-y-1 text-warning">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <Button look="link" onClick={onKeep}>
        Keep the payloads as they are
      </Button>
    </div>
  )
}

/** A file without its credentials is told from the whole one by its name. */
function named(file: ExportedFile): ExportedFile {
  return { ...file, fileName: file.fileName.replace(/(\.\w+)?$/, ' without credentials$1') }
}

function ExportWarnings() {
  const checking = useChecking()
  const { errors } = countIssues(useIssues() ?? [])
  return (
    <div className="space-y-1">
      {checking && <p className="text-warning">The last change is still being checked; see Issues.</p>}
      {errors > 0 && !checking && (
        <p className="text-error">
          The profile has {errors} {errors === 1 ? 'error' : 'errors'}. A Mac may refuse it or lock people
          out; see Issues.
        </p>
      )}
    </div>
  )
}

'use client'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useChecking, useIssues, useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { saveFile } from '@/components/ui/save-file'
import { Segments } from '@/components/ui/segments'
import { ProfileError } from '@/lib/profile/errors'
import { conversionNotes, writtenAnew } from '@/lib/profile/export/conversion-notes'
import {
  type ExportedFile,
  type ExportSource,
  exportProfile,
  exportPropertyList,
} from '@/lib/profile/export/export-profile'
import { withoutSecrets } from '@/lib/profile/export/without-secrets'
import { secretsOf } from '@/lib/profile/secrets'
import { ExportSecrets, type SecretChoice } from './export-secrets'

type Choice = {
  readonly kind: 'mobileconfig' | 'plist'
  readonly form: 'as-is' | 'direct' | 'managed-preferences'
  readonly files: 'one' | 'per-domain'
  readonly format: 'xml' | 'binary'
}

type ExportDialogProps = {
  id: string
  name: string
  onClose: () => void
}

/** Hands the profile out: as it is, or in the form that an MDM asks for. Nothing leaves the browser but the download. */
export function ExportDialog({ id, name, onClose }: ExportDialogProps) {
  const { profile } = useOpenProfile()
  const { fileName } = profile
  const [choice, setChoice] = useState<Choice>({
    kind: 'mobileconfig',
    form: 'as-is',
    files: 'one',
    format: 'xml',
  })
  const [withSecrets, setWithSecrets] = useState<SecretChoice>(null)
  const { current, secrets, bare } = useMemo(() => {
    const source = profile.file
    return {
      current: source,
      secrets: secretsOf(source.root, fileName),
      bare: withoutSecrets(source, fileName),
    }
  }, [fileName, profile])
  const leftOut = secrets.length > 0 && withSecrets === 'leave-out'
  const undecided = secrets.length > 0 && withSecrets === null
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
  return (
    <Dialog
      open
      onClose={onClose}
      title="Export"
      description="Identifiers and UUIDs stay the same from export to export, so that an MDM replaces the installed profile."
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {files.length > 1 && (
            <Button look="primary" disabled={undecided} onClick={() => files.forEach(saveFile)}>
              <Download aria-hidden size={14} />
              Download {files.length} files
            </Button>
          )}
          {files.length === 1 && files[0] && <DownloadOne file={files[0]} disabled={undecided} />}
        </>
      }
    >
      <div className="space-y-4">
        <Choices choice={choice} onChange={setChoice} />
        <ExportWarnings />
        <ExportSecrets
          secrets={secrets}
          choice={withSecrets}
          rewritten={bare.rewritten}
          onChange={setWithSecrets}
        />
        <ConversionNotes
          notes={notes}
          onKeep={() => setChoice((before) => ({ ...before, form: 'as-is', files: 'one' }))}
        />
        {problem && (
          <p role="alert" className="text-error">
            {problem}
          </p>
        )}
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
                disabled={undecided}
                onClick={() => saveFile(file)}
              >
                <Download aria-hidden size={15} />
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function notesOn(source: ExportSource, choice: Choice): string[] {
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

function DownloadOne({ file, disabled }: { file: ExportedFile; disabled: boolean }) {
  return (
    <Button look="primary" disabled={disabled} onClick={() => saveFile(file)}>
      <Download aria-hidden size={14} />
      Download
    </Button>
  )
}

function Choices({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  return (
    <div className="space-y-3">
      <Row title="File">
        <Segments
          label="File"
          value={choice.kind}
          onChange={(kind) => onChange({ ...choice, kind })}
          segments={[
            { value: 'mobileconfig', label: 'Profile (.mobileconfig)' },
            { value: 'plist', label: 'Property list (.plist)' },
          ]}
        />
      </Row>
      {choice.kind === 'plist' ? (
        <Row
          title="Format"
          help="One file per domain, without payload keys: what Jamf Pro takes under Application & Custom Settings."
        >
          <Segments
            label="Format"
            value={choice.format}
            onChange={(format) => onChange({ ...choice, format })}
            segments={[
              { value: 'xml', label: 'XML' },
              { value: 'binary', label: 'Binary' },
            ]}
          />
        </Row>
      ) : (
        <>
          <Row title="Payloads" help={forms[choice.form]}>
            <Segments
              label="Payloads"
              value={choice.form}
              onChange={(form) => onChange({ ...choice, form })}
              segments={[
                { value: 'as-is', label: 'As they are' },
                { value: 'direct', label: 'By domain' },
                { value: 'managed-preferences', label: 'Managed Preferences' },
              ]}
            />
          </Row>
          <Row title="Files">
            <Segments
              label="Files"
              value={choice.files}
              onChange={(files) => onChange({ ...choice, files })}
              segments={[
                { value: 'one', label: 'All in one' },
                { value: 'per-domain', label: 'One per domain' },
              ]}
            />
          </Row>
        </>
      )}
    </div>
  )
}

const forms = {
  'as-is': 'The profile as it stands; byte for byte what was imported when nothing was changed.',
  direct: 'The payload type is the preference domain, as Jamf Connect Configuration writes it.',
  'managed-preferences': 'com.apple.ManagedClient.preferences with Forced settings, as Jamf Pro stores it.',
} as const

function Row({ title, help, children }: { title: string; help?: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[90px_minmax(0,1fr)]">
      <p className="pt-1 font-medium">{title}</p>
      <div>
        {children}
        {help && <p className="mt-1 text-xs text-ink-2">{help}</p>}
      </div>
    </div>
  )
}

function ExportWarnings() {
  const checking = useChecking()
  const errors = useIssues()?.filter(({ severity }) => severity === 'error').length ?? 0
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

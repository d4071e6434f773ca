'use client'
import { CircleCheck, OctagonAlert, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { listed } from '@/lib/profile/file-contents'
import { signerInWords } from '@/lib/profile/signature/signature-words'
import type { ImportedFile } from './import-file'

type Read = Extract<ImportedFile, { outcome: 'read' }>
type Refused = Extract<ImportedFile, { outcome: 'refused' }>

/** One file of the import: what it holds, or what is wrong with it, where, and the repair that can be made. */
export function ImportResult(props: {
  file: ImportedFile
  together: readonly string[]
  /** What the profile becomes, where somebody has to say. */
  choice: ReactNode
  onRepair: () => void
  onRemove: () => void
}) {
  const { file } = props
  const read = file.outcome === 'read'
  return (
    <li className="flex gap-3 rounded-lg border border-line px-3 py-2.5">
      <Mark file={file} warned={props.together.length > 0} />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-all">{file.fileName}</p>
        {file.repairs.length > 0 && (
          <p className="text-xs text-ink-2">Repaired: {file.repairs.join('; ')}.</p>
        )}
        {props.together.map((message) => (
          <p key={message} className="mt-0.5 text-xs text-warning">
            {message}
          </p>
        ))}
        {read ? <ReadFacts file={file} /> : <RefusedFacts file={file} onRepair={props.onRepair} />}
        {props.choice}
      </div>
      <Button
        look="ghost"
        size="icon"
        aria-label={`Remove ${file.fileName} from the list`}
        onClick={props.onRemove}
      >
        <X aria-hidden size={14} />
      </Button>
    </li>
  )
}

/** The worst of what is said of a file. */
function Mark({ file, warned }: { file: ImportedFile; warned: boolean }) {
  const look = 'mt-0.5 shrink-0'
  if (file.outcome === 'refused' || file.summary.errors > 0 || !isTrusted(file)) {
    return <OctagonAlert aria-hidden size={16} className={`${look} text-error`} />
  }
  return warned || file.summary.advice > 0 ? (
    <TriangleAlert aria-hidden size={16} className={`${look} text-warning`} />
  ) : (
    <CircleCheck aria-hidden size={16} className={`${look} text-good`} />
  )
}

const isTrusted = ({ signature }: Read) =>
  signature?.signers.every(({ verdict }) => verdict !== 'not-verified') ?? true

const shapes = {
  direct: 'one payload per domain',
  'managed-preferences': 'Managed Preferences',
  mixed: 'both kinds of payload',
  bare: 'bare property list',
} as const

function ReadFacts({ file }: { file: Read }) {
  const { provider, domains, errors, advice } = file.summary
  const issues = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    advice > 0 && `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`,
  ]
  return (
    <ul className="mt-0.5 space-y-0.5 text-xs text-ink-2">
      <li>
        {shapes[file.shape]}
        {file.format !== 'xml' && `, ${file.format}`} · {provider ?? 'no identity provider'} ·{' '}
        {issues.filter(Boolean).join(', ') || 'no issues'}
      </li>
      <li className="break-all">
        {domains.join(', ') || 'No Jamf Connect settings; the payloads are kept as they are.'}
      </li>
      {file.inside && (
        <li className="break-words">
          Taken out of {file.inside.container}.
          {file.inside.unread.length > 0 && ` Inside and not read: ${listed(file.inside.unread)}.`}
        </li>
      )}
      {file.foreign.length > 0 && (
        <li>Kept beside them: {file.foreign.map(({ type }) => type).join(', ')}</li>
      )}
      {file.signature?.signers.map((signer) => (
        <li
          key={`${signer.name}${signer.validTo}`}
          className={signer.verdict === 'not-verified' ? 'text-error' : undefined}
        >
          Signed by {signer.name} ({signerInWords(signer, new Date())}). The configuration is stored without
          the signature.
        </li>
      ))}
    </ul>
  )
}

function RefusedFacts({ file, onRepair }: { file: Refused; onRepair: () => void }) {
  return (
    <div className="mt-0.5 text-error">
      <p>
        {file.at && `Line ${file.at.line}, column ${file.at.column}: `}
        {file.message}
      </p>
      {file.at?.excerpt && (
        <pre className="mt-1 rounded bg-sunken px-2 py-1 font-mono text-[11.5px] break-all whitespace-pre-wrap text-ink">
          {file.at.excerpt}
        </pre>
      )}
      {file.repair && (
        <Button look="link" className="mt-1" onClick={onRepair}>
          {file.repair}
        </Button>
      )}
    </div>
  )
}

'use client'
import { Segments } from '@/components/ui/segments'
import type { ProfileSecret } from '@/lib/profile/secrets'
import { series } from '@/lib/schema/condition'

/** What the file does with the credentials in the profile; null until somebody has decided. */
export type SecretChoice = 'keep' | 'leave-out' | null

type ExportSecretsProps = {
  readonly secrets: readonly ProfileSecret[]
  readonly choice: SecretChoice
  /** A comment tells one of them too. */
  readonly rewritten: boolean
  readonly onChange: (choice: SecretChoice) => void
}

/** Names the credentials that the file would tell, and asks whether it should; nothing when there are none. */
export function ExportSecrets({ secrets, choice, rewritten, onChange }: ExportSecretsProps) {
  if (secrets.length === 0) {
    return null
  }
  const one = secrets.length === 1
  return (
    <section
      aria-label="Credentials"
      className="space-y-2 rounded-lg border border-line bg-warning-soft px-3 py-2.5"
    >
      <p className="break-words text-warning">
        {namesOf(secrets)} {one ? 'is a credential' : 'are credentials'}. Everybody who has the file can read{' '}
        {one ? 'it' : 'them'}. Decide what the file does with {one ? 'it' : 'them'}.
      </p>
      <Segments
        label="Credentials in the file"
        value={choice}
        onChange={onChange}
        segments={[
          { value: 'leave-out', label: 'Leave out' },
          { value: 'keep', label: 'Keep in the file' },
        ]}
      />
      {choice === 'leave-out' && (
        <p className="text-xs text-ink-2">
          {namesOf(secrets)} {one ? 'is' : 'are'} not in the file, and its name says so. Put{' '}
          {one ? 'it' : 'them'} in again before the profile goes to a Mac.
          {rewritten && ' A comment tells one too, so the file is written anew, without its comments.'}
        </p>
      )}
    </section>
  )
}

/** Each by its key; of two with one name, where they stand. */
function namesOf(secrets: readonly ProfileSecret[]): string {
  const names = secrets.map(({ name }) => name)
  return series(
    [
      ...new Set(
        secrets.map(({ name, holder }) =>
          names.filter((other) => other === name).length > 1 && holder !== '' ? `${name} (${holder})` : name,
        ),
      ),
    ],
    'and',
  )
}

'use client'
import type { Control } from 'react-hook-form'
import { FormSegments } from '@/components/forms/form-segments'
import type { ProfileSecret } from '@/lib/profile/secrets'
import { series } from '@/lib/schema/condition-words'
import { credentialChoices, type ExportChoice } from './export-choice'

type ExportSecretsProps = {
  readonly secrets: readonly ProfileSecret[]
  readonly choice: ExportChoice['credentials']
  /** A comment tells one of them too. */
  readonly rewritten: boolean
  readonly control: Control<ExportChoice>
}

/** Names the credentials that the file would tell, and asks whether it should; nothing when there are none. */
export function ExportSecrets({ secrets, choice, rewritten, control }: ExportSecretsProps) {
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
      <FormSegments
        control={control}
        name="credentials"
        label="Credentials in the file"
        segments={credentialChoices}
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

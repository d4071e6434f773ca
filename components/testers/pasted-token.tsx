'use client'
import { useId, useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import * as z from 'zod'
import { FieldError, toldBy } from '@/components/forms/field-error'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useProfile } from '@/components/open-profile/open-profile'
import { explainClaims } from '@/lib/products/jamf-connect/outcome/explain-claims'
import { onTheMac } from '@/lib/products/jamf-connect/outcome/on-the-mac'
import { summaryOfSignIn } from '@/lib/products/jamf-connect/outcome/summary'
import { decodeToken } from '@/lib/products/jamf-connect/outcome/token'
import { Card } from './card'
import { MacCard } from './mac-card'
import { TokenCard } from './token-card'
import { VerdictCard } from './verdict-card'

/** Nothing entered is nothing wrong. */
const schema = z.strictObject({
  text: z.string().check(({ value, issues }) => {
    const read = value.trim() === '' ? null : decodeToken(value)
    if (read && 'fault' in read) {
      issues.push({ code: 'custom', message: read.fault, input: value })
    }
  }),
})

/** What this configuration makes of an ID token from elsewhere. Nothing is sent anywhere, and nothing is verified. */
export function PastedToken() {
  const settings = useProfile((profile) => profile.settings)
  const { register, control, formState } = useSchemaForm(schema, {
    defaultValues: { text: '' },
    mode: 'onChange',
  })
  const text = useWatch({ control, name: 'text' })
  const id = useId()
  const fault = formState.errors.text?.message
  const shown = useMemo(() => {
    const read = decodeToken(text)
    if ('fault' in read) {
      return null
    }
    const statements = onTheMac({ settings, claims: read.claims })
    const token = { header: read.header ?? {}, claims: explainClaims(read.claims, settings) }
    return { statements, token, summary: summaryOfSignIn(statements) }
  }, [text, settings])
  return (
    <>
      <Card title="Without a sign-in" detail="an ID token from elsewhere, read in this browser only">
        <div className="space-y-2 px-4 py-3">
          <label htmlFor={id}>Paste an ID token, or its claims as JSON</label>
          <textarea
            id={id}
            rows={3}
            autoComplete="off"
            spellCheck={false}
            className="control font-mono text-xs"
            {...register('text')}
            {...toldBy(`${id}-fault`, fault)}
          />
          <FieldError id={`${id}-fault`} message={fault} />
          {shown && (
            <p className="text-xs text-ink-2">
              The signature is not checked: this shows what the token says, not that it is genuine.
            </p>
          )}
        </div>
      </Card>
      {shown && (
        <>
          <VerdictCard summary={shown.summary} />
          <div className="grid items-start gap-4 columns:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
            <TokenCard token={shown.token} />
            <MacCard statements={shown.statements} />
          </div>
        </>
      )}
    </>
  )
}

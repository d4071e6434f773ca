'use client'
import { useId, useMemo, useState } from 'react'
import { useProfile } from '@/components/open-profile/open-profile'
import { explainClaims } from '@/lib/products/jamf-connect/outcome/explain-claims'
import { onTheMac } from '@/lib/products/jamf-connect/outcome/on-the-mac'
import { summaryOfSignIn } from '@/lib/products/jamf-connect/outcome/summary'
import { decodeToken } from '@/lib/products/jamf-connect/outcome/token'
import { Card } from './card'
import { MacCard } from './mac-card'
import { TokenCard } from './token-card'
import { VerdictCard } from './verdict-card'

/** What this configuration makes of an ID token from elsewhere. Nothing is sent anywhere, and nothing is verified. */
export function PastedToken() {
  const settings = useProfile((profile) => profile.settings)
  const [text, setText] = useState('')
  const id = useId()
  const read = useMemo(() => (text.trim() === '' ? null : decodeToken(text)), [text])
  const shown = useMemo(() => {
    if (read === null || 'fault' in read) {
      return null
    }
    const statements = onTheMac({ settings, claims: read.claims })
    const token = { header: read.header ?? {}, claims: explainClaims(read.claims, settings) }
    return { statements, token, summary: summaryOfSignIn(statements) }
  }, [read, settings])
  return (
    <>
      <Card title="Without a sign-in" detail="an ID token from elsewhere, read in this browser only">
        <div className="space-y-2 px-4 py-3">
          <label htmlFor={id}>Paste an ID token, or its claims as JSON</label>
          <textarea
            id={id}
            rows={3}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            className="control font-mono text-xs"
          />
          {read && 'fault' in read && (
            <p role="alert" className="text-error">
              {read.fault}
            </p>
          )}
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

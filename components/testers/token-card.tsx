'use client'
import { useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Segments } from '@/components/ui/segments'
import type { DecodedToken } from '@/lib/api/report'
import { Card } from './card'
import { OutcomeMark } from './outcome-mark'
import type { TokenRule } from './token-rules'

type TokenCardProps = {
  token: DecodedToken
  /** The rules that were applied to it; none for a token that nobody verified. */
  rules?: readonly TokenRule[]
  title?: string
}

/** The decoded ID token, claim by claim: what it is and what Jamf Connect does with it. */
export function TokenCard({ token, rules = [], title = 'ID token' }: TokenCardProps) {
  const [view, setView] = useState<'claims' | 'header'>('claims')
  const text = JSON.stringify(
    {
      header: token.header,
      claims: Object.fromEntries(token.claims.map(({ name, value }) => [name, value])),
    },
    null,
    2,
  )
  return (
    <Card
      title={title}
      detail={[token.header.alg, token.header.kid].filter((part) => typeof part === 'string').join(', key ')}
      action={
        <div className="flex items-center gap-1">
          <Segments
            label="Part of the token"
            value={view}
            onChange={setView}
            segments={[
              { value: 'claims', label: 'Claims' },
              { value: 'header', label: 'Header' },
            ]}
          />
          <CopyButton text={text} label="Copy the decoded token" />
        </div>
      }
    >
      <Rules rules={rules} />
      {view === 'claims' ? (
        <Claims token={token} />
      ) : (
        <pre className="px-4 py-3 font-mono text-xs break-all whitespace-pre-wrap">
          {JSON.stringify(token.header, null, 2)}
        </pre>
      )}
    </Card>
  )
}

function Rules({ rules }: { rules: readonly TokenRule[] }) {
  return rules.length === 0 ? null : (
    <ul
      aria-label="Rules for the ID token"
      className="flex flex-wrap gap-1.5 border-b border-line px-4 py-2.5"
    >
      {rules.map(({ check, label, outcome }) => (
        <li
          key={check}
          className="flex items-center gap-1.5 rounded-full border border-line py-px pr-2.5 pl-px text-xs"
        >
          <OutcomeMark outcome={outcome} />
          {label}
        </li>
      ))}
    </ul>
  )
}

function Claims({ token }: { token: DecodedToken }) {
  return (
    <dl className="divide-y divide-line">
      {token.claims.map(({ name, value, explanation, used }) => (
        <div
          key={name}
          className="grid gap-x-4 gap-y-0.5 px-4 py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,3fr)]"
        >
          <dt
            className={
              used ? 'font-mono text-[12.5px] break-all text-accent' : 'font-mono text-[12.5px] break-all'
            }
          >
            {name}
          </dt>
          <dd className="font-mono text-[12.5px] break-all">{value}</dd>
          <dd className={used ? 'text-xs text-ink' : 'text-xs text-ink-2'}>{explanation}</dd>
        </div>
      ))}
    </dl>
  )
}

'use client'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import type { OktaAnswer, OktaPrompt } from '@/lib/api/report'
import { Card } from './card'
import { OktaAnswerForm } from './okta-answer-form'

/** What Okta asks for next: a factor to choose, a code, an answer, a push to approve. */
export function OktaSteps({
  prompt,
  onAnswer,
}: {
  prompt: OktaPrompt
  onAnswer: (answer: OktaAnswer) => void
}) {
  // To stop there is Cancel above, in every phase of a test.
  const actions = prompt.actions.filter((action) => action.id !== 'cancel')
  useEffect(() => {
    if (prompt.pollMs === undefined) {
      return
    }
    const timer = setTimeout(() => onAnswer({ action: 'poll' }), prompt.pollMs)
    return () => clearTimeout(timer)
  }, [prompt, onAnswer])
  return (
    <Card title={prompt.title}>
      <div role="status" className="space-y-3 px-4 py-4">
        <p className="max-w-prose">{prompt.text}</p>
        {prompt.number !== undefined && (
          <p className="text-4xl font-semibold tabular-nums">
            <span className="sr-only">Choose this number on the phone: </span>
            {prompt.number}
          </p>
        )}
        {prompt.qr && (
          // biome-ignore lint/performance/noImgElement: a picture made for this moment, nothing to optimize
          <img
            src={prompt.qr}
            alt="QR code for the authenticator app"
            className="size-44 rounded-lg border border-line bg-white p-2"
          />
        )}
        {prompt.factors && <Factors prompt={prompt} onAnswer={onAnswer} />}
        {prompt.input && (
          <OktaAnswerForm input={prompt.input} onSend={(value) => onAnswer({ action: 'submit', value })} />
        )}
        {actions.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {actions.map((action) => (
              <Button
                key={action.id}
                look={action.danger ? 'danger' : 'outline'}
                onClick={() => onAnswer({ action: action.id })}
              >
                {action.label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  )
}

function Factors({ prompt, onAnswer }: { prompt: OktaPrompt; onAnswer: (answer: OktaAnswer) => void }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {prompt.factors?.map((factor) => (
        <li key={factor.id} className="flex flex-wrap items-center justify-between gap-3 px-3 py-2">
          <span>
            <span className="font-medium">{factor.label}</span>
            {factor.detail && <span className="block text-xs text-ink-2">{factor.detail}</span>}
          </span>
          {factor.answerable && (
            <Button
              aria-label={`Use this factor: ${[factor.label, factor.detail].filter(Boolean).join(', ')}`}
              onClick={() => onAnswer({ action: 'factor', factor: factor.id })}
            >
              Use this factor
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

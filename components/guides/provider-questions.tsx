'use client'
import { type ReactNode, useId, useState } from 'react'
import { Option } from '@/components/forms/option'
import { OuterLink } from '@/components/ui/outer-link'
import { type Answers, type Outcome, outcomeOf, type ProviderGuide, questionsOf } from '@/lib/schema/guide'

type ProviderQuestionsProps = {
  readonly guide: ProviderGuide
  /** What can be done with where the answers lead. */
  readonly act: (outcome: Outcome) => ReactNode
}

/** The questions of a guide, one after the other, and where the answers lead. */
export function ProviderQuestions({ guide, act }: ProviderQuestionsProps) {
  const name = useId()
  const [answers, setAnswers] = useState<Answers>({})
  const outcome = outcomeOf(guide, answers)
  return (
    <div className="space-y-3 text-[12.5px] leading-[1.5]">
      {questionsOf(guide, answers).map(({ id, text, answers: possible }) => (
        <fieldset key={id} className="min-w-0">
          <legend className="mb-1.5 font-medium text-ink">{text}</legend>
          <div className="grid gap-2">
            {possible.map((answer) => (
              <Option
                key={answer.id}
                title={answer.title}
                note={<span className="block text-ink-2">{answer.note}</span>}
                chosen={answers[id] === answer.id}
                name={`${name}-${id}`}
                value={answer.id}
                onChange={() => setAnswers({ ...answers, [id]: answer.id })}
                // These are no fields of the form around them, which Enter would send.
                onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <div role="status" className="space-y-1.5">
        {outcome && (
          <>
            <p className="text-ink-2">
              <code className="font-mono text-[12px] font-semibold text-ink">{outcome.provider}</code>:{' '}
              {outcome.why} <OuterLink address={outcome.source} />
            </p>
            {act(outcome)}
          </>
        )}
      </div>
    </div>
  )
}

import type { OktaAnswer, OktaPrompt } from '@/lib/api/report'
import { printable } from '../terminal/colours'
import type { Person } from './person'

type Choice = { readonly label: string; readonly answer: OktaAnswer }

/** Asks what Okta asks, on a terminal. `shown`: what was asked before. Null when the person left. */
export async function askPrompt(
  prompt: OktaPrompt,
  shown: OktaPrompt | null,
  person: Person,
): Promise<OktaAnswer | null> {
  if (shown === null || wordsOf(shown) !== wordsOf(prompt)) {
    await person.tell(wordsOf(prompt))
  }
  if (prompt.pollMs !== undefined) {
    return { action: 'poll' }
  }
  return prompt.input === undefined ? choose(prompt, person) : enter(prompt, prompt.input, person)
}

/** The question in words; equal for two looks at the same push. */
function wordsOf({ title, text, number, pollMs }: OktaPrompt): string {
  const choice = number === undefined ? [] : [`  ${number}`]
  const wait = pollMs === undefined ? [] : ['Ctrl-C stops the test.']
  return ['', ...[title, text, ...wait].map(printable), ...choice].join('\n')
}

async function enter(
  prompt: OktaPrompt,
  { label }: NonNullable<OktaPrompt['input']>,
  person: Person,
): Promise<OktaAnswer | null> {
  const value = await person.answer(`${label} (not shown; Return alone for other choices):`, { hidden: true })
  if (value === null) {
    return null
  }
  return value.trim() === '' ? choose(prompt, person) : { action: 'submit', value }
}

async function choose({ factors = [], actions }: OktaPrompt, person: Person): Promise<OktaAnswer | null> {
  const choices: readonly Choice[] = [
    ...factors
      .filter(({ answerable }) => answerable)
      .map(({ id, label, detail }) => ({
        label: detail === undefined ? label : `${label} (${detail})`,
        answer: { action: 'factor', factor: id },
      })),
    ...actions.map(({ id, label }) => ({ label, answer: { action: id } })),
  ]
  for (const { label, detail } of factors.filter(({ answerable }) => !answerable)) {
    await person.tell(printable(`  -  ${label}${detail === undefined ? '' : `: ${detail}`}`))
  }
  for (const [index, { label }] of choices.entries()) {
    await person.tell(printable(`  ${index + 1}  ${label}`))
  }
  while (true) {
    const typed = await person.answer('Number:')
    const choice = choices[Number(typed?.trim() || Number.NaN) - 1]
    if (typed === null || choice !== undefined) {
      return choice?.answer ?? null
    }
    await person.tell(`Choose a number from 1 to ${choices.length}.`)
  }
}

import { expect, onTestFinished, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { finishOidc } from './finish'
import { type Defects, defectiveProvider } from './fixtures/defective-provider'
import { begin, checksThat, collect, localSettings, localTools, redirectUri, verdictOf } from './fixtures/run'
import { signIn } from './fixtures/user-agent'
import { ticketIdOf } from './flow'
import type { BroughtAnswer } from './response'

async function signInAt(defects: Defects = {}) {
  const { issuer, close } = await defectiveProvider(defects)
  onTestFinished(close)
  const settings = localSettings(issuer)
  const { ticket, url } = await begin(settings)
  const bring = (answer: BroughtAnswer) =>
    collect(finishOidc({ settings, ticket, answer, goesOn: true }, localTools()))
  return { ticket, url, bring }
}

const asksAgain = (events: readonly TestEvent[]) => events.some(({ type }) => type === 'continue')

/** What somebody can make up who sees the names of the cookies, by that name. */
const made: readonly ((id: string) => string)[] = [
  (id) => `code=x&state=${id}.a&state=b`,
  (id) => `code=x&code=y&state=${id}`,
  (id) => `error=a&error=b&state=${id}`,
  (id) => `code=x&iss=a&iss=b&state=${id}`,
  (id) => `response=a.b.c&state=${id}.a`,
  (id) => `response=a.b.c&state=${id}&state=b`,
  () => 'response=a.b.c',
  () => 'response=eyJhbGciOiJub25lIn0.eyJzdGF0ZSI6IngifQ.',
  () => 'response=a&response=b',
  () => 'code=x&code=y',
]

test.each(made)('an answer in a wrong form without the state ends nothing: %s', async (make) => {
  const { ticket, url, bring } = await signInAt()
  for (const answer of [
    { address: `${redirectUri}?${make(ticket.id)}` },
    { address: `${redirectUri}#${make(ticket.id)}` },
    { form: make(ticket.id) },
  ]) {
    const events = await bring(answer)
    expect([asksAgain(events), verdictOf(events)]).toEqual([true, 'none'])
  }
  expect(verdictOf(await bring(await signIn(url, redirectUri)))).not.toBe('failed')
})

test('the right state beside another one is none', async () => {
  const { ticket, bring } = await signInAt()
  const events = await bring({ address: `${redirectUri}?code=x&state=${ticket.state}&state=b` })
  expect([asksAgain(events), checksThat(events, 'failed')]).toEqual([true, ['oidc.state']])
})

test('with the right state, the wrong form is what fails', async () => {
  const { ticket, bring } = await signInAt()
  const events = await bring({ address: `${redirectUri}?code=a&code=b&state=${ticket.state}` })
  const found = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
  expect(found.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    check: 'oidc.plain-answer',
    received: 'code more than once',
    reference: { label: 'RFC 6749, section 3.1' },
  })
  expect([asksAgain(events), verdictOf(events)]).toEqual([false, 'failed'])
})

test.each(['none', 'broken'] as const)(
  'a signed answer whose signature is %s ends nothing, whatever state it holds',
  async (signature) => {
    const { url, bring } = await signInAt({ packed: { signature } })
    const events = await bring(await signIn(url, redirectUri))
    expect([asksAgain(events), checksThat(events, 'failed')]).toEqual([true, ['oidc.state']])
  },
)

test('a signed answer with the state of another sign-in ends nothing, one with its own does', async () => {
  const other = await signInAt({ packed: { claims: (right) => ({ ...right, state: 'another' }) } })
  expect(asksAgain(await other.bring(await signIn(other.url, redirectUri)))).toBe(true)
  const own = await signInAt({ packed: {} })
  const events = await own.bring(await signIn(own.url, redirectUri))
  expect([asksAgain(events), checksThat(events, 'failed')]).toEqual([false, ['oidc.plain-answer']])
})

test('the name of the cookie holds no part of the state', async () => {
  const { ticket } = await signInAt()
  expect(ticket.id).toMatch(/^[\w-]{12}$/)
  expect(ticket.state).not.toContain(ticket.id)
  expect(ticketIdOf(ticket.state)).toBe(ticket.id)
})

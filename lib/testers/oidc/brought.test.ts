import { expect, onTestFinished, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { finishOidc } from './finish'
import { defectiveProvider } from './fixtures/defective-provider'
import { begin, collect, localSettings, localTools, verdictOf } from './fixtures/run'

const answerOf = (events: readonly TestEvent[]) =>
  events.flatMap((event) =>
    event.type === 'finding' && event.finding.check === 'oidc.answer' ? [event.finding] : [],
  )[0]

async function signInAt(provider = defectiveProvider()) {
  const { issuer, close } = await provider
  onTestFinished(close)
  const settings = localSettings(issuer)
  const { ticket } = await begin(settings)
  const bring = (address: string, goesOn = false) =>
    collect(finishOidc({ settings, ticket, answer: { address }, goesOn }, localTools()))
  return { issuer, bring }
}

const errors = [
  'error=unauthorized_client',
  'error=invalid_request&error_description=redirect_uri%20is%20not%20registered',
  'error=invalid_scope#error_description=unknown%20scope',
  'error_description=AADSTS50011%3A%20no%20such%20reply%20address',
]

test.each(errors)('whose page of another host it is, nobody knows: %s', async (query) => {
  const { bring, issuer } = await signInAt()
  const foreign = `https://phish.example:8443/sorry?${query}`
  const found = answerOf(await bring(foreign))
  expect(found).toMatchObject({ outcome: 'failed', title: 'A page of phish.example shows an error' })
  expect(found?.means).toMatch(/^This address is neither .* it is not known .* Only if it does, /)
  expect(found?.change).toContain('Only if the identity provider leads to phish.example: ')
  expect([found?.remedy, found?.certainty, found?.reference?.url]).toEqual([
    undefined,
    undefined,
    expect.stringContaining('openid.net'),
  ])
  const own = answerOf(await bring(`${issuer}/sorry?${query}`))
  expect(own).toMatchObject({ title: 'The identity provider shows an error page', outcome: 'failed' })
  expect(own?.certainty).toBeDefined()
  expect([found?.row, own?.row]).toEqual([undefined, expect.any(String)])
  expect(own?.means).not.toContain('Only if')
})

test('a page of another host ends nothing, and one of the provider does', async () => {
  const { bring, issuer } = await signInAt()
  const foreign = await bring('https://phish.example/sorry?error=invalid_client', true)
  expect(foreign.some(({ type }) => type === 'continue')).toBe(true)
  const own = await bring(`${issuer}/sorry?error=invalid_client`, true)
  expect([verdictOf(own), own.some(({ type }) => type === 'continue')]).toEqual(['failed', false])
})

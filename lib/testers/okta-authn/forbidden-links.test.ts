import { afterAll, beforeAll, expect, test } from 'vitest'
import { urlIn } from '@/lib/schema/web-address'
import type { OktaAnswer, TestEvent } from '../../api/report'
import { forbiddenUrls } from '../../egress/fixtures/forbidden-urls'
import type { Listener } from '../../egress/fixtures/listen'
import { each, findingOf, placeOf, startCanary, toolsFor } from '../fixtures/forbidden-targets'
import { type LocalServer, readText, serve } from '../oidc/fixtures/http'
import { collect } from '../oidc/fixtures/run'
import { okta, owner, tools } from './fixtures/drive'
import { answerOkta, testOkta } from './test-okta'
import { openCount } from './transactions'

const password = 'correct horse battery staple'
const stateToken = '00-state-token-of-this-sign-in'
type Members = Readonly<Record<string, unknown>>

/** Answers the password with the state that belongs to the user name, and nothing else; notes who asks for what. */
const states = new Map<string, Members>()
const asked = new Map<string, string[]>()
let canary: Listener
let provider: LocalServer
beforeAll(async () => {
  canary = await startCanary()
  provider = await serve(async (request, response) => {
    const body = JSON.parse((await readText(request)) || '{}') as Record<string, unknown>
    const name = String(body.username ?? String(body.stateToken).replace(`${stateToken}-`, ''))
    asked.get(name)?.push(`${request.method} ${request.url}`)
    const state = { ...states.get(name), stateToken: `${stateToken}-${name}` }
    const first = body.username !== undefined
    response.writeHead(first ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(first ? state : { errorCode: 'E0000007', errorSummary: 'Not found' }))
  })
})
afterAll(() => Promise.all([canary.close(), provider.close()]))

const factor = (factorType: string, more: Members = {}) => ({
  id: 'factor-1',
  factorType,
  provider: 'OKTA',
  profile: { phoneNumber: '+49 XXX 1234' },
  ...more,
})
const required = (factorType: string) => (href: string) => ({
  status: 'MFA_REQUIRED',
  _embedded: { factors: [factor(factorType, { _links: { verify: { href } } })] },
})
const challenge = (factorType: string, links: (href: string) => Members) => (href: string) => ({
  status: 'MFA_CHALLENGE',
  factorResult: factorType === 'push' ? 'WAITING' : 'CHALLENGE',
  _embedded: { factor: factor(factorType) },
  _links: links(href),
})
const activation =
  (factorType: string, links: (href: string) => Members, picture: (href: string) => Members = () => ({})) =>
  (href: string) => ({
    status: 'MFA_ENROLL_ACTIVATE',
    factorResult: 'WAITING',
    _embedded: { factor: factor(factorType, { _embedded: { activation: { _links: picture(href) } } }) },
    _links: links(href),
  })

const pick: OktaAnswer = { action: 'factor', factor: 'factor-1' }
const code: OktaAnswer = { action: 'submit', value: '123456' }
const agree: OktaAnswer = { action: 'enroll' }

test.each<[string, (href: string) => Members, readonly OktaAnswer[]]>([
  ['verify, for a code', required('token:software:totp'), [pick, code]],
  ['verify, for a push', required('push'), [pick]],
  [
    'next, to look after a push',
    challenge('push', (href) => ({ next: { name: 'poll', href } })),
    [{ action: 'poll' }],
  ],
  ['next, for a code', challenge('sms', (href) => ({ next: { name: 'verify', href } })), [code]],
  ['resend', challenge('sms', (href) => ({ resend: [{ name: 'sms', href }] })), [{ action: 'resend' }]],
  ['prev', challenge('sms', (href) => ({ prev: { href } })), [{ action: 'previous' }]],
  ['skip', (href) => ({ status: 'PASSWORD_WARN', _links: { skip: { href } } }), [{ action: 'skip' }]],
  [
    'enroll',
    (href) => ({
      status: 'MFA_ENROLL',
      _embedded: { factors: [factor('token:software:totp', { _links: { enroll: { href } } })] },
    }),
    [pick, agree],
  ],
  ['next, to activate', activation('sms', (href) => ({ next: { name: 'activate', href } })), [agree, code]],
  [
    'next, to look after an enrollment',
    activation('push', (href) => ({ next: { name: 'poll', href } })),
    [agree, { action: 'poll' }],
  ],
  [
    'qrcode',
    activation(
      'token:software:totp',
      () => ({ next: { name: 'activate', href: `${provider.url}/api/v1/authn` } }),
      (href) => ({ qrcode: { href } }),
    ),
    [agree],
  ],
])('no spelling of a forbidden target in the link %s is asked', async (_, stateFor, answers) => {
  const links = forbiddenUrls(canary.port)
  const before = canary.taken()
  let elsewhere = 0
  await each(links, async (href, index) => {
    const { events, requests } = await walk(`user-${index}`, stateFor(href), answers)
    if (isOwn(href)) {
      // A part of an address is one at the organization itself.
      expect([href, findingOf(events, 'okta.links')]).toEqual([href, undefined])
      expect(requests.length).toBeGreaterThanOrEqual(2)
      return
    }
    elsewhere++
    expect([href, findingOf(events, 'okta.links')?.outcome]).toEqual([href, 'failed'])
    expect(findingOf(events, 'okta.links')?.means).toContain('Nothing was sent there.')
    expect(requests).toEqual(['POST /api/v1/authn', 'POST /api/v1/authn/cancel'])
  })
  expect(elsewhere).toBeGreaterThanOrEqual(120)
  expect([canary.taken() - before, openCount()]).toEqual([0, 0])
})

test('no spelling of a forbidden target in the link cancel gets the state token; the sign-in is cancelled all the same', async () => {
  const before = canary.taken()
  await each(forbiddenUrls(canary.port), async (href, index) => {
    const state = { ...required('push')(''), _links: { cancel: { href } } }
    const { requests } = await walk(`user-${index}`, state, [{ action: 'cancel' }])
    const [, last = ''] = requests
    expect([href, requests.length]).toEqual([href, 2])
    expect([href, last === 'POST /api/v1/authn/cancel']).toEqual([href, !isOwn(href) || href === ''])
  })
  expect([canary.taken() - before, openCount()]).toEqual([0, 0])
})

/** Whether a link is a part of an address, to be completed by that of the organization. Texts are read as one line. */
function isOwn(href: string): boolean {
  return urlIn(href.replace(/[\t\n]/g, ' '), provider.url)?.origin === provider.url
}

/** Signs a user in, gives the answers, and stops the test when it is not over then. */
async function walk(userName: string, state: Members, answers: readonly OktaAnswer[]) {
  states.set(userName, state)
  const requests: string[] = []
  asked.set(userName, requests)
  const mine = { ...tools, ...toolsFor(placeOf(provider.url)) }
  const input = { settings: okta(provider.url), userName, password, owner }
  const events: TestEvent[] = await collect(testOkta(input, mine))
  const handles = events.flatMap((event) =>
    event.type === 'continue' && event.next.kind === 'okta' ? [event.next.prompt.handle] : [],
  )
  expect([userName, handles.length]).toEqual([userName, 1])
  for (const answer of [...answers, { action: 'cancel' }]) {
    const next = answerOkta({ handle: handles[0] ?? '', owner, ...answer }, mine)
    events.push(...(next === null ? [] : await collect(next)))
  }
  const said = JSON.stringify(events)
  expect([events.at(-1)?.type, said.includes(password), said.includes(stateToken)]).toEqual([
    'done',
    false,
    false,
  ])
  return { events, requests }
}

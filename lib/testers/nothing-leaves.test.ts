import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestEvent } from '../api/report'
import { testDiscovery } from './discovery/test-discovery'
import { answerPlanted, fields, forms, type Issued, type Place } from './fixtures/planted'
import { type LocalServer, serve } from './oidc/fixtures/http'
import { begin, collect, finish, localSettings, localTools } from './oidc/fixtures/run'
import { okta as oktaSettings, owner, tools } from './okta-authn/fixtures/drive'
import { answerOkta, testOkta } from './okta-authn/test-okta'
import { openLedger } from './ropg/fixtures/run'
import { testRopg } from './ropg/test-ropg'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const each = (text: string, write: (code: number) => string) =>
  text
    .split('')
    .map((sign) => write(sign.charCodeAt(0)))
    .join('')

/** How a provider may write what it repeats. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  form: (text) => new URLSearchParams([['', text]]).toString().slice(1),
  url: encodeURIComponent,
  'url, small': (text) => encodeURIComponent(text).replace(/%../g, (byte) => byte.toLowerCase()),
  'url twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  html: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  'html, numbers': (text) => each(text, (code) => `&#${code};`),
  json: (text) => JSON.stringify(text).slice(1, -1),
  'json, numbers': (text) => each(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  base64,
  'base64 of a pair': (text) => base64(`jane:${text}`),
  'base64 of a form': (text) => base64(`jane:${encodeURIComponent(text)}`),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  'a token': (text) => `${part({ alg: 'none' })}.${part({ sub: text, more: 1 })}.`,
  'a part of a token': (text) => part({ pwd: text, more: 1 }),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
}
const around = [(text: string) => text, (text: string) => `you sent "${text}" (at 9:41), didn't you?`]

/** Passwords and secrets as people and consoles make them. */
const typed = fc
  .string({ minLength: 6, maxLength: 20, unit: fc.constantFrom(...'aZ07 &<>"\'%+/=\\#;üé€-_.~') })
  .map((text) => `${text.trim()}x7!`)
const opaque = fc.stringMatching(/^[\w-]{22,40}$/)
const jwt = fc.uuid().map((id) => `${part({ alg: 'RS256', typ: 'at+jwt' })}.${part({ jti: id })}.${part(id)}`)

let answer: Parameters<typeof serve>[0]
let server: LocalServer
beforeAll(async () => {
  server = await serve((request, response, url) => answer(request, response, url))
})
afterAll(() => server.close())

/** Every text of a value, names of members included. */
function textsIn(value: unknown): string[] {
  return typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)])
      : []
}

/** The spellings of a secret that are in what left the test. */
function survivors(events: readonly TestEvent[], secret: string): readonly string[] {
  const texts = textsIn(events)
  return Object.entries(spellings).flatMap(([name, spell]) =>
    texts.filter((text) => text.includes(spell(secret))).map((text) => `${name}: ${text}`),
  )
}

type Secrets = { readonly password: string; readonly secret: string; readonly token: string }
type Test = 'discovery' | 'password check' | 'sign-in'

async function run(
  kind: Test,
  { password, secret, token }: Secrets,
  place: Place,
  text: (more: Secrets) => string,
) {
  const settings = localSettings(server.url, {
    OIDCClientSecret: secret,
    OIDCROPGID: 'jamf-connect',
    ROPGClientSecret: secret,
    UseUserInfo: true,
  })
  let issued: Issued = { aud: 'jamf-connect', accessToken: token }
  answer = answerPlanted(place, text({ password, secret, token }), () => issued)
  if (kind === 'discovery') {
    return collect(testDiscovery({ settings }, localTools()))
  }
  if (kind === 'password check') {
    const input = { settings, app: 'login', userName: 'eli', password } as const
    return collect(testRopg(input, { ...localTools(), attempts: openLedger().ledger }))
  }
  const begun = await begin(settings)
  issued = { ...issued, nonce: begun.ticket.nonce }
  const address = `https://127.0.0.1/jamfconnect?${new URLSearchParams({ code: password, state: begun.ticket.state })}`
  return [
    // The address of the sign-in page is opened as it is.
    ...begun.events.filter(({ type }) => type !== 'continue'),
    ...(await finish(settings, begun.ticket, { address })),
  ]
}

const places: readonly Place[] = (Object.keys(fields) as Place['answer'][]).flatMap((each) =>
  [...fields[each], ...forms].map((field) => ({ answer: each, field })),
)

/** Which test knows which secret by the time of which answer. */
const known: readonly (readonly [Test, keyof Secrets, readonly Place['answer'][]])[] = [
  ['discovery', 'secret', ['discovery', 'keys']],
  ['password check', 'password', ['discovery', 'keys', 'token', 'refusal']],
  ['password check', 'secret', ['discovery', 'keys', 'token', 'refusal']],
  ['password check', 'token', ['token']],
  ['sign-in', 'secret', ['discovery', 'keys', 'token', 'refusal', 'userinfo']],
  ['sign-in', 'password', ['token', 'refusal', 'userinfo']],
  ['sign-in', 'token', ['token', 'userinfo']],
]
/** Instead of these, no token is issued. */
const instead: readonly string[] = ['a page', 'a redirect', 'a text', 'long words']
const cases = known.flatMap(([kind, role, answers]) =>
  places
    .filter(({ answer: each, field }) => {
      const none = role === 'token' && each === 'token' && instead.includes(field)
      return answers.includes(each) && !none
    })
    .map((place) => ({ kind, role, place })),
)
const all = fc.record({ password: typed, secret: typed, token: fc.oneof(opaque, jwt) })

test('nothing that leaves a test holds a secret that the provider repeats, in any field and any spelling', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...cases),
      all,
      fc.constantFrom(...Object.values(spellings)),
      fc.constantFrom(...around),
      async ({ kind, role, place }, secrets, spell, put) => {
        const events = await run(kind, secrets, place, (more) => put(spell(more[role])))
        expect(events.some(({ type }) => type === 'exchange')).toBe(true)
        expect(survivors(events, secrets[role])).toEqual([])
      },
    ),
    { numRuns: 120 },
  )
}, 300_000)

const factor = (more: object) => ({ id: 'q', factorType: 'question', provider: 'OKTA', ...more })
const transaction = (factors: readonly object[], more: object = {}) => ({
  status: 'MFA_REQUIRED',
  stateToken: '00aStateToken123',
  _embedded: { factors, ...more },
  _links: { cancel: { href: '/cancel' } },
})
/** Answers of Okta that repeat something in one of their fields. */
const transactions: Readonly<Record<string, (text: string) => object>> = {
  status: (text) => ({ status: text }),
  factorResult: (text) => ({ ...transaction([]), status: 'MFA_CHALLENGE', factorResult: text }),
  login: (text) => transaction([factor({})], { user: { profile: { login: text } } }),
  id: (text) => transaction([factor({ id: text }), factor({})]),
  factorType: (text) => transaction([factor({ factorType: text }), factor({})]),
  provider: (text) => transaction([factor({ provider: text })]),
  'factor status': (text) => ({ ...transaction([factor({ status: text })]), status: 'MFA_ENROLL' }),
  name: (text) => transaction([factor({ factorType: 'token', profile: { name: text } })]),
  questionText: (text) => transaction([factor({ profile: { questionText: text } })]),
  phoneNumber: (text) => transaction([factor({ factorType: 'sms', profile: { phoneNumber: text } })]),
  complexity: (text) => ({
    ...transaction([], { policy: { complexity: { minLength: text } } }),
    status: 'PASSWORD_EXPIRED',
  }),
  links: (text) => ({ ...transaction([factor({})]), _links: { skip: { href: text, name: text } } }),
  unheardOf: (text) => ({ ...transaction([factor({})]), [text]: text }),
  errorCode: (text) => ({ errorCode: text, errorSummary: 'x', errorId: 'y' }),
  errorSummary: (text) => ({ errorCode: 'E0000004', errorSummary: text, errorId: 'y' }),
  errorId: (text) => ({ errorCode: 'E0000004', errorSummary: 'x', errorId: text }),
  errorCauses: (text) => ({
    errorCode: 'E0000047',
    errorSummary: 'x',
    errorCauses: [{ errorSummary: text }],
  }),
}

test('nothing that leaves the Okta test holds a password that Okta repeats, now or when it asks the next question', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(transactions)),
      typed,
      fc.constantFrom(...Object.values(spellings)),
      fc.constantFrom(...around),
      async (write, password, spell, put) => {
        const body = write(put(spell(password)))
        answer = (request, response) => {
          request.resume()
          response.writeHead('errorCode' in body ? 401 : 200).end(JSON.stringify(body))
        }
        const settings = oktaSettings(server.url)
        const events = await collect(testOkta({ settings, userName: 'eli', password, owner }, tools))
        expect(survivors(events, password)).toEqual([])
        const prompt = events.flatMap((event) =>
          event.type === 'continue' && event.next.kind === 'okta' ? [event.next.prompt] : [],
        )[0]
        const [first] = prompt?.factors ?? []
        for (const action of prompt === undefined ? [] : ['factor', 'previous', 'cancel']) {
          const step = { handle: prompt?.handle ?? '', owner, action, factor: first?.id }
          answer = (request, response) => {
            request.resume()
            response.writeHead(200).end(JSON.stringify({ status: 'MFA_REQUIRED', stateToken: '00b' }))
          }
          const next = answerOkta(step, tools)
          expect(survivors(next === null ? [] : await collect(next), password)).toEqual([])
        }
      },
    ),
    { numRuns: 60 },
  )
}, 300_000)

import type { ServerResponse } from 'node:http'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Finding } from '../../api/report'
import { settingsOf } from '../../schema/fixtures/settings'
import { serve } from '../oidc/fixtures/http'
import { collect, localTools } from '../oidc/fixtures/run'
import { repeatedMembers } from './repeated-members'
import { testDiscovery } from './test-discovery'

const wellKnown = '/.well-known/openid-configuration'

async function askAt(path: string, answer: (response: ServerResponse, url: string) => void) {
  const server = await serve((_, response, url) => answer(response, url))
  onTestFinished(server.close)
  const settings = settingsOf({ login: { OIDCProvider: 'Custom', OIDCDiscoveryURL: `${server.url}${path}` } })
  const events = await collect(testDiscovery({ settings }, localTools()))
  const found = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
  return { found, bad: found.find(({ outcome }) => outcome === 'failed'), told: JSON.stringify(events) }
}

const repairOf = (finding: Finding | undefined) =>
  finding?.remedy?.repair?.edits.map(({ value }) => (value?.type === 'string' ? value.value : null))[0]

test.each([
  ['/realms/mac', 404, '{"error":"Realm does not exist"}', /no realm of this name/],
  ['/realms/macs', 403, '{"error":"invalid_request","error_description":"HTTPS required"}', /demands HTTPS/],
  [
    '/oauth2/default',
    404,
    '{"errorCode":"E0000007","errorSummary":"Not found: Resource not found: default (AuthorizationServer)"}',
    /no authorization server/,
  ],
  ['/adfs', 400, '<html><h1>400 No required SSL certificate was sent</h1></html>', /client certificate/],
  [
    '/x',
    404,
    '{"code":"NOT_FOUND","message":"Organization fabrikam was not found"}',
    /nobody under the name/,
  ],
  ['/x', 400, 'Unknown host: fabrikam.example', /nobody under the name/],
  [
    '/x',
    200,
    '{"error":"tenant_unknown","error_description":"Tenant x does not exist"}',
    /nobody under the name/,
  ],
])('at %s, %i with %s is read', async (path, status, body, means) => {
  const type = body.startsWith('{') ? 'application/json' : 'text/html'
  const { bad } = await askAt(`${path}${wellKnown}`, (response) =>
    response.writeHead(status, { 'content-type': type }).end(body),
  )
  expect(bad).toMatchObject({ outcome: 'failed', means: expect.stringMatching(means) })
  expect(bad?.remedy?.path).toEqual(['OIDCDiscoveryURL'])
})

test.each([
  [405, '{"errorCode":"E0000022","errorSummary":"The endpoint does not support the provided HTTP method"}'],
  [400, '<html><body>AADSTS900144: The request body must contain the parameter client_id</body></html>'],
])('at another address of the provider, %i with %s is told as a wrong address', async (status, body) => {
  const { bad } = await askAt('/oauth2/v1/token', (response) => response.writeHead(status).end(body))
  expect(bad?.means).toBe(
    'The address does not end in /.well-known/openid-configuration, as that of a discovery document does.',
  )
})

test.each([
  ['[]', 'The answer is JSON, but no object.'],
  ['"down"', 'The answer is JSON, but no object.'],
  ['down', 'The answer cannot be read as JSON.'],
  ['', 'The server answers, and with nothing.'],
  [
    '<html><body>down</body></html>',
    'A person would see a page at this address; Jamf Connect needs the document behind it.',
  ],
])(
  '%s at an address of the right form is told as what it is, and no other address is asked for',
  async (body, means) => {
    const { bad } = await askAt(`/realms/mac${wellKnown}`, (response) => response.end(body))
    expect(bad).toMatchObject({ means, change: expect.stringMatching(/^Check the server/) })
    expect(repairOf(bad)).toBeUndefined()
  },
)

test.each([
  [204, /answers with nothing/],
  [401, /asks for a sign-in/],
  [403, /shows nobody/],
  [404, /no document/],
  [429, /asked too often/],
  [496, /client certificate/],
  [503, /has a problem/],
  [418, /does not answer with a document/],
])('an empty answer with status %i has a title of its own', async (status, title) => {
  const { bad } = await askAt(`/id${wellKnown}`, (response) => response.writeHead(status).end())
  expect(bad).toMatchObject({ check: 'discovery.reachable', title: expect.stringMatching(title) })
  expect(repairOf(bad)).toBeUndefined()
  // A server that is down or busy is no fault of the key.
  expect(bad?.remedy === undefined).toBe(status === 429 || status >= 500)
})

test.each([
  ['/id', 401, wellKnown],
  ['/id/', 403, wellKnown],
  ['/id', 404, wellKnown],
  ['/id', 200, wellKnown],
  [`/id/${wellKnown}`, 404, wellKnown],
  ['/id/.well-known/openid_configuration', 404, wellKnown],
  ['/id/.well-known/oauth-authorization-server', 404, wellKnown],
  ['/id/well-known/openid-configuration/', 404, wellKnown],
])('%s that answers %i gets the address that was meant', async (path, status, end) => {
  const { bad } = await askAt(path, (response) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Hello</html>'),
  )
  expect(repairOf(bad)).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/id${end.replaceAll('.', '\\.')}$`))
})

test.each(['/oauth2/v1/authorize', '/id/token', `/id${wellKnown}`])(
  'nothing is put behind %s',
  async (path) => {
    const { bad } = await askAt(path, (response) => response.writeHead(404).end())
    expect(repairOf(bad)).toBeUndefined()
  },
)

const document = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/a`,
  token_endpoint: `${url}/t`,
  jwks_uri: `${url}/k`,
})

test('a document with a member twice, and one that is not sent as JSON, are remarked', async () => {
  const twice = await askAt(wellKnown, (response, url) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(document(url)).replace('{', `{"issuer":"${url}/old",`)),
  )
  const text = await askAt(wellKnown, (response, url) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(document(url))),
  )
  for (const [{ found }, received] of [
    [twice, 'issuer more than once'],
    [text, 'text/plain'],
  ] as const) {
    expect(found).toContainEqual(
      expect.objectContaining({ check: 'discovery.document-form', outcome: 'warning', received }),
    )
  }
})

test('members are counted at the top only, and however they are written', () => {
  expect(repeatedMembers('{"a":1,"b":{"a":2,"a":3},"c":["a","a"],"\\u0061":4,"d":":","d:":1}')).toEqual(['a'])
  expect(repeatedMembers('{"a":"}","a":"{"')).toEqual(['a'])
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(repeatedMembers(JSON.stringify(value))).toEqual([])
    }),
  )
})

test('a password in the address and secrets in its query are told nowhere', async () => {
  const secret = 'Tr0ub4dor-3'
  for (const [user, query] of [
    [`ada:${secret}@`, ''],
    [`ada:p@${secret}@`, ''],
    ['', `?client_secret=${secret}&p=B2C_1_x`],
    ['', `?access_token=${secret}`],
  ]) {
    const server = await serve((_, response) => void response.writeHead(404).end())
    onTestFinished(server.close)
    for (const path of ['/id', `/id${wellKnown}`]) {
      const OIDCDiscoveryURL = `${server.url.replace('//', `//${user}`)}${path}${query}`
      const settings = settingsOf({ login: { OIDCProvider: 'Custom', OIDCDiscoveryURL } })
      const events = await collect(testDiscovery({ settings }, localTools()))
      expect(JSON.stringify(events)).not.toContain(secret)
    }
  }
})

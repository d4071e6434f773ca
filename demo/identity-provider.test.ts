import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientIds, clientSecret, redirectUri } from './clients'
import { type RunningServer, startIdentityProvider } from './identity-provider'
import { demoUsers } from './users'

let provider: RunningServer
beforeAll(async () => {
  provider = await startIdentityProvider()
})
afterAll(() => provider.close())

async function askForTokens(fields: Record<string, string>) {
  const body = new URLSearchParams({ grant_type: 'password', client_id: clientIds.public, ...fields })
  const answer = await fetch(`${provider.url}/token`, { method: 'POST', body })
  return (await answer.json()) as Record<string, string>
}

function claimsOf(token = ''): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

it('gives the two plain users tokens with groups and answers the others as Entra ID would', async () => {
  const answers = []
  for (const { name, password } of demoUsers) {
    answers.push(await askForTokens({ username: name, password, scope: 'openid profile email groups' }))
  }
  expect(claimsOf(answers[0]?.id_token)).toMatchObject({
    groups: ['Mac Admins', 'Staff'],
    name: 'Ada Lovelace',
  })
  expect(claimsOf(answers[1]?.id_token)).toMatchObject({ groups: ['Staff'], roles: ['Standard'] })
  expect(answers.slice(2).map(({ error_description }) => error_description?.slice(0, 11))).toEqual([
    'AADSTS50076',
    'AADSTS50053',
    'AADSTS50055',
  ])
})

it('refuses wrong passwords, unknown clients, missing secrets and clients without the grant', async () => {
  const ada = { username: 'ada', password: 'analytical-engine' }
  expect(await askForTokens({ ...ada, password: 'no' })).toMatchObject({ error: 'invalid_grant' })
  expect(await askForTokens({ ...ada, client_id: 'nobody' })).toMatchObject({ error: 'invalid_client' })
  const confidential = { ...ada, client_id: clientIds.confidential }
  expect(await askForTokens(confidential)).toMatchObject({ error: 'invalid_client' })
  expect(await askForTokens({ ...confidential, client_secret: clientSecret })).toHaveProperty('access_token')
  expect(await askForTokens({ ...ada, client_id: clientIds.withoutPasswords })).toMatchObject({
    error: 'unauthorized_client',
  })
})

it('signs a browser in by the hybrid flow, after a wrong password too', async () => {
  const query = new URLSearchParams({
    client_id: clientIds.public,
    redirect_uri: redirectUri,
    response_type: 'code id_token',
    scope: 'openid profile groups',
    nonce: 'n',
    state: 's',
  })
  const jar = new Map<string, string>()
  const visit = async (url: string, init: RequestInit = {}) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(new URL(url, provider.url), {
      ...init,
      redirect: 'manual',
      headers: { cookie },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=', 2) ?? []
      jar.set(name, value)
    }
    return answer
  }
  const page = (await visit(`/auth?${query}`)).headers.get('location') ?? ''
  expect(await (await visit(page)).text()).toContain('autocomplete="current-password"')
  const post = (password: string) =>
    visit(page, { method: 'POST', body: new URLSearchParams({ username: '"><b>', password }) })
  const refused = await post('wrong')
  expect([refused.status, (await refused.text()).includes('"><b>')]).toEqual([401, false])
  const body = new URLSearchParams({ username: 'ada@acme.example', password: 'analytical-engine' })
  const resumed = await visit(page, { method: 'POST', body })
  const target = (await visit(resumed.headers.get('location') ?? '')).headers.get('location') ?? ''
  expect(target).toMatch(/^https:\/\/127\.0\.0\.1\/jamfconnect#code=/)
  const fragment = new URLSearchParams(new URL(target).hash.slice(1))
  expect(claimsOf(fragment.get('id_token') ?? '')).toMatchObject({
    nonce: 'n',
    groups: ['Mac Admins', 'Staff'],
  })
})

it('turns a sign-in away that was never begun', async () => {
  const answer = await fetch(`${provider.url}/sign-in/nothing`)
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('Start it again')])
})

it.each([
  ['http://127.0.0.1:3000/callback', 303],
  ['https://127.0.0.1/jamfconnect', 303],
  ['http://127.0.0.1:3000/elsewhere', 400],
])('sends a browser back to %s with status %i', async (uri, status) => {
  const query = new URLSearchParams({
    client_id: clientIds.public,
    redirect_uri: uri,
    response_type: 'code',
    scope: 'openid',
  })
  const answer = await fetch(`${provider.url}/auth?${query}`, { redirect: 'manual' })
  expect(answer.status).toBe(status)
  if (status === 400) {
    expect(await answer.text()).toContain('redirect_uri')
  }
})

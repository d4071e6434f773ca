import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { begin, finish, localSettings, redirectUri, verdictOf } from './fixtures/run'
import { signIn } from './fixtures/user-agent'

const server = new OAuth2Server()
let issuer = ''
beforeAll(async () => {
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  issuer = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = issuer
  server.service.on('beforeUserinfo', (answer) => {
    answer.body = { sub: 'johndoe', groups: ['lab-admins'], preferred_username: 'john.doe' }
  })
})
afterAll(() => server.stop())

async function run(more: Record<string, string | boolean | string[]>): Promise<TestEvent[]> {
  const settings = localSettings(issuer, { OIDCNewPassword: true, OIDCAdmin: ['lab-admins'], ...more })
  const begun = await begin(settings)
  return finish(settings, begun.ticket, await signIn(begun.url, redirectUri, {}))
}

const toldOf = (events: readonly TestEvent[], topic: string) =>
  events
    .flatMap((event) => (event.type === 'mac' ? event.statements : []))
    .find((statement) => statement.topic === topic)?.value
const groupsOf = (events: readonly TestEvent[]) =>
  events.flatMap((event) =>
    event.type === 'finding' && event.finding.check === 'oidc.groups' ? [event.finding] : [],
  )[0]

test('groups that only the UserInfo endpoint has lead to UseUserInfo, and with it to the rights', async () => {
  const without = await run({})
  expect(toldOf(without, 'Rights')).toBe('Standard')
  expect(toldOf(without, 'Account name')).toBe('johndoe')
  expect(groupsOf(without)).toMatchObject({
    outcome: 'warning',
    received: 'groups, from the UserInfo endpoint only',
    remedy: { repair: { title: 'Turn on UseUserInfo' } },
  })
  const used = await run({ UseUserInfo: true })
  expect(toldOf(used, 'Rights')).toBe('Administrator')
  expect(toldOf(used, 'Account name')).toBe('john.doe')
  expect(groupsOf(used)).toMatchObject({ outcome: 'passed', received: 'groups: lab-admins' })
  expect(verdictOf(used)).toBe('passed')
})

import type { JWK } from 'jose'
import { expect, onTestFinished, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { type DefectiveProvider, type Defects, defectiveProvider } from './fixtures/defective-provider'
import { begin, checksThat, finish, localSettings, redirectUri } from './fixtures/run'
import { signIn } from './fixtures/user-agent'

async function provide(defects: Defects): Promise<DefectiveProvider> {
  const provider = await defectiveProvider(defects)
  onTestFinished(provider.close)
  return provider
}

const fetches = ({ asked }: DefectiveProvider) => asked.filter((line) => line === 'GET /jwks').length

/** Runs a sign-in; gives what failed, and how often the keys were fetched in its second half. */
async function signedIn(provider: DefectiveProvider, asked = {}, between = () => {}) {
  const settings = localSettings(provider.issuer)
  const { ticket, url } = await begin(settings, asked)
  const answer = await signIn(url, redirectUri)
  between()
  const before = fetches(provider)
  const events: TestEvent[] = await finish(settings, ticket, answer)
  return { failed: checksThat(events, 'failed'), fetched: fetches(provider) - before }
}

test('keys that are new since the last test are fetched with the others', async () => {
  let rotated = false
  const defects = {
    keys: (keys: JWK[], _: number, second: JWK) => (rotated ? [second] : keys),
    get signature() {
      // Until then the published key signs, which is what no entry means.
      return (rotated ? 'second-key' : undefined) as 'second-key'
    },
  }
  const provider = await provide(defects)
  expect(await signedIn(provider)).toEqual({ failed: [], fetched: 1 })
  rotated = true
  expect(await signedIn(provider)).toEqual({ failed: [], fetched: 1 })
})

test('keys that are new since the sign-in page are fetched with the tokens', async () => {
  let rotated = false
  const defects: Defects = {
    signature: 'second-key',
    keys: (keys, _, second) => (rotated ? [second] : keys),
  }
  const result = await signedIn(await provide(defects), {}, () => {
    rotated = true
  })
  expect(result).toEqual({ failed: [], fetched: 1 })
})

test('a key that is new since the tokens were asked for costs one more fetch', async () => {
  let inFinish = 0
  const defects: Defects = {
    signature: 'second-key',
    keys: (keys, asked, second) => (inFinish > 0 && asked > inFinish ? [...keys, second] : keys),
  }
  const provider = await provide(defects)
  const result = await signedIn(provider, {}, () => {
    inFinish = fetches(provider) + 1
  })
  expect(result).toEqual({ failed: [], fetched: 2 })
})

test('tokens that name keys which nobody publishes cost one more fetch a test, however many they are', async () => {
  let named = 0
  const provider = await provide({
    signature: 'unpublished',
    header: (right) => ({ ...right, kid: `unheard-of-${++named}` }),
  })
  for (let round = 0; round < 3; round++) {
    const { failed, fetched } = await signedIn(provider, { responseType: 'code id_token' })
    expect(failed).toContain('front-id-token.signature')
    expect(fetched).toBeLessThanOrEqual(2)
  }
  expect(named).toBeGreaterThan(3)
})

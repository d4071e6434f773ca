import { expect, it } from 'vitest'
import { openProfile } from '@/lib/profile/open-profile'
import { settingsByDomain } from '@/lib/profile/payloads/shapes'
import { passwordPlan } from '@/lib/testers/ropg/plan'
import { clientIds, clientsWith, redirectUri, redirectUriAt } from './clients'
import { demoConfigurations } from './configurations'

const all = demoConfigurations('http://127.0.0.1:4010', 'http://127.0.0.1:4100')

it('every configuration opens, has a name of its own, and points at the stand-ins only', async () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  for (const { content } of all) {
    const text = new TextDecoder().decode(content.content)
    expect(
      text
        .match(/https?:\/\/[^<]+/g)
        ?.filter(
          (url) => !/^http:\/\/127\.0\.0\.1:4|^https:\/\/127\.0\.0\.1\/jamfconnect$|apple\.com/.test(url),
        ),
    ).toEqual([])
    await openProfile(content.content)
  }
})

it('the first one is complete for both apps, and has no error', async () => {
  const { root, places } = await openProfile(all[0]?.content.content ?? new Uint8Array())
  const settings = settingsByDomain(root, places)
  for (const app of ['login', 'connect'] as const) {
    const { clientId, address, successCodes } = passwordPlan(settings, app)
    expect([clientId.value, address?.source, successCodes]).toEqual([
      'latchkey-demo',
      'configured',
      ['AADSTS50076'],
    ])
  }
  expect(all[0]?.content.summary).toMatchObject({
    provider: 'Custom (any OpenID Connect provider)',
    errors: 0,
  })
})

it('sign-ins end where the demo listens, and the provider knows that address', () => {
  const other = redirectUriAt(8443)
  expect([redirectUriAt(443), other]).toEqual([redirectUri, 'https://127.0.0.1:8443/jamfconnect'])
  const texts = demoConfigurations('http://127.0.0.1:4010', 'http://127.0.0.1:4100', other).map(
    ({ content }) => new TextDecoder().decode(content.content),
  )
  expect(texts.filter((text) => text.includes(`<string>${other}</string>`))).toHaveLength(all.length - 1)
  expect(texts.join()).not.toContain(`${redirectUri}<`)
  const known = clientsWith([other]).filter(({ redirect_uris }) => redirect_uris.includes(other))
  expect(known.map(({ client_id }) => client_id)).toContain(clientIds.public)
  expect(known.map(({ client_id }) => client_id)).not.toContain(clientIds.elsewhere)
})

import { expect, it } from 'vitest'
import { totp } from '@/demo/okta/totp'
import { standInSeed } from '@/demo/okta/users'
import { drive, exchangesOf, findingOf, give, withStandIn } from './fixtures/drive'

const { standIn } = withStandIn()
const run = (user: string) => ({ standIn: standIn(), user })
const paths = (since: number) =>
  standIn()
    .calls.slice(since)
    .map(({ method, path }) => `${method} ${path.replace(/\/qr\/.*/, '/qr/…')}`)

it('nothing is enrolled before it is confirmed, and going back leaves the account as it was', async () => {
  const since = standIn().calls.length
  const seen = await drive(run('enroll'), [
    { action: 'factor', factor: 'push:OKTA:0' },
    { action: 'previous' },
    { action: 'cancel' },
  ])
  expect(seen.prompts[0]?.factors).toHaveLength(6)
  expect(seen.prompts[1]?.actions[0]).toMatchObject({ id: 'enroll', danger: true })
  expect(seen.prompts[2]?.title).toBe('Okta wants a factor to be enrolled')
  expect(findingOf(seen, 'okta.factor-list')).toMatchObject({ outcome: 'warning' })
  expect(paths(since)).toEqual(['POST /api/v1/authn', 'POST /api/v1/authn/cancel'])
})

it('a push is enrolled with its QR code, which is fetched once and shown until the phone has it', async () => {
  const since = standIn().calls.length
  const seen = await drive(run('enroll'), [
    { action: 'factor', factor: 'push:OKTA:0' },
    { action: 'enroll' },
    { action: 'poll' },
  ])
  const picture = seen.prompts[2]?.qr ?? ''
  expect(picture).toMatch(/^data:image\/png;base64,iVBOR/)
  expect(seen.prompts[3]).toMatchObject({ qr: picture, pollMs: 4000 })
  await give({ action: 'poll' }, seen)
  expect(seen.summary?.verdict).toBe('passed')
  expect(paths(since).filter((path) => path.startsWith('GET'))).toEqual([
    'GET /api/v1/users/00uDemo1/factors/opf9/qr/…',
  ])
  expect(exchangesOf(seen)).toContain('QR code')
})

it('one-time passwords are enrolled with a QR code and a code', async () => {
  const seen = await drive(run('enroll'), [
    { action: 'factor', factor: 'token:software:totp:OKTA:1' },
    { action: 'enroll' },
    { action: 'submit', value: '000000' },
    { action: 'submit', value: totp(standInSeed, Date.now()) },
  ])
  expect(seen.prompts[2]).toMatchObject({ qr: expect.stringMatching(/^data:/), input: { kind: 'code' } })
  expect(seen.prompts[3]).toMatchObject({ qr: seen.prompts[2]?.qr })
  expect(seen.prompts[3]?.text).toContain('wrong')
  expect(seen.summary?.verdict).toBe('passed')
})

it.each(['sms:OKTA:2', 'call:OKTA:3'])('%s asks for the phone number first', async (factor) => {
  const seen = await drive(run('enroll'), [
    { action: 'factor', factor },
    { action: 'enroll' },
    { action: 'submit', value: '0151' },
    { action: 'submit', value: '+49 151 1234567' },
    { action: 'submit', value: '424242' },
  ])
  expect(seen.prompts[2]?.input?.label).toContain('Phone number')
  expect(seen.prompts[3]?.text).toContain('Okta does not take this phone number.')
  expect(seen.prompts[3]?.input?.label).toContain('Phone number')
  expect(seen.prompts[4]?.input).toEqual({ kind: 'code', label: 'Code' })
  expect(seen.summary?.verdict).toBe('passed')
})

it('a question is not enrolled from here', async () => {
  const seen = await drive(run('enroll'), [
    { action: 'factor', factor: 'question:OKTA:5' },
    { action: 'cancel' },
  ])
  expect(seen.prompts[0]?.factors?.[5]).toMatchObject({
    answerable: false,
    detail: 'Enroll it on Okta’s own pages.',
  })
  expect(seen.prompts[1]?.title).toBe('Okta wants a factor to be enrolled')
})

it('an enrollment that is optional can be skipped', async () => {
  const seen = await drive(run('mayenroll'), [{ action: 'skip' }])
  expect(seen.prompts[0]?.actions.map(({ id }) => id)).toContain('skip')
  expect(seen.summary?.verdict).toBe('passed')
})

it('an enrollment that was begun elsewhere shows no QR code before it is confirmed', async () => {
  const users = standIn().users
  const factor = users['enroll@example.com']?.factors?.[0]
  users['halfway@example.com'] = {
    password: 'correct horse',
    status: 'MFA_ENROLL_ACTIVATE',
    factors: factor === undefined ? [] : [factor],
  }
  const since = standIn().calls.length
  const seen = await drive(run('halfway'), [{ action: 'poll' }, { action: 'enroll' }, { action: 'cancel' }])
  expect(seen.prompts[0]?.actions[0]).toMatchObject({ id: 'enroll', danger: true })
  expect(seen.prompts[0]?.qr).toBeUndefined()
  expect(paths(since)).toEqual([
    'POST /api/v1/authn',
    'GET /api/v1/users/00uDemo1/factors/opf9/qr/…',
    'POST /api/v1/authn/cancel',
  ])
  expect(seen.prompts[1]?.qr).toBeUndefined()
  expect(seen.prompts[2]?.qr).toMatch(/^data:/)
})

it('a QR code nobody scanned in time can be asked for again', async () => {
  const users = standIn().users
  users['slow@example.com'] = {
    password: 'correct horse',
    status: 'MFA_ENROLL',
    factors: [{ id: 'opf8', factorType: 'push', provider: 'OKTA', push: { polls: 1, result: 'TIMEOUT' } }],
  }
  const seen = await drive(run('slow'), [
    { action: 'factor', factor: 'push:OKTA:0' },
    { action: 'enroll' },
    { action: 'poll' },
  ])
  expect(seen.prompts[3]?.text).toContain('Nobody scanned the QR code in time')
  expect(seen.prompts[3]?.actions[0]).toMatchObject({ id: 'resend', label: 'Get a new QR code' })
  await give({ action: 'resend' }, seen)
  await give({ action: 'cancel' }, seen)
  expect(seen.prompts[4]?.qr).toMatch(/^data:/)
  expect(seen.prompts[4]?.qr).not.toBe(seen.prompts[2]?.qr)
})

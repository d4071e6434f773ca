import { expect, it } from 'vitest'
import { drive, findingOf, withStandIn } from './fixtures/drive'

const { standIn } = withStandIn()
const run = (user: string) => ({ standIn: standIn(), user })
const skip = { action: 'skip' }
const labels = (prompt: { actions: readonly { label: string }[] } | undefined) =>
  prompt?.actions.map(({ label }) => label)

it('an enrollment that was skipped is no second factor', async () => {
  const seen = await drive(run('mayenroll'), [skip])
  expect(seen.summary?.text).toContain('The enrollment of a factor was skipped')
  expect(seen.summary?.text).not.toContain('second factor')
  expect(findingOf(seen, 'okta.second-factor')).toMatchObject({ outcome: 'skipped' })
})

it('a factor that was given, one that was enrolled and none are told apart', async () => {
  const given = await drive(run('sms'), [
    { action: 'factor', factor: 'sms1' },
    { action: 'submit', value: '424242' },
  ])
  expect(given.summary?.text).toContain('accepted the password and the second factor')
  const enrolled = await drive(run('enroll'), [
    { action: 'factor', factor: 'email:OKTA:4' },
    { action: 'enroll' },
    { action: 'submit', value: '424242' },
  ])
  expect(enrolled.summary?.text).toContain('the password and the factor that was enrolled')
  const none = await drive(run('warn'), [skip])
  expect(none.summary?.text).toContain('asks for nothing more')
  expect(findingOf(none, 'okta.second-factor')).toMatchObject({ outcome: 'skipped' })
})

it.each(['circle', 'enrollcircle'])(
  '%s: a state that comes back after each skip ends the test',
  async (user) => {
    const seen = await drive(run(user), [skip, skip, skip])
    expect(seen.prompts).toHaveLength(3)
    expect(seen.summary).toMatchObject({
      verdict: 'failed',
      title: 'The password is right, but Okta asks the same again and again',
    })
    expect(findingOf(seen, 'okta.complete')).toMatchObject({ outcome: 'failed' })
  },
)

it('a warning about the password is no end: nothing says that Okta asks for nothing more', async () => {
  const because = (seen: Awaited<ReturnType<typeof drive>>) =>
    seen.events.flatMap((event) =>
      event.type === 'mac'
        ? event.statements.filter(({ topic }) => topic === 'Password').map((each) => each.because)
        : [],
    )
  const told = because(await drive(run('circle'), [skip, skip, skip]))
  expect(told).toHaveLength(4)
  expect(told.join(' ')).not.toContain('nothing more')
  expect(told[0]).toContain('What it asks for behind that is not known yet')
  expect(told.at(-1)).toContain('again after the warning was skipped')
  expect(because(await drive(run('warn'), [skip])).at(-1)).toContain('It asks for nothing more.')
})

it('a warning that cannot be skipped ends the test', async () => {
  const { summary } = await drive(run('noskip'))
  expect(summary).toMatchObject({ verdict: 'warning', title: 'The password is right, but it expires soon' })
})

it('a factor that is active is enrolled already', async () => {
  const seen = await drive(run('another'), [{ action: 'factor', factor: 'token:software:totp:OKTA:0' }, skip])
  const [prompt, after] = seen.prompts
  expect(prompt?.factors?.[0]).toMatchObject({ answerable: false, detail: 'Enrolled already.' })
  expect(prompt?.text).toContain('the user has One-time password (Okta Verify) already')
  expect(prompt?.actions[0]?.label).toBe('Go on without another factor')
  expect(after?.title).toBe('Okta offers to enroll a factor')
})

it('factors of other identity providers and passwords are known, and say why they are not tried', async () => {
  const federated = await drive(run('federated'), [{ action: 'cancel' }])
  expect(federated.prompts[0]?.factors?.map(({ label }) => label)).toEqual([
    'Another identity provider (SAML)',
    'Another identity provider',
  ])
  expect(federated.prompts[0]?.factors?.[0]?.detail).not.toContain('Choose another factor')
  expect(findingOf(federated, 'okta.factor-list')).toMatchObject({ outcome: 'warning' })
  const passwordless = await drive(run('passwordless'), [{ action: 'cancel' }])
  expect(passwordless.prompts[0]?.factors?.[0]).toMatchObject({ label: 'Password', answerable: false })
  expect(passwordless.prompts[0]?.factors?.[0]?.detail).toContain('Choose another factor.')
})

it('another factor is offered only where there is one', async () => {
  const one = await drive(run('timeout'), [
    { action: 'factor', factor: 'opf4' },
    'poll until',
    { action: 'cancel' },
  ])
  const alone = one.prompts.at(-1)
  expect(labels(alone)).toEqual(['Send again', 'Back', 'Stop the test'])
  expect(alone?.text).not.toContain('another factor')
  const two = await drive(run('reject'), [
    { action: 'factor', factor: 'opf3' },
    'poll until',
    { action: 'cancel' },
  ])
  expect(labels(two.prompts.at(-1))).toContain('Choose another factor')
  expect(two.prompts.at(-1)?.text).toContain('or choose another factor')
})

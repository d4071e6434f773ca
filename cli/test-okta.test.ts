import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { standInPassword } from '@/demo/okta/users'
import { latchkey } from './fixtures/run-cli'
import { withStandIns } from './fixtures/stand-ins'

const { standIns, demoFolder } = withStandIns()
const okta = 'Okta · Authentication API'

test.each([
  ['plain', standInPassword, 0],
  ['warn', standInPassword, 0],
  ['plain', 'Zx9CanaryQ7', 1],
  ['locked', standInPassword, 1],
])('okta: %s with %s has status %i', async (user, password, expected) => {
  const args = ['test', 'okta', 'a.mobileconfig', '--user', `${user}@example.com`, '--json']
  const { status, stdout, stderr } = await latchkey(args, { ...demoFolder(okta), stdin: `${password}\n` })
  expect(status).toBe(expected)
  expect(stdout + stderr).not.toContain(password)
  expect(standIns().okta.open()).toBe(0)
})

test.each([
  ['push', 'asks for a second factor'],
  ['enroll', 'wants a factor to be enrolled'],
])('okta in a script: %s ends with a sentence, and the sign-in is cancelled', async (user, sentence) => {
  const args = ['test', 'okta', 'a.mobileconfig', '--user', `${user}@example.com`]
  const { status, stderr } = await latchkey(args, { ...demoFolder(okta), stdin: standInPassword })
  expect(status).toBe(2)
  expect(stderr).toContain(sentence)
  expect(standIns().okta.open()).toBe(0)
})

/** Somebody who types an answer for each question that is seen, "\u0003" for Ctrl-C. */
function typing(answers: readonly (readonly [question: RegExp, answer: string])[]) {
  const terminal = new PassThrough()
  const left = [...answers]
  const onOutput = (text: string) => {
    const [next] = left
    if (next?.[0].test(text)) {
      left.shift()
      setTimeout(() => terminal.write(next[1] === '\u0003' ? next[1] : `${next[1]}\r`), 20)
    }
  }
  return { terminal, onOutput, left }
}

test('okta on a terminal: the password and the code are asked for and not shown', async () => {
  const person = typing([
    [/^User name:/, 'sms@example.com'],
    [/^Password of sms@example\.com/, standInPassword],
    [/^Number:/, '1'],
    [/not shown; Return alone/, '424242'],
  ])
  const { status, stdout, stderr } = await latchkey(['test', 'okta', 'a.mobileconfig'], {
    ...demoFolder(okta),
    ...person,
  })
  expect([status, person.left]).toEqual([0, []])
  expect(stdout + stderr).not.toContain(standInPassword)
  expect(stdout + stderr).not.toContain('424242')
  expect(standIns().okta.open()).toBe(0)
})

test.each([
  ['a password', [[/^Password/, '\u0003']]],
  [
    'a factor',
    [
      [/^Password/, standInPassword],
      [/^Number:/, '\u0003'],
    ],
  ],
] as const)('Ctrl-C at the question for %s leaves nothing open at Okta', async (_, answers) => {
  const person = typing(answers)
  const args = ['test', 'okta', 'a.mobileconfig', '--user', 'totp@example.com']
  const { status } = await latchkey(args, { ...demoFolder(okta), ...person })
  expect([status, person.left, standIns().okta.open()]).toEqual([2, [], 0])
})

test('a push is waited for', async () => {
  const person = typing([
    [/^Password/, standInPassword],
    [/^Number:/, '1'],
  ])
  const args = ['test', 'okta', 'a.mobileconfig', '--user', 'number@example.com']
  const { status, stderr } = await latchkey(args, { ...demoFolder(okta), ...person })
  expect(status).toBe(0)
  expect(stderr).toContain('92')
})

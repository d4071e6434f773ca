import { expect, test } from 'vitest'
import { passwordTable } from '@/lib/testers/ropg/password-table'
import { latchkey } from './fixtures/run-cli'

test('passwords are explained row by row, as text and as JSON', async () => {
  const { status, stdout } = await latchkey(['explain', 'passwords', '--json'])
  expect(status).toBe(0)
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toEqual(passwordTable())
  const text = await latchkey(['explain', 'passwords', 'aadsts50158'])
  expect(text.stdout).toMatch(
    /^Microsoft Entra ID: AADSTS50158: yes\n {4}The password is right, but .*\n {4}Offers:/,
  )
})

test('nothing found is told by the status, an unknown topic by a sentence', async () => {
  expect((await latchkey(['explain', 'passwords', 'no such words'])).status).toBe(1)
  const { status, stderr } = await latchkey(['explain', 'pasword'])
  expect(status).toBe(2)
  expect(stderr).toContain('passwords')
})

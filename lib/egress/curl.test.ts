import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { toCurl } from './curl'

/** The arguments a shell hands to curl. */
function argumentsOf(command: string): string[] {
  const script = `curl() { for argument; do printf '%s\\0' "$argument"; done; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

it('a form becomes one argument a field', () => {
  const command = toCurl(
    'POST',
    'https://idp.test/token?a=[1]',
    [{ name: 'Accept', value: 'application/json' }],
    {
      kind: 'form',
      fields: [
        { name: 'username', value: 'O\'Neil $(id) `id` !! "\\' },
        { name: '@file', value: '@/etc/passwd' },
        { name: 'password', value: '<password>' },
      ],
    },
  )
  expect(argumentsOf(command)).toEqual([
    '--globoff',
    '--request',
    'POST',
    'https://idp.test/token?a=[1]',
    '--header',
    'Accept: application/json',
    '--data-urlencode',
    'username=O\'Neil $(id) `id` !! "\\',
    '--data-urlencode',
    '%40file=@/etc/passwd',
    '--data-urlencode',
    'password=<password>',
  ])
})

it('text is sent as it is, also when it begins like the name of a file', () => {
  const body = { kind: 'text', text: "@'; rm -rf / #\n\u001b[31m", fields: [] } as const
  expect(argumentsOf(toCurl('PUT', 'https://idp.test/', [], body)).slice(4)).toEqual([
    '--data-raw',
    "@'; rm -rf / #\n[31m",
  ])
})

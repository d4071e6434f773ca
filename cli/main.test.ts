import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { latchkey } from './fixtures/run-cli'
import { commands } from './main'

test('help names every command, and each command and option has its help', async () => {
  const { status, stdout } = await latchkey(['help'])
  expect(status).toBe(0)
  for (const { name, summary, options } of commands) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'))
    const help = await latchkey(['help', name])
    expect(await latchkey([name, '--help'])).toEqual(help)
    expect(help.stdout).toMatch(new RegExp(`^Usage: latchkey ${name} `))
    for (const option of Object.keys(options)) {
      expect(help.stdout).toContain(`--${option}`)
    }
  }
})

test('help fits a terminal of 120 columns', async () => {
  for (const { name } of commands) {
    const { stdout } = await latchkey(['help', name])
    expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([])
  }
})

test('the version is that of package.json', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect((await latchkey(['--version'])).stdout).toBe(`${version}\n`)
})

test.each([
  [['chek'], 'latchkey: There is no command chek. Do you mean check? See "latchkey help".\n'],
  [['--vers'], 'latchkey: There is no option --vers. Do you mean --version? See "latchkey help".\n'],
  [['help', 'st'], 'latchkey: There is no command st. Do you mean set? See "latchkey help".\n'],
  [
    ['check', '--jsn', '.'],
    'latchkey: "latchkey check" has no option --jsn. Do you mean --json? See "latchkey help check".\n',
  ],
  [['check', '--json=1', '.'], 'latchkey: --json takes no value. See "latchkey help check".\n'],
  [['set', 'a', '-o'], 'latchkey: -o takes a value: -o OUT. See "latchkey help set".\n'],
  [['set', 'a', '-o', '--force'], 'latchkey: -o takes a value: -o OUT. See "latchkey help set".\n'],
  [['check'], 'latchkey: Name a file or a folder to check. See "latchkey help check".\n'],
  [['convert', 'nowhere', '--to', 'xml'], 'latchkey: nowhere does not exist.\n'],
])('%j is refused with status 2 and one sentence', async (args, stderr) => {
  expect(await latchkey(args)).toEqual(expect.objectContaining({ status: 2, stdout: '', stderr }))
})

test('no command at all shows the help on standard error', async () => {
  const { status, stdout, stderr } = await latchkey([])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('Usage: latchkey COMMAND')
})

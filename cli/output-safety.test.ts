import { chmodSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const modeOf = (...path: string[]) => statSync(join(...path)).mode & 0o777

/** A folder with one profile of a mode of its own. */
function folderOf(profile: string, mode: number) {
  const cwd = folderWith({ 'a.mobileconfig': profile })
  chmodSync(join(cwd, 'a.mobileconfig'), mode)
  return cwd
}

test.each([0o644, 0o640, 0o664])('a result keeps the mode %o of the file it is made from', async (mode) => {
  const cwd = folderOf(loginProfile(), mode)
  await latchkey(['set', 'a.mobileconfig', 'DenyLocal=true', '-o', 'b.mobileconfig'], { cwd })
  await latchkey(['convert', 'a.mobileconfig', '--to', 'json', '-o', 'c.json'], { cwd })
  expect([modeOf(cwd, 'b.mobileconfig'), modeOf(cwd, 'c.json')]).toEqual([mode, mode])
})

test('a result that holds a credential is for its owner only, wherever it is written', async () => {
  const cwd = folderOf(loginProfile({ OIDCClientSecret: 'not-for-everybody' }), 0o664)
  const runs = [
    ['convert', 'a.mobileconfig', '--to', 'json', '-o', 'b.json'],
    ['convert', 'a.mobileconfig', '--to', 'plist', '-o', 'c.plist'],
    ['set', 'a.mobileconfig', 'DenyLocal=true', '-o', 'a.mobileconfig', '--force'],
    ['new', '--provider', 'GoogleID', '--set', 'OIDCClientSecret=x1', '-o', 'd.mobileconfig'],
  ]
  for (const args of runs) {
    expect((await latchkey(args, { cwd })).status).toBe(0)
  }
  const files = ['a.mobileconfig', 'b.json', 'c.plist', 'd.mobileconfig']
  expect(files.map((file) => modeOf(cwd, file))).toEqual([0o600, 0o600, 0o600, 0o600])
})

const STEERING = ['\u0007', '\u001b[2J', '\u007f', '\u009b31m', '\u202e', '\u2066', '\u200f', '\u2028']
const raw = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

test('no value, key or file name steers the terminal, as text or as JSON', async () => {
  const evil = STEERING.join('').replace('\u0007', '').replace('\u001b', '')
  const name = `${STEERING.join('x')}.mobileconfig`
  const profile = loginProfile({ [`Key${evil}`]: true, OIDCProvider: `Okta${evil}` })
  const cwd = folderWith({ [name]: profile })
  for (const args of [
    ['check', '.'],
    ['check', '--json', '.'],
    ['convert', name, '--to', 'json'],
  ]) {
    const { stdout, stderr } = await latchkey(args, { cwd })
    expect(stdout.length).toBeGreaterThan(100)
    expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(raw)
  }
  const { stdout } = await latchkey(['check', '--json', '.'], { cwd })
  expect(JSON.parse(stdout.split('\n')[0] ?? '').path).toBe(name)
})

test.each(STEERING)('an argument with %j does not steer it either', async (evil) => {
  const cwd = folderWith({})
  const runs = [
    ['check', `no${evil}file`],
    [`no${evil}command`],
    ['keys', `no${evil}key`],
    ['check', `--no${evil}`],
  ]
  for (const args of runs) {
    const { stdout, stderr } = await latchkey(args, { cwd })
    expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(raw)
  }
})

test('a result that would steer the terminal is not written to one', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile({ LoginWindowMessage: 'a\u202eb' }) })
  const { status, stdout, stderr } = await latchkey(['convert', 'a.mobileconfig', '--to', 'xml'], {
    cwd,
    tty: true,
  })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('would steer the terminal')
  const piped = await latchkey(['convert', 'a.mobileconfig', '--to', 'xml'], { cwd })
  expect(piped.stdout).toContain('a\u202eb')
})

test.each(['\u200b\u2060', 'abc\u202egpj', '\u2800', ' '])(
  'the name %j is refused for a profile',
  async (name) => {
    const { status, stdout, stderr } = await latchkey(['new', '--provider', 'EntraID', '--name', name])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('cannot be read as a name')
  },
)

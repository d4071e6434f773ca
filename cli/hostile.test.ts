import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from './check/report'
import { loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const noise = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 2_654_435_761 + (index >> 3) * 97) & 0xff)

test('a hostile folder is checked to its end, each bad file with a code', async () => {
  const cwd = folderWith({
    'deep.plist': `<plist>${'<array>'.repeat(100_000)}`,
    'empty.plist': '',
    'entities.plist':
      '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><plist><string>&b;</string></plist>',
    'garbage.mobileconfig': noise(4096),
    'garbage.plist': Buffer.concat([Buffer.from('bplist00'), noise(4096)]),
    'good.mobileconfig': loginProfile(),
    'large.plist': `<plist version="1.0"><string>${'x'.repeat(6_000_000)}</string></plist>`,
    'signed.mobileconfig': Buffer.concat([Buffer.from('308006092a864886f70d010702a080', 'hex'), noise(4096)]),
    'zeros.plist': new Uint8Array(5000),
  })
  mkdirSync(join(cwd, 'x.plist'))
  symlinkSync('nowhere', join(cwd, 'dangling.plist'))
  const { status, stdout } = await latchkey(['check', '--json', '.'], { cwd })
  const reports: Report[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(Object.fromEntries(reports.map(({ path, error }) => [path, error?.code ?? 'fine']))).toEqual({
    'deep.plist': 'too-deep',
    'empty.plist': 'empty-file',
    'entities.plist': 'internal-subset',
    'garbage.mobileconfig': expect.stringMatching(/^(not-a-plist|not-cms|broken-cms|invalid-encoding)$/),
    'garbage.plist': expect.stringMatching(/^binary-/),
    'good.mobileconfig': 'fine',
    'large.plist': 'too-large',
    'signed.mobileconfig': 'broken-cms',
    'zeros.plist': 'not-a-plist',
  })
  expect(status).toBe(2)
})

test('a file above 16 MB is refused without being read', async () => {
  const cwd = folderWith({})
  execFileSync('truncate', ['-s', '3G', join(cwd, 'huge.plist')])
  const { status, stdout } = await latchkey(['check', 'huge.plist'], { cwd })
  expect(status).toBe(2)
  expect(stdout).toBe('huge.plist: The file is larger than 16 MB, which no profile is. (not-readable)\n')
})

test('a named pipe that nobody writes to does not hang the run', async () => {
  const cwd = folderWith({})
  execFileSync('mkfifo', [join(cwd, 'pipe.plist')])
  const { status, stdout } = await latchkey(['check', 'pipe.plist'], { cwd })
  expect(status).toBe(2)
  expect(stdout).toContain('is not a regular file')
})

test('a dangling link and a link to itself that are named are sentences', async () => {
  const cwd = folderWith({})
  symlinkSync('nowhere', join(cwd, 'dangling.plist'))
  symlinkSync('loop.plist', join(cwd, 'loop.plist'))
  const { status, stderr } = await latchkey(['check', 'dangling.plist', 'loop.plist'], { cwd })
  expect(status).toBe(2)
  expect(stderr).toBe(
    'latchkey: dangling.plist does not exist.\nlatchkey: loop.plist is a symbolic link that leads to itself.\n',
  )
})

test('a file that may not be read is told, and the next one is checked', async () => {
  const cwd = folderWith({ 'a.plist': '', 'b.mobileconfig': loginProfile() })
  chmodSync(cwd, 0o755)
  chmodSync(join(cwd, 'a.plist'), 0)
  const { status, stdout } = await asNobody(() => latchkey(['check', '.'], { cwd }))
  expect(status).toBe(2)
  expect(stdout).toContain('a.plist: The file cannot be opened: the permissions')
  expect(stdout).toContain('b.mobileconfig: profile')
})

test('a file with thousands of payloads, or with an issue at every key, is checked in seconds', async () => {
  const times = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => part(index)).join('')
  const payloads = times(
    6_000,
    (index) =>
      `<dict><key>PayloadType</key><string>com.jamf.connect.login</string><key>K${index % 100}</key><true/></dict>`,
  )
  const keys = times(15_000, (index) => `<key>Unheard${index}</key><true/>`)
  const cwd = folderWith({
    'a.mobileconfig': `<plist version="1.0"><dict><key>PayloadContent</key><array>${payloads}</array></dict></plist>`,
    'com.jamf.connect.login.plist': `<plist version="1.0"><dict>${keys}</dict></plist>`,
  })
  const { status, stdout } = await latchkey(['check', '.'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toContain('and 14,900 more like it. (unknown-key)')
  expect(stdout).toMatch(/5,90\d more like it\. \(payload-uuid-missing\)/)
})

test('a thousand files are checked in the order of their names', async () => {
  const cwd = folderWith({})
  const names = Array.from({ length: 1000 }, (_, index) => `${String(index).padStart(4, '0')}.mobileconfig`)
  for (const [index, name] of names.entries()) {
    writeFileSync(join(cwd, name), index % 10 === 0 ? 'broken' : loginProfile({ Note: `file ${index}` }))
  }
  const { status, stdout } = await latchkey(['check', '--json', '.'], { cwd })
  const reports: Report[] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(reports.map(({ path }) => path)).toEqual(names)
  expect(reports.filter((report) => report.status === 'unreadable')).toHaveLength(100)
  expect(status).toBe(2)
})

/** The administrator of the machine may read everything, so that permissions are tried as somebody else. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) {
    return work()
  }
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBinary } from '@/lib/plist/binary/writer'
import { readXml } from '@/lib/plist/xml/reader'
import { signedProfiles } from '@/lib/profile/fixtures/signed-profiles'
import type { Report } from './check/report'
import { bareSettings, loginProfile } from './fixtures/profiles'
import { folderWith, latchkey } from './fixtures/run-cli'

const reports = (stdout: string): Report[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a clean profile is told in one line and gives status 0', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  expect(await latchkey(['check', 'a.mobileconfig'], { cwd })).toMatchObject({
    status: 0,
    stdout: 'a.mobileconfig: profile, direct form, XML, com.jamf.connect.login (6), lossless; clean\n',
    stderr: '',
  })
})

test('an issue is told with line, column, rule and repair, and gives status 1', async () => {
  const text = loginProfile({ CreateAdminUser: 'true' })
  const line = text.split('\n').findIndex((each) => each.includes('<key>CreateAdminUser</key>')) + 1
  const cwd = folderWith({ 'a.mobileconfig': text })
  const { status, stdout } = await latchkey(['check', 'a.mobileconfig'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toContain(`a.mobileconfig:${line}:4: error: CreateAdminUser is the text "true"`)
  expect(stdout).toContain('(wrong-type)\n    Repair: Use <true/>\n')
})

test('a refused file is told with line, column, code and repair, and gives status 2', async () => {
  const cwd = folderWith({ 'a.plist': bareSettings().replace('</string>', '</string') })
  const { status, stdout } = await latchkey(['check', 'a.plist'], { cwd })
  expect(status).toBe(2)
  expect(stdout).toMatch(/^a\.plist:6:\d+: .+ \(unclosed-tag\)\n/)
  expect(stdout).toContain('    Repair: ')
})

test('a key that stands twice is told with its lines, and the last value is the one that is checked', async () => {
  const text = loginProfile({ CreateAdminUser: 'true' }).replace(
    /(\t*)<key>CreateAdminUser<\/key>\s*(<[^\n]*)/,
    '$&\n$1<key>CreateAdminUser</key>\n$1<false/>',
  )
  const cwd = folderWith({ 'a.mobileconfig': text })
  const { status, stdout } = await latchkey(['check', 'a.mobileconfig'], { cwd })
  expect(status).toBe(1)
  expect(stdout).toMatch(/advice: The key CreateAdminUser stands more than once .*\(duplicate-key\)/)
  expect(stdout).not.toContain('is the text')
})

test('a file in ISO-8859-1 is read in its encoding, which is told', async () => {
  const text = loginProfile({ LoginWindowMessage: 'Zugang für Gäste' }).replace('UTF-8', 'ISO-8859-1')
  const cwd = folderWith({ 'a.mobileconfig': '' })
  writeFileSync(join(cwd, 'a.mobileconfig'), Buffer.from(text, 'latin1'))
  const { stdout } = await latchkey(['check', '--errors-only', 'a.mobileconfig'], { cwd })
  expect(stdout).toContain('profile, direct form, XML in ISO-8859-1, com.jamf.connect.login')
  expect(stdout).toContain('lossless; clean')
})

test('a small binary file that is huge as XML is refused by name', async () => {
  const text = 'x'.repeat(40_000)
  const items = Array.from({ length: 5000 }, () => ({ type: 'string' as const, value: text }))
  const cwd = folderWith({
    'a.plist': writeBinary({ type: 'dict', entries: [{ key: 'Many', value: { type: 'array', items } }] }),
  })
  const { status, stdout } = await latchkey(['check', 'a.plist'], { cwd })
  expect(status).toBe(2)
  expect(stdout).toMatch(/^a\.plist: As XML, .* larger than 5 MB, .*\(too-large\)/)
})

test('the worst file decides the status, and every file is told', async () => {
  const cwd = folderWith({
    'bad.plist': 'no',
    'clean.mobileconfig': loginProfile(),
    'issue.mobileconfig': loginProfile({ CreateAdminUser: 'true' }),
  })
  const { status, stdout, stderr } = await latchkey(['check', '--json', '.'], { cwd })
  expect(status).toBe(2)
  expect(reports(stdout).map((report) => [report.path, report.status])).toEqual([
    ['bad.plist', 'unreadable'],
    ['clean.mobileconfig', 'clean'],
    ['issue.mobileconfig', 'issues'],
  ])
  expect(stderr).toBe('')
  expect((await latchkey(['check', '.'], { cwd })).stderr).toBe(
    '3 files: 1 clean, 1 with issues, 1 unreadable.\n',
  )
})

test('advice counts as an issue unless only errors are asked for', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile({ Unheard: true }) })
  const all = await latchkey(['check', 'a.mobileconfig', '--json'], { cwd })
  expect(all.status).toBe(1)
  expect(reports(all.stdout)[0]?.issues.map(({ severity }) => severity)).toEqual(['advice'])
  expect((await latchkey(['check', 'a.mobileconfig', '--errors-only'], { cwd })).status).toBe(0)
})

test('that people may be locked out is said although only errors are asked for', async () => {
  const locked = loginProfile({ DenyLocal: true })
  const cwd = folderWith({ 'a.mobileconfig': locked, 'b.mobileconfig': loginProfile({ Unheard: true }) })
  for (const options of [[], ['--quiet'], ['--json']]) {
    const { status, stdout, stderr } = await latchkey(
      ['check', '--errors-only', 'a.mobileconfig', ...options],
      {
        cwd,
      },
    )
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        'latchkey: 1 piece of advice about losing access to the Mac is not shown (a.mobileconfig). Leave out --errors-only to see it.\n',
    })
    expect(stdout).not.toContain('lock-out')
    expect(stdout.includes('"adviceAboutAccess":1')).toBe(options.includes('--json'))
  }
  const other = await latchkey(['check', '--errors-only', 'b.mobileconfig'], { cwd })
  expect(other.stderr).toBe('')
  const all = await latchkey(['check', 'a.mobileconfig'], { cwd })
  expect(all.stdout).toContain('(lock-out)')
  expect(all.stderr).toBe('')
  const several = folderWith({
    'a.mobileconfig': locked,
    'b.mobileconfig': locked.replaceAll('Example', 'Other'),
  })
  expect((await latchkey(['check', '--errors-only', '.'], { cwd: several })).stderr).toContain(
    '2 pieces of advice about losing access to the Mac are not shown (2 files). Leave out --errors-only to see them.',
  )
})

test('a line of JSON has the shape that the help names', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile({ CreateAdminUser: 'true' }) })
  const [report] = reports((await latchkey(['check', '--json', 'a.mobileconfig'], { cwd })).stdout)
  expect(report).toEqual({
    path: 'a.mobileconfig',
    status: 'issues',
    format: 'xml',
    signature: null,
    shape: 'direct',
    payloads: [{ type: 'com.jamf.connect.login', domain: 'com.jamf.connect.login', settings: 7 }],
    lossless: true,
    roundTrip: { unedited: 'same', xml: 'same', binary: 'same' },
    issues: [
      {
        severity: 'error',
        rule: 'wrong-type',
        domain: 'com.jamf.connect.login',
        keyPath: 'CreateAdminUser',
        line: expect.any(Number),
        column: 4,
        message: expect.stringContaining('CreateAdminUser is the text "true"'),
        repair: 'Use <true/>',
      },
    ],
  })
})

test('binary files, signed files and standard input are checked like XML files', async () => {
  const cwd = folderWith({
    'com.jamf.connect.login.plist': writeBinary(readXml(bareSettings())),
    signed: Buffer.from(signedProfiles.rsaDer, 'base64'),
  })
  const { stdout } = await latchkey(['check', '--json', '-', '.'], { cwd, stdin: loginProfile() })
  expect(
    reports(stdout).map(({ path, format, shape, lossless }) => ({ path, format, shape, lossless })),
  ).toEqual([
    { path: 'standard input', format: 'xml', shape: 'direct', lossless: true },
    { path: 'com.jamf.connect.login.plist', format: 'binary', shape: 'bare', lossless: true },
    { path: 'signed', format: 'xml', shape: 'direct', lossless: true },
  ])
  expect(reports(stdout)[2]?.signature?.signers[0]).toMatchObject({ verdict: 'verified' })
})

test('a property list that is no dictionary is refused and still told to be lossless', async () => {
  const cwd = folderWith({ 'a.plist': '<plist version="1.0"><array/></plist>' })
  const [report] = reports((await latchkey(['check', '--json', 'a.plist'], { cwd })).stdout)
  expect(report).toMatchObject({ lossless: true, error: { code: 'not-a-dictionary' } })
})

test('quiet leaves out clean files', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile(), 'b.plist': '' })
  const { stdout } = await latchkey(['check', '-q', '.'], { cwd })
  expect(stdout).toMatch(/^b\.plist: .*\(empty-file\)\n$|^b\.plist:1:1: .*\(empty-file\)\n$/)
})

test('a path that does not exist is a sentence on standard error, and the other files are checked', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  const { status, stdout, stderr } = await latchkey(['check', 'nowhere', 'a.mobileconfig'], { cwd })
  expect(status).toBe(2)
  expect(stdout).toContain('a.mobileconfig: ')
  expect(stderr).toBe('latchkey: nowhere does not exist.\n')
})

test('a folder without property lists is not taken for a clean one', async () => {
  const cwd = folderWith({ 'notes.txt': 'hello', 'page.html': '<!DOCTYPE html><html></html>' })
  const { status, stderr } = await latchkey(['check', '.'], { cwd })
  expect(status).toBe(2)
  expect(stderr).toMatch(/^latchkey: There is no profile or property list to check/)
})

test('files count in folders by their ending or by how they begin, in the order of their names', async () => {
  const cwd = folderWith({
    'b.XML': bareSettings(),
    binary: writeBinary(readXml(bareSettings())),
    'drawing.svg': '<?xml version="1.0"?><svg/>',
    utf16: Buffer.from(`\ufeff${bareSettings().replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    'z.txt': 'plist',
  })
  mkdirSync(join(cwd, 'a.plist'))
  writeFileSync(join(cwd, 'a.plist', 'inner.plist'), bareSettings())
  const { stdout } = await latchkey(['check', '--json', '.'], { cwd })
  expect(reports(stdout).map(({ path }) => path)).toEqual([
    join('a.plist', 'inner.plist'),
    'b.XML',
    'binary',
    'utf16',
  ])
})

test('symbolic links in folders are not followed, and named ones are', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  mkdirSync(join(cwd, 'sub'))
  symlinkSync('..', join(cwd, 'sub', 'loop'))
  symlinkSync('a.mobileconfig', join(cwd, 'b.mobileconfig'))
  const walked = await latchkey(['check', '.'], { cwd })
  expect(walked.stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(walked.stderr).toContain('2 symbolic links were not followed.')
  expect((await latchkey(['check', 'b.mobileconfig'], { cwd })).status).toBe(0)
})

test('the progress bar is drawn on a terminal only, and goes away', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 5 }, (_, index) => [`${index}.plist`, bareSettings()]),
  )
  const cwd = folderWith(files)
  expect((await latchkey(['check', '--quiet', '.'], { cwd })).stderr).not.toContain('\u001b')
  const { stderr } = await latchkey(['check', '--quiet', '.'], { cwd, tty: true })
  expect(stderr).toContain('of 5 files')
  expect(stderr.split('\r\u001b[2K').at(-1)).toMatch(/^5 files: .*\n$/)
})

test('colours are for terminals, and not with NO_COLOR', async () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
  const run = (options: object) => latchkey(['check', 'a.mobileconfig'], { cwd, ...options })
  expect((await run({ tty: true })).stdout).toContain('\u001b[32mclean\u001b[0m')
  expect((await run({ tty: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b')
  expect((await run({})).stdout).not.toContain('\u001b')
})

test('a file name cannot steer the terminal', async () => {
  const cwd = folderWith({ 'a\u001b[31m\n.plist': '' })
  const { stdout } = await latchkey(['check', '.'], { cwd })
  expect(stdout).toContain('a<1b>[31m<0a>.plist')
})

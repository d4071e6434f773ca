import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { bareSettings, loginProfile } from './fixtures/profiles'
import { folderWith } from './fixtures/run-cli'

const program = fileURLToPath(new URL('latchkey.mjs', import.meta.url))
const start = (script: string, cwd: string) =>
  spawnSync('sh', ['-c', script], { cwd, encoding: 'utf8', env: { ...process.env, LATCHKEY: program } })

test('the program runs from any folder, reads pipes and gives its status to the shell', () => {
  const cwd = folderWith({ 'a.mobileconfig': loginProfile(), 'bad.plist': 'no' })
  expect(start('"$LATCHKEY" check a.mobileconfig', cwd)).toMatchObject({ status: 0, stderr: '' })
  expect(start('"$LATCHKEY" check a.mobileconfig bad.plist', cwd).status).toBe(2)
  expect(start('"$LATCHKEY" convert - --to xml < a.mobileconfig', cwd).stdout).toBe(loginProfile())
})

test('a reader that goes away early ends the program without a complaint', () => {
  const files = Array.from({ length: 400 }, (_, index) => [
    `${index}.plist`,
    bareSettings().replace('<dict>', ''),
  ])
  const { stdout, stderr } = start(
    '"$LATCHKEY" check --json . | head -n 1',
    folderWith(Object.fromEntries(files)),
  )
  expect(stdout.trim().split('\n')).toHaveLength(1)
  expect(stderr).toBe('')
})

test.skipIf(!existsSync('/dev/full'))(
  'a full volume behind the output is a sentence and status 2 (skipped without /dev/full)',
  () => {
    const cwd = folderWith({ 'a.mobileconfig': loginProfile() })
    for (const script of [
      '"$LATCHKEY" check a.mobileconfig > /dev/full',
      '"$LATCHKEY" keys --json > /dev/full',
      '"$LATCHKEY" convert a.mobileconfig --to json > /dev/full',
      '"$LATCHKEY" convert a.mobileconfig --to json -o /dev/full',
    ]) {
      const { status, stderr } = start(script, cwd)
      expect({ script, status }).toEqual({ script, status: 2 })
      expect(stderr).toMatch(/^latchkey: .* cannot be written: the volume is full\..*\n$/)
    }
  },
)

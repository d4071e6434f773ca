import { describe, expect, test } from 'vitest'
import type { Finding, Summary, TestEvent } from '@/lib/api/report'
import { EXIT } from '../cli-error'
import type { Io } from '../terminal/io'
import { printerFor } from './printer'
import type { TestRequest } from './request'

const silent = { write: () => true }
const io = { stdout: silent, stderr: silent, env: {}, isTty: { stdout: false, stderr: false } }

const finding = (outcome: Finding['outcome'], check = 'oidc.sign-in-request'): TestEvent => ({
  type: 'finding',
  finding: { check, title: 'A title', outcome },
})
const done = (verdict: Summary['verdict']): TestEvent => ({
  type: 'done',
  summary: { verdict, title: 'A title', text: '' },
  durationMs: 1,
})

async function status(strict: boolean, ...events: TestEvent[]) {
  const printer = printerFor({ json: true, strict } as TestRequest, io as unknown as Io)
  async function* all() {
    yield* events
  }
  await printer.all(all())
  return printer.status(false)
}

test('an event of --json tells when its finding takes the place of an earlier one', async () => {
  const lines: string[] = []
  const stdout = { write: (text: string) => lines.push(text) > 0 }
  const printer = printerFor({ json: true, strict: true } as TestRequest, { ...io, stdout } as unknown as Io)
  async function* half(...events: TestEvent[]) {
    yield* events
  }
  await printer.all(half(finding('failed'), finding('passed', 'oidc.state')))
  await printer.all(half(finding('passed'), finding('passed', 'oidc.tokens'), done('passed')))
  const events = lines
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events.map(({ replaces }) => replaces)).toEqual([undefined, undefined, true, undefined, undefined])
  const last = new Map(events.flatMap(({ finding: each }) => (each ? [[each.check, each.outcome]] : [])))
  expect([...last.values()]).toEqual(['passed', 'passed', 'passed'])
  expect(printer.status(false)).toBe(EXIT.clean)
})

describe('the exit status', () => {
  test.each([true, false])(
    'of a passed test is not 0 beside a check that failed; strict: %s',
    async (strict) => {
      expect(await status(strict, finding('failed'), done('passed'))).toBe(EXIT.issues)
      expect(await status(strict, finding('passed'), done('passed'))).toBe(EXIT.clean)
    },
  )

  test('counts what the second half of a test found in place of the first', async () => {
    expect(await status(true, finding('failed'), finding('passed'), done('passed'))).toBe(EXIT.clean)
    expect(await status(true, finding('passed'), finding('failed'), done('passed'))).toBe(EXIT.issues)
    expect(await status(true, finding('failed'), finding('passed', 'x'), done('passed'))).toBe(EXIT.issues)
  })

  test('minds warnings where it is asked to, and a cancelled test always', async () => {
    expect(await status(false, finding('warning'), done('passed'))).toBe(EXIT.clean)
    expect(await status(true, finding('warning'), done('passed'))).toBe(EXIT.issues)
    expect(await status(false, finding('failed'), done('cancelled'))).toBe(EXIT.failed)
  })
})

import { expect, test } from 'vitest'
import { setUpGuides } from '@/lib/products/set-up'
import { latchkey } from './fixtures/run-cli'

test('without a name all guides are listed, as text and as JSON', async () => {
  const { status, stdout } = await latchkey(['guide'])
  expect(status).toBe(0)
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(setUpGuides.map(({ id }) => id))
  const json = (await latchkey(['guide', '--json'])).stdout.trimEnd().split('\n')
  expect(json.map((line) => JSON.parse(line).id)).toEqual(setUpGuides.map(({ id }) => id))
})

test.each(setUpGuides.map(({ id }) => id))(
  '%s is printed in 80 columns, with every step and its sources',
  async (id) => {
    const { status, stdout } = await latchkey(['guide', id])
    expect(status).toBe(0)
    const guide = setUpGuides.find((each) => each.id === id)
    const [prose = '', ...requests] = stdout.split('\nAs requests\n')
    expect(requests.length).toBeLessThanOrEqual(1)
    const wide = prose.split('\n').filter((line) => line.length > 80 && line.trim().includes(' '))
    expect(wide).toEqual([])
    const told = stdout.replaceAll(/\s+/g, ' ')
    for (const [at, { title, sources }] of (guide?.steps ?? []).entries()) {
      expect(told).toContain(`${at + 1}. ${title}`)
      expect(sources.filter(({ url }) => !told.includes(url))).toEqual([])
    }
  },
)

test('a provider leads to its first guide, and the others are named beside it', async () => {
  const [first, ...others] = setUpGuides.filter(({ providers }) => providers.includes('EntraID'))
  const { status, stdout, stderr } = await latchkey(['guide', 'entraid'])
  expect([status, stdout.split('\n')[0]]).toEqual([0, first?.title])
  expect(stderr).toBe(`Other guides for entraid: ${others.map(({ id }) => id).join(', ')}.\n`)
})

test('as JSON a guide is one line, with its steps as they are', async () => {
  const { stdout } = await latchkey(['guide', 'entra', '--json'])
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  const guide = setUpGuides.find(({ id }) => id === 'entra')
  expect(JSON.parse(stdout).steps).toEqual(JSON.parse(JSON.stringify(guide?.steps)))
})

test('an unknown name is told with the nearest one', async () => {
  const { status, stdout, stderr } = await latchkey(['guide', 'entr'])
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('There is no guide entr. Do you mean entra?')
  expect((await latchkey(['guide', 'entra', 'okta'])).status).toBe(2)
})

test('the help of the command says what it takes', async () => {
  expect((await latchkey(['help', 'guide'])).stdout).toContain(
    'Usage: latchkey guide [GUIDE|PROVIDER] [--json]',
  )
  expect((await latchkey(['help'])).stdout).toContain('guide    Say step by step')
})

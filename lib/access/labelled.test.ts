import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { asLabel } from '@/lib/api/labelled'
import { handle } from './handle'
import { fileAnswer, labelled } from './labelled'
import { admit } from './pass'

const schema = z.strictObject({ name: z.string().max(20) })
const context = { params: Promise.resolve({}) }
const echo = handle({ body: labelled(schema) }, async ({ body: { bytes, label } }) =>
  fileAnswer(bytes, { 'Latchkey-Label': asLabel(label) }),
)

function send(body: BodyInit | null, headers: Record<string, string>): Promise<Response> {
  const all = { 'Content-Type': 'application/octet-stream', ...headers }
  admit(all)
  return echo(new Request('http://127.0.0.1/api/x', { method: 'PUT', headers: all, body }), context)
}

it('bytes of any kind and a label in any script arrive as they were sent', async () => {
  const sent = fc.tuple(
    fc.uint8Array({ minLength: 1, maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  await fc.assert(
    fc.asyncProperty(sent, async ([bytes, name]) => {
      fc.pre(name.length <= 20)
      const answer = await send(new Uint8Array(bytes), { 'Latchkey-Label': asLabel({ name }) })
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(bytes))
      expect(JSON.parse(answer.headers.get('Latchkey-Label') ?? '')).toEqual({ name })
    }),
  )
  const type = 'application/x-apple-aspen-config; charset=utf-8'
  expect((await send('<dict/>', { 'Content-Type': type, 'Latchkey-Label': '{"name":"a"}' })).status).toBe(200)
})

const label = { 'Latchkey-Label': '{"name":"a"}' }
it.each<[string, BodyInit | null, Record<string, string>, number, RegExp]>([
  [
    'JSON',
    '{"name":"a"}',
    { ...label, 'Content-Type': 'application/json' },
    415,
    /^Send the bytes of the profile/,
  ],
  ['no type', 'x', { ...label, 'Content-Type': '' }, 415, /as application\/octet-stream\.$/],
  ['no label', 'x', {}, 400, /^Say in the header Latchkey-Label/],
  ['a label beyond ASCII', 'x', { 'Latchkey-Label': '{"name":"\u00fc"}' }, 400, /must be ASCII/],
  [
    'a label that is no JSON',
    'x',
    { 'Latchkey-Label': '{' },
    400,
    /^The header Latchkey-Label is not JSON\.$/,
  ],
  ['two labels', 'x', { 'Latchkey-Label': '{"name":"a"}, {"name":"b"}' }, 400, /is not JSON/],
  ['a label with a wrong value', 'x', { 'Latchkey-Label': '{"name":1}' }, 400, /^name: /],
  ['a label that says more', 'x', { 'Latchkey-Label': '{"name":"a","id":"b"}' }, 400, /id/],
  ['no bytes', null, label, 400, /^The body of the request is empty/],
  ['too many bytes', new Uint8Array(5_000_001), label, 400, /^A profile has at most 5 MB\.$/],
])('a file with %s is refused with a sentence', async (_, body, headers, status, says) => {
  const answer = await send(body, headers)
  expect(answer.status).toBe(status)
  expect((await answer.json()).message).toMatch(says)
})

it('a refused label is not told again: it may hold what is secret', async () => {
  const answer = await send('x', { 'Latchkey-Label': asLabel({ name: 'planted-secret planted-secret' }) })
  expect([answer.status, (await answer.text()).includes('planted')]).toEqual([400, false])
})

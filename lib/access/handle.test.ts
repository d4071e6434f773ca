import { afterEach, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { handle } from './handle'
import { admit } from './pass'

afterEach(() => vi.restoreAllMocks())

const context = { params: Promise.resolve({}) }

function admitted(body: string | null = null): Request {
  const headers: Record<string, string> = {}
  admit(headers)
  return new Request('http://127.0.0.1/api/x', { method: 'POST', headers, body })
}

it('a request that did not come through the gate runs nothing', async () => {
  const run = vi.fn(async () => new Response())
  const response = await handle({}, run)(new Request('http://127.0.0.1/api/x'), context)
  expect(response.status).toBe(403)
  expect(run).not.toHaveBeenCalled()
})

it('an unexpected error reaches the log and not the browser', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const fail = async () => {
    throw new Error('the secret is planted-secret')
  }
  const response = await handle({}, fail)(admitted(), context)
  const problem = await response.json()
  expect(response.status).toBe(500)
  expect(JSON.stringify(problem)).not.toContain('planted-secret')
  expect(String(log.mock.calls[0]?.[0])).toContain(problem.id)
  expect(String(log.mock.calls[0]?.[1])).toContain('the secret is planted-secret')
})

it.each([
  ['no JSON', '{', 'bad-json'],
  ['a wrong type', '{"name":1}', 'bad-body'],
  ['an unknown key', '{"name":"a","role":"admin"}', 'bad-body'],
])('a body with %s is refused with the reason', async (_, body, code) => {
  const schemas = { body: z.strictObject({ name: z.string() }) }
  const response = await handle(schemas, async () => new Response())(admitted(body), context)
  expect([response.status, (await response.json()).code]).toEqual([400, code])
})

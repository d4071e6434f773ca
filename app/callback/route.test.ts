import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '@/lib/access/headers'
import { admit } from '@/lib/access/pass'
import { allPending } from '@/lib/testers/oidc/pending'
import { GET, POST } from './route'

const policy = contentSecurityPolicy('bm9uY2U+/w==', false)

function request(init: RequestInit = {}, admitted = true): Request {
  const headers: Record<string, string> = { 'content-security-policy': policy }
  if (admitted) {
    admit(headers)
  }
  return new Request('http://127.0.0.1:3000/callback?code=x&state=y', { ...init, headers })
}

test('the page runs its one script under the nonce of its policy and repeats nothing of the address', async () => {
  const answer = await GET(request())
  const text = await answer.text()
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(text.match(/<script[^>]*>/g)).toEqual(['<script nonce="bm9uY2U+/w==">'])
  expect(text).not.toContain('code=x')
  expect(answer.headers.has('set-cookie')).toBe(false)
})

test('a form is handed on as data, whatever it holds', async () => {
  const hostile = 'code="><script>alert(1)</script>&state=\'&x=</html>'
  const text = await (await POST(request({ method: 'POST', body: hostile }))).text()
  expect(text.match(/<script/g)).toHaveLength(1)
  expect(text).toContain(
    'data-form="code=&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;state=\'&amp;x=&lt;/html&gt;"',
  )
})

test('an identity provider that asks to begin a sign-in here begins none', async () => {
  const asked = 'iss=https%3A%2F%2Fidp.example&login_hint=ada&target_link_uri=https%3A%2F%2Fidp.example%2Fapp'
  const { headers } = request()
  const address = new Request(`http://127.0.0.1:3000/callback?${asked}`, { headers })
  const answers = [await GET(address), await POST(request({ method: 'POST', body: asked }))]
  for (const { status, headers: sent } of answers) {
    expect([status, sent.get('location'), sent.get('set-cookie')]).toEqual([200, null, null])
  }
  expect(allPending(Date.now())).toEqual([])
})

/** Runs the script of the page at an address, with what it needs of a browser; `reply` is what other pages say to what it hands over. */
async function opened(search: string, reply: (answer: string) => unknown) {
  const text = await (await GET(request())).text()
  const told = { textContent: /<p id="told"[^>]*>([^<]*)/.exec(text)?.[1] ?? '' }
  const channel = {
    onmessage: (_: { data: unknown }) => {},
    postMessage: (answer: string) => void setTimeout(() => channel.onmessage({ data: reply(answer) }), 50),
  }
  runInNewContext(/<script[^>]*>([^<]*)<\/script>/.exec(text)?.[1] ?? '', {
    document: { documentElement: { dataset: {} }, getElementById: () => told },
    location: { href: `http://127.0.0.1:3000/callback${search}`, pathname: '/callback' },
    history: { replaceState: () => {} },
    // biome-ignore lint/complexity/useArrowFunction: it is called with new
    BroadcastChannel: function () {
      return channel
    },
    URLSearchParams,
    setTimeout,
    clearTimeout,
  })
  return told
}

test('only a page that takes this answer makes it say that the test goes on', async () => {
  vi.useFakeTimers()
  try {
    const told = async (search: string, reply: (answer: string) => unknown) => {
      const said = await opened(search, reply)
      const before = said.textContent
      await vi.advanceTimersByTimeAsync(1500)
      return [before, said.textContent]
    }
    const way = 'The answer is on its way to the window of Latchkey.'
    const answer = '?code=x&state=y'
    expect(await told(answer, (taken) => ({ taken }))).toEqual([
      way,
      expect.stringMatching(/^Go back to the window of Latchkey: the test goes on there/),
    ])
    for (const silent of [undefined, null, 'code', { taken: 'http://127.0.0.1:3000/callback?state=z' }]) {
      expect(await told(answer, () => silent)).toEqual([
        way,
        expect.stringMatching(/^No test in this browser/),
      ])
    }
  } finally {
    vi.useRealTimers()
  }
})

test('without the gate there is no page', async () => {
  expect((await GET(request({}, false))).status).toBe(403)
})

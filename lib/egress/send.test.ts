import { expect, it, onTestFinished } from 'vitest'
import { listen } from './fixtures/listen'
import { egressPolicy } from './policy'
import { closeAgents, openAgents, send } from './send'
import { parseTarget } from './target'
import { startTrip } from './trip'

it('a connection that ends elsewhere than at a vetted address carries nothing', async () => {
  let bytes = 0
  const listener = await listen((socket) => socket.on('data', (chunk) => (bytes += chunk.length)))
  const agents = openAgents()
  onTestFinished(async () => {
    closeAgents(agents)
    await listener.close()
  })
  const trip = startTrip({
    host: '127.0.0.1',
    deadlines: { phase: 1_000, total: 1_000 },
    startedAt: 0,
    now: () => 0,
    cancelledBy: [],
  })
  const target = parseTarget(`http://127.0.0.1:${listener.port}/`)
  const body = Buffer.from('password=secret')
  const outgoing = { target, addresses: ['127.0.0.2'], method: 'POST', headers: {}, body }
  await expect(send(outgoing, egressPolicy(), agents, trip)).rejects.toMatchObject({
    code: 'blocked-address',
    phase: 'connect',
  })
  await expect.poll(() => [listener.taken(), listener.open()]).toEqual([1, 0])
  expect(bytes).toBe(0)
})

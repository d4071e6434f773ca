import { expect, it } from 'vitest'
import { atMost, pinned, type Resolver, systemResolver } from './resolve'

it('the resolver of the system knows the hosts file and says no to a name that is none', async () => {
  expect(await systemResolver('localhost')).toContain('127.0.0.1')
  await expect(systemResolver(`${'x'.repeat(64)}.test`)).rejects.toMatchObject({ syscall: 'getaddrinfo' })
})

it('two names are looked up at once, in order, and one nobody waits for is not looked up', async () => {
  const asked: string[] = []
  const finish = new Map<string, () => void>()
  const resolver = atMost(2, (name) => {
    asked.push(name)
    return new Promise((resolve) => finish.set(name, () => resolve([name])))
  })
  const cancel = new AbortController()
  const answers = ['a', 'b'].map((name) => resolver(name))
  const left = resolver('c', cancel.signal).catch(() => 'left')
  const last = resolver('d')
  cancel.abort()
  expect(await left).toBe('left')
  expect(asked).toEqual(['a', 'b'])
  finish.get('a')?.()
  await answers[0]
  await expect.poll(() => asked).toEqual(['a', 'b', 'd'])
  finish.get('b')?.()
  finish.get('d')?.()
  expect(await Promise.all([...answers, last])).toEqual([['a'], ['b'], ['d']])
  await expect(resolver('e', cancel.signal)).rejects.toThrow()
  expect(asked).toHaveLength(3)
})

it('a failed lookup is tried again, an answer is kept', async () => {
  let round = 0
  const resolver: Resolver = async () => {
    if (++round === 1) {
      throw new Error('EAI_AGAIN')
    }
    return [`10.0.0.${round}`]
  }
  const once = pinned(resolver)
  await expect(once('a')).rejects.toThrow()
  expect([await once('a'), await once('a')]).toEqual([['10.0.0.2'], ['10.0.0.2']])
})

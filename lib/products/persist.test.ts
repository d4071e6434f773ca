import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { persist } from './persist'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const lost = () => Object.assign(new Error('Failed to load chunk a.js'), { name: 'ChunkLoadError' })

it('a file that does not come is asked for until it does', async () => {
  const load = vi.fn<() => Promise<string>>()
  load.mockRejectedValueOnce(lost()).mockRejectedValueOnce(lost()).mockResolvedValue('there')
  const loaded = persist(load)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await loaded).toBe('there')
  expect(load).toHaveBeenCalledTimes(3)
})

it('an error in what was loaded is told at once', async () => {
  const load = vi.fn().mockRejectedValue(new TypeError('no such thing'))
  await expect(persist(load)).rejects.toThrow('no such thing')
  expect(load).toHaveBeenCalledTimes(1)
})

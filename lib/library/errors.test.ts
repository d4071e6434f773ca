import { expect, it, vi } from 'vitest'
import { problemFor } from '../access/problem'
import { LibraryError, notFound, StaleVersionError } from './errors'

it('an error of the copy that the server has is answered as what it is', async () => {
  vi.resetModules()
  const server = await import('./storage-problem')
  const full = server.storageProblem(
    Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
  )
  expect(full?.constructor).not.toBe(LibraryError)
  expect(full).toBeInstanceOf(LibraryError)
  expect(full).not.toBeInstanceOf(StaleVersionError)
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const answer = problemFor(full)
  expect([answer.status, (await answer.json()).code]).toEqual([507, 'storage-full'])
})

it('no other error is taken for one', () => {
  const newest = { number: 2 } as never
  expect(
    [notFound(), new StaleVersionError(null, newest)].map((error) => error instanceof StaleVersionError),
  ).toEqual([false, true])
  expect(Object.assign(new Error('x'), { code: 'not-found', name: 'LibraryError' })).not.toBeInstanceOf(
    LibraryError,
  )
})

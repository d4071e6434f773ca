import { beforeEach, expect, it, vi } from 'vitest'
import { notify } from '@/components/ui/toast'
import { removeConfiguration, removeForGood, restoreConfiguration } from './change-requests'
import { notifyAbout } from './notify-about'

vi.mock('@/components/ui/toast', () => ({ notify: vi.fn() }))

const answers = new Map<string, number>()
beforeEach(() => {
  answers.clear()
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    const status = answers.get(`${method} ${path}`) ?? 200
    return new Response(status === 200 ? '{}' : '{"code":"not-found","message":"It is not there."}', {
      status,
    })
  })
})

/** A notice about configurations; whether it is still shown. */
function told(...ids: string[]): () => boolean {
  let shown = true
  vi.mocked(notify).mockReturnValueOnce(() => {
    shown = false
  })
  notifyAbout(ids, 'It is deleted.')
  return () => shown
}

it.each([
  ['deleted', removeConfiguration],
  ['brought back', restoreConfiguration],
  ['removed for good', removeForGood],
])('what is said of a configuration ends when it is %s, and what is said of others stays', async (_, act) => {
  const [own, withOthers, others] = [told('a'), told('b', 'a'), told('b')]
  await act('a')
  expect([own(), withOthers(), others()]).toEqual([false, false, true])
})

it('a change that fails ends nothing', async () => {
  answers.set('DELETE /api/configurations/a', 500)
  const own = told('a')
  await expect(removeConfiguration('a')).rejects.toThrow('It is not there.')
  expect(own()).toBe(true)
})

it('one that somebody has brought back by then is back, and one that is gone for good is told', async () => {
  answers.set('POST /api/configurations/a/restore', 404)
  await restoreConfiguration('a')
  answers.set('GET /api/configurations/a', 404)
  await expect(restoreConfiguration('a')).rejects.toThrow('It is not there.')
})

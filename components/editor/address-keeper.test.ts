import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { START } from './address'
import { AddressKeeper } from './address-keeper'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function keeping(search: string) {
  const written: [string, boolean][] = []
  const keeper = new AddressKeeper(search, (query, step) => written.push([query, step]))
  return { keeper, written }
}

describe('the address', () => {
  it('is written at once for a step, and is an entry of its own', () => {
    const { keeper, written } = keeping('')
    keeper.show({ ...START, tab: 'connect' })
    keeper.show({ ...START, tab: 'connect', side: 'issues' })
    expect(written).toEqual([
      ['?tab=connect', true],
      ['?tab=connect&side=issues', false],
    ])
  })

  it('names a run and a report with their test only, and no key press is a step after them', () => {
    const { keeper, written } = keeping('')
    const spot = { run: 'r'.repeat(43), report: 'c0ffee00-0000-4000-8000-000000000001', beside: null }
    keeper.show({ ...START, test: 'ropg', ...spot })
    keeper.show({ ...START, ...spot })
    keeper.noteSection('general')
    vi.advanceTimersByTime(1000)
    expect(written).toEqual([
      [`?test=ropg&run=${spot.run}&report=${spot.report}`, true],
      ['', true],
      ['?section=general', false],
    ])
  })

  it('is cleaned of what is not known, without an entry', () => {
    const { keeper, written } = keeping('?tab=nowhere&value=typed')
    keeper.show(START)
    expect(written).toEqual([['', false]])
  })

  it('waits for keys and sections until nothing changes', () => {
    const { keeper, written } = keeping('?tab=login')
    keeper.show({ ...START, tab: 'login' })
    for (let at = 0; at < 50; at++) {
      keeper.noteKey(at % 2 === 0 ? 'login/DenyLocal' : 'login/OIDCNewPassword')
      vi.advanceTimersByTime(100)
    }
    expect(written).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(written).toHaveLength(1)
    keeper.noteSection('general')
    vi.advanceTimersByTime(1000)
    expect(written[1]).toEqual(['?tab=login&section=general', false])
  })

  it('leaves a key and a section behind with their tab', () => {
    const { keeper, written } = keeping('?tab=login&key=login/DenyLocal')
    keeper.show({ ...START, tab: 'connect' })
    expect(written).toEqual([['?tab=connect', true]])
  })

  it('does not write over a place that the browser went to', () => {
    const { keeper, written } = keeping('?tab=login')
    keeper.show({ ...START, tab: 'login' })
    keeper.noteKey('login/DenyLocal')
    expect(keeper.isElsewhere('?tab=more')).toBe(true)
    const address = keeper.arriveAt('?tab=more')
    keeper.show(address)
    vi.advanceTimersByTime(5000)
    expect(written).toEqual([])
    expect(keeper.isElsewhere('?tab=more')).toBe(false)
  })
})

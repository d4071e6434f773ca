import { beforeEach, describe, expect, it } from 'vitest'
import { slot } from '../../process/slot'
import { catchAnswer, type Listener, type ListenerState, offerListener, wayFor } from './catchers'
import { newTicket } from './flow'
import { begin, findPending } from './pending'

const configured = 'https://127.0.0.1/jamfconnect'
const offer = { everyAddress: false }
const listened: string[] = []
let answer: ListenerState = { listening: true }

const listener = (asks: boolean): Listener => ({
  asks,
  offer: () => offer,
  listen: async ({ href }) => {
    listened.push(href)
    return answer
  },
})

const none = () => {
  slot<Listener>('redirect-listener').value = undefined
}

beforeEach(() => {
  none()
  listened.length = 0
  answer = { listening: true }
})

describe('how an answer is to come back', () => {
  it('somebody at the machine is asked, and nobody else', () => {
    offerListener(listener(true))
    expect(wayFor(configured, { ownMachine: true })).toEqual({ catcher: 'paste', offer })
    expect(wayFor(configured, { ownMachine: false })).toEqual({ catcher: 'paste' })
    expect(wayFor(configured, { ownMachine: true, chosen: 'listener' })).toEqual({ catcher: 'listener' })
    expect(wayFor(configured, { ownMachine: false, chosen: 'listener' })).toMatchObject({
      catcher: 'paste',
      advice: expect.stringContaining('LATCHKEY_CATCH_REDIRECT=1'),
    })
  })

  it('nobody is asked where the answer is always caught, or never', () => {
    expect(wayFor(configured, { ownMachine: true })).toEqual({ catcher: 'paste' })
    offerListener(listener(false))
    for (const ownMachine of [true, false]) {
      expect(wayFor(configured, { ownMachine })).toEqual({ catcher: 'listener' })
    }
  })

  it.each([
    'http://127.0.0.1/x',
    'https://127.0.0.1:0/x',
    'https://localhost/x',
    'https://127.0.0.2/x',
    'jamfconnect://x',
    'x',
    '',
  ])('a redirect URI that need not be this machine is neither offered nor listened to: %s', (redirectUri) => {
    for (const asks of [true, false]) {
      offerListener(listener(asks))
      expect(wayFor(redirectUri, { ownMachine: true })).toEqual({ catcher: 'paste' })
      expect(wayFor(redirectUri, { ownMachine: true, chosen: 'listener' })).toMatchObject({
        catcher: 'paste',
      })
    }
  })

  it('who chose to paste, or the address of Latchkey, is not asked', () => {
    for (const asks of [true, false]) {
      offerListener(listener(asks))
      for (const chosen of ['paste', 'callback'] as const) {
        expect(wayFor(configured, { ownMachine: true, chosen })).toEqual({ catcher: chosen })
      }
    }
  })
})

describe('a sign-in that is under way', () => {
  const beginAt = (redirectUri: string) => {
    const flow = { responseType: 'code', responseMode: 'query', modeIsDefault: true } as const
    const ticket = newTicket({ clientId: 'x' } as never, flow, { discoveryUrl: '', redirectUri }, Date.now())
    begin(ticket, { metadata: { issuer: 'https://idp.example' }, home: 'http://127.0.0.1:3000' })
    return ticket
  }
  const isCaught = (state: string) => findPending(state, Date.now())?.caught

  it('is caught once the person agrees, until they take it back', async () => {
    offerListener(listener(true))
    const ticket = beginAt(configured)
    expect(await catchAnswer(ticket, true, true)).toEqual({ listening: true })
    expect([listened, isCaught(ticket.state)]).toEqual([[configured], true])
    expect(await catchAnswer(ticket, false, true)).toMatchObject({ listening: false })
    expect([listened, isCaught(ticket.state)]).toEqual([[configured], false])
  })

  it('is not caught where the port cannot be had, and says why', async () => {
    offerListener(listener(true))
    answer = { listening: false, advice: 'Taken.' }
    const ticket = beginAt(configured)
    expect(await catchAnswer(ticket, true, true)).toEqual(answer)
    expect(isCaught(ticket.state)).toBe(false)
  })

  it('somebody on another machine is not told why: that would tell which ports are in use', async () => {
    offerListener(listener(false))
    const told = []
    for (const advice of ['Port 5432 is taken.', 'Port 80 needs rights.']) {
      answer = { listening: false, advice }
      told.push(await catchAnswer(beginAt(configured), true, false))
    }
    const neutral = {
      listening: false,
      advice: 'Latchkey does not catch this answer. Paste the final address.',
    }
    expect(told).toEqual([neutral, neutral])
    expect(await catchAnswer(beginAt(configured), true, true)).toEqual(answer)
  })

  it('nothing is listened to for somebody elsewhere, for another redirect URI, or when it is turned off', async () => {
    offerListener(listener(true))
    const refusals = [
      await catchAnswer(beginAt(configured), true, false),
      await catchAnswer(beginAt('https://idp.example/callback'), true, true),
    ]
    none()
    refusals.push(await catchAnswer(beginAt(configured), true, true))
    expect(refusals.map(({ listening }) => listening)).toEqual([false, false, false])
    expect(listened).toEqual([])
  })
})

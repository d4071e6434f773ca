import { urlIn } from '@/lib/schema/web-address'
import type { Catcher, CatchOffer } from '../../api/sign-in-flow'
import { slot } from '../../process/slot'
import type { Ticket } from './flow'
import { extend } from './pending'

/** Whether a redirect URI of this machine is listened to; advice says what to change when it is not. */
export type ListenerState =
  | { readonly listening: true }
  | { readonly listening: false; readonly advice: string }

/** Listens to redirect URIs of this machine for as long as sign-ins wait for an answer there. */
export type Listener = {
  /** The person at the screen has to agree first. */
  readonly asks: boolean
  /** What listening there takes. */
  readonly offer: (redirectUri: URL) => CatchOffer
  readonly listen: (redirectUri: URL) => Promise<ListenerState>
}

/** Put there by the server unless LATCHKEY_CATCH_REDIRECT is 0; the framework's copy of this module finds it. */
const held = slot<Listener>('redirect-listener')

/** Offers a listener for redirect URIs of this machine. */
export function offerListener(listener: Listener): void {
  held.value = listener
}

/** How an answer is to come back. */
export type Way = {
  readonly catcher: Catcher
  /** The listener could do it: the person may be asked. */
  readonly offer?: CatchOffer
  /** Why the listener cannot, though it was chosen. */
  readonly advice?: string
}

/**
 * How the answer is to come back: as the person at the screen chose; else by the listener, where the redirect URI is one of
 * this machine and nobody has to agree first; else the address is pasted. `ownMachine`: the browser is on the machine
 * that Latchkey runs on, so that both mean the same by 127.0.0.1.
 */
export function wayFor(
  redirectUri: string,
  { chosen, ownMachine }: { readonly chosen?: Catcher | undefined; readonly ownMachine: boolean },
): Way {
  if (chosen === 'callback' || chosen === 'paste') {
    return { catcher: chosen }
  }
  const url = urlIn(redirectUri)
  const listener = held.value
  const refusal = (advice: string): Way => ({
    catcher: 'paste',
    ...(chosen === 'listener' ? { advice } : {}),
  })
  if (url === null || !isLoopbackHttps(url)) {
    return refusal(notHere)
  }
  if (listener === undefined || (listener.asks && !ownMachine)) {
    return refusal(turnedOff)
  }
  return listener.asks && chosen === undefined
    ? { catcher: 'paste', offer: listener.offer(url) }
    : { catcher: 'listener' }
}

/**
 * Has the answer of a sign-in that is under way caught, or no longer: nobody else's redirect URI is listened to.
 * `ownMachine`: as in wayFor().
 */
export async function catchAnswer(ticket: Ticket, on: boolean, ownMachine: boolean): Promise<ListenerState> {
  const { catcher, advice = '' } = wayFor(ticket.redirectUri, {
    chosen: on ? 'listener' : 'paste',
    ownMachine,
  })
  // The listener closes what no sign-in waits for.
  extend(ticket, { caught: catcher === 'listener' })
  if (catcher !== 'listener' || held.value === undefined) {
    return { listening: false, advice }
  }
  const state = await held.value.listen(new URL(ticket.redirectUri))
  if (state.listening) {
    return state
  }
  extend(ticket, { caught: false })
  return ownMachine ? state : { listening: false, advice: elsewhere }
}

/** Who is on another machine is not told what runs on this one. */
const elsewhere = 'Latchkey does not catch this answer. Paste the final address.'

const notHere =
  'Only a redirect URI such as https://127.0.0.1/jamfconnect can be caught. Paste the final address.'
const turnedOff =
  'Latchkey does not catch the answer here. Where it runs on the machine of this browser, start it with LATCHKEY_CATCH_REDIRECT=1, and it does.'

/** https on 127.0.0.1, the one address of a redirect URI that leads to this machine for sure. No answer comes to port 0. */
function isLoopbackHttps({ protocol, hostname, port }: URL): boolean {
  return protocol === 'https:' && hostname === '127.0.0.1' && port !== '0'
}

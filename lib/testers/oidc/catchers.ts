import { urlIn } from '@/lib/schema/web-address'
import type { Catcher } from '../../api/sign-in-flow'
import { slot } from '../../process/slot'

/** Whether a redirect URI of this machine is listened to; advice says what to change when it is not. */
export type ListenerState =
  | { readonly listening: true }
  | { readonly listening: false; readonly advice: string }

/** Makes a redirect URI of this machine be listened to while sign-ins are under way. */
export type Listener = (redirectUri: URL) => Promise<ListenerState>

/** Put there by the server when LATCHKEY_CATCH_REDIRECT is 1; the framework's copy of this module finds it. */
const held = slot<Listener>('redirect-listener')

/** Offers a listener for redirect URIs of this machine. */
export function offerListener(listener: Listener): void {
  held.value = listener
}

/**
 * Who catches the answer: whom the person at the screen chose; else the listener, where the redirect URI is one of
 * this machine and it can be listened to; else the address is pasted.
 */
export async function catcherFor(
  redirectUri: string,
  chosen: Catcher | undefined,
): Promise<{ readonly catcher: Catcher; readonly advice?: string }> {
  if (chosen === 'callback' || chosen === 'paste') {
    return { catcher: chosen }
  }
  const url = urlIn(redirectUri)
  const listener = held.value
  if (url === null || !isLoopbackHttps(url)) {
    return chosen === 'listener' ? { catcher: 'paste', advice: notHere } : { catcher: 'paste' }
  }
  if (listener === undefined) {
    return chosen === 'listener' ? { catcher: 'paste', advice: turnedOff } : { catcher: 'paste' }
  }
  const state = await listener(url)
  return state.listening ? { catcher: 'listener' } : { catcher: 'paste', advice: state.advice }
}

const notHere =
  'Only a redirect URI such as https://127.0.0.1/jamfconnect can be caught. Paste the final address.'
const turnedOff =
  'Start Latchkey with LATCHKEY_CATCH_REDIRECT=1 on this machine, and the answer is caught by itself.'

/** https on 127.0.0.1, the one address of a redirect URI that leads to this machine for sure. */
export function isLoopbackHttps({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && hostname === '127.0.0.1'
}

import { type Hosts, isLoopback } from './hosts'

/** Header by which the gate tells a handler about a request. It drops the header when a client sends it. */
const header = 'x-latchkey-own-machine'

/** What proxies add to the requests that they pass on. */
const addedByProxies = /^(?:forwarded|via|x-(?:forwarded|original|real|client)\b.*|cf-.*|true-client-ip)$/

/** What Node knows of a request. */
type Arrived = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/**
 * Whether the browser that asks is on the machine that Latchkey runs on, as far as a server can know: it is reachable from there
 * only and known under no other name, was called by a name of the machine itself, and no proxy left its mark.
 * A tunnel (`ssh -L`) leaves none: what follows from this may be offered, but nothing may depend on it.
 */
export function isFromOwnMachine({ headers, socket }: Arrived, { ownMachineOnly }: Hosts): boolean {
  const name = String(headers.host ?? '')
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
  return (
    ownMachineOnly &&
    isLoopback(name) &&
    isLoopback(socket.remoteAddress ?? '') &&
    !Object.keys(headers).some((each) => addedByProxies.test(each))
  )
}

/** Marks a request that came from the machine itself. */
export function markOwnMachine(headers: Record<string, string | string[] | undefined>): void {
  headers[header] = '1'
}

/** Whether the gate marked a request as one from the machine itself. */
export function isOwnMachine(headers: Headers): boolean {
  return headers.get(header) === '1'
}

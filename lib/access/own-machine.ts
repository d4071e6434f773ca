import { type Hosts, isLoopback, withoutBrackets } from './hosts'

/** Header by which the gate tells a handler about a request. It drops the header when a client sends it. */
const header = 'x-latchkey-own-machine'

/** What proxies add to the requests that they pass on: whole names, and with a hyphen at the end what names begin with. */
const addedByProxies = [
  ...['forwarded', 'via', 'cdn-loop', 'client-ip', 'true-client-ip', 'x-host', 'x-scheme', 'x-url-scheme'],
  ...['disguised-host', 'front-end-https', 'x-request-id', 'x-request-start'],
  ...['x-forwarded-', 'x-original-', 'x-real-', 'x-client-', 'x-cluster-', 'x-remote-', 'x-proxy-', 'proxy-'],
  // Networks that deliver pages, and tunnels
  ...['cf-', 'fly-', 'fastly-', 'akamai-', 'x-akamai-', 'x-amz-', 'x-amzn-', 'x-azure-', 'x-arr-', 'x-ms-'],
  ...['x-appengine-', 'x-cloud-', 'x-goog-', 'x-vercel-', 'x-nf-', 'tailscale-', 'ngrok-', 'x-sucuri-'],
  // Proxies that sign people in, and those between services
  ...['x-auth-', 'x-authentik-', 'x-webauth-', 'x-pomerium-', 'remote-', 'x-envoy-', 'x-b3-'],
] as const

const isAddedByProxies = (header: string) =>
  addedByProxies.some((each) => (each.endsWith('-') ? header.startsWith(each) : header === each))

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
  const name = withoutBrackets(
    String(headers.host ?? '')
      .toLowerCase()
      .replace(/:\d+$/, ''),
  )
  return (
    ownMachineOnly &&
    isLoopback(name) &&
    isLoopback(socket.remoteAddress ?? '') &&
    !Object.keys(headers).some(isAddedByProxies)
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

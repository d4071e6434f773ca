/** The names this server answers to. */
export type Hosts = {
  /** Value of the Host header, in lower case, to the origin a page loaded under it has. */
  readonly origins: ReadonlyMap<string, string>
  /** The address to open, without a trailing slash: the public one when there is one. */
  readonly home: string
  /** Nobody reaches the server but from its own machine, and it has no name beside those of the machine itself. */
  readonly ownMachineOnly: boolean
}

/**
 * The names to answer to: the loopback names and `host` with `port`, and `publicUrl` (an http or https URL) when
 * people reach the server under another name, through a proxy for instance. A wildcard `host` such as 0.0.0.0 is
 * nobody's name; somebody who binds to it needs `publicUrl`.
 */
export function allowedHosts(host: string, port: number, publicUrl: string | null): Hosts {
  const origins = new Map<string, string>()
  for (const name of ['127.0.0.1', 'localhost', '[::1]', hostName(host)]) {
    add(origins, new URL(`http://${name}:${port}`))
  }
  const own = new URL(publicUrl ?? `http://${isWildcard(host) ? '127.0.0.1' : hostName(host)}:${port}`)
  add(origins, own)
  const ownMachineOnly = isLoopback(host) && isLoopback(withoutBrackets(own.hostname))
  return { origins, home: own.origin, ownMachineOnly }
}

/** The origin that belongs to a Host header, or null when the name is not ours. */
export function ownOrigin(hosts: Hosts, host: string): string | null {
  return hosts.origins.get(host.toLowerCase()) ?? null
}

/** Whether the address `host` listens on is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** A host as addresses are written, without the brackets that it has in a URL. */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function hostName(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** Clients leave out the default port or, seldom, spell it. */
function add(origins: Map<string, string>, url: URL): void {
  origins.set(url.host, url.origin)
  origins.set(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`, url.origin)
}

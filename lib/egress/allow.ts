import { BlockList, isIP } from 'node:net'
import { EgressSettingError } from './errors'

/** One thing the operator opened: a name or a range of addresses, on one port or (null) on all. */
export type AllowEntry = {
  readonly text: string
  readonly port: number | null
  /** Whether the entry covers a host name of a URL or an address it has. */
  covers(host: string, address: string): boolean
  /** Whether it is known from the host alone, before any address is looked up, that the entry covers nothing of it. */
  excludes(host: string): boolean
}

/**
 * Reads LATCHKEY_EGRESS_ALLOW: names, addresses and CIDR ranges, each with `:port` when it is to open that port only,
 * separated by commas or spaces: `idp.corp.example, 10.20.0.0/16, [fd12::1]:8443`. Throws EgressSettingError.
 */
export function parseAllow(setting: string): readonly AllowEntry[] {
  return setting
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map(parseEntry)
}

function parseEntry(text: string): AllowEntry {
  const [, bracketed, plain, prefix, portText] =
    /^(?:\[([0-9a-f:.]+)\]|([^\s/:[\]]+|[0-9a-f]*:[0-9a-f:.]+))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/i.exec(
      text,
    ) ?? []
  const port = portText === undefined ? null : Number(portText)
  const host = canonical(bracketed ?? plain ?? '')
  if (host === null || port === 0 || (port ?? 0) > 65_535) {
    throw unreadable(text)
  }
  if (isIP(host) !== 0) {
    return rangeEntry(text, host, prefix === undefined ? null : Number(prefix), port)
  }
  if (prefix !== undefined || !/^[\w-]+(\.[\w-]+)*$/.test(host)) {
    throw unreadable(text)
  }
  return { text, port, covers: (name) => name === host, excludes: (name) => name !== host }
}

function rangeEntry(text: string, network: string, prefix: number | null, port: number | null): AllowEntry {
  const family = isIP(network) === 4 ? 'ipv4' : 'ipv6'
  const range = new BlockList()
  try {
    range.addSubnet(network, prefix ?? (family === 'ipv4' ? 32 : 128), family)
  } catch {
    throw unreadable(text)
  }
  return {
    text,
    port,
    // A BlockList would match `::ffff:10.0.0.1` against 10.0.0.0/8; classify() has refused that before.
    covers: (_, address) => range.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6'),
    excludes: () => false,
  }
}

/** The host as a URL has it: lower case, punycode, `127.1` as 127.0.0.1; no brackets; null when it is none. */
function canonical(host: string): string | null {
  try {
    const { hostname } = new URL(`https://${host.includes(':') ? `[${host}]` : host}`)
    return hostname.replace(/^\[|\]$|\.$/g, '') || null
  } catch {
    return null
  }
}

function unreadable(entry: string): EgressSettingError {
  return new EgressSettingError(
    `LATCHKEY_EGRESS_ALLOW holds "${entry}"; give names, addresses or CIDR ranges such as idp.corp.example, 10.20.0.0/16 or [fd12::1]:8443.`,
  )
}

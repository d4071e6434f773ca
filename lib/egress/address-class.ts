import { BlockList, isIP } from 'node:net'

/**
 * Who may open an address: "public" needs nobody, "operator" is opened by LATCHKEY_EGRESS_ALLOW, "never" by nothing.
 */
export type AddressClass = 'public' | 'operator' | 'never'

type Family = 'ipv4' | 'ipv6'

/**
 * Metadata services of clouds, link-local, multicast, broadcast, unspecified and reserved addresses, and prefixes that
 * carry another address inside. https://www.iana.org/assignments/iana-ipv4-special-registry and -ipv6-.
 */
const never = {
  ipv4: ranges('ipv4', [
    '0.0.0.0/8',
    '100.100.100.200/32', // Alibaba Cloud metadata
    '168.63.129.16/32', // Azure WireServer
    '169.254.0.0/16',
    '192.0.0.0/24', // protocol assignments; Oracle Cloud metadata
    '192.0.2.0/24',
    '192.88.99.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ]),
  ipv6: ranges('ipv6', [
    '2001::/23', // Teredo, ORCHID, benchmarking
    '2001:db8::/32',
    '2002::/16', // 6to4
    '3fff::/20',
    'fd00:42::42/128', // Scaleway metadata
    'fd00:c1::a9fe:a9fe/128', // Oracle Cloud metadata
    'fd00:ec2::/32', // AWS metadata, credentials and resolver
    'fd20:ce::/32', // Google Cloud metadata
  ]),
}

const operator = {
  ipv4: ranges('ipv4', ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']),
  ipv6: ranges('ipv6', ['::1/128', 'fc00::/7']),
}

/**
 * IPv6 is closed: what is not named is never asked. That covers every form of IPv4 inside IPv6, `::ffff:127.0.0.1`,
 * `::127.0.0.1`, `::ffff:0:127.0.0.1` and `64:ff9b::127.0.0.1`, without reading it.
 */
const open = {
  ipv4: ranges('ipv4', ['0.0.0.0/0']),
  ipv6: ranges('ipv6', ['2000::/3']),
}

/** The class of an IPv4 or IPv6 address; text that is neither, an address with a zone included, is "never". */
export function classify(address: string): AddressClass {
  const version = isIP(address)
  if (version === 0 || address.includes('%')) {
    return 'never'
  }
  const family = version === 4 ? 'ipv4' : 'ipv6'
  if (never[family].check(address, family)) {
    return 'never'
  }
  if (operator[family].check(address, family)) {
    return 'operator'
  }
  return open[family].check(address, family) ? 'public' : 'never'
}

function ranges(family: Family, list: readonly string[]): BlockList {
  const ranges = new BlockList()
  for (const range of list) {
    const [network = '', prefix] = range.split('/')
    ranges.addSubnet(network, Number(prefix), family)
  }
  return ranges
}

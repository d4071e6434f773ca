import { readdirSync } from 'node:fs'

/**
 * The rooms of the house, from the ground floor up: the one table of what may import what. A file belongs to the room with
 * the longest name that its path begins with; tests and fixtures may import everything.
 *
 * @typedef {object} Room
 * @property {string} holds What is in it, for the drawing.
 * @property {readonly string[]} uses Rooms it imports from, types included.
 * @property {readonly string[] | 'all'} [node] Modules of Node, without "node:"; absent: it runs in browsers too.
 * @property {readonly string[] | 'all'} [packages]
 * @property {string} [drawnAs] The box of several rooms alike.
 * @property {true} [network] Sends requests with the browser's own means.
 * @property {true} [loads] Imports modules that are made or found while it runs.
 */

/** What listens or connects; who may import these talks to the network. */
export const networkModules = ['dgram', 'dns', 'dns/promises', 'http', 'http2', 'https', 'net', 'tls']

/** Each product has a folder, and none knows another. @type {Readonly<Record<string, Room>>} */
const products = Object.fromEntries(
  readdirSync(new URL('../lib/products/', import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['apple', 'fixtures'].includes(entry.name))
    .map(({ name }) => [
      `lib/products/${name}`,
      {
        holds: 'one product: its manifests, providers, advice, links, outcome',
        drawnAs: 'lib/products/(product)',
        uses: ['lib/plist', 'lib/api', 'lib/schema', 'lib/products/apple'],
      },
    ]),
)

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
  'lib/plist': {
    holds: 'the typed tree; readers for XML, binary and OpenStep; writers',
    uses: [],
    packages: ['plist'],
  },
  'lib/api': {
    holds: 'what goes over a border: issues, reports, wire types, limits',
    uses: ['lib/plist'],
    packages: ['zod'],
  },
  'lib/process': {
    holds: 'what a process has one of',
    uses: [],
  },
  'lib/schema': {
    holds: 'the kernel: what manifests say, and what reads them; knows no vendor',
    uses: ['lib/plist', 'lib/api'],
    packages: ['zod'],
  },
  'lib/products/apple': {
    holds: "macOS's own: keys and limits of profiles and of Apple's payloads, system accounts",
    uses: ['lib/plist', 'lib/schema'],
  },
  ...products,
  'lib/products': {
    holds: 'the table of products, and the kernel over all of them',
    uses: ['lib/plist', 'lib/api', 'lib/schema', 'lib/products/apple', ...Object.keys(products)],
  },
  'lib/profile': {
    holds: 'profiles in and out: shapes, payloads, identity, signatures, differences',
    uses: [
      'lib/plist',
      'lib/api',
      'lib/schema',
      'lib/products/apple',
      'lib/products/jamf-connect',
      'lib/products',
    ],
    packages: ['asn1js', 'pkijs'],
  },
  'lib/egress': {
    holds: 'the one door to the network: address policy, deadlines, limits, record, redaction',
    uses: ['lib/api'],
    node: ['crypto', 'dns/promises', 'fs', 'http', 'https', 'net', 'os', 'stream', 'tls', 'zlib'],
    packages: ['entities'],
  },
  'lib/testers': {
    holds: 'sign-in tests: discovery, OIDC, password check, Okta',
    uses: ['lib/plist', 'lib/api', 'lib/process', 'lib/schema', 'lib/products/jamf-connect', 'lib/egress'],
    node: ['crypto', 'timers/promises'],
    packages: ['entities', 'jose', 'openid-client', 'zod'],
  },
  'lib/library': {
    holds: 'configurations, versions, drafts and reports, encrypted, in SQLite; the count of sent passwords',
    uses: ['lib/plist', 'lib/api', 'lib/process', 'lib/profile'],
    node: ['crypto', 'fs', 'fs/promises', 'os', 'path', 'timers/promises'],
    packages: ['kysely', 'libsql', 'zod'],
  },
  'lib/access': {
    holds: 'what may reach the app, and the wrapper of every route handler',
    uses: ['lib/api', 'lib/process', 'lib/library'],
    node: ['crypto'],
    packages: ['zod'],
  },
  'lib/runs': {
    holds: 'tests that this server runs: its policy, its count of passwords',
    uses: [
      'lib/plist',
      'lib/api',
      'lib/process',
      'lib/schema',
      'lib/profile',
      'lib/egress',
      'lib/testers',
      'lib/library',
      'lib/access',
    ],
  },
  'components/ui': {
    holds: 'the look; no word of the domain',
    uses: [],
    packages: ['lucide-react', 'radix-ui', 'react'],
  },
  components: {
    holds:
      'connection, open profile, fields, editor, commands, set-up, history, summary, testers, library, reference',
    uses: [
      'lib/plist',
      'lib/api',
      'lib/schema',
      'lib/products/apple',
      'lib/products/jamf-connect',
      'lib/products',
      'lib/profile',
      'components/ui',
    ],
    packages: [
      '@codemirror/commands',
      '@codemirror/lang-xml',
      '@codemirror/language',
      '@codemirror/lint',
      '@codemirror/merge',
      '@codemirror/search',
      '@codemirror/state',
      '@codemirror/view',
      '@hookform/resolvers',
      '@lezer/highlight',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      'diff',
      'fflate',
      'lucide-react',
      'next',
      'react',
      'react-dom',
      'react-hook-form',
      'zod',
    ],
    network: true,
  },
  app: {
    holds: 'addresses: parse the request, call one room, compose the view',
    uses: [
      'lib/api',
      'lib/products',
      'lib/testers',
      'lib/library',
      'lib/access',
      'lib/runs',
      'components/ui',
      'components',
    ],
    packages: ['@tanstack/react-query', 'next', 'react'],
  },
  server: {
    holds: 'the HTTP server around the framework: the one gate',
    uses: ['lib/process', 'lib/schema', 'lib/egress', 'lib/testers', 'lib/library', 'lib/access'],
    node: ['crypto', 'fs', 'fs/promises', 'http', 'https', 'net', 'path', 'stream'],
    packages: ['asn1js', 'next', 'pkijs'],
  },
  scripts: {
    holds: 'start, build, bundle, browser tests, backup',
    uses: [],
    loads: true,
    node: 'all',
    packages: ['esbuild', 'libsql', 'oxc-parser', 'playwright'],
  },
  cli: {
    holds: 'the same rooms without a browser',
    uses: [
      'lib/plist',
      'lib/api',
      'lib/schema',
      'lib/products/jamf-connect',
      'lib/products',
      'lib/profile',
      'lib/egress',
      'lib/testers',
      'lib/library',
      'scripts',
    ],
    loads: true,
    node: ['crypto', 'fs', 'fs/promises', 'path', 'readline', 'stream', 'util'],
  },
  demo: {
    holds: 'identity providers to try the tests with',
    uses: ['lib/plist', 'lib/products/jamf-connect', 'lib/products', 'lib/profile', 'lib/library'],
    node: ['crypto', 'http', 'net', 'zlib'],
    packages: ['oidc-provider'],
  },
  bench: {
    holds: 'measurements, and trials of endurance',
    uses: [
      'lib/plist',
      'lib/api',
      'lib/schema',
      'lib/products',
      'lib/profile',
      'lib/egress',
      'lib/testers',
      'lib/library',
      'scripts',
    ],
    loads: true,
    node: 'all',
    packages: 'all',
    network: true,
  },
}

/**
 * The room of a file; undefined for one that is in none.
 * @param {string} path From the root of the project.
 */
export function roomOf(path) {
  return Object.keys(rooms)
    .filter((room) => path.startsWith(`${room}/`))
    .reduce(
      (/** @type {string | undefined} */ best, room) => (room.length > (best?.length ?? 0) ? room : best),
      undefined,
    )
}

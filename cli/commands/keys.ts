import { helpOf } from '@/lib/products/help'
import { allKeys, knownDomains } from '@/lib/products/keys'
import { searchKeys } from '@/lib/products/search'
import type { KnownKey } from '@/lib/schema/keys'
import { type Reference, referenceOf } from '@/lib/schema/reference'
import { EXIT, UsageError } from '../cli-error'
import type { Command } from '../command'
import { suggestionFor } from '../nearest'
import { type Colours, coloursFor, printable } from '../terminal/colours'
import { writeLine } from '../terminal/io'

/** `latchkey keys`: the key reference. */
export const keys: Command = {
  name: 'keys',
  usage: '[QUERY] [--domain D] [--json]',
  summary: 'List the preference keys of Jamf Connect, or look some up.',
  details: [
    'QUERY is words, or beginnings of words, of the name, title or description ("disc url" finds OIDCDiscoveryURL), best first. A single hit, or the exact name of a key, is told in full.',
    'With --json, each line is one key: id, domain, path, title, description, type, required or recommended conditions in words (when), options, what On and Off of a switch mean (readings), default, example, introduced, deprecated, secret, evidence, source, note.',
    'Exit status: 0 keys found, 1 none found.',
  ],
  options: {
    domain: { value: 'D', help: 'Only keys of this preference domain.' },
    json: { help: 'Print one JSON object a line.' },
  },
  run: async (parsed, io) => {
    const query = parsed.operands.join(' ')
    const found = lookUp(query, keysOfDomain(parsed.value('domain')))
    const colours = coloursFor(io)
    const exact = found.filter(({ name, id, path }) => [name, id, path.join('/')].includes(query))
    const inFull = exact.length > 0 ? exact : found.length === 1 ? found : []
    const lines = parsed.flag('json')
      ? found.map((key) => JSON.stringify(jsonOf(key)))
      : inFull.length > 0
        ? inFull.map((key) => inFullText(key, colours))
        : found.map((key) => shortLine(key, colours))
    for (const line of lines) {
      await writeLine(io.stdout, line)
    }
    if (found.length === 0) {
      await writeLine(io.stderr, `No key is found for "${printable(query)}".`)
      return EXIT.issues
    }
    return EXIT.clean
  },
}

function lookUp(query: string, all: readonly KnownKey[]): readonly KnownKey[] {
  return query.trim() === '' ? all : searchKeys(query, all).map(({ key }) => key)
}

function keysOfDomain(domain: string | undefined): readonly KnownKey[] {
  if (domain !== undefined && !knownDomains.includes(domain)) {
    const meant = suggestionFor(domain, knownDomains) || ` It is one of ${knownDomains.join(', ')}.`
    throw new UsageError(`${domain} is not a preference domain of Jamf Connect.${meant}`)
  }
  return domain === undefined ? allKeys : allKeys.filter((key) => key.domain === domain)
}

function shortLine({ domain, path, definition }: KnownKey, { bold, dim }: Colours): string {
  return `${dim(`${domain}:`)}${bold(path.join('/'))}  ${definition.title}`
}

function jsonOf(key: KnownKey) {
  const { definition, id, domain, path } = key
  const { typeInWords, whenInWords, optionsInWords, readings, defaultInWords, plistExample } = referenceOf(
    key,
    helpOf(key),
  )
  const { title, deprecated, evidence } = definition
  const { description, introduced, note, source } = helpOf(key)
  return {
    id,
    domain,
    path: path.join('/'),
    title,
    description,
    kind: definition.kind,
    type: typeInWords,
    when: whenInWords,
    options: optionsInWords,
    ...(readings.length === 0 ? {} : { readings }),
    default: defaultInWords,
    example: plistExample,
    introduced,
    deprecated,
    secret: definition.secret === true,
    evidence,
    source,
    note,
  }
}

const EVIDENCE = {
  documented: 'documented',
  'real-profile': 'seen in a real profile',
  unverified: 'not verified',
} as const

function inFullText(key: KnownKey, { bold, dim }: Colours): string {
  const { definition, domain, path } = key
  const { description, source } = helpOf(key)
  return [
    `${dim(`${domain}:`)}${bold(path.join('/'))}`,
    `  ${definition.title}`,
    `  ${description}`,
    ...facts(key, referenceOf(key, helpOf(key))).map((fact) => `  ${fact}`),
    dim(`  ${source} (${EVIDENCE[definition.evidence]})`),
    '',
  ].join('\n')
}

function facts(key: KnownKey, { typeInWords, when, readings, optionsInWords, defaultInWords }: Reference) {
  const { definition } = key
  const { deprecated } = definition
  const { introduced, note } = helpOf(key)
  return [
    typeInWords,
    ...readings,
    ...when,
    ...optionsInWords.map((option) => `- ${option}`),
    ...(defaultInWords === null ? [] : [`Not configured: ${defaultInWords}`]),
    ...(introduced === undefined ? [] : [`Since version ${introduced}.`]),
    ...(deprecated === undefined ? [] : [`Deprecated since version ${deprecated}.`]),
    ...(definition.secret ? ['A credential: do not show it around.'] : []),
    ...(note === undefined ? [] : [note]),
  ]
}

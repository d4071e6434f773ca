import { parse } from 'node:path'
import { writeBinary } from '@/lib/plist/binary/writer'
import { readPlist } from '@/lib/plist/document'
import { sniff } from '@/lib/plist/sniff'
import { decodeText } from '@/lib/plist/text'
import { valueAt } from '@/lib/plist/tree'
import type { PlistValue } from '@/lib/plist/value'
import { writeXml } from '@/lib/plist/xml/writer'
import { TYPED_JSON } from '@/lib/profile/containers'
import { movedMembers } from '@/lib/profile/containers/repeated-member'
import { conversionNotes, writtenAnew } from '@/lib/profile/export/conversion-notes'
import { exportProfile, exportPropertyList } from '@/lib/profile/export/export-profile'
import { listed } from '@/lib/profile/file-contents'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import { keysOutOfOrder, toTypedJson } from '@/lib/profile/typed-json'
import { CliError, EXIT, UsageError } from '../cli-error'
import type { Command, Parsed } from '../command'
import { type Outside, openAny, openFile } from '../files/open-file'
import { type Input, readInput } from '../files/read-input'
import { type Opened, toShare } from '../files/secrets'
import { writeOutput } from '../files/write-output'
import { formNamed } from '../form'
import { suggestionFor } from '../nearest'
import { harmlessJson, printable } from '../terminal/colours'
import { writeLine } from '../terminal/io'

/** A converted file, and what it is called when only a folder is named. */
type Converted = {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** What the bytes say. */
  readonly root: PlistValue
  readonly binary?: true
  readonly notes?: readonly string[]
}

/** `latchkey convert`: writes a file in another format or form. */
export const convert: Command = {
  name: 'convert',
  usage: 'FILE --to xml|binary|json|plist|mobileconfig [--form direct|managed] [--domain D] [-o OUT] …',
  summary: 'Write a profile or property list in another format or form.',
  details: [
    'xml           the file as an XML property list; one that is XML already keeps all of its bytes\nbinary        the file as a binary property list\njson          the file as JSON\nplist         the settings of one domain, as an XML property list without a profile\nmobileconfig  the file as a profile; a property list of settings gets a profile around it',
    'A profile keeps its form, or gets the one of --form: "direct", where the payload type is the domain, or "managed" (Managed Preferences), as Jamf Pro writes it. Identifiers stay the same. A profile that has the form already is written as it is, byte for byte; what the form cannot carry is named on standard error.',
    'JSON has no words for some types of property lists, so that these are objects with one key: {"$real": "1.0"}, {"$date": "2026-11-22T09:00:00Z"}, {"$data": "Base64"}, {"$uid": 3}, {"$integer": "…"} for integers beyond 2^53 - 1, and {"$dict": {…}} around a dictionary that looks like one of them. Strings, booleans, lists and other integers are those of JSON.',
    'Credentials in the file are in the result too, and are named on standard error. --without-secrets leaves them out, each with its key: client secrets, passwords, tokens and private keys, known by key in the settings of Jamf Connect and going by name and shape elsewhere.',
    'A signed profile is written without its signature. Without -o, the result goes to standard output.',
  ],
  options: {
    to: { value: 'FORMAT', help: 'What to write.' },
    form: { value: 'FORM', help: 'With --to mobileconfig: direct or managed.' },
    domain: { value: 'D', help: 'With --to plist: the domain, where the file has several.' },
    'without-secrets': { help: 'Leave out passwords, client secrets, tokens and private keys.' },
    output: { short: 'o', value: 'OUT', help: 'Write to this file, or into this folder.' },
    force: { help: 'Allow OUT to be FILE.' },
  },
  run: async (parsed, io) => {
    const [file, ...more] = parsed.operands
    if (file === undefined || more.length > 0) {
      throw new UsageError('Name one file to convert.')
    }
    const write = targetNamed(parsed)
    const input = await readInput(file, io)
    const { bytes, fileName, binary, root, notes = [] } = await write(input, parsed)
    for (const note of notes) {
      await writeLine(io.stderr, `latchkey: ${printable(note)}`)
    }
    const output = { to: parsed.value('output'), fileName, input, root, force: parsed.flag('force') }
    await writeOutput(bytes, { ...output, binary: binary ?? false, without: '--without-secrets' }, io)
    return EXIT.clean
  },
}

const targets: { readonly [name: string]: (input: Input, parsed: Parsed) => Promise<Converted> } = {
  xml: async (input, parsed) => {
    const { document, root, content, said } = asAsked(await openAny(input), input, parsed)
    const kept = document.format === 'xml'
    return {
      bytes: kept ? content : utf8(writeXml(root)),
      root,
      notes: kept ? said : [...said, ...writtenAnew(document, root)],
      fileName: named(input, input.fileName.endsWith('.mobileconfig') ? 'mobileconfig' : 'plist'),
    }
  },
  binary: async (input, parsed) => {
    const { document, root, content, said } = asAsked(await openAny(input), input, parsed)
    const kept = document.format === 'binary'
    return {
      bytes: kept ? content : writeBinary(root),
      root,
      notes: kept ? said : [...said, ...writtenAnew(document, root)],
      fileName: named(input, 'plist'),
      binary: true,
    }
  },
  json: async (input, parsed) => {
    const { document, root, said } = asAsked(await openAny(input), input, parsed)
    return {
      bytes: utf8(`${harmlessJson(toTypedJson(root))}\n`),
      root,
      notes: [...said, ...writtenAnew(document, root), ...reordered(keysOutOfOrder(root), LATER)],
      fileName: named(input, 'json'),
    }
  },
  plist: async (input, parsed) => {
    const { document, root, places, said } = asAsked(await openFile(input), input, parsed)
    const domains = [...new Set(places.map(({ domain }) => domain))]
    const domain = chosenDomain(domains, parsed.value('domain'))
    const notes = [...said, ...writtenAnew(document, root)]
    const made = exportPropertyList(root, domain, 'xml', input.fileName)
    return { ...made, root: readPlist(made.bytes).root, notes }
  },
  mobileconfig: async (input, parsed) => {
    const { document, root, shape, said } = asAsked(await openFile(input), input, parsed)
    const form = formNamed(parsed.value('form')) ?? (shape === 'bare' ? 'direct' : 'as-is')
    const display = valueAt(root, ['PayloadDisplayName'])
    const name =
      display?.type === 'string' && display.value !== '' ? display.value : parse(input.fileName).name
    const { fileName } = input
    const [first] = exportProfile(
      { document, root },
      { form, files: 'one', name, date: new Date(), fileName },
    )
    if (first === undefined) {
      throw new CliError('The profile holds nothing to write.')
    }
    const left = conversionNotes({ document, root }, { form, files: 'one' })
    const offer = shape !== 'bare' && left.length > 0 && parsed.flag('form')
    const notes = offer ? [...left, 'Leave out --form to keep the profile in the form that it has.'] : left
    return {
      ...first,
      root,
      notes: [...said, ...notes],
      ...(sniff(first.bytes) === 'binary' ? { binary: true } : {}),
    }
  },
}

const LATER = 'first and by size where the JSON is read by JavaScript, which is how Latchkey reads it'
const NOW = 'first and by size in the result, as programs read JSON, and not where they stand in the file'

/** Keys that are numbers have no place of their own in what reads JSON. */
function reordered(keys: readonly string[], where: string): string[] {
  return keys.length === 0 ? [] : [`Keys that are numbers (${listed(keys)}) come ${where}.`]
}

function asAsked<T extends Opened & Around>(opened: T, { fileName, bytes }: Input, parsed: Parsed) {
  const { signature, unread, container } = opened
  const moved = container === TYPED_JSON ? movedMembers(decodeText(bytes).text) : []
  const around = [
    ...reordered(moved, NOW),
    ...(signature ? ['The file is signed; the result is not. Sign it again before you ship it.'] : []),
    ...(unread.length > 0 ? [`Inside and not in the result: ${listed(unread)}.`] : []),
  ]
  const asked = parsed.flag('without-secrets') ? toShare(opened, fileName) : { ...opened, said: [] }
  return { ...asked, said: [...around, ...asked.said] }
}

/** What is around the property list in a file, and is not in the result. */
type Around = Pick<OpenedProfile, 'signature'> & Outside

function targetNamed(parsed: Parsed) {
  const to = parsed.value('to')
  const names = Object.keys(targets)
  const target = to !== undefined && Object.hasOwn(targets, to) ? targets[to] : undefined
  if (target === undefined) {
    const what = to === undefined ? 'Say what to write' : `${to} is not a format`
    throw new UsageError(`${what}: --to ${names.join(', ')}.${suggestionFor(to ?? '', names, '--to ')}`)
  }
  for (const [option, belongs] of [
    ['form', 'mobileconfig'],
    ['domain', 'plist'],
  ] as const) {
    if (parsed.flag(option) && to !== belongs) {
      throw new UsageError(`--${option} goes with --to ${belongs} only.`)
    }
  }
  return target
}

function chosenDomain(domains: readonly string[], wanted: string | undefined): string {
  const [first, ...others] = domains
  if (wanted !== undefined) {
    return wanted
  }
  if (first === undefined) {
    throw new CliError('The file holds no settings of Jamf Connect, so that there is nothing to write.')
  }
  if (others.length > 0) {
    const choice = domains.map((domain) => `--domain ${domain}`).join(' or ')
    throw new CliError(`The file holds settings of several domains. Choose one: ${choice}.`)
  }
  return first
}

function named({ fileName }: Input, extension: string): string {
  return `${parse(fileName).name || 'profile'}.${extension}`
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

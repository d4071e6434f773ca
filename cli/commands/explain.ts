import { type PasswordTableRow, passwordTable } from '@/lib/testers/ropg/password-table'
import { EXIT, UsageError } from '../cli-error'
import type { Command } from '../command'
import { suggestionFor } from '../nearest'
import { type Colours, coloursFor, printable } from '../terminal/colours'
import { writeLine } from '../terminal/io'

const topics = ['passwords'] as const

/** `latchkey explain`: what the tests conclude from what. */
export const explain: Command = {
  name: 'explain',
  usage: 'passwords [QUERY] [--json]',
  summary: 'Say what the tests conclude from the answers of identity providers.',
  details: [
    'passwords is the truth table of the password check: for each answer of each provider whether the password is right (yes, no, not known), the title of the result, the repair that is offered, and the source. "inferred" marks what no document of the vendor says.',
    'QUERY is words that a row has to hold: "keycloak", "AADSTS50076", "not known".',
    'With --json, each line is one row: row, provider, answer, right, title, repair, certainty, source.',
    'Exit status: 0 rows found, 1 none found.',
  ],
  options: { json: { help: 'Print one JSON object a line.' } },
  run: async (parsed, io) => {
    const [topic = '', ...words] = parsed.operands
    if (!topics.some((each) => each === topic)) {
      throw new UsageError(`Say what to explain: ${topics.join(', ')}.${suggestionFor(topic, topics)}`)
    }
    const found = passwordTable().filter((row) => holds(row, words.join(' ')))
    const colours = coloursFor(io)
    for (const row of found) {
      await writeLine(io.stdout, parsed.flag('json') ? JSON.stringify(row) : rowText(row, colours))
    }
    return found.length === 0 ? EXIT.issues : EXIT.clean
  },
}

function holds(row: PasswordTableRow, query: string): boolean {
  const text = Object.values(row).join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const paints = { yes: 'green', no: 'red', 'not known': 'yellow' } as const

function rowText(row: PasswordTableRow, colours: Colours): string {
  const { provider, answer, right, title, repair, certainty, source } = row
  const details = [title, ...(repair === null ? [] : [`Offers: ${repair}`]), `${source} (${certainty})`].map(
    (line) => `    ${colours.dim(printable(line))}`,
  )
  return [`${printable(`${provider}: ${answer}`)}: ${colours[paints[right]](right)}`, ...details].join('\n')
}

import type { SetUpGuide } from '@/lib/schema/set-up'
import { EXIT, UsageError } from '../cli-error'
import type { Command, Parsed } from '../command'
import { guideText } from '../guide/guide-text'
import { suggestionFor } from '../nearest'
import { coloursFor, printable } from '../terminal/colours'
import { type Io, writeLine } from '../terminal/io'

/** `latchkey guide`: what to do at an identity provider. */
export const guide: Command = {
  name: 'guide',
  usage: '[GUIDE|PROVIDER] [--json]',
  summary: 'Say step by step how an identity provider is set up.',
  details: [
    'A guide says what to do in the console of the provider, which values come back into the profile, what goes wrong and how to see that a step is done. Without GUIDE all are listed.',
    'PROVIDER is a value of OIDCProvider ("EntraID"); of several guides for it, the first one is printed and the others are named.',
    'With --json, each line is one guide: id, title, providers, template, about, steps, limits, requests.',
    'Exit status: 0 done, 2 no such guide.',
  ],
  options: { json: { help: 'Print one JSON object a line.' } },
  run: async (parsed, io) => {
    // No other command waits for them.
    const { setUpGuides } = await import('@/lib/products/set-up')
    const [wanted, ...rest] = parsed.operands
    if (rest.length > 0) {
      throw new UsageError('One guide at a time.')
    }
    if (wanted === undefined) {
      return list(setUpGuides, parsed, io)
    }
    const [found, ...others] = guidesNamed(wanted, setUpGuides)
    await writeLine(
      io.stdout,
      parsed.flag('json') ? JSON.stringify(jsonOf(found)) : guideText(found, coloursFor(io)),
    )
    if (others.length > 0) {
      const names = others.map(({ id }) => id).join(', ')
      await writeLine(io.stderr, `Other guides for ${printable(wanted)}: ${names}.`)
    }
    return EXIT.clean
  },
}

async function list(guides: readonly SetUpGuide[], parsed: Parsed, io: Io): Promise<number> {
  const { bold } = coloursFor(io)
  const width = Math.max(...guides.map(({ id }) => id.length))
  for (const each of guides) {
    const { id, title } = each
    await writeLine(
      io.stdout,
      parsed.flag('json') ? JSON.stringify(jsonOf(each)) : `${bold(id.padEnd(width))}  ${title}`,
    )
  }
  return EXIT.clean
}

/** The guide with this id, or those for the provider. Throws UsageError when there is none. */
function guidesNamed(name: string, guides: readonly SetUpGuide[]): readonly [SetUpGuide, ...SetUpGuide[]] {
  const plain = name.toLowerCase()
  const own = guides.filter(({ id }) => id === plain)
  const [first, ...others] =
    own.length > 0
      ? own
      : guides.filter(({ providers }) => providers.some((provider) => provider.toLowerCase() === plain))
  if (first === undefined) {
    const names = guides.flatMap(({ id, providers }) => [id, ...providers])
    throw new UsageError(
      `There is no guide ${printable(name)}.${suggestionFor(name, [...new Set(names)])} "latchkey guide" lists them.`,
    )
  }
  return [first, ...others]
}

/** Requests as they are while nothing is configured. */
function jsonOf({ requests, ...rest }: SetUpGuide) {
  return requests === undefined
    ? rest
    : { ...rest, requests: requests.map((each) => ({ ...each, text: each.text(() => undefined) })) }
}

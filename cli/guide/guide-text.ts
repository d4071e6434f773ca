import { keyWithId } from '@/lib/products/keys'
import type { Brought, Carried, Limit, Pitfall, RequestToCopy, SetUpGuide, Step } from '@/lib/schema/set-up'
import type { Colours } from '../terminal/colours'
import { fold } from './fold'

const HERE = 3

/** A guide as text of 80 columns; the values are those that nobody has configured yet. */
export function guideText(guide: SetUpGuide, colours: Colours): string {
  const { title, about, steps, limits = [], requests = [] } = guide
  return [
    colours.bold(title),
    '',
    ...fold(about),
    '',
    ...steps.flatMap((step, at) => [...stepText(step, at + 1, colours), '']),
    ...section(
      steps.length === 0 ? 'Not possible here' : 'What this provider cannot do',
      limits,
      limitText,
      colours,
    ),
    ...section('As requests', requests, requestText, colours),
  ]
    .join('\n')
    .trimEnd()
}

function section<T>(
  title: string,
  items: readonly T[],
  text: (item: T) => string[],
  { bold }: Colours,
): string[] {
  return items.length === 0 ? [] : [bold(title), '', ...items.flatMap((item) => [...text(item), ''])]
}

function stepText(step: Step, number: number, { bold, dim }: Colours): string[] {
  const { title, path, formerPath, text, carries = [], brings = [], sets = [], pitfalls = [], proof } = step
  const heading = fold(`${number}. ${title}${step.optional ? ' (optional)' : ''}`, 0, HERE)
  return [
    ...heading.map((line) => bold(line)),
    ...(path ? fold(path.join(' > '), HERE, HERE + 2) : []),
    ...(formerPath ? fold(`Before: ${formerPath.join(' > ')}`, HERE, HERE + 2) : []),
    ...(text ? fold(text, HERE) : []),
    ...(step.unconfirmed ? fold(`Not confirmed: ${step.unconfirmed}`, HERE) : []),
    ...part('In the console:', carries.flatMap(carriedText)),
    ...part('Into the profile:', brings.flatMap(broughtText)),
    ...part(
      'Set in the profile:',
      sets.flatMap(({ key, value }) => fold(`${nameOf(key)} = ${inWords(value)}`, 5, 7)),
    ),
    ...part('What goes wrong here:', pitfalls.flatMap(pitfallText)),
    ...(proof ? fold(`Check: latchkey test ${proof.test} FILE (${proof.shows})`, HERE, HERE + 2) : []),
    ...sourcesText(step.sources).map((line) => dim(line)),
  ]
}

const part = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [`${' '.repeat(HERE)}${title}`, ...lines]

function carriedText({ label, value, note }: Carried): string[] {
  const said =
    typeof value === 'string' ? value : `${value.otherwise}, or what the profile has in ${nameOf(value.key)}`
  return [...fold(`${label}: ${said}`, 5, 7), ...(note ? fold(note, 7) : [])]
}

function broughtText({ label, keys, note }: Brought): string[] {
  return [...fold(`${label}: ${keys.map(nameOf).join(', ')}`, 5, 7), ...(note ? fold(note, 7) : [])]
}

const pitfallText = ({ text, codes = [] }: Pitfall) =>
  fold(`- ${text}${codes.length === 0 ? '' : ` (${codes.join(', ')})`}`, 5, 7)

const limitText = ({ what, instead, sources }: Limit) => [
  ...fold(what),
  ...fold(instead, HERE),
  ...sourcesText(sources),
]

const requestText = ({ title, about, text, sources }: RequestToCopy) => [
  ...fold(title),
  ...fold(about, HERE),
  '',
  ...text(() => undefined)
    .split('\n')
    .map((line) => `${' '.repeat(HERE)}${line}`.trimEnd()),
  '',
  ...sourcesText(sources),
]

const sourcesText = (sources: Step['sources']) => sources.flatMap(({ url }) => fold(url, HERE))

const inWords = (value: string | boolean | readonly string[]): string =>
  typeof value === 'object' ? value.join(', ') : typeof value === 'string' ? value : value ? 'true' : 'false'

/** A key as `latchkey set` takes it. */
function nameOf(id: string): string {
  const key = keyWithId(id)
  return key === undefined ? id : key.path.join('/')
}

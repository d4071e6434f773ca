import { type Command, commonOptions, type OptionDefinition } from './command'

/** What "latchkey help" says. */
export function overview(commands: readonly Command[]): string {
  return [
    'Latchkey reads, checks, edits and makes Jamf Connect configuration profiles.',
    '',
    'Usage: latchkey COMMAND [OPTIONS] …',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    '"latchkey help COMMAND" tells more. "latchkey --version" prints the release.',
  ].join('\n')
}

/** What "latchkey help COMMAND" says. */
export function commandHelp({ name, usage, details, options }: Command): string {
  const rows = Object.entries({ ...options, ...commonOptions }).map(optionRow)
  return [
    `Usage: latchkey ${name} ${usage}`,
    '',
    ...details.flatMap((paragraph) => [wrapped(paragraph), '']),
    'Options:',
    ...columns(rows),
  ].join('\n')
}

/** A paragraph in lines of at most 100 characters; line breaks of its own stay. */
function wrapped(paragraph: string): string {
  return paragraph.replaceAll(/(?=.{101})(.{1,100}) /g, '$1\n')
}

function optionRow([name, { short, value, help, multiple }]: [string, OptionDefinition]): [string, string] {
  const names = short === undefined ? `--${name}` : `-${short}, --${name}`
  const takes = value === undefined ? '' : ` ${value}`
  return [`${names}${takes}${multiple === undefined ? '' : ' …'}`, help]
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

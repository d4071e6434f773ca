import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './cli-error'
import { suggestionFor } from './nearest'
import type { Io } from './terminal/io'

/** An option of a command. `value` names what it takes ("OUT"); without it the option is a switch. */
export type OptionDefinition = {
  readonly value?: string
  readonly short?: string
  /** May be given several times. */
  readonly multiple?: true
  readonly help: string
}

/** One command of latchkey: its help, its options, and what it does. */
export type Command = {
  readonly name: string
  /** What stands behind the name: "FILE --to FORMAT [-o OUT]". */
  readonly usage: string
  /** One line for the list of commands. */
  readonly summary: string
  /** Paragraphs of the command's own help. */
  readonly details: readonly string[]
  readonly options: { readonly [name: string]: OptionDefinition }
  /** Gives the exit status. Throws CliError, PlistError and ProfileError, each with a sentence. */
  readonly run: (parsed: Parsed, io: Io) => Promise<number>
}

/** A command line taken apart. */
export type Parsed = {
  readonly operands: readonly string[]
  flag(name: string): boolean
  /** The value of an option, the last one when it is repeated; undefined when it is not given. */
  value(name: string): string | undefined
  values(name: string): readonly string[]
}

/** Options that every command takes. */
export const commonOptions: { readonly [name: string]: OptionDefinition } = {
  help: { short: 'h', help: 'Show this help.' },
}

/** Takes the arguments of a command apart. Throws UsageError for options that it does not have. */
export function parseCommandLine(args: readonly string[], { options, name }: Command): Parsed {
  const all = { ...options, ...commonOptions }
  const { tokens } = parseArgs({
    args: [...args],
    options: parseArgsOptions(all),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given = new Map<string, string[]>()
  const operands: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') {
      operands.push(token.value)
    } else if (token.kind === 'option') {
      refuse(token, all, name)
      given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ''])
    }
  }
  return {
    operands,
    flag: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  }
}

function parseArgsOptions(options: { readonly [name: string]: OptionDefinition }) {
  const config: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, { value, short }] of Object.entries(options)) {
    config[name] = {
      type: value === undefined ? 'boolean' : 'string',
      multiple: true,
      ...(short === undefined ? {} : { short }),
    }
  }
  return config
}

type OptionToken = {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function refuse(
  token: OptionToken,
  options: { readonly [name: string]: OptionDefinition },
  command: string,
): void {
  const definition = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (definition === undefined) {
    const meant = suggestionFor(token.name, Object.keys(options), '--')
    throw new UsageError(`"latchkey ${command}" has no option ${token.rawName}.${meant}`)
  }
  if (definition.value === undefined && token.value !== undefined) {
    throw new UsageError(`${token.rawName} takes no value.`)
  }
  const missing = token.value === undefined || token.value === ''
  const optionInstead = token.inlineValue !== true && /^-./.test(token.value ?? '')
  if (definition.value !== undefined && (missing || optionInstead)) {
    throw new UsageError(`${token.rawName} takes a value: ${token.rawName} ${definition.value}.`)
  }
}

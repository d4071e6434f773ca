import { PlistError } from '@/lib/plist/errors'
import { ProfileError } from '@/lib/profile/errors'
import { CliError, EXIT, isCliError, UsageError } from './cli-error'
import { type Command, parseCommandLine } from './command'
import { check } from './commands/check'
import { convert } from './commands/convert'
import { explain } from './commands/explain'
import { guide } from './commands/guide'
import { keys } from './commands/keys'
import { migrate } from './commands/migrate'
import { create } from './commands/new'
import { set } from './commands/set'
import { test } from './commands/test'
import { commandHelp, overview } from './help'
import { suggestionFor } from './nearest'
import { printable } from './terminal/colours'
import { type Io, writeLine } from './terminal/io'
import { version } from './version'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [check, convert, set, migrate, keys, create, guide, test, explain]

/**
 * Carries out a command line (without node and script) and gives the exit status: 0 done and clean, 1 issues found or
 * nothing found, 2 not done. Results go to `io.stdout`, everything else to `io.stderr`. Never throws.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    await writeLine(io.stderr, `latchkey: ${sentenceOf(error, io)}`)
    return EXIT.failed
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<number> {
  if (first === undefined) {
    await writeLine(io.stderr, overview(commands))
    return EXIT.failed
  }
  if (first === '--version' || first === '-V') {
    await writeLine(io.stdout, version)
    return EXIT.clean
  }
  if (first === 'help' || first === '--help' || first === '-h') {
    const [topic] = rest
    await writeLine(io.stdout, topic === undefined ? overview(commands) : commandHelp(commandNamed(topic)))
    return EXIT.clean
  }
  const command = commandNamed(first)
  try {
    const parsed = parseCommandLine(rest, command)
    if (parsed.flag('help')) {
      await writeLine(io.stdout, commandHelp(command))
      return EXIT.clean
    }
    return await command.run(parsed, io)
  } catch (error) {
    if (error instanceof UsageError) {
      throw new CliError(`${error.message} See "latchkey help ${command.name}".`)
    }
    throw error
  }
}

function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name)
  if (found === undefined) {
    const names = [...commands.map((command) => command.name), 'help', '--version']
    const what = name.startsWith('-') ? 'option' : 'command'
    throw new CliError(`There is no ${what} ${name}.${suggestionFor(name, names)} See "latchkey help".`)
  }
  return found
}

/** Our own errors have a sentence. Anything else is a defect, told with its stack only where LATCHKEY_DEBUG is set. */
function sentenceOf(error: unknown, { env }: Io): string {
  if (isCliError(error)) {
    return printable(error.message)
  }
  if (error instanceof PlistError) {
    const where = error.line > 0 ? ` Line ${error.line}, column ${error.column}.` : ''
    return printable(`${error.message}${where} (${error.code})`)
  }
  if (error instanceof ProfileError) {
    return printable(`${error.message} (${error.code})`)
  }
  const detail = env.LATCHKEY_DEBUG && error instanceof Error ? (error.stack ?? error.message) : ''
  return `This is a defect of Latchkey, and nothing was written. Set LATCHKEY_DEBUG=1 to see where it is. ${detail}`.trim()
}

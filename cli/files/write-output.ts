import { randomUUID } from 'node:crypto'
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { PlistValue } from '@/lib/plist/value'
import { holdsSecret } from '@/lib/schema/secret-names'
import { CliError } from '../cli-error'
import { printable, steersTerminal } from '../terminal/colours'
import { type Io, write, writeLine } from '../terminal/io'
import { accessNotes } from './access'
import { reasonOf } from './fs-errors'
import type { Input } from './read-input'
import { secretNotes } from './secrets'

export type OutputOptions = {
  /** The value of -o; absent or "-": standard output. */
  readonly to: string | undefined
  /** What the file is called when `to` is a folder. */
  readonly fileName: string
  /** The file that was read; it is overwritten with `force` only. */
  readonly input?: Input
  readonly force?: boolean
  /** Whether the bytes are no text, which a terminal must not get. */
  readonly binary?: boolean
  /** What the bytes say: credentials and lock-outs in it are named, and a file that holds one is for its owner only. */
  readonly root: PlistValue
  /** What leaves the credentials out, where it is an option of the same command. */
  readonly without?: string
}

/**
 * Writes the result: to standard output, or to a file, which gets all of the bytes or keeps what it had. Says on standard
 * error which credentials are in it, whether it may keep people out of their Macs, and which file was written. Throws CliError.
 */
export async function writeOutput(bytes: Uint8Array, options: OutputOptions, io: Io): Promise<void> {
  const { to, binary, input, force } = options
  if (to === undefined || to === '-') {
    refuseForTerminal(bytes, binary === true, io)
    await nameRisks(options, io)
    await write(io.stdout, bytes)
    return
  }
  const target = await targetOf(to, options, io)
  if (!force && input?.path && (await isSameFile(target.path, input.path))) {
    throw new CliError(`${to} is the file that was read. Name another one, or add --force to replace it.`)
  }
  try {
    await replaceFile(target.path, bytes, await modeFor(target.path, options))
  } catch (error) {
    throw new CliError(`${target.label} ${reasonOf(error)}.`, { cause: error })
  }
  await nameRisks(options, io)
  await writeLine(io.stderr, `Wrote ${printable(target.label)}.`)
}

const WITHOUT = '“latchkey convert FILE --to mobileconfig --without-secrets”'

async function nameRisks({ root, input, fileName, without = WITHOUT }: OutputOptions, io: Io): Promise<void> {
  const name = input?.fileName || fileName
  for (const note of [...secretNotes(root, { fileName: name, without }), ...accessNotes(root, name)]) {
    await writeLine(io.stderr, `latchkey: ${printable(note)}`)
  }
}

function refuseForTerminal(bytes: Uint8Array, binary: boolean, io: Io): void {
  if (!io.isTty.stdout) {
    return
  }
  if (binary) {
    throw new CliError(
      'A binary property list is nothing for a terminal. Name a file with -o, or pipe it on.',
    )
  }
  if (steersTerminal(new TextDecoder().decode(bytes))) {
    throw new CliError(
      'The result holds characters that would steer the terminal. Name a file with -o, or pipe it on.',
    )
  }
}

/** The mode of the file: its own when it is there, else that of the input; without the rights of others for a secret. */
async function modeFor(path: string, { input, root }: OutputOptions): Promise<number | null> {
  const own = await modeOf(path)
  const before = own ?? (input?.path ? await modeOf(input.path) : null)
  return holdsSecret(root) ? (before ?? 0o600) & 0o600 : before
}

async function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (stats) => (stats.isFile() ? stats.mode & 0o777 : null),
    () => null,
  )
}

async function targetOf(to: string, { fileName }: OutputOptions, { cwd }: Io) {
  const path = resolve(cwd, to)
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  return isFolder ? { path: join(path, fileName), label: join(to, fileName) } : { path, label: to }
}

async function isSameFile(left: string, right: string): Promise<boolean> {
  const [a, b] = await Promise.all(
    [left, right].map((path) => stat(path, { bigint: true }).catch(() => null)),
  )
  return a !== null && b !== null && a?.ino === b?.ino && a?.dev === b?.dev
}

/**
 * Writes beside the target and renames, so that a full disk or a crash leaves the old file whole. Until it has its mode, the
 * new file is for its owner only; without a mode it gets that of any new file.
 */
async function replaceFile(path: string, bytes: Uint8Array, mode: number | null): Promise<void> {
  const before = await stat(path).catch(() => null)
  if (before && !before.isFile()) {
    await writeFile(path, bytes)
    return
  }
  const target = before ? await realpath(path) : path
  const temporary = join(dirname(target), `.latchkey-${randomUUID()}`)
  try {
    await writeFile(temporary, bytes, { flag: 'wx', mode: mode === null ? 0o666 : 0o600 })
    if (mode !== null) {
      await chmod(temporary, mode)
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

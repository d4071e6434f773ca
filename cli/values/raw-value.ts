import { resolve } from 'node:path'
import { CliError } from '../cli-error'
import { reasonOf } from '../files/fs-errors'
import { readRegularFile, readStdin } from '../files/read-input'
import type { Io } from '../terminal/io'

/** A value as it was given: text on the command line, or the bytes of a file. */
export type RawValue =
  | { readonly from: 'text'; readonly text: string }
  | { readonly from: 'file'; readonly bytes: Uint8Array }

/** Reads "@file" and "@-" (standard input, once); "@@text" is the text "@text", anything else is itself. Throws CliError. */
export function rawValueReader(io: Io): (value: string) => Promise<RawValue> {
  let stdinIsTaken = false
  return async (value) => {
    if (!value.startsWith('@') || value.startsWith('@@')) {
      return { from: 'text', text: value.startsWith('@@') ? value.slice(1) : value }
    }
    const path = value.slice(1)
    if (path !== '-') {
      return { from: 'file', bytes: await readFile(resolve(io.cwd, path)) }
    }
    if (stdinIsTaken) {
      throw new CliError('Only one value can come from standard input.')
    }
    stdinIsTaken = true
    return { from: 'file', bytes: await readStdin(io) }
  }
}

/** The text of a value. One line end at the end of a file is not part of it. Throws CliError when it is not UTF-8. */
export function textOf(raw: RawValue, name: string): string {
  if (raw.from === 'text') {
    return raw.text
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw.bytes).replace(/\r?\n$/, '')
  } catch (error) {
    throw new CliError(`The file for ${name} is not UTF-8 text.`, { cause: error })
  }
}

/** Does not repeat the path: after "@" may stand a secret that only begins like one. */
async function readFile(path: string): Promise<Uint8Array> {
  try {
    return await readRegularFile(path)
  } catch (error) {
    const reason = error instanceof CliError ? error.message : `${reasonOf(error)}.`
    throw new CliError(
      `A value begins with "@", and the file named after it ${reason} Write "@@" for a text that begins with "@".`,
    )
  }
}

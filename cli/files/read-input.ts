import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { CliError } from '../cli-error'
import type { Io } from '../terminal/io'
import { reasonOf } from './fs-errors'

const { O_RDONLY, O_NONBLOCK } = constants

/** A file as it was given on the command line. */
export type Input = {
  /** For messages: the path as it was given, "standard input" for "-". */
  readonly label: string
  /** Where it is; null for standard input. */
  readonly path: string | null
  /** What tells the domain of a bare property list; empty for standard input. */
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** Far above what a reader takes (5 MB, 8 MB signed), so that the reader says why, and memory stays bounded. */
export const MOST_BYTES = 16 * 1024 * 1024

/** Reads the file at `path`, or standard input for "-". Throws CliError with a sentence. */
export async function readInput(path: string, io: Io): Promise<Input> {
  if (path === '-') {
    return { label: 'standard input', path: null, fileName: '', bytes: await readStdin(io) }
  }
  const absolute = resolve(io.cwd, path)
  try {
    const bytes = await readRegularFile(absolute)
    return { label: path, path: absolute, fileName: basename(path), bytes }
  } catch (error) {
    throw error instanceof CliError
      ? new CliError(`${path} ${error.message}`)
      : new CliError(`${path} ${reasonOf(error)}.`, { cause: error })
  }
}

/**
 * The bytes of a regular file, never more than `MOST_BYTES`. Throws CliError with the rest of a sentence for other things
 * and for larger files, and what the file system throws.
 */
export async function readRegularFile(path: string): Promise<Uint8Array> {
  // O_NONBLOCK: opening a named pipe that nobody writes to must not hang.
  const file = await open(path, O_RDONLY | O_NONBLOCK)
  try {
    const stats = await file.stat()
    if (stats.isDirectory()) {
      throw new CliError('is a folder.')
    }
    if (!stats.isFile()) {
      throw new CliError('is not a regular file. Pipe its content in and name "-" instead.')
    }
    if (stats.size > MOST_BYTES) {
      throw new CliError(TOO_LARGE)
    }
    const bytes = new Uint8Array(stats.size)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return bytes.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The first bytes of a file, for a look at what it is. */
export async function readHead(path: string, length: number): Promise<Uint8Array> {
  const file = await open(path, O_RDONLY | O_NONBLOCK)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** All of standard input. Throws CliError when it is too large for a profile. */
export async function readStdin({ stdin }: Io): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    length += bytes.length
    if (length > MOST_BYTES) {
      throw new CliError(`Standard input ${TOO_LARGE}`)
    }
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

const TOO_LARGE = 'is larger than 16 MB, which no profile is.'

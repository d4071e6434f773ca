import type { TestRequest } from '../testing/request'

/** Where a command writes to. `write` gives false while the reader is behind; `drain` then tells when to go on. */
export type Output = {
  write(chunk: string | Uint8Array): boolean
  once(event: 'drain' | 'close' | 'error', listener: () => void): unknown
}

/** What runs a test and gives the exit status: a bundle of its own, since few commands need its packages. */
export type TestProgram = {
  readonly runTest: (request: TestRequest, io: Io) => Promise<number>
}

/** Everything a command knows of the process it runs in, so that it also runs inside a test. */
export type Io = {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<string | Uint8Array> & { destroy?(): unknown }
  /** Standard input again when somebody sits there to answer questions; they are asked on standard error. */
  readonly terminal?: NodeJS.ReadableStream | undefined
  /** The folder that relative paths start from. */
  readonly cwd: string
  readonly isTty: { readonly stdout: boolean; readonly stderr: boolean }
  readonly env: { readonly [name: string]: string | undefined }
  /** Calls `listener` once for Ctrl-C, which then no longer ends the process by itself. Gives the way back. */
  readonly onInterrupt?: (listener: () => void) => () => void
  /** Loads what `latchkey test` runs on; no other command waits for that. */
  readonly loadTests?: () => Promise<TestProgram>
}

/** Writes all of it, and waits while the reader of a pipe is behind, so that output never piles up in memory. */
export async function write(output: Output, chunk: string | Uint8Array): Promise<void> {
  if (!output.write(chunk)) {
    await new Promise<void>((resolve) => {
      output.once('drain', resolve)
      output.once('close', resolve)
      output.once('error', resolve)
    })
  }
}

/** Writes one line. */
export function writeLine(output: Output, line: string): Promise<void> {
  return write(output, `${line}\n`)
}

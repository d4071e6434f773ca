import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CliError } from '../cli-error'
import { printable } from '../terminal/colours'
import { type Io, write, writeLine } from '../terminal/io'

/** Whoever answers the questions of a test: somebody at a terminal, or a script through standard input. */
export type Person = {
  /** Somebody at a terminal, who can be asked more than once. */
  readonly present: boolean
  /**
   * The answer to a question: what is typed, or in a script the first line of standard input. Null when there is
   * none: Ctrl-C, Ctrl-D, the end of the input. What is hidden is not echoed. `whole` takes a paste of several lines,
   * which come at once; in a script all of the input, unless the first line is an address.
   */
  readonly answer: (
    question: string,
    options?: { readonly hidden?: boolean; readonly whole?: boolean },
  ) => Promise<string | null>
  /** Tells something that is no result of the test. */
  readonly tell: (text: string) => Promise<void>
}

/** Longest line that is read from standard input: above any address with tokens in it. */
const mostBytes = 65_536

/** The person at this input. `signal` ends a question. */
export function personAt(io: Io, signal: AbortSignal): Person {
  const { terminal } = io
  return {
    present: terminal !== undefined,
    answer: (question, { hidden = false, whole = false } = {}) =>
      terminal === undefined
        ? scripted(io, signal, whole)
        : typed(question, { hidden, whole }, { terminal, io, signal }),
    tell: (text) => writeLine(io.stderr, text),
  }
}

/** Lines of one paste come within it. */
const pasteMs = 60

type At = { readonly terminal: NodeJS.ReadableStream; readonly io: Io; readonly signal: AbortSignal }

/** Read character by character: the line buffer of a terminal cuts long addresses. */
async function typed(
  question: string,
  { hidden, whole }: { readonly hidden: boolean; readonly whole: boolean },
  { terminal, io, signal }: At,
): Promise<string | null> {
  await write(io.stderr, `${printable(question)} `)
  if (signal.aborted) {
    return null
  }
  const output = new Writable({
    write(chunk, _, done) {
      if (!hidden) {
        io.stderr.write(chunk)
      }
      done()
    },
  })
  const line = createInterface({ input: terminal, output, terminal: true, historySize: 0 })
  const close = () => line.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    return await new Promise((resolve) => {
      const lines: string[] = []
      line.on('line', (text) => {
        lines.push(text)
        setTimeout(() => resolve(lines.join('\n')), whole ? pasteMs : 0)
      })
      line.once('close', () => resolve(lines.length === 0 ? null : lines.join('\n')))
      line.once('SIGINT', close)
    })
  } finally {
    signal.removeEventListener('abort', close)
    line.close()
    // The line end that was typed is hidden too, and Ctrl-C types none.
    await write(io.stderr, hidden ? '\n' : '')
  }
}

/** The first line of standard input, or with `whole` a text; what comes after it is not read. */
async function scripted({ stdin }: Io, signal: AbortSignal, whole: boolean): Promise<string | null> {
  let stop = () => {}
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return signal.aborted
      ? null
      : await Promise.race([firstOf(stdin, whole ? isAddress : () => true), aborted])
  } finally {
    signal.removeEventListener('abort', stop)
    // A pipe that stays open must not keep the process.
    stdin.destroy?.()
  }
}

/** One line that holds all of an answer: nobody has to end the input then. */
const isAddress = (line: string) => /^\s*["'<(]*[a-z][a-z0-9+.-]*:\/\/\S+\s*$/i.test(line)

/** The first line where it is `enough`, else all lines. */
async function firstOf(stdin: Io['stdin'], enough: (line: string) => boolean): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  let more = true
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk
    const end = more ? bytes.indexOf(10) : -1
    if (end >= 0) {
      const line = decode(Buffer.concat([...chunks, bytes.subarray(0, end)])).replace(/\r$/, '')
      if (enough(line)) {
        return line === '' ? null : line
      }
      more = false
    }
    chunks.push(bytes)
    length += bytes.length
    if (length > mostBytes) {
      throw new CliError('The line on standard input is longer than 64 KB.')
    }
  }
  const text = decode(Buffer.concat(chunks)).replace(/\r?\n?$/, '')
  return text === '' ? null : text
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CliError('Standard input is not UTF-8 text.')
  }
}

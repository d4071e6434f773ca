import type { Io } from '../terminal/io'
import type { Person } from './person'
import type { Printer } from './printer'
import type { CliTools } from './tools'

/** What a test on the command line runs with. */
export type Session = {
  readonly io: Io
  readonly tools: CliTools
  readonly print: Printer
  readonly person: Person
}

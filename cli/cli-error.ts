/** Exit status of every command: done and clean; issues found, or nothing found; could not be done. */
export const EXIT = { clean: 0, issues: 1, failed: 2 } as const

/** Why a command is not carried out. The message is one sentence for the administrator, shown as it is; status 2. */
export class CliError extends Error {
  override readonly name = 'CliError'
}

/** A command line that cannot be understood; the answer points to the help of the command. */
export class UsageError extends CliError {}

/** Whether an error is a CliError; the tests are a bundle of their own, with a copy of the class. */
export function isCliError(error: unknown): error is CliError {
  return error instanceof Error && error.name === 'CliError'
}

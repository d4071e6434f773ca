import { slot } from './slot'

/** Settings by the names of their environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The settings of this process: as the server read and completed them, else as they came. */
export function environment(): Environment {
  return slot<Environment>('environment').value ?? process.env
}

/** Settles what only a running server knows, such as the port that the system chose; what was settled before stays. */
export function completeEnvironment(values: Environment): void {
  slot<Environment>('environment').value = { ...environment(), ...values }
}

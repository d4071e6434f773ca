import { randomUUID, timingSafeEqual } from 'node:crypto'
import { slot } from '../process/slot'

/** Header that marks a request as checked by the gate. The gate drops the header when a client sends it. */
const header = 'x-latchkey-pass'

/** One value per process. */
const secret = (): string => slot<string>('pass').orMake(randomUUID)

/** Marks a request that passed the guard. */
export function admit(headers: Record<string, string | string[] | undefined>): void {
  headers[header] = secret()
}

/** Whether a request came through the gate; false when the framework was started without it. */
export function isAdmitted(headers: Headers): boolean {
  const given = Buffer.from(headers.get(header) ?? '')
  const expected = Buffer.from(secret())
  return given.length === expected.length && timingSafeEqual(given, expected)
}

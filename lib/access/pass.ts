import { randomUUID, timingSafeEqual } from 'node:crypto'

/** Header that marks a request as checked by the gate. The gate drops the header when a client sends it. */
const header = 'x-latchkey-pass'

/** One value per process; the server and the framework's own copy of this module meet in globalThis. */
function secret(): string {
  const holder = globalThis as { latchkeyPass?: string }
  holder.latchkeyPass ??= randomUUID()
  return holder.latchkeyPass
}

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

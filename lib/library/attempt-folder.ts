import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * The folder in which sent passwords are counted: one for a person and a machine, whether a server or the command line
 * sends them. LATCHKEY_ATTEMPTS, else `attempts` in LATCHKEY_DATA, else where the system keeps the state of programs
 * (https://specifications.freedesktop.org/basedir-spec/latest/). `cwd` is what a
 * relative setting starts from.
 */
export function attemptFolder(env: Readonly<Record<string, string | undefined>>, cwd: string): string {
  if (env.LATCHKEY_ATTEMPTS) {
    return resolve(cwd, env.LATCHKEY_ATTEMPTS)
  }
  return env.LATCHKEY_DATA
    ? join(resolve(cwd, env.LATCHKEY_DATA), 'attempts')
    : join(env.XDG_STATE_HOME || join(env.HOME || homedir(), '.local', 'state'), 'latchkey')
}

import { resolve } from 'node:path'
import { EgressSettingError } from '@/lib/egress/errors'
import { policyFromEnvironment } from '@/lib/egress/policy'
import { attemptFolder } from '@/lib/library/attempt-folder'
import { urlIn } from '@/lib/schema/web-address'

/** Whether the answer of a sign-in may be caught: after asking the person at the screen, without asking, or not at all. */
export type Catching = 'ask' | 'always' | 'never'

/** How this process was told to run. */
export type Settings = {
  readonly host: string
  /** 0 lets the system choose a free port. */
  readonly port: number
  /** The address people use when it is not http://host:port; null without one. */
  readonly publicUrl: string | null
  /** The data folder, absolute. */
  readonly dataFolder: string
  /** Where sent passwords are counted, absolute. */
  readonly attemptFolder: string
  /** One line on standard error per answered request. */
  readonly logRequests: boolean
  /** Whether redirect URIs of this machine are listened to while sign-ins are tried. */
  readonly catchRedirect: Catching
}

/** A reason not to start: `message` is one sentence that says what to change. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** Reads the settings from environment variables. Throws StartError naming the first variable that makes no sense. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const settings = {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || '3000'),
    publicUrl: readPublicUrl(env.LATCHKEY_PUBLIC_URL || null),
    dataFolder: resolve(env.LATCHKEY_DATA || 'data'),
    attemptFolder: attemptFolder(env, process.cwd()),
    logRequests: env.LATCHKEY_LOG === 'requests',
    catchRedirect: readCatching(env),
  }
  checkEgress(env)
  return settings
}

/** The tests read these when they run; a mistake in them is told at the start. */
function checkEgress(env: Readonly<Record<string, string | undefined>>): void {
  try {
    policyFromEnvironment(env)
  } catch (error) {
    throw error instanceof EgressSettingError ? new StartError(error.message, { cause: error }) : error
  }
}

/** Whoever started Latchkey over SSH has the browser on another machine, so that there is nothing to ask. */
function readCatching(env: Readonly<Record<string, string | undefined>>): Catching {
  const text = env.LATCHKEY_CATCH_REDIRECT || ''
  switch (text) {
    case '':
      return env.SSH_CONNECTION ? 'never' : 'ask'
    case '0':
      return 'never'
    case '1':
      return 'always'
    default:
      throw new StartError(
        `LATCHKEY_CATCH_REDIRECT is "${text}"; set it to 1 or 0, or leave it out to be asked in the sign-in test, unless Latchkey is started over SSH.`,
      )
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65535)) {
    throw new StartError(`PORT is "${text}"; set it to a number from 0 to 65535.`)
  }
  return port
}

function readPublicUrl(text: string | null): string | null {
  if (text === null) {
    return null
  }
  const url = urlIn(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new StartError(
      `LATCHKEY_PUBLIC_URL is "${text}"; set it to an http or https address without a path, such as https://latchkey.example.com.`,
    )
  }
  return url.origin
}

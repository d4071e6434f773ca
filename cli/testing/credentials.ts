import { CliError } from '../cli-error'
import type { Person } from './person'
import type { TestRequest } from './request'

export type Credentials = { readonly userName: string; readonly password: string }

/** As in the request of the web app, in characters. */
const most = { userName: 320, password: 1000 } as const

/** The user name of the command line, or asked for, and the password. Throws CliError when one is missing. */
export async function credentialsFrom(
  { userName: given }: TestRequest,
  person: Person,
): Promise<Credentials> {
  const userName = (given ?? (person.present ? await person.answer('User name:') : null) ?? '').trim()
  if (userName === '' || userName.length > most.userName) {
    throw new CliError('Say who signs in: --user NAME.')
  }
  const password = await person.answer(`Password of ${userName} (not shown):`, { hidden: true })
  if (password === null || password === '') {
    throw new CliError(
      person.present
        ? 'There is no password, so nothing was sent.'
        : 'There is no password on standard input, so nothing was sent. Pipe it in, or run the test on a terminal.',
    )
  }
  if (password.length > most.password) {
    throw new CliError('The password is longer than 1,000 characters, so nothing was sent.')
  }
  return { userName, password }
}

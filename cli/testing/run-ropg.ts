import { LOGIN_DOMAIN } from '@/lib/products/jamf-connect/context'
import { testRopg } from '@/lib/testers/ropg/test-ropg'
import { credentialsFrom } from './credentials'
import { fileLedger } from './ledger'
import type { TestRequest } from './request'
import type { Session } from './session'

/** Sends a password once, as the background check of Jamf Connect does. Null: tested to the end. */
export async function runRopg(request: TestRequest, { io, tools, print, person }: Session): Promise<null> {
  const { settings } = request
  const attempts = await fileLedger(io)
  const { userName, password } = await credentialsFrom(request, person)
  const app = request.app ?? (settings.has(LOGIN_DOMAIN) ? 'login' : 'connect')
  await print.all(testRopg({ settings, app, userName, password }, { ...tools, attempts }))
  return null
}

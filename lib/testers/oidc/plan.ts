import type { Catcher, ResponseMode, ResponseType } from '../../api/sign-in-flow'
import { contextOf } from '../../products/jamf-connect/context'
import { discoveryUrl } from '../../products/jamf-connect/providers/discovery-url'
import { providerBehind } from '../../products/jamf-connect/providers/provider-behind'
import type { Settings } from '../../schema/settings'
import { clientSettings } from '../client-settings'
import { catcherFor } from './catchers'
import { flowOf, newTicket } from './flow'
import type { OidcStart } from './start'

/** What the person at the screen chose; what is left out follows from the configuration. */
export type SignInChoice = {
  readonly responseType?: ResponseType | undefined
  readonly responseMode?: ResponseMode | undefined
  readonly catcher?: Catcher | undefined
}

/** Decides how a sign-in goes: its flow, where its answer comes to and who catches it. `home`: origin of the page. */
export async function planSignIn(
  settings: Settings,
  choice: SignInChoice,
  home: string,
  now: number,
): Promise<OidcStart> {
  const client = clientSettings(settings)
  const flow = flowOf(providerBehind(contextOf(settings)), choice)
  const { catcher, advice } = await catcherFor(client.redirectUri, choice.catcher)
  const redirectUri = catcher === 'callback' ? `${home}/callback` : client.redirectUri
  const url = discoveryUrl(contextOf(settings))?.url ?? ''
  const ticket = newTicket(client, flow, { discoveryUrl: url, redirectUri }, now)
  return { settings, ticket, flow, catcher, home, ...(advice === undefined ? {} : { advice }) }
}

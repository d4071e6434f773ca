import type { Catcher, ResponseMode, ResponseType } from '../../api/sign-in-flow'
import { contextOf } from '../../products/jamf-connect/context'
import { discoveryUrl } from '../../products/jamf-connect/providers/discovery-url'
import { providerBehind } from '../../products/jamf-connect/providers/provider-behind'
import type { Settings } from '../../schema/settings'
import { clientSettings } from '../client-settings'
import { wayFor } from './catchers'
import { flowOf, newTicket } from './flow'
import type { OidcStart } from './start'

/** What the person at the screen chose; what is left out follows from the configuration. */
export type SignInChoice = {
  readonly responseType?: ResponseType | undefined
  readonly responseMode?: ResponseMode | undefined
  readonly catcher?: Catcher | undefined
}

/** Where the person is who signs in. */
export type Browser = {
  /** Origin of the page that waits for the answer. */
  readonly home: string
  /** It is on the machine that Latchkey runs on. */
  readonly ownMachine: boolean
}

/** Decides how a sign-in goes: its flow, where its answer comes to and how it comes back. */
export function planSignIn(
  settings: Settings,
  choice: SignInChoice,
  { home, ownMachine }: Browser,
  now: number,
): OidcStart {
  const client = clientSettings(settings)
  const flow = flowOf(providerBehind(contextOf(settings)), choice)
  const way = wayFor(client.redirectUri, { chosen: choice.catcher, ownMachine })
  const redirectUri = way.catcher === 'callback' ? `${home}/callback` : client.redirectUri
  const url = discoveryUrl(contextOf(settings))?.url ?? ''
  const ticket = newTicket(client, flow, { discoveryUrl: url, redirectUri }, now)
  return { settings, ticket, flow, way, home, ownMachine }
}

import type { HelpFor, ProductHelp } from '../../../schema/help'
import type { connect } from './com.jamf.connect'
import type { actions } from './com.jamf.connect.actions'
import { actionsHelp } from './com.jamf.connect.actions.help'
import type { authchanger } from './com.jamf.connect.authchanger'
import { authchangerHelp } from './com.jamf.connect.authchanger.help'
import { connectHelp } from './com.jamf.connect.help'
import type { login } from './com.jamf.connect.login'
import { loginHelp } from './com.jamf.connect.login.help'
import type { shares } from './com.jamf.connect.shares'
import { sharesHelp } from './com.jamf.connect.shares.help'

type Jamf = typeof login | typeof connect | typeof actions | typeof shares | typeof authchanger

/** What people read of the keys of Jamf Connect when they ask. */
export const help: { readonly [M in Jamf as M['id']]: HelpFor<M> } & ProductHelp = {
  login: loginHelp,
  connect: connectHelp,
  actions: actionsHelp,
  shares: sharesHelp,
  authchanger: authchangerHelp,
}

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

/** What each domain is for, in a sentence or two. */
export const about: { readonly [M in Jamf as M['id']]: string } = {
  login:
    'How users sign in at the login window of the Mac, and the local accounts they get. After version 2.45.1 the login window is a package of its own, with its own version number.',
  connect:
    'What Self Service+ (the menu bar app) does after login: password checks and syncing, Kerberos, its menu, and temporary administrator rights. After version 2.45.1 it is part of Self Service+ and has the version number of Self Service+.',
  actions: 'Your own items in the menu of Self Service+ (the menu bar app): links, apps, scripts and checks.',
  shares: 'Network shares and the network home directory in the menu of Self Service+ (the menu bar app).',
  authchanger: 'Switches the login mechanisms of macOS to Jamf Connect and back.',
}

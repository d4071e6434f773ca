import type { Manifest } from '../../../schema/manifest'
import type { JamfNames } from '../names'
import { connect } from './com.jamf.connect'
import { actions } from './com.jamf.connect.actions'
import { authchanger } from './com.jamf.connect.authchanger'
import { login } from './com.jamf.connect.login'
import { shares } from './com.jamf.connect.shares'

/** The manifests of Jamf Connect's preference domains, in the order in which profiles and pages list them. */
export const manifests: readonly Manifest<JamfNames>[] = [login, connect, actions, shares, authchanger]

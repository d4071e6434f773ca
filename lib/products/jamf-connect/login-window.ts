import type { Settings } from '../../schema/settings'
import { contextOf } from './context'
import { isOn, textOf } from './keys'
import { providerOf, rowOf, usesOktaAuthn } from './providers/providers'

/** What somebody sees in front of a Mac with these settings; as far as it is documented. */
export type LoginWindow = {
  /** First screen: the provider's page in a web view, Jamf Connect's own fields (Okta), or the local password. */
  readonly screen: 'web' | 'okta' | 'local'
  /** Name of the identity provider, or the Okta domain; null while none is configured. */
  readonly provider: string | null
  /** Image and text of this screen; null where the screen does not show them. */
  readonly logo: string | null
  readonly background: string | null
  readonly message: string | null
  /** Captions of the buttons in the upper right corner and at the lower edge, in order. */
  readonly corner: readonly string[]
  readonly edge: readonly string[]
  /** What the drawing cannot show, as sentences. */
  readonly remarks: readonly string[]
}

/** Versions whose login windows look different: 2.45.0 moved buttons to the upper right corner. */
export type LookOf = 'from-2.45' | 'to-2.44'

/**
 * Draws the first screen from the settings of com.jamf.connect.login. Buttons:
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Existing_Local_Account_Migrations; logo and message:
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Common_Custom_Branding_Settings_for_Jamf_Connect
 */
export function loginWindow(settings: Settings, version: LookOf): LoginWindow {
  const { provider } = contextOf(settings)
  const screen =
    isOn({ settings }, 'login/OIDCDefaultLocal') || provider === null
      ? 'local'
      : usesOktaAuthn(provider)
        ? 'okta'
        : 'web'
  const logo = textOf({ settings }, 'login/LoginLogo') || null
  const message = textOf({ settings }, 'login/LoginWindowMessage') || null
  const shows = screen === 'local' ? { logo: false, message: true } : rowOf(provider)?.signInShows
  const logoHere = shows?.logo === true
  const messageHere = shows?.message === true
  return {
    screen,
    provider: provider === null ? null : providerOf(provider).label,
    logo: logoHere ? logo : null,
    background: textOf({ settings }, 'login/BackgroundImage') || null,
    message: messageHere ? message : null,
    ...buttonsOf(settings, screen, version),
    remarks: [
      logo !== null &&
        !logoHere &&
        'The logo appears only at the sign-in with Okta, and on the screens that check or synchronize a password, without passthrough authentication.',
      message !== null &&
        !messageHere &&
        'With Entra ID, the message appears on the screen for local login only.',
      version === 'from-2.45' &&
        'Where the other buttons stand since 2.45 is not documented; they are drawn at the lower edge.',
      textOf({ settings }, 'login/EULAText') !== '' &&
        'The acceptable use policy follows before the first login.',
    ].filter((remark) => remark !== false),
  }
}

/** The local login is offered unless it is denied; with DenyLocal it comes back only when the provider cannot be reached. */
function buttonsOf(
  settings: Settings,
  screen: LoginWindow['screen'],
  version: LookOf,
): Pick<LoginWindow, 'corner' | 'edge'> {
  const help = textOf({ settings }, 'login/HelpURL') || textOf({ settings }, 'login/LocalHelpFile')
  const localTitle = textOf({ settings }, 'login/OIDCLocalAuthButton') || 'Local Login'
  const local = screen !== 'local' && !isOn({ settings }, 'login/DenyLocal') && localTitle
  const others = [isOn({ settings }, 'login/AllowNetworkSelection') && 'Network', help && 'Help', 'Refresh']
  const restart = !isOn({ settings }, 'login/OIDCHideRestart') && 'Restart'
  const shutDown = !isOn({ settings }, 'login/OIDCHideShutdown') && 'Shut Down'
  return version === 'from-2.45'
    ? { corner: captions([shutDown, restart, 'Sleep', local]), edge: captions(others) }
    : { corner: [], edge: captions([local, ...others, restart, shutDown]) }
}

function captions(all: readonly (string | false | undefined)[]): string[] {
  return all.filter((caption) => typeof caption === 'string' && caption !== '') as string[]
}

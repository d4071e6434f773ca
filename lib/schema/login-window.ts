import { contextOf, LOGIN_DOMAIN, type Settings, settingAt, textAt } from './context'
import { providerOf } from './providers'

/** What somebody sees in front of a Mac with these settings; as far as it is documented. */
export type LoginWindow = {
  /** First screen: the provider's page in a web view, Jamf Connect's own fields (Okta), or the local password. */
  readonly screen: 'web' | 'okta' | 'local'
  /** Name of the identity provider, or the Okta domain; null while none is configured. */
  readonly provider: string | null
  readonly logo: string | null
  readonly background: string | null
  readonly message: string | null
  /** Captions of the buttons at the lower edge, in order. */
  readonly buttons: readonly string[]
  /** What the drawing cannot show, as sentences. */
  readonly remarks: readonly string[]
}

/** Draws the first screen from the settings of com.jamf.connect.login. */
export function loginWindow(settings: Settings): LoginWindow {
  const { provider } = contextOf(settings)
  const text = (key: string) => textAt(settings, LOGIN_DOMAIN, [key])?.trim() || null
  const screen =
    isOn(settings, 'OIDCDefaultLocal') || provider === null ? 'local' : provider === 'Okta' ? 'okta' : 'web'
  const logo = text('LoginLogo')
  const message = text('LoginWindowMessage')
  return {
    screen,
    provider: provider === null ? null : providerOf(provider).label,
    logo,
    background: text('BackgroundImage'),
    message,
    buttons: buttonsOf(settings, screen),
    remarks: [
      logo !== null &&
        screen === 'web' &&
        'With a web sign-in, the logo appears on the password screens only.',
      message !== null &&
        provider === 'EntraID' &&
        screen === 'web' &&
        'With Entra ID, the message appears on the screen for local login only.',
      text('EULAText') !== null && 'The acceptable use policy follows before the first login.',
    ].filter((remark) => remark !== false),
  }
}

/** The local login is offered unless it is denied; with DenyLocal it comes back only when the provider cannot be reached. */
function buttonsOf(settings: Settings, screen: LoginWindow['screen']): string[] {
  const help =
    textAt(settings, LOGIN_DOMAIN, ['HelpURL']) ?? textAt(settings, LOGIN_DOMAIN, ['LocalHelpFile'])
  const localTitle = textAt(settings, LOGIN_DOMAIN, ['OIDCLocalAuthButton']) || 'Local Login'
  return [
    screen !== 'local' && !isOn(settings, 'DenyLocal') && localTitle,
    isOn(settings, 'AllowNetworkSelection') && 'Network',
    help && 'Help',
    'Refresh',
    !isOn(settings, 'OIDCHideRestart') && 'Restart',
    !isOn(settings, 'OIDCHideShutdown') && 'Shut Down',
  ].filter((caption) => typeof caption === 'string' && caption !== '') as string[]
}

function isOn(settings: Settings, key: string): boolean {
  const value = settingAt(settings, LOGIN_DOMAIN, [key])
  return value?.type === 'boolean' && value.value
}

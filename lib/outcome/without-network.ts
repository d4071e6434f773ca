import { accountNameOf } from './account-name'
import { login, type Scene, switchInWords, switchOf, textsOf } from './scene'
import type { Told } from './statement'

const ENROLL = 'The user first enrolls an authenticator app in Self Service+ or the menu bar app.'

/** How the user gets in while the Mac cannot reach the identity provider. */
export function withoutNetwork(scene: Scene): readonly Told[] {
  const code = switchOf(scene, 'OfflineMFA') === true
  const { open, because, keys } = localSignIn(scene)
  return [
    {
      id: 'without-network',
      topic: 'Without network',
      value: code ? 'Password and one-time code' : open ? 'Local password' : 'Cannot sign in',
      because: code
        ? `OfflineMFA is on: a one-time code is asked for. ${ENROLL} ${because} Jamf prints the label of OfflineMFA only, and not how it and DenyLocal go together.`
        : because,
      keys: [...(code ? [login('OfflineMFA')] : []), ...keys.map(login)],
      certain: !code,
      reads: {},
    },
  ]
}

type LocalSignIn = {
  readonly open: boolean
  readonly because: string
  readonly keys: readonly string[]
}

/** Whether the local password opens the Mac when the provider is out of reach. */
function localSignIn(scene: Scene): LocalSignIn {
  const name = accountNameOf(scene)
  if (switchOf(scene, 'DenyLocal') !== true) {
    const because = `${switchInWords(scene, 'DenyLocal')}: the local password works, with the network and without.`
    return { open: true, because, keys: ['DenyLocal'] }
  }
  if (switchOf(scene, 'LocalFallback') === true) {
    const because = 'DenyLocal is on, and LocalFallback lets the local password in while the network is down.'
    return { open: true, because, keys: ['DenyLocal', 'LocalFallback'] }
  }
  if (name !== '' && textsOf(scene, 'DenyLocalExcluded').includes(name)) {
    const because = `DenyLocal is on, but ${name} is in DenyLocalExcluded.`
    return { open: true, because, keys: ['DenyLocal', 'DenyLocalExcluded'] }
  }
  const because = `DenyLocal is on and ${switchInWords(scene, 'LocalFallback')}: only accounts in DenyLocalExcluded get in.`
  return { open: false, because, keys: ['DenyLocal', 'LocalFallback', 'DenyLocalExcluded'] }
}

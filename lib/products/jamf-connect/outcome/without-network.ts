import { placeOf, switchOf, textsOf } from '../keys'
import type { LoginPath } from '../manifests/key-ids'
import { accountNameOf } from './account-name'
import { type Scene, switchInWords } from './scene'
import type { Told } from './statement'

/** https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Offline_Multifactor_Authentication */
const OFFLINE_CODE =
  'after the password, a one-time code is asked for on a screen of its own. Users enroll an authenticator app before, in OTP Settings of Self Service+. The backup code works in its place, and removes the enrolled device.'
/** https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Okta_for_MFA_on_the_Jamf_Connect_Login_Window */
const NOT_ENFORCED =
  'Jamf says that a second factor is enforced only with DenyLocal: with the local password, nobody is asked for one.'

/** How the user gets in while the Mac cannot reach the identity provider. */
export function withoutNetwork(scene: Scene): readonly Told[] {
  const code = switchOf(scene, 'login/OfflineMFA') === true
  const { open, because, keys } = localSignIn(scene)
  return [
    {
      id: 'without-network',
      topic: 'Without network',
      value: code ? 'Password and one-time code' : open ? 'Local password' : 'Cannot sign in',
      because: code
        ? `OfflineMFA is on: ${OFFLINE_CODE} ${because} How OfflineMFA and DenyLocal go together is not documented by Jamf.`
        : because,
      keys: [...(code ? [placeOf('login/OfflineMFA')] : []), ...keys.map((key) => placeOf(`login/${key}`))],
      certain: !code,
      reads: {},
    },
  ]
}

type LocalSignIn = {
  readonly open: boolean
  readonly because: string
  readonly keys: readonly LoginPath[]
}

/** Whether the local password opens the Mac when the provider is out of reach. */
function localSignIn(scene: Scene): LocalSignIn {
  const name = accountNameOf(scene)
  if (switchOf(scene, 'login/DenyLocal') !== true) {
    const because = `${switchInWords(scene, 'login/DenyLocal')}: the local password works, with the network and without. ${NOT_ENFORCED}`
    return { open: true, because, keys: ['DenyLocal'] }
  }
  if (switchOf(scene, 'login/LocalFallback') === true) {
    const because = 'DenyLocal is on, and LocalFallback lets the local password in while the network is down.'
    return { open: true, because, keys: ['DenyLocal', 'LocalFallback'] }
  }
  if (name !== '' && textsOf(scene, 'login/DenyLocalExcluded').includes(name)) {
    const because = `DenyLocal is on, but ${name} is in DenyLocalExcluded.`
    return { open: true, because, keys: ['DenyLocal', 'DenyLocalExcluded'] }
  }
  const because = `DenyLocal is on and ${switchInWords(scene, 'login/LocalFallback')}: only accounts in DenyLocalExcluded get in.`
  return { open: false, because, keys: ['DenyLocal', 'LocalFallback', 'DenyLocalExcluded'] }
}

import type { Repair } from '../../../api/issue'
import { placeOf, switchOf, textOf } from '../keys'
import { checksElsewhere } from '../links/sides'
import { rowOf, usesOktaAuthn } from '../providers/providers'
import { traitsOf } from '../providers/vendors'
import { checkingProvider, type Scene, switchInWords } from './scene'
import type { Told } from './statement'

const about = { id: 'local-password', topic: 'Local password', reads: {} } as const
const newPassword = placeOf('login/OIDCNewPassword')
const passthrough = placeOf('login/OIDCUsePassthroughAuth')

/** Which password the new account gets, and whether the user is asked for it. */
export function localPassword(scene: Scene): readonly Told[] {
  for (const rule of [oktaPassword, askedAgain, separatePassword, uncheckedPassword]) {
    const told = rule(scene)
    if (told !== null) {
      return [told, ...keychainItem(scene)]
    }
  }
  return [networkPassword(scene), ...keychainItem(scene)]
}

function oktaPassword(scene: Scene): Told | null {
  return usesOktaAuthn(scene.provider)
    ? {
        ...about,
        value: 'Same as Okta',
        because:
          'OIDCProvider is Okta: the password is typed into Jamf Connect itself, which hands it to Okta and uses it for the account.',
        keys: [placeOf('login/OIDCProvider')],
        certain: true,
      }
    : null
}

/** A password typed a second time can never be verified where the provider has no password check, as at Google. */
function askedAgain(scene: Scene): Told | null {
  const state = switchOf(scene, 'login/OIDCNewPassword')
  const { label, uncheckedPassword } = traitsOf(scene.provider) ?? {}
  if (uncheckedPassword !== 'asked-again' || state === true) {
    return null
  }
  return {
    ...about,
    value: 'Asked for again and again',
    because: `${offInWords(scene)}, so Jamf Connect wants to check the network password, which ${label} does not offer. Administrators report that the login window then starts over.`,
    keys: [newPassword],
    certain: false,
    concern: {
      verdict: state === null ? 'warning' : 'failed',
      title: `The test user can sign in at ${label}, but the login window ${state === null ? 'may start' : 'starts'} over`,
      text: `${label} cannot check a password for Jamf Connect. OIDCNewPassword has to be on, so that users choose a password for the Mac.`,
    },
    repair: turn('Turn on OIDCNewPassword', true),
  }
}

/** That OIDCNewPassword is off, or that its absence counts as that. */
function offInWords(scene: Scene): string {
  const unset = switchOf(scene, 'login/OIDCNewPassword') === null
  return `${switchInWords(scene, 'login/OIDCNewPassword')}${unset ? ', which current documentation takes for off' : ''}`
}

/** A provider without the password grant cannot check a password that is typed a second time. */
function uncheckedPassword(scene: Scene): Told | null {
  const state = switchOf(scene, 'login/OIDCNewPassword')
  const { label, passwordGrant } = checkingProvider(scene) ?? {}
  if (
    passwordGrant !== 'none' ||
    state === true ||
    switchOf(scene, 'login/OIDCUsePassthroughAuth') === true
  ) {
    return null
  }
  return {
    ...about,
    value: 'Asked for, and not checked',
    because: `${offInWords(scene)}, so Jamf Connect wants to check the network password, and ${label} has no password check for it. What the login window does then is not documented by Jamf.`,
    keys: [newPassword],
    certain: false,
    concern: {
      verdict: 'warning',
      title: 'The test user can sign in, but the password cannot be checked',
      text: `${label} has no password grant for the passwords of people. Turn on OIDCNewPassword, so that users choose a password for the Mac, or have another provider check passwords with ROPGDiscoveryURL.`,
    },
    repair: turn('Turn on OIDCNewPassword', true),
  }
}

function separatePassword(scene: Scene): Told | null {
  if (switchOf(scene, 'login/OIDCNewPassword') !== true) {
    return null
  }
  if (switchOf(scene, 'login/OIDCUsePassthroughAuth') !== true) {
    return {
      ...about,
      value: 'A separate one',
      because: 'OIDCNewPassword is on: the user chooses a password for the new account.',
      keys: [newPassword],
      certain: true,
    }
  }
  return rowOf(scene.provider)?.newPasswordWithPassthrough === 'on' ? fromPage(scene) : contradiction(scene)
}

function fromPage({ providerName }: Scene): Told {
  return {
    ...about,
    value: 'Taken from the sign-in page',
    because: `OIDCUsePassthroughAuth and OIDCNewPassword are on, as Jamf asks for with ${providerName}: the password typed on the page becomes that of the account. It is not kept in step afterwards.`,
    keys: [passthrough, newPassword],
    certain: true,
  }
}

function contradiction({ providerName }: Scene): Told {
  return {
    ...about,
    value: 'Not certain',
    because: `OIDCUsePassthroughAuth hands the password of ${providerName} to the Mac, and OIDCNewPassword asks for a separate one. Which of them wins is not documented by Jamf.`,
    keys: [passthrough, newPassword],
    certain: false,
    concern: {
      verdict: 'warning',
      title: 'The test user can sign in, but two keys disagree about the local password',
      text: 'OIDCUsePassthroughAuth and OIDCNewPassword are both on. Jamf asks for OIDCNewPassword off with passthrough authentication.',
    },
    repair: turn('Turn off OIDCNewPassword', false),
  }
}

/** Who checks the password that is asked for once more: not always who signs people in. */
function checkerOf(scene: Scene): string {
  const elsewhere = checksElsewhere(scene) ? 'the provider at ROPGDiscoveryURL' : scene.providerName
  return checkingProvider(scene)?.label ?? elsewhere
}

function networkPassword(scene: Scene): Told {
  const unset = switchOf(scene, 'login/OIDCNewPassword') === null
  const conflict =
    ' Current documentation takes that for off; documentation for 1.x and the first 2.x versions for on.'
  const start = `${switchInWords(scene, 'login/OIDCNewPassword')}.${unset ? conflict : ''}`
  const hands = switchOf(scene, 'login/OIDCUsePassthroughAuth') === true
  const unchecked =
    !hands && textOf(scene, 'login/OIDCROPGID') === '' && rowOf(scene.provider)?.asksForRopgClient !== false
  const checker = hands ? scene.providerName : checkerOf(scene)
  const next = hands
    ? 'OIDCUsePassthroughAuth is on: the password typed on the sign-in page is used, without asking again. It has to be typed there; a passkey or a remembered session brings none.'
    : `${switchInWords(scene, 'login/OIDCUsePassthroughAuth')}, so it is asked for once more and checked with ${checker}.`
  return {
    ...about,
    value: `Same as ${checker.startsWith('the ') ? `at ${checker}` : checker}`,
    because: `${start} ${next}`,
    keys: [newPassword, passthrough, ...(unchecked ? [placeOf('login/OIDCROPGID')] : [])],
    certain: !unset,
    ...(unchecked
      ? {
          concern: {
            verdict: 'warning',
            title: 'The test user can sign in, but the password cannot be checked',
            text: 'OIDCNewPassword is not on, so the login window checks the network password; that takes a client ID in OIDCROPGID, or OIDCUsePassthroughAuth.',
          },
        }
      : {}),
  }
}

/** The keychain item is filled with the network password; it is of use only where that is the local one too. */
function keychainItem(scene: Scene): readonly Told[] {
  if (switchOf(scene, 'login/CreateJamfConnectPassword') !== true) {
    return []
  }
  const { localPassword: which, label } = rowOf(scene.provider) ?? {}
  const separate = which !== 'typed' && switchOf(scene, 'login/OIDCNewPassword') === true
  const compulsory = which === 'separate'
  return [
    {
      id: 'keychain',
      topic: 'Keychain item',
      value: separate ? 'Of no use' : 'Created',
      because: separate
        ? `CreateJamfConnectPassword is on, but needs OIDCNewPassword off, and it is on${compulsory ? `, as ${label} requires` : ''}: the two passwords differ.`
        : 'CreateJamfConnectPassword is on: Self Service+ finds the user name and password in the keychain.',
      keys: [placeOf('login/CreateJamfConnectPassword'), newPassword],
      certain: !separate,
      reads: {},
      ...(separate && compulsory
        ? {
            repair: {
              title: 'Remove CreateJamfConnectPassword',
              edits: [{ ...placeOf('login/CreateJamfConnectPassword'), value: null }],
            },
          }
        : {}),
    },
  ]
}

function turn(title: string, value: boolean): Repair {
  return { title, edits: [{ ...newPassword, value: { type: 'boolean', value } }] }
}

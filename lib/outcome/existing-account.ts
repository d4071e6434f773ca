import { accountNameOf } from './account-name'
import { login, type Scene, switchInWords, switchOf, textsOf } from './scene'
import type { Told } from './statement'

const about = { id: 'existing-account', topic: 'Existing account', reads: {} } as const

/** What happens to an account that is already on the Mac. */
export function existingAccount(scene: Scene): readonly Told[] {
  return [switchOf(scene, 'Migrate') === true ? migrated(scene) : untouched(scene), ...mobileAccount(scene)]
}

function migrated(scene: Scene): Told {
  const name = accountNameOf(scene)
  if (name !== '' && textsOf(scene, 'MigrateUsersHide').includes(name)) {
    return {
      ...about,
      value: 'Not offered',
      because: `Migrate is on, but ${name} is in MigrateUsersHide: users are not offered that account.`,
      keys: [login('Migrate'), login('MigrateUsersHide')],
      certain: true,
    }
  }
  const compulsory = switchOf(scene, 'CreateNewUserHide') === true
  const because = [
    'Migrate is on: at the first sign-in with the identity provider, the user can connect an existing account.',
    compulsory && 'CreateNewUserHide removes the choice to create a new one.',
    switchOf(scene, 'DenyLocal') !== true &&
      `${switchInWords(scene, 'DenyLocal')}: users may keep signing in locally and are never connected.`,
  ].filter((sentence) => typeof sentence === 'string')
  return {
    ...about,
    value: compulsory ? 'Has to be connected' : 'Can be connected',
    because: because.join(' '),
    keys: [login('Migrate'), login('DenyLocal'), ...(compulsory ? [login('CreateNewUserHide')] : [])],
    certain: true,
  }
}

function untouched(scene: Scene): Told {
  const name = accountNameOf(scene)
  const called = name === '' ? 'of the same name' : `called ${name}`
  return {
    ...about,
    value: 'Not offered',
    because: `${switchInWords(scene, 'Migrate')}: users are not offered an existing account. What becomes of a local account ${called} is not documented by Jamf.`,
    keys: [login('Migrate')],
    certain: false,
  }
}

function mobileAccount(scene: Scene): readonly Told[] {
  return switchOf(scene, 'DemobilizeUsers') !== true
    ? []
    : [
        {
          id: 'mobile-account',
          topic: 'Mobile account',
          value: 'Becomes a local account',
          because:
            'DemobilizeUsers is on: a mobile account of Active Directory is converted when its user signs in.',
          keys: [login('DemobilizeUsers')],
          certain: true,
          reads: {},
        },
      ]
}

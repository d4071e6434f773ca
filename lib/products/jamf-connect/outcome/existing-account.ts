import { placeOf, switchOf, textsOf } from '../keys'
import { accountNameOf } from './account-name'
import { checkingProvider, type Scene, switchInWords } from './scene'
import type { Told } from './statement'

const about = { id: 'existing-account', topic: 'Existing account', reads: {} } as const

/** What happens to an account that is already on the Mac. */
export function existingAccount(scene: Scene): readonly Told[] {
  return [
    switchOf(scene, 'login/Migrate') === true ? migrated(scene) : untouched(scene),
    ...mobileAccount(scene),
  ]
}

/**
 * https://docs.jamf.com/jamf-connect/2.13.0/documentation/Local_Account_Migration.html for the rules,
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Account_Migration_Settings for the keys.
 */
function migrated(scene: Scene): Told {
  const name = accountNameOf(scene)
  if (name !== '' && textsOf(scene, 'login/MigrateUsersHide').includes(name)) {
    return {
      ...about,
      value: 'Not offered',
      because: `Migrate is on, but ${name} is in MigrateUsersHide: that account is left out of the migration, and nobody can choose it.`,
      keys: [placeOf('login/Migrate'), placeOf('login/MigrateUsersHide')],
      certain: true,
    }
  }
  const compulsory = switchOf(scene, 'login/CreateNewUserHide') === true
  return {
    ...about,
    value: compulsory ? 'Has to be connected' : 'Can be connected',
    because: [sameName(scene, name), otherName(compulsory), aroundIt(scene)]
      .filter((sentence) => sentence !== '')
      .join(' '),
    keys: [
      placeOf('login/Migrate'),
      placeOf('login/DenyLocal'),
      ...(compulsory ? [placeOf('login/CreateNewUserHide')] : []),
    ],
    certain: true,
  }
}

/** The name that counts is that of the new account, so OIDCShortName decides about it too. */
function sameName(scene: Scene, name: string): string {
  const called = name === '' ? 'of the same name' : `called ${name}`
  const { label, passwordGrant } = checkingProvider(scene) ?? {}
  const other =
    passwordGrant === 'none'
      ? `With another password it cannot be connected, because ${label} does not check passwords for Jamf Connect.`
      : 'With another password, the user types the local one once, and the network password replaces it.'
  return `Migrate is on: a local account ${called} with the same password is connected by itself. ${other}`
}

function otherName(compulsory: boolean): string {
  const choice = compulsory
    ? 'the user has to choose one from a list, since CreateNewUserHide takes away Create Account'
    : 'the user chooses one from a list or creates one'
  return `Without an account of that name, ${choice}; a chosen account gets the network name as an alias.`
}

function aroundIt(scene: Scene): string {
  return switchOf(scene, 'login/DenyLocal') === true
    ? ''
    : `${switchInWords(scene, 'login/DenyLocal')}, which Jamf asks for: users may keep signing in locally and are never connected.`
}

/** The warning is part of Jamf's security notes for Jamf Connect Login (2020). */
function untouched(scene: Scene): Told {
  const name = accountNameOf(scene)
  const called = name === '' ? 'of the same name' : `called ${name}`
  return {
    ...about,
    value: 'Not offered',
    because: `${switchInWords(scene, 'login/Migrate')}: users are not offered an existing account. What becomes of a local account ${called} is not documented by Jamf. It warns that people with the same user name and password may get into the wrong local account, and recommends multifactor authentication against that.`,
    keys: [placeOf('login/Migrate')],
    certain: false,
  }
}

function mobileAccount(scene: Scene): readonly Told[] {
  return switchOf(scene, 'login/DemobilizeUsers') !== true
    ? []
    : [
        {
          id: 'mobile-account',
          topic: 'Mobile account',
          value: 'Becomes a local account',
          because:
            'DemobilizeUsers is on: a mobile account of Active Directory is converted when its user signs in.',
          keys: [placeOf('login/DemobilizeUsers')],
          certain: true,
          reads: {},
        },
      ]
}

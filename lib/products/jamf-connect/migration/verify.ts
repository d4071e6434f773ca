import { type Ancestor, changed, inferred, none, to } from './ancestor'
import { becomes, isOn, needsNothing, whole } from './changes'
import { fromRetired } from './from-retired'
import { sources } from './sources'

const timer = none(
  'Jamf Connect has one interval, NetworkCheck in PasswordPolicies; this one is no longer set apart.',
)

/** Jamf Connect Verify 1.x, the menu bar app for OpenID Connect providers. */
export const verify: Ancestor = {
  domain: 'com.jamf.connect.verify',
  product: 'Jamf Connect Verify',
  rows: fromRetired('com.jamf.connect.verify', {
    source: sources.verify,
    rows: {
      OIDCClientID: changed(
        ['connect/IdPSettings/ROPGID'],
        (value) =>
          becomes(
            'connect/IdPSettings/ROPGID',
            value,
            'Profiles for AD FS hold the client ID of the password check here. Leave it where it is if OIDCROPGID names another one.',
          ),
        inferred,
      ),
      OIDCLoginURL: none('Where people sign in follows from the provider or its discovery address.'),
      OIDCRedirectURI: none(
        'The password check of the menu bar needs none; the login window has OIDCRedirectURI in com.jamf.connect.login.',
      ),
      TimerLocalCheck: timer,
      TimerKerberosCheck: timer,
      NetworkCheckAutomatically: changed(
        ['connect/PasswordPolicies/NetworkCheck'],
        (value) => {
          const on = isOn(value)
          if (on === null) {
            return { refused: 'The value is no switch, so nobody can say what it asks for.' }
          }
          return on
            ? needsNothing('The check runs by itself unless NetworkCheck is 0, so nothing is to be written.')
            : becomes(
                'connect/PasswordPolicies/NetworkCheck',
                whole(0),
                'NetworkCheck 0 turns the check off.',
              )
        },
        inferred,
      ),
      LocalPasswordIgnore: none(
        'It left the local password unchecked, to look for errors. No setting of today does that for everybody. PasswordSyncBlockList in PasswordPolicies names accounts that are left out.',
      ),
      KerberosShowCountdown: none(
        'The countdown is shown by itself; ExpirationCountdownStartDay 0 in PasswordPolicies turns it off.',
      ),
      KeychainItemsDebug: none('It helped with looking for errors. No setting of today does the same.'),
      KeychainItemsCreateSerial: none('No document names a setting of today for it.'),
      KeychainItems: to('connect/Keychain/PasswordItems', inferred),
      KeychainItemsInternet: to('connect/Keychain/InternetItems', inferred),
      MessageBrowserPasswordChange: none('No setting of today holds this text.'),
      MessageNetworkPasswordWrong: none('No setting of today holds this text.'),
      MessagePasswordSuccess: none('No setting of today holds this text.'),
      AlwaysShowSuccess: none('No setting of today asks for this message.'),
      WindowAbout: none('No setting of today holds this text.'),
      MenuIconActive: none(
        'No icon of today tells that there is a ticket; MenubarIcon and MenubarIconDark in Appearance are for light and dark menu bars.',
      ),
      ROPGSuccessCodes: to('connect/IdPSettings/SuccessCodes', {
        careful:
          'A code that wrong passwords bring too lets every password pass: look at the issues once it is taken over.',
      }),
      LastUser: none('Verify wrote it for itself; a profile does not need it.'),
      MountSharesWithFinder: none('No setting of today says how shares are mounted.', inferred),
    },
  }),
}

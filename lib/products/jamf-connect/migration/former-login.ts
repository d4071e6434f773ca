import { type Ancestor, none } from './ancestor'
import { fromRetired } from './from-retired'
import { sources } from './sources'

/** What only Jamf Connect Login 1.x read, in the domain that the login window has today. */
export const formerLogin: Ancestor = {
  domain: 'com.jamf.connect.login',
  product: 'Jamf Connect Login 1.x',
  current: true,
  rows: fromRetired('com.jamf.connect.login', {
    source: sources.schemas,
    rows: {
      LoginScreen: none('No document of a later version names it.'),
      BackgroundImageAlpha: none('No setting of today makes the background lighter; use a lighter picture.'),
      RightsTmpCache: none('No document of a later version names it.'),
      OIDCIgnoreCheckURL: none('No document explains it, and none of a later version names it.'),
    },
  }),
}

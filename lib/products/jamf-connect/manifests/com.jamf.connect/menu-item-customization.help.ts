import type { HelpOf } from '../../../../schema/help'
import type { menuItemCustomization } from './menu-item-customization'
import { menuItemsPage, schemaRepository } from './sources'

/** What people read of these keys. */
export const menuItemCustomizationHelp: HelpOf<typeof menuItemCustomization> = {
  source: menuItemsPage,
  keys: {
    About: {
      description: 'Title of the menu item About.',
      introduced: '2.0',
      source: schemaRepository,
    },
    Actions: {
      description: 'Title of the menu item Actions.',
      introduced: '2.0',
      source: schemaRepository,
    },
    ChangePassword: {
      description: 'Title of the menu item Change Password.',
      introduced: '2.0',
      source: schemaRepository,
    },
    ResetPassword: {
      description: 'Title of the menu item Reset Password.',
      introduced: '2.0',
      source: schemaRepository,
    },
    GetHelp: {
      description: 'Title of the menu item Get Help.',
      introduced: '2.0',
      source: schemaRepository,
    },
    GetSoftware: {
      description: 'Title of the menu item Get Software.',
      introduced: '2.0',
      source: schemaRepository,
    },
    HomeDirectory: {
      description: 'Title of the menu item Home Directory.',
      introduced: '2.0',
      source: schemaRepository,
    },
    KerberosTickets: {
      description: 'Title of the menu item Kerberos Tickets.',
      introduced: '2.0',
      source: schemaRepository,
    },
    Preferences: {
      description: 'Title of the menu item Preferences.',
      introduced: '2.0',
      source: schemaRepository,
    },
    Shares: {
      description: 'Title of the menu item Shares.',
      introduced: '2.0',
      source: schemaRepository,
    },
    Connect: {
      description: 'Title of the menu item Connect.',
      introduced: '2.0',
      source: schemaRepository,
    },
  },
}

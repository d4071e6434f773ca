import type { HelpOf } from '../../../../schema/help'
import type { menuItemDisplay } from './menu-item-display'
import { schemaRepository } from './sources'

/** What people read of these keys. */
export const menuItemDisplayHelp: HelpOf<typeof menuItemDisplay> = {
  source: schemaRepository,
  keys: {
    HiddenMenuItems: {
      description: 'Items that the menu does not show.',
      introduced: '2.0',
      note: 'The names are those of version 2.0. Other spellings are in use, so upper and lower case probably make no difference.',
    },
  },
}

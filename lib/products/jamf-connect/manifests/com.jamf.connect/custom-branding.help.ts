import type { HelpOf } from '../../../../schema/help'
import type { customBranding } from './custom-branding'
import { sampleRepository, schemaRepository } from './sources'

/** What people read of these keys. */
export const customBrandingHelp: HelpOf<typeof customBranding> = {
  source: schemaRepository,
  keys: {
    ShowWelcomeWindow: {
      description: 'Greets users with the welcome window at the start of the app.',
      introduced: '2.0',
      source: sampleRepository,
    },
    MenubarIcon: {
      description:
        'Path of the image in the menu bar while macOS is in light mode. The image measures 16 by 16 pixels.',
      introduced: '2.0',
    },
    MenubarIconDark: {
      description:
        'Path of the image in the menu bar while macOS is in dark mode. The image measures 16 by 16 pixels.',
      introduced: '2.0',
    },
  },
}

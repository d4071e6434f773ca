import { defineSection } from '../../names'
import { sampleRepository, schemaRepository } from './sources'

export const customBranding = defineSection({
  id: 'custom-branding',
  title: 'Custom branding',
  source: schemaRepository,
  description:
    'The look of Self Service+ (the menu bar app): its icon in the menu bar and its welcome window.',
  tab: 'connect',
  dictionary: 'Appearance',
  keys: {
    ShowWelcomeWindow: {
      kind: 'boolean',
      title: 'Show Welcome Window',
      description: 'Greets users with the welcome window at the start of the app.',
      on: 'the welcome window is shown when the app starts.',
      off: 'the welcome window is not shown.',
      introduced: '2.0',
      source: sampleRepository,
      evidence: 'documented',
    },
    MenubarIcon: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Light Mode Icon',
      description:
        'Path of the image in the menu bar while macOS is in light mode. The image measures 16 by 16 pixels.',
      placeholder: '/Library/Example/menu-light.png',
      introduced: '2.0',
      evidence: 'documented',
    },
    MenubarIconDark: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Dark Mode Icon',
      description:
        'Path of the image in the menu bar while macOS is in dark mode. The image measures 16 by 16 pixels.',
      placeholder: '/Library/Example/menu-dark.png',
      introduced: '2.0',
      evidence: 'documented',
    },
  },
})

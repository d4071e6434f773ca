import { defineSection } from '../../names'

export const customBranding = defineSection({
  id: 'custom-branding',
  title: 'Custom branding',
  description:
    'The look of Self Service+ (the menu bar app): its icon in the menu bar and its welcome window.',
  tab: 'connect',
  dictionary: 'Appearance',
  keys: {
    ShowWelcomeWindow: {
      kind: 'boolean',
      title: 'Show Welcome Window',
      on: 'the welcome window is shown when the app starts.',
      off: 'the welcome window is not shown.',
      evidence: 'documented',
    },
    MenubarIcon: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Light Mode Icon',
      placeholder: '/Library/Example/menu-light.png',
      evidence: 'documented',
    },
    MenubarIconDark: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Dark Mode Icon',
      placeholder: '/Library/Example/menu-dark.png',
      evidence: 'documented',
    },
  },
})

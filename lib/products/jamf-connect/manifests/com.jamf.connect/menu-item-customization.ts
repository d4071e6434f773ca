import { defineSection } from '../../names'

export const menuItemCustomization = defineSection({
  id: 'menu-item-customization',
  title: 'Menu item customization',
  description:
    'Your own titles for the items in the menu of Self Service+ (the menu bar app). Upper and lower case probably make no difference in the names of the keys, but no document says so.',
  tab: 'connect',
  dictionary: 'CustomMenuItems',
  keys: {
    About: {
      kind: 'string',
      title: 'About Menu Text',
      placeholder: 'About Example Inc.',
      evidence: 'documented',
    },
    Actions: {
      kind: 'string',
      title: 'Actions Menu Text',
      placeholder: 'Shortcuts',
      evidence: 'documented',
    },
    ChangePassword: {
      kind: 'string',
      title: 'Change Password Menu Text',
      placeholder: 'Set a new password',
      evidence: 'documented',
    },
    ResetPassword: {
      kind: 'string',
      title: 'Reset Password Menu Text',
      placeholder: 'I forgot my password',
      evidence: 'documented',
    },
    GetHelp: {
      kind: 'string',
      title: 'Get Help Menu Text',
      placeholder: 'Contact IT',
      evidence: 'documented',
    },
    GetSoftware: {
      kind: 'string',
      title: 'Get Software Menu Text',
      placeholder: 'Company apps',
      evidence: 'documented',
    },
    HomeDirectory: {
      kind: 'string',
      title: 'Home Directory Menu Text',
      placeholder: 'My home folder',
      evidence: 'documented',
    },
    KerberosTickets: {
      kind: 'string',
      title: 'Kerberos Ticket Menu Text',
      placeholder: 'My tickets',
      evidence: 'documented',
    },
    Preferences: {
      kind: 'string',
      title: 'Preferences Menu Text',
      placeholder: 'Settings',
      evidence: 'documented',
    },
    Shares: {
      kind: 'string',
      title: 'Shares Menu Text',
      placeholder: 'File servers',
      evidence: 'documented',
    },
    Connect: {
      kind: 'string',
      title: 'Connect Menu Text',
      placeholder: 'Sign in',
      evidence: 'documented',
    },
  },
})

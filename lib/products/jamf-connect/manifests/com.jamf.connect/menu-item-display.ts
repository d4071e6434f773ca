import { defineSection } from '../../names'

export const menuItemDisplay = defineSection({
  id: 'menu-item-display',
  title: 'Menu item display',
  description: 'Which items the menu of Self Service+ (the menu bar app) leaves out.',
  tab: 'connect',
  keys: {
    HiddenMenuItems: {
      kind: 'string-list',
      title: 'Hidden Menu Items',
      itemTitle: 'Menu item',
      options: {
        about: { label: 'About' },
        actions: { label: 'Actions' },
        changepassword: { label: 'Change Password', formerly: ['ChangePassword'] },
        gethelp: { label: 'Get Help' },
        getsoftware: { label: 'Get Software', formerly: ['GetSoftware'] },
        home: { label: 'Network home directory', formerly: ['Home', 'HomeDirectory', 'homedirectory'] },
        tickets: { label: 'Kerberos tickets' },
        lastuser: { label: 'Last user', formerly: ['lastusername'] },
        passwordexpiration: { label: 'Password expiration', formerly: ['PasswordExpiration'] },
        preferences: { label: 'Preferences' },
        resetpassword: { label: 'Reset Password', formerly: ['ResetPassword'] },
        shares: { label: 'Shares' },
        connect: { label: 'Connect' },
        quitjamfconnect: { label: 'Quit', formerly: ['quit'] },
      },
      open: true,
      evidence: 'documented',
    },
  },
})

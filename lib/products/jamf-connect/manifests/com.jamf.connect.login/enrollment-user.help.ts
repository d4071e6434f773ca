import type { HelpOf } from '../../../../schema/help'
import type { enrollmentUser } from './enrollment-user'

/** What people read of these keys. */
export const enrollmentUserHelp: HelpOf<typeof enrollmentUser> = {
  source: 'https://github.com/jamf/Setup-Manager',
  keys: {
    EnrollmentUserName: {
      description: 'Network user name that the login window fills in for the user who enrolled the Mac.',
      note: 'Enter the variable of your MDM server: $EMAIL in Jamf Pro, %Email% in Jamf School. No public source prints a label for this key.',
    },
    EnrollmentRealName: {
      description: 'Full name that the login window fills in for the user who enrolled the Mac.',
      note: 'Enter the variable of your MDM server: $REALNAME in Jamf Pro, %FullName% in Jamf School. No public source prints a label for this key.',
    },
  },
}

import { defineSection } from '../../names'

export const enrollmentUser = defineSection({
  id: 'enrollment-user',
  title: 'Enrollment user',
  source: 'https://github.com/jamf/Setup-Manager',
  description: 'Prefills the login window with the user who enrolled the Mac. Usually a profile of its own.',
  tab: 'login',
  keys: {
    EnrollmentUserName: {
      kind: 'string',
      title: 'Enrollment User Name',
      description: 'Network user name that the login window fills in for the user who enrolled the Mac.',
      placeholder: '$EMAIL',
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'documented',
      note: 'Enter the variable of your MDM server: $EMAIL in Jamf Pro, %Email% in Jamf School. No public source prints a label for this key.',
    },
    EnrollmentRealName: {
      kind: 'string',
      title: 'Enrollment Real Name',
      description: 'Full name that the login window fills in for the user who enrolled the Mac.',
      placeholder: '$REALNAME',
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'documented',
      note: 'Enter the variable of your MDM server: $REALNAME in Jamf Pro, %FullName% in Jamf School. No public source prints a label for this key.',
    },
  },
})

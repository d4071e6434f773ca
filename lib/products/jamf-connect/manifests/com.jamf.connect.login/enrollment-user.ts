import { defineSection } from '../../names'

export const enrollmentUser = defineSection({
  id: 'enrollment-user',
  title: 'Enrollment user',
  description: 'Prefills the login window with the user who enrolled the Mac. Usually a profile of its own.',
  tab: 'login',
  keys: {
    EnrollmentUserName: {
      kind: 'string',
      title: 'Enrollment User Name',
      placeholder: '$EMAIL',
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'documented',
    },
    EnrollmentRealName: {
      kind: 'string',
      title: 'Enrollment Real Name',
      placeholder: '$REALNAME',
      appliesWhen: { provider: ['EntraID'] },
      evidence: 'documented',
    },
  },
})

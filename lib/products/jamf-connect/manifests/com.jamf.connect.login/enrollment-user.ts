import { defineSection } from '../../names'
import { providersWith } from '../../providers/providers-with'

const fillsInWhoEnrolled = providersWith('enrollmentUser', true)

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
      appliesWhen: fillsInWhoEnrolled,
      evidence: 'documented',
    },
    EnrollmentRealName: {
      kind: 'string',
      title: 'Enrollment Real Name',
      placeholder: '$REALNAME',
      appliesWhen: fillsInWhoEnrolled,
      evidence: 'documented',
    },
  },
})

import { defineSection } from '../../names'

export const acceptableUsePolicy = defineSection({
  id: 'acceptable-use-policy',
  title: 'Acceptable use policy',
  description: 'Shows a policy that users accept before they log in.',
  tab: 'login',
  keys: {
    EULATitle: {
      kind: 'string',
      title: 'Acceptable Use Policy Title',
      placeholder: 'Using this Mac',
      evidence: 'documented',
    },
    EULASubTitle: {
      kind: 'string',
      title: 'Acceptable Use Policy Subtitle',
      placeholder: 'Read the policy, then accept it',
      evidence: 'documented',
    },
    EULAText: {
      kind: 'string',
      multiline: true,
      title: 'Acceptable Use Policy Text',
      placeholder: 'This Mac is for business use.',
      evidence: 'documented',
    },
    EULAFilePath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Acceptable Use Policy Document',
      placeholder: '/usr/local/example/policy.rtf',
      evidence: 'documented',
    },
    EULAPath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Audit Filepath',
      placeholder: '/usr/local/example/accepted',
      evidence: 'documented',
    },
  },
})

import { defineSection } from '../../names'

export const userHelp = defineSection({
  id: 'user-help',
  title: 'User help',
  description: 'What the menu items Get Help and Get Software open.',
  tab: 'connect',
  dictionary: 'UserHelp',
  keys: {
    HelpType: {
      kind: 'choice',
      title: 'Get Help Type',
      options: {
        URL: { label: 'Web page' },
        App: { label: 'Application' },
        Bomgar: { label: 'Bomgar remote support' },
      },
      needs: { key: 'UserHelp/HelpOptions', configured: true },
      evidence: 'documented',
    },
    HelpOptions: {
      kind: 'string',
      title: 'Get Help Options',
      placeholder: 'https://it.example.com/support',
      needs: { key: 'UserHelp/HelpType', configured: true },
      evidence: 'documented',
    },
    SoftwarePath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Jamf Self Service Application Path',
      placeholder: '/Applications/Example Apps.app',
      evidence: 'documented',
    },
  },
})

import { defineSection } from '../../names'
import { schemaRepository } from './sources'

export const userHelp = defineSection({
  id: 'user-help',
  title: 'User help',
  source: schemaRepository,
  description: 'What the menu items Get Help and Get Software open.',
  tab: 'connect',
  dictionary: 'UserHelp',
  keys: {
    HelpType: {
      kind: 'choice',
      title: 'Get Help Type',
      description: 'Kind of help that Get Help opens. Get Help Options says which page, app or address.',
      options: {
        URL: { label: 'Web page' },
        App: { label: 'Application' },
        Bomgar: { label: 'Bomgar remote support' },
      },
      introduced: '2.0',
      needs: { key: 'UserHelp/HelpOptions', configured: true },
      evidence: 'documented',
      note: 'Verify 1.x also knew Path, which ran a file.',
    },
    HelpOptions: {
      kind: 'string',
      title: 'Get Help Options',
      description:
        'Address or path that Get Help opens: a URL for a web page or Bomgar, the path of an app for an application.',
      placeholder: 'https://it.example.com/support',
      introduced: '2.0',
      needs: { key: 'UserHelp/HelpType', configured: true },
      evidence: 'documented',
      note: 'Version 1.x filled in the variables <<domain>>, <<fullname>>, <<serial>> and <<shortname>>; no document says whether later versions do.',
    },
    SoftwarePath: {
      kind: 'string',
      format: 'absolute-path',
      title: 'Jamf Self Service Application Path',
      description: 'Path of the app that Get Software opens.',
      placeholder: '/Applications/Example Apps.app',
      whenAbsent: 'Jamf Connect looks for Jamf Self Service and for Managed Software Center (Munki).',
      introduced: '2.0',
      evidence: 'documented',
    },
  },
})

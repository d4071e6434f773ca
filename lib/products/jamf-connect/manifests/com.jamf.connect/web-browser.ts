import { defineSection } from '../../names'
import { schemaRepository } from './sources'

export const webBrowser = defineSection({
  id: 'web-browser',
  title: 'Web browser',
  source: schemaRepository,
  description: 'What Self Service+ (the menu bar app) does with the web browser.',
  tab: 'connect',
  dictionary: 'WebBrowser',
  keys: {
    LaunchBrowser: {
      kind: 'boolean',
      title: 'Launch Browser on Successful Sign-In',
      description: 'Brings up the default web browser after every sign-in.',
      on: 'the default web browser opens after every sign-in.',
      off: 'what Off means is not documented; presumably no browser opens.',
      introduced: '2.0',
      evidence: 'documented',
      note: 'It probably opens the Okta dashboard, as Jamf Connect Sync did, and does nothing for other providers. The source does not say.',
    },
  },
})

import { defineSection } from '../../names'

export const webBrowser = defineSection({
  id: 'web-browser',
  title: 'Web browser',
  description: 'What Self Service+ (the menu bar app) does with the web browser.',
  tab: 'connect',
  dictionary: 'WebBrowser',
  keys: {
    LaunchBrowser: {
      kind: 'boolean',
      title: 'Launch Browser on Successful Sign-In',
      on: 'the default web browser opens after every sign-in.',
      off: 'what Off means is not documented; presumably no browser opens.',
      evidence: 'documented',
    },
  },
})

import type { HelpOf } from '../../../../schema/help'
import { schemaRepository } from './sources'
import type { webBrowser } from './web-browser'

/** What people read of these keys. */
export const webBrowserHelp: HelpOf<typeof webBrowser> = {
  source: schemaRepository,
  keys: {
    LaunchBrowser: {
      description: 'Brings up the default web browser after every sign-in.',
      introduced: '2.0',
      note: 'It probably opens the Okta dashboard, as Jamf Connect Sync did, and does nothing for other providers. The source does not say.',
    },
  },
}

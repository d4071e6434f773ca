import type { HelpOf } from '../../../../schema/help'
import { schemaRepository } from './sources'
import type { userHelp } from './user-help'

/** What people read of these keys. */
export const userHelpHelp: HelpOf<typeof userHelp> = {
  source: schemaRepository,
  keys: {
    HelpType: {
      description: 'Kind of help that Get Help opens. Get Help Options says which page, app or address.',
      introduced: '2.0',
      note: 'Verify 1.x also knew Path, which ran a file.',
    },
    HelpOptions: {
      description:
        'Address or path that Get Help opens: a URL for a web page or Bomgar, the path of an app for an application.',
      introduced: '2.0',
      note: 'Version 1.x filled in the variables <<domain>>, <<fullname>>, <<serial>> and <<shortname>>; no document says whether later versions do.',
    },
    SoftwarePath: {
      description: 'Path of the app that Get Software opens.',
      whenAbsent: 'Jamf Connect looks for Jamf Self Service and for Managed Software Center (Munki).',
      introduced: '2.0',
    },
  },
}

import type { HelpFor } from '../../../schema/help'
import type { actions } from './com.jamf.connect.actions'

const actionsPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Action_Item_Preference_Key_Reference'

const sampleRepository = 'https://github.com/jamf/jamfconnect'
const ancestorRepository = 'https://github.com/jamf/NoMAD-2'

/** What people read of these keys. */
export const actionsHelp: HelpFor<typeof actions> = {
  'global-preferences': {
    source: actionsPage,
    keys: {
      Version: {
        description: 'Version of the format of these settings; 1 is the only one.',
        whenAbsent: 'The version is 1.',
        source:
          'https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/Configuring_Action_Menu_Items.html',
      },
      MenuIcon: {
        description: 'Adds a dot to the Actions menu that is green, yellow or red, depending on the status.',
      },
      MenuText: {
        description: 'Takes the title of the Actions menu from the result of a command.',
        note: 'At least one command has to return a result.',
      },
    },
  },
  'action-content': {
    source: actionsPage,
    keys: {
      Actions: {
        description: 'Items of the Actions menu, from top to bottom.',
        keys: {
          Name: {
            description: 'Name of the action, and its title in the menu unless Title is configured.',
            note: 'An action named "separator" is a line in the menu.',
          },
          Title: {
            description: 'Makes the title of the item: the result of one command.',
            keys: {
              Command: {
                description: 'What to run for the title.',
                source: sampleRepository,
              },
              CommandOptions: {
                description: 'What the command works on, for example the path of a file that it runs.',
                source: sampleRepository,
              },
            },
          },
          ToolTip: {
            description: 'Text that appears while the pointer rests on the item.',
            source: sampleRepository,
          },
          Show: {
            description: 'Conditions for the item: it appears when every one of these commands returns true.',
            note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
            keys: {
              Command: {
                description: 'Command whose result decides whether the item appears.',
                source: ancestorRepository,
              },
              CommandOptions: {
                description: 'What the command works on, for example the host that it pings.',
                source: ancestorRepository,
              },
            },
          },
          Action: {
            description: 'Commands that run, in order, when the user chooses the item.',
            keys: {
              Command: {
                description:
                  'What to do. A command with True or False added to its name, such as alertTrue, runs only after that result.',
                note: 'The sample has path, url and app, and the reference has alert. The others are those of the open-source ancestor NoMAD 2, which has more.',
              },
              CommandOptions: {
                description:
                  'What the command works on. <<result>> stands for the result of the previous command.',
              },
            },
          },
          Post: {
            description: 'Second list of commands, which run once the action is done.',
            note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
            keys: {
              Command: {
                description: 'What to do after the action.',
                source: ancestorRepository,
              },
              CommandOptions: {
                description: 'What the command works on, for example the text of a notification.',
                source: ancestorRepository,
              },
            },
          },
          Connected: {
            description: 'Runs the commands only while the Mac reaches the Active Directory domain.',
            note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
          },
          Timer: {
            description: 'Minutes between two runs of the action in the background.',
            note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
          },
          GUID: {
            description: 'Identifier that tells the action from all others.',
            note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
          },
        },
      },
    },
  },
}

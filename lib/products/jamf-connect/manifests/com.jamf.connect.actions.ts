import { defineManifest, defineSection } from '../names'

const actionsPage =
  'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Action_Item_Preference_Key_Reference'
const sampleRepository = 'https://github.com/jamf/jamfconnect'
const ancestorRepository = 'https://github.com/jamf/NoMAD-2'

/** Commands of the menu; a name with True or False behind it ("alertTrue") depends on the previous result. */
const commands = {
  path: { label: 'Run a file' },
  app: { label: 'Open an app' },
  url: { label: 'Open a URL' },
  ping: { label: 'Ping a host' },
  adgroup: { label: 'Check membership in an Active Directory group' },
  alert: { label: 'Show an alert' },
  notify: { label: 'Send a notification' },
  true: { label: 'Return true' },
  false: { label: 'Return false' },
} as const

const globalPreferences = defineSection({
  id: 'global-preferences',
  title: 'Global Preferences',
  source: actionsPage,
  description: 'Settings for the Actions menu as a whole.',
  tab: 'more',
  group: 'Actions menu',
  keys: {
    Version: {
      kind: 'choice',
      as: 'integer',
      title: 'Version',
      description: 'Version of the format of these settings; 1 is the only one.',
      options: { '1': { label: '1' } },
      default: '1',
      whenAbsent: 'The version is 1.',
      alsoAccept: ['string'],
      source:
        'https://docs.jamf.com/jamf-connect/1.18.1/administrator-guide/Configuring_Action_Menu_Items.html',
      evidence: 'documented',
    },
    MenuIcon: {
      kind: 'boolean',
      title: 'Menu icon',
      description: 'Adds a dot to the Actions menu that is green, yellow or red, depending on the status.',
      on: 'a colored dot on the Actions menu shows the status.',
      off: 'what Off means is not documented; presumably there is no dot.',
      evidence: 'documented',
    },
    MenuText: {
      kind: 'boolean',
      title: 'Menu text',
      description: 'Takes the title of the Actions menu from the result of a command.',
      on: 'the title of the Actions menu is the result of a command.',
      off: 'what Off means is not documented; presumably the title stays the same.',
      evidence: 'documented',
      note: 'At least one command has to return a result.',
    },
  },
})

const actionContent = defineSection({
  id: 'action-content',
  title: 'Action Content',
  source: actionsPage,
  description: 'Your own items in the Actions menu, and what they do.',
  tab: 'more',
  group: 'Actions menu',
  keys: {
    Actions: {
      kind: 'dictionary-list',
      title: 'Actions',
      description: 'Items of the Actions menu, from top to bottom.',
      itemTitle: 'Action',
      itemName: 'Name',
      evidence: 'documented',
      keys: {
        Name: {
          kind: 'string',
          title: 'Name',
          description: 'Name of the action, and its title in the menu unless Title is configured.',
          placeholder: 'Book a meeting room',
          required: 'always',
          evidence: 'documented',
          note: 'An action named "separator" is a line in the menu.',
        },
        Title: {
          kind: 'dictionary',
          title: 'Title',
          description: 'Makes the title of the item: the result of one command.',
          evidence: 'documented',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Title command',
              description: 'What to run for the title.',
              options: commands,
              open: true,
              source: sampleRepository,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Title command option',
              description: 'What the command works on, for example the path of a file that it runs.',
              placeholder: '/bin/hostname',
              source: sampleRepository,
              evidence: 'documented',
            },
          },
        },
        ToolTip: {
          kind: 'string',
          title: 'Tooltip',
          description: 'Text that appears while the pointer rests on the item.',
          placeholder: 'Opens the room calendar',
          source: sampleRepository,
          evidence: 'real-profile',
        },
        Show: {
          kind: 'dictionary-list',
          title: 'Show',
          description: 'Conditions for the item: it appears when every one of these commands returns true.',
          itemTitle: 'Command',
          itemName: 'Command',
          evidence: 'documented',
          note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Show command',
              description: 'Command whose result decides whether the item appears.',
              options: commands,
              open: true,
              source: ancestorRepository,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Show command option',
              description: 'What the command works on, for example the host that it pings.',
              placeholder: 'wiki.example.com',
              source: ancestorRepository,
              evidence: 'documented',
            },
          },
        },
        Action: {
          kind: 'dictionary-list',
          title: 'Action',
          description: 'Commands that run, in order, when the user chooses the item.',
          itemTitle: 'Command',
          itemName: 'Command',
          evidence: 'documented',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Action command',
              description:
                'What to do. A command with True or False added to its name, such as alertTrue, runs only after that result.',
              options: commands,
              open: true,
              evidence: 'documented',
              note: 'The sample has path, url and app, and the reference has alert. The others are those of the open-source ancestor NoMAD 2, which has more.',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Action command option',
              description:
                'What the command works on. <<result>> stands for the result of the previous command.',
              placeholder: 'https://rooms.example.com',
              evidence: 'documented',
            },
          },
        },
        Post: {
          kind: 'dictionary-list',
          title: 'Post',
          description: 'Second list of commands, which run once the action is done.',
          itemTitle: 'Command',
          itemName: 'Command',
          evidence: 'documented',
          note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Post command',
              description: 'What to do after the action.',
              options: commands,
              open: true,
              source: ancestorRepository,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Post command option',
              description: 'What the command works on, for example the text of a notification.',
              placeholder: 'The printer is ready.',
              source: ancestorRepository,
              evidence: 'documented',
            },
          },
        },
        Connected: {
          kind: 'boolean',
          title: 'Connected',
          description: 'Runs the commands only while the Mac reaches the Active Directory domain.',
          on: 'the commands run only while the Active Directory domain can be reached.',
          off: 'what Off means is not documented; presumably the commands always run.',
          evidence: 'documented',
          note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
        },
        Timer: {
          kind: 'integer',
          title: 'Timer',
          description: 'Minutes between two runs of the action in the background.',
          unit: 'minutes',
          placeholder: '30',
          evidence: 'documented',
          note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
        },
        GUID: {
          kind: 'string',
          title: 'GUID',
          description: 'Identifier that tells the action from all others.',
          placeholder: '3D5F0A52-6C1E-4B8A-9F27-0E4D1C2B3A49',
          evidence: 'documented',
          note: 'Jamf documents the item. The spelling of its key comes from the same table of the open-source ancestor NoMAD 2.',
        },
      },
    },
  },
})

/** Items of the Actions menu. */
export const actions = defineManifest({
  id: 'actions',
  domain: 'com.jamf.connect.actions',
  title: 'Actions menu',
  payloadTitle: 'Jamf Connect Actions',
  description:
    'Your own items in the menu of Self Service+ (the menu bar app): links, apps, scripts and checks.',
  sections: [globalPreferences, actionContent],
})

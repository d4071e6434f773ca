import { defineManifest, defineSection } from '../names'

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
  description: 'Settings for the Actions menu as a whole.',
  tab: 'more',
  group: 'Actions menu',
  keys: {
    Version: {
      kind: 'choice',
      as: 'integer',
      title: 'Version',
      options: { '1': { label: '1' } },
      default: '1',
      alsoAccept: ['string'],
      evidence: 'documented',
    },
    MenuIcon: {
      kind: 'boolean',
      title: 'Menu icon',
      on: 'a colored dot on the Actions menu shows the status.',
      off: 'what Off means is not documented; presumably there is no dot.',
      evidence: 'documented',
    },
    MenuText: {
      kind: 'boolean',
      title: 'Menu text',
      on: 'the title of the Actions menu is the result of a command.',
      off: 'what Off means is not documented; presumably the title stays the same.',
      evidence: 'documented',
    },
  },
})

const actionContent = defineSection({
  id: 'action-content',
  title: 'Action Content',
  description: 'Your own items in the Actions menu, and what they do.',
  tab: 'more',
  group: 'Actions menu',
  keys: {
    Actions: {
      kind: 'dictionary-list',
      title: 'Actions',
      itemTitle: 'Action',
      itemName: 'Name',
      evidence: 'documented',
      keys: {
        Name: {
          kind: 'string',
          title: 'Name',
          placeholder: 'Book a meeting room',
          required: 'always',
          evidence: 'documented',
        },
        Title: {
          kind: 'dictionary',
          title: 'Title',
          evidence: 'documented',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Title command',
              options: commands,
              open: true,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Title command option',
              placeholder: '/bin/hostname',
              evidence: 'documented',
            },
          },
        },
        ToolTip: {
          kind: 'string',
          title: 'Tooltip',
          placeholder: 'Opens the room calendar',
          evidence: 'real-profile',
        },
        Show: {
          kind: 'dictionary-list',
          title: 'Show',
          itemTitle: 'Command',
          itemName: 'Command',
          evidence: 'documented',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Show command',
              options: commands,
              open: true,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Show command option',
              placeholder: 'wiki.example.com',
              evidence: 'documented',
            },
          },
        },
        Action: {
          kind: 'dictionary-list',
          title: 'Action',
          itemTitle: 'Command',
          itemName: 'Command',
          evidence: 'documented',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Action command',
              options: commands,
              open: true,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Action command option',
              placeholder: 'https://rooms.example.com',
              evidence: 'documented',
            },
          },
        },
        Post: {
          kind: 'dictionary-list',
          title: 'Post',
          itemTitle: 'Command',
          itemName: 'Command',
          evidence: 'documented',
          keys: {
            Command: {
              kind: 'choice',
              title: 'Post command',
              options: commands,
              open: true,
              evidence: 'documented',
            },
            CommandOptions: {
              kind: 'string',
              title: 'Post command option',
              placeholder: 'The printer is ready.',
              evidence: 'documented',
            },
          },
        },
        Connected: {
          kind: 'boolean',
          title: 'Connected',
          on: 'the commands run only while the Active Directory domain can be reached.',
          off: 'what Off means is not documented; presumably the commands always run.',
          evidence: 'documented',
        },
        Timer: {
          kind: 'integer',
          title: 'Timer',
          unit: 'minutes',
          placeholder: '30',
          evidence: 'documented',
        },
        GUID: {
          kind: 'string',
          title: 'GUID',
          placeholder: '3D5F0A52-6C1E-4B8A-9F27-0E4D1C2B3A49',
          evidence: 'documented',
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
  sections: [globalPreferences, actionContent],
})

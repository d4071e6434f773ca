import { defineManifest, defineSection } from '../names'

const fileSharesPage = 'https://docs.jamf.com/jamf-connect/2.4.3/documentation/File_Shares.html'

const format = defineSection({
  id: 'format',
  title: 'Format',
  source: 'https://github.com/ProfileCreator/ProfileManifests',
  description: 'Version of the format in which the shares are written.',
  tab: 'more',
  group: 'File shares',
  keys: {
    Version: {
      kind: 'choice',
      title: 'Version',
      description: 'Version of the format of these settings; 1 is the only one.',
      options: { '1': { label: '1' } },
      alsoAccept: ['integer'],
      evidence: 'documented',
      note: 'Sources disagree on the type: a manifest has a string, the open-source ancestor NoMAD 2 an integer. A string is written.',
    },
  },
})

const homeMount = defineSection({
  id: 'home-mount',
  title: 'Home mount',
  source: fileSharesPage,
  description:
    "The user's network home directory, whose address comes from Active Directory. Self Service+ (the menu bar app) needs a Kerberos realm to find it.",
  tab: 'more',
  group: 'Home directory',
  dictionary: 'HomeMount',
  keys: {
    Mount: {
      kind: 'boolean',
      title: 'Auto mount home',
      description: 'Mounts the network home directory by itself.',
      on: 'the network home directory is mounted by itself.',
      off: 'the user mounts it from the menu.',
      default: false,
      evidence: 'documented',
    },
    Groups: {
      kind: 'string-list',
      title: 'Home groups',
      description: 'Limits the automatic mount to members of these Active Directory groups.',
      itemTitle: 'Group',
      placeholder: 'Staff',
      evidence: 'documented',
    },
    Options: {
      kind: 'string-list',
      title: 'Home mount options',
      description: 'Options with which macOS mounts the network home directory.',
      itemTitle: 'Option',
      placeholder: 'nobrowse',
      evidence: 'documented',
    },
  },
})

const fileShares = defineSection({
  id: 'file-shares',
  title: 'File Shares',
  source: fileSharesPage,
  description:
    'File servers in the menu of Self Service+ (the menu bar app), which needs a Kerberos realm to reach them.',
  tab: 'more',
  group: 'File shares',
  keys: {
    Shares: {
      kind: 'dictionary-list',
      title: 'Shares',
      description: 'Shares that the menu lists.',
      itemTitle: 'Share',
      itemName: 'Name',
      evidence: 'documented',
      keys: {
        Name: {
          kind: 'string',
          title: 'Name',
          description: 'Name of the share in the menu.',
          placeholder: 'Projects',
          evidence: 'documented',
        },
        URL: {
          kind: 'string',
          title: 'URL',
          description:
            "Address of the share. Jamf Connect replaces variables such as <<shortname>> with the user's values.",
          placeholder: 'smb://files.example.com/projects',
          evidence: 'documented',
        },
        Groups: {
          kind: 'string-list',
          title: 'Groups',
          description: 'Active Directory groups whose members can use the share.',
          itemTitle: 'Group',
          placeholder: 'Design',
          evidence: 'documented',
        },
        LocalMount: {
          kind: 'string',
          title: 'Local mount',
          description: 'Folder at which the share is mounted. It can be empty.',
          placeholder: '/Volumes/Projects',
          evidence: 'documented',
        },
        AutoMount: {
          kind: 'boolean',
          title: 'Auto mount',
          description: 'Mounts the share by itself.',
          on: 'the share is mounted by itself.',
          off: 'the user mounts it from the menu.',
          default: false,
          evidence: 'documented',
        },
        ConnectedOnly: {
          kind: 'boolean',
          title: 'Connected only',
          description: 'Mounts the share only while the Mac reaches the Active Directory domain.',
          on: 'the share is mounted only while the Active Directory domain can be reached.',
          off: 'the domain does not have to be reachable.',
          default: false,
          evidence: 'documented',
        },
        Options: {
          kind: 'string-list',
          title: 'Options',
          description: 'Options with which macOS mounts the share.',
          itemTitle: 'Option',
          placeholder: 'nobrowse',
          evidence: 'documented',
        },
      },
    },
  },
})

/** Network shares in the menu. */
export const shares = defineManifest({
  id: 'shares',
  domain: 'com.jamf.connect.shares',
  title: 'File shares',
  payloadTitle: 'Jamf Connect Shares',
  description:
    'Network shares and the network home directory in the menu of Self Service+ (the menu bar app).',
  sections: [format, homeMount, fileShares],
})

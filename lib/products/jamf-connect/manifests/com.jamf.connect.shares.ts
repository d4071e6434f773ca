import { defineManifest, defineSection } from '../names'

const format = defineSection({
  id: 'format',
  title: 'Format',
  description: 'Version of the format in which the shares are written.',
  tab: 'more',
  group: 'File shares',
  keys: {
    Version: {
      kind: 'choice',
      title: 'Version',
      options: { '1': { label: '1' } },
      alsoAccept: ['integer'],
      evidence: 'documented',
    },
  },
})

const homeMount = defineSection({
  id: 'home-mount',
  title: 'Home mount',
  description:
    "The user's network home directory, whose address comes from Active Directory. Self Service+ (the menu bar app) needs a Kerberos realm to find it.",
  tab: 'more',
  group: 'Home directory',
  dictionary: 'HomeMount',
  keys: {
    Mount: {
      kind: 'boolean',
      title: 'Auto mount home',
      on: 'the network home directory is mounted by itself.',
      off: 'the user mounts it from the menu.',
      default: false,
      evidence: 'documented',
    },
    Groups: {
      kind: 'string-list',
      title: 'Home groups',
      itemTitle: 'Group',
      placeholder: 'Staff',
      evidence: 'documented',
    },
    Options: {
      kind: 'string-list',
      title: 'Home mount options',
      itemTitle: 'Option',
      placeholder: 'nobrowse',
      evidence: 'documented',
    },
  },
})

const fileShares = defineSection({
  id: 'file-shares',
  title: 'File Shares',
  description:
    'File servers in the menu of Self Service+ (the menu bar app), which needs a Kerberos realm to reach them.',
  tab: 'more',
  group: 'File shares',
  keys: {
    Shares: {
      kind: 'dictionary-list',
      title: 'Shares',
      itemTitle: 'Share',
      itemName: 'Name',
      evidence: 'documented',
      keys: {
        Name: {
          kind: 'string',
          title: 'Name',
          placeholder: 'Projects',
          evidence: 'documented',
        },
        URL: {
          kind: 'string',
          title: 'URL',
          placeholder: 'smb://files.example.com/projects',
          evidence: 'documented',
        },
        Groups: {
          kind: 'string-list',
          title: 'Groups',
          itemTitle: 'Group',
          placeholder: 'Design',
          evidence: 'documented',
        },
        LocalMount: {
          kind: 'string',
          title: 'Local mount',
          placeholder: '/Volumes/Projects',
          evidence: 'documented',
        },
        AutoMount: {
          kind: 'boolean',
          title: 'Auto mount',
          on: 'the share is mounted by itself.',
          off: 'the user mounts it from the menu.',
          default: false,
          evidence: 'documented',
        },
        ConnectedOnly: {
          kind: 'boolean',
          title: 'Connected only',
          on: 'the share is mounted only while the Active Directory domain can be reached.',
          off: 'the domain does not have to be reachable.',
          default: false,
          evidence: 'documented',
        },
        Options: {
          kind: 'string-list',
          title: 'Options',
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
  sections: [format, homeMount, fileShares],
})

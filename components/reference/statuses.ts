import type { RetiredKey } from '@/lib/schema/manifest'

/** Why a key is recognized and not offered: a heading, what it means, and what to do about it. */
export const statuses: {
  readonly [S in RetiredKey['status']]: {
    readonly title: string
    readonly sentence: string
    /** How the key that takes its place is announced. */
    readonly successor: string
  }
} = {
  legacy: {
    title: 'Jamf Connect 1.x',
    sentence:
      'Only Jamf Connect 1.x reads these keys. Where a current key does the same, configure that one.',
    successor: 'now',
  },
  'written-by-app': {
    title: 'written on the Mac',
    sentence: 'The app writes these values itself, for each user. Leave them out of profiles.',
    successor: 'see',
  },
  misplaced: {
    title: 'in the wrong place',
    sentence: 'These settings work only inside their dictionary. Move them there.',
    successor: 'belongs at',
  },
  alias: {
    title: 'other spellings',
    sentence:
      'Profiles in use spell these keys differently from the documentation. Use the documented spelling.',
    successor: 'documented as',
  },
  artefact: {
    title: 'left behind',
    sentence: 'Nothing reads these keys. You can remove them.',
    successor: 'see',
  },
}

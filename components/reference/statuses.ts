import type { RetiredKey } from '@/lib/schema/manifests/retired'

/** Why a key is recognized and not offered: a heading, what it means, and what to do about it. */
export const statuses: {
  readonly [S in RetiredKey['status']]: { readonly title: string; readonly sentence: string }
} = {
  legacy: {
    title: 'Jamf Connect 1.x',
    sentence:
      'Only Jamf Connect 1.x reads these keys. Where a current key does the same, configure that one.',
  },
  'written-by-app': {
    title: 'Written on the Mac',
    sentence: 'The app writes these values itself, for each user. Leave them out of profiles.',
  },
  misplaced: {
    title: 'In the wrong place',
    sentence: 'These settings work only inside their dictionary. Move them there.',
  },
  alias: {
    title: 'Other spellings',
    sentence:
      'Profiles in use spell these keys differently from the documentation. Use the documented spelling.',
  },
  artefact: {
    title: 'Left behind',
    sentence: 'Nothing reads these keys. You can remove them.',
  },
}

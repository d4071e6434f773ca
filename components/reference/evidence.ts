import type { Evidence } from '@/lib/schema/manifest'

/** What the facts about a key rest on, in words. */
export const evidenceInWords: { readonly [E in Evidence]: string } = {
  documented: 'Documented by the vendor.',
  'real-profile': 'Seen in profiles in use. The vendor does not document the name of the key.',
  unverified: 'Unverified. No public source settles its name, type or place.',
}

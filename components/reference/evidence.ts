import type { Evidence } from '@/lib/schema/manifest'

/** What the facts about a key rest on, as the beginning of a sentence that ends with the source. */
export const evidenceInWords: { readonly [E in Evidence]: string } = {
  documented: 'Documented in',
  'real-profile': 'Seen in profiles in use; the vendor prints its label only. See',
  unverified: 'Unverified: no public source settles its name, type or place. See',
}

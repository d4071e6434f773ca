import { PlistError } from '@/lib/plist/errors'
import { openXml, type XmlSource } from '@/lib/plist/xml/patch'
import { ProfileError } from '@/lib/profile/errors'
import { refuseUnusable } from '@/lib/profile/open-profile'

/**
 * Reads XML that was written by hand. Throws PlistError for what is no property list, and for one that could not be
 * opened again once it is saved: no dictionary, or encrypted.
 */
export function openText(text: string): XmlSource {
  const source = openXml(text)
  try {
    refuseUnusable(source.root)
  } catch (error) {
    if (error instanceof ProfileError) {
      throw new PlistError('not-a-plist', error.message, { line: 1, column: 1, offset: 0, excerpt: '' })
    }
    throw error
  }
  return source
}

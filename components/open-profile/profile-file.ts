import { withWholeSeconds } from '@/lib/plist/dates'
import { encodeText } from '@/lib/plist/text'
import type { PlistDocument } from '@/lib/plist/xml/document'
import { writeXml } from '@/lib/plist/xml/writer'
import type { ProfileStore } from './profile-store'

/** The text in which a document is edited: its own, or Apple's XML, dates in whole seconds, for a binary or OpenStep file. */
export function editableText(document: PlistDocument): string {
  return document.format === 'xml' ? document.source.text : writeXml(withWholeSeconds(document.root))
}

/**
 * The edited profile as a document again: an XML file in its own encoding, a binary or OpenStep file unchanged as long
 * as nothing was edited, and as UTF-8 XML from then on.
 */
export function currentDocument(opened: PlistDocument, profile: ProfileStore): PlistDocument {
  const { text } = profile
  if (opened.format !== 'xml' && text === editableText(opened)) {
    return opened
  }
  const decoded =
    opened.format === 'xml' ? { ...opened.decoded, text } : { text, encoding: 'utf-8' as const, bom: false }
  const { source } = profile.snapshot
  return { format: 'xml', root: source.root, source, decoded }
}

/** The bytes to store and to export when nothing is to be converted. */
export function currentBytes(opened: PlistDocument, profile: ProfileStore): Uint8Array {
  const document = currentDocument(opened, profile)
  return document.format === 'xml' ? encodeText({ ...document.decoded, text: profile.text }) : document.bytes
}

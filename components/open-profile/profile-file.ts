import { withWholeSeconds } from '@/lib/plist/dates'
import { type DecodedText, encodeText } from '@/lib/plist/text'
import { openXml, type XmlSource } from '@/lib/plist/xml/patch'
import { writeXml } from '@/lib/plist/xml/writer'
import type { ExportSource } from '@/lib/profile/export/export-profile'
import type { OpenedProfile } from '@/lib/profile/open-profile'
import type { Snapshot } from './history'

/** A file as it was read, what it is called and who signed it. */
export type ReadProfile = Pick<OpenedProfile, 'document' | 'content' | 'fileName' | 'signature'>

/** A file that is open: what was read, and what becomes of it with the edits made since. */
export class ProfileFile {
  readonly #read: ReadProfile
  /**
   * The text in which it is edited: its own, or Apple's XML, dates in whole seconds, for a binary or OpenStep file.
   */
  readonly source: XmlSource

  /** Throws PlistError for what XML cannot hold. */
  constructor(read: ReadProfile) {
    const { document } = read
    this.#read = read
    this.source =
      document.format === 'xml' ? document.source : openXml(writeXml(withWholeSeconds(document.root)))
  }

  get name(): string {
    return this.#read.fileName
  }

  get signature(): ReadProfile['signature'] {
    return this.#read.signature
  }

  /**
   * The edited profile as a document, and the tree to write it with: an XML file in its own encoding, a binary or
   * OpenStep file unchanged as long as nothing was edited, and as UTF-8 XML from then on.
   */
  written({ source, root }: Snapshot, text: string): ExportSource {
    const { document } = this.#read
    return document.format !== 'xml' && text === this.source.text
      ? { document, root: document.root }
      : { document: { format: 'xml', root: source.root, source, decoded: this.#decoded(text) }, root }
  }

  /** The bytes of a text in the encoding of the file: those that were read, while nothing was edited. */
  bytes(text: string): Uint8Array {
    return text === this.source.text ? this.#read.content : encodeText(this.#decoded(text))
  }

  #decoded(text: string): DecodedText {
    const { document } = this.#read
    return document.format === 'xml' ? { ...document.decoded, text } : { text, encoding: 'utf-8', bom: false }
  }
}

import { byteError } from '../errors'
import { DEFAULT_LIMITS, type ReadOptions } from '../limits'
import { type DecodedText, decodeText } from '../text'
import type { PlistValue } from '../value'
import { tooLargeMessage } from './faults'
import { openXml, type XmlSource } from './patch'

/** A property list as it came: its value, and what is needed to write it back in the same form. */
export type PlistDocument =
  | {
      readonly format: 'xml'
      readonly root: PlistValue
      readonly source: XmlSource
      readonly decoded: DecodedText
    }
  | { readonly format: 'binary'; readonly root: PlistValue; readonly bytes: Uint8Array }
  | {
      readonly format: 'openstep'
      readonly root: PlistValue
      readonly bytes: Uint8Array
      readonly hasComments: boolean
    }

/** Throws PlistError "too-large" for more bytes than the limit. */
export function refuseTooLarge(bytes: Uint8Array, options: ReadOptions): void {
  const limit = options.limits?.size ?? DEFAULT_LIMITS.size
  if (bytes.length > limit) {
    throw byteError('too-large', tooLargeMessage(limit), 0)
  }
}

/** Reads a property list that is XML, without the readers of the other formats. Throws PlistError. */
export function readXmlDocument(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Extract<PlistDocument, { format: 'xml' }> {
  refuseTooLarge(bytes, options)
  const decoded = decodeText(bytes)
  const source = openXml(decoded.text, options)
  return { format: 'xml', root: source.root, source, decoded }
}

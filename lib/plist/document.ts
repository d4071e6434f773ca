import { measureBinary } from './binary/reader'
import { writeBinary } from './binary/writer'
import { DEFAULT_LIMITS, type ReadOptions } from './limits'
import { readOpenStep } from './openstep/reader'
import { hasOpenStepComment } from './openstep/tokens'
import { notReadable, sniff } from './sniff'
import { decodeText, encodeText } from './text'
import type { PlistValue } from './value'
import { type PlistDocument, readXmlDocument, refuseTooLarge } from './xml/document'
import { patchXml } from './xml/patch'
import { refuseLargeAsXml } from './xml/size'
import { writeXml } from './xml/writer'

/**
 * Reads a property list of any format. Throws PlistError: for the defects of each format, for what is too large as XML, for signed profiles
 * (code `signed`) and for files that are no property list.
 */
export function readPlist(bytes: Uint8Array, options: ReadOptions = {}): PlistDocument {
  refuseTooLarge(bytes, options)
  const kind = sniff(bytes)
  switch (kind) {
    case 'binary':
      return { format: 'binary', root: readMeasured(bytes, options), bytes }
    case 'openstep': {
      const { text } = decodeText(bytes)
      const root = small(readOpenStep(text, options), options)
      return { format: 'openstep', root, bytes, hasComments: hasOpenStepComment(text) }
    }
    case 'xml':
      return readXmlDocument(bytes, options)
    default:
      throw notReadable(kind, bytes)
  }
}

/** Most files are small enough whatever their characters are; only the others are counted. */
function readMeasured(bytes: Uint8Array, options: ReadOptions): PlistValue {
  const { root, atMost } = measureBinary(bytes, options)
  const { size } = { ...DEFAULT_LIMITS, ...options.limits }
  return atMost <= size ? root : small(root, options)
}

function small(root: PlistValue, { limits }: ReadOptions): PlistValue {
  refuseLargeAsXml(root, { ...DEFAULT_LIMITS, ...limits })
  return root
}

/**
 * The file with the tree `after` in it: the same bytes when `after` is the document's root, else the same format
 * and, for XML, the same text and encoding except where the tree differs. OpenStep text becomes XML when it is edited.
 */
export function writeDocument(document: PlistDocument, after: PlistValue): Uint8Array {
  if (document.format === 'xml') {
    return encodeText({ ...document.decoded, text: patchXml(document.source, after) })
  }
  if (after === document.root) {
    return document.bytes
  }
  return document.format === 'binary' ? writeBinary(after) : new TextEncoder().encode(writeXml(after))
}

import { readBinary } from '@/lib/plist/binary/reader'
import { writeBinary } from '@/lib/plist/binary/writer'
import { writeDocument } from '@/lib/plist/document'
import { PlistError } from '@/lib/plist/errors'
import { equal } from '@/lib/plist/tree'
import type { PlistDocument } from '@/lib/plist/xml/document'
import { readXml } from '@/lib/plist/xml/reader'
import { writeXml } from '@/lib/plist/xml/writer'

/**
 * How a property list comes back. "same": nothing changed. "unwritable": the format has no way to spell a value, and
 * writing it is refused. "changed": a defect of Latchkey.
 */
export type Outcome = 'same' | 'unwritable' | 'changed'

/** What read → write → read gives. */
export type RoundTrip = {
  /** Written back unedited: the same bytes. */
  readonly unedited: Outcome
  /** Written anew as XML, or as a binary property list, and read again: the same values, types and order. */
  readonly xml: Outcome
  readonly binary: Outcome
}

/** Writes the document in every way and reads it again. `content` are the bytes it was read from. */
export function roundTrip(document: PlistDocument, content: Uint8Array): RoundTrip {
  const { root } = document
  return {
    unedited: outcome(() => sameBytes(writeDocument(document, root), content)),
    xml: outcome(() => equal(readXml(writeXml(root)), root)),
    binary: outcome(() => equal(readBinary(writeBinary(root)), root)),
  }
}

/** Whether nothing was lost in any format that can hold the values. */
export function isLossless(result: RoundTrip): boolean {
  return result.unedited === 'same' && result.xml !== 'changed' && result.binary !== 'changed'
}

/** A reader that refuses what our own writer made is a change for the worse, whatever its reason. */
function outcome(isSame: () => boolean): Outcome {
  try {
    return isSame() ? 'same' : 'changed'
  } catch (error) {
    return error instanceof PlistError && error.code === 'unwritable' ? 'unwritable' : 'changed'
  }
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0
}

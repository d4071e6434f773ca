import { placesIn } from '../errors'
import type { PlistValue } from '../value'
import type { PlistDocument } from './document'
import { patchEdits } from './patch'

/** Whether a file holds comments, as far as its format has them and they can be told from text. */
export function hasComments(document: PlistDocument): boolean {
  return document.format === 'xml'
    ? !commentsIn(document.source.text).next().done
    : document.format === 'openstep' && document.hasComments
}

/**
 * The lines, counted from 1, of the comments that `writeDocument` takes away with what `after` no longer holds; empty for
 * files that are not XML. Throws PlistError as `writeDocument` does.
 */
export function droppedComments(document: PlistDocument, after: PlistValue): number[] {
  if (!hasComments(document) || document.format !== 'xml') {
    return []
  }
  const { source } = document
  const placeOf = placesIn(source.text)
  const edits = patchEdits(source, after)
  const written = edits.flatMap(({ text }) => [...commentsIn(text)].map(({ comment }) => comment))
  const dropped: number[] = []
  for (const { start, end } of edits) {
    for (const { comment, at } of commentsIn(source.text.slice(start, end))) {
      const again = written.indexOf(comment)
      if (again >= 0) {
        written.splice(again, 1)
      } else {
        dropped.push(placeOf(start + at).line)
      }
    }
  }
  return [...new Set(dropped)].toSorted((left, right) => left - right)
}

/** One pass: a text full of openings without an end costs no more than another. */
function* commentsIn(text: string): Generator<{ comment: string; at: number }> {
  let at = text.indexOf('<!--')
  while (at >= 0) {
    const end = text.indexOf('-->', at + 4)
    if (end < 0) {
      return
    }
    yield { comment: text.slice(at, end + 3), at }
    at = text.indexOf('<!--', end + 3)
  }
}

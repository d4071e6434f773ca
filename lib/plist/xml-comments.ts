import { lineAndColumn } from './errors'
import type { PlistValue } from './value'
import type { PlistDocument } from './xml-document'
import { patchEdits } from './xml-patch'

const COMMENT = /<!--[\s\S]*?-->/g

/** Whether a file holds comments, as far as its format has them and they can be told from text. */
export function hasComments(document: PlistDocument): boolean {
  return document.format === 'xml' && document.source.text.search(COMMENT) >= 0
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
  const edits = patchEdits(source, after)
  const written = edits.flatMap(({ text }) => commentsIn(text).map(([comment]) => comment))
  const dropped: number[] = []
  for (const { start, end } of edits) {
    for (const match of commentsIn(source.text.slice(start, end))) {
      const again = written.indexOf(match[0])
      if (again >= 0) {
        written.splice(again, 1)
      } else {
        dropped.push(lineAndColumn(source.text, start + match.index).line)
      }
    }
  }
  return [...new Set(dropped)].toSorted((left, right) => left - right)
}

function commentsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(COMMENT)]
}

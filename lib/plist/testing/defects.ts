import { describe, expect, test } from 'vitest'
import { applyRepair, PlistError, type PlistErrorCode } from '../errors'
import { readXml } from '../xml-reader'

export type Defect = {
  readonly name: string
  readonly text: string
  readonly code: PlistErrorCode
  /** Line and column of the place to look at. */
  readonly at: readonly [number, number]
  /** The text after the repair; null when nothing is obvious. */
  readonly repaired: string | null
}

/** The error of a text that is not to be read. */
export function fault(text: string): PlistError {
  try {
    readXml(text)
  } catch (error) {
    if (error instanceof PlistError) {
      return error
    }
    throw error
  }
  throw new Error('The text was accepted.')
}

/** Tests that every defect is refused with its code, at its place, with its repair and a helpful sentence. */
export function describeDefects(title: string, defects: readonly Defect[]): void {
  describe(title, () => {
    test.each(defects)('$name is refused as $code, at its place', ({ text, code, at }) => {
      const { code: actual, line, column } = fault(text)
      expect([actual, line, column]).toEqual([code, ...at])
    })

    test.each(defects)('$name is repaired when that is obvious', ({ text, repaired }) => {
      const { repair } = fault(text)
      expect(repair ? applyRepair(text, repair) : null).toBe(repaired)
      if (repaired !== null) {
        expect(() => readXml(repaired)).not.toThrow()
      }
    })

    test.each(defects)('$name has one sentence and a short excerpt', ({ text }) => {
      const { message, excerpt } = fault(text)
      expect(message).toMatch(/^(?:macOS |[\p{Lu}<&"]).*\.$/su)
      expect(message).not.toMatch(/![^"]/)
      expect(excerpt.length).toBeLessThanOrEqual(60)
    })
  })
}

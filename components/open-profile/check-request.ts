import type { Issue } from '@/lib/api/issue'
import { findIssuesInText } from './find-issues'

/** A profile to check elsewhere, as XML: to copy a tree of many values would hold the page up longer than a text does. */
export type CheckRequest = {
  readonly id: number
  readonly text: string
  readonly fileName: string
}

/** Some of the issues that were found; `last` tells that these are all. */
export type CheckAnswer = { readonly id: number; readonly issues: readonly Issue[]; readonly last: boolean }

/** What the worker says: that its rules are loaded, then answers. */
export type FromWorker = 'ready' | CheckAnswer

/** The page unpacks each answer in one go, so an answer holds few. */
const PART = 400

/** Finds the issues of a profile that came as text, and hands them out part by part. Throws PlistError for bad XML. */
export function answerCheck({ id, text, fileName }: CheckRequest, post: (answer: CheckAnswer) => void): void {
  const issues = findIssuesInText(text, fileName)
  for (let at = 0; at === 0 || at < issues.length; at += PART) {
    post({ id, issues: issues.slice(at, at + PART), last: at + PART >= issues.length })
  }
}

import { decodeHTML } from 'entities'
import type { AnswerInput } from './answer'

/** What a page or another answer of a provider says: an error and its description, as far as they can be told. */
export type PageWords = Required<Pick<AnswerInput, 'description'>> & Pick<AnswerInput, 'error'>

/** Read this far; error pages are short, or have their message near the top or in a script. */
const longest = 200_000
/** Members that hold the sentence of an error, the first of them that is text. */
const sentences = [
  'error_description',
  'errorSummary',
  'error_message',
  'message',
  'detail',
  'description',
] as const

/**
 * The words of an answer, whatever its form: JSON of OAuth, Okta or others; the text of a web page with the messages
 * that its scripts hold; or plain text. Never throws.
 */
export function wordsOf(text: string): PageWords {
  const start = text.slice(0, longest)
  return wordsOfJson(start) ?? { description: isMarkup(start) ? wordsOfMarkup(start) : oneLine(start) }
}

function wordsOfJson(text: string): PageWords | null {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null) {
    return null
  }
  const outer = value as Record<string, unknown>
  // {"error": {"code": …, "message": …}}
  const all =
    typeof outer.error === 'object' && outer.error !== null
      ? { ...outer, ...(outer.error as Record<string, unknown>) }
      : outer
  const texts = sentences.map((name) => all[name]).filter((each) => typeof each === 'string')
  const codes = [all.error, all.errorCode, all.code].filter((each) => typeof each === 'string')
  const [error] = codes
  // An error code that is another vendor's own (E0000007) belongs into what is searched for codes.
  const description = [...(texts[0] === undefined ? [] : [texts[0]]), ...codes.slice(1)].join(' ')
  return error === undefined && description === ''
    ? null
    : { description: description || String(error ?? ''), ...(error === undefined ? {} : { error }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isMarkup(text: string): boolean {
  return /<(!doctype|html|head|body|title|h\d|p|div|table)\b/i.test(text)
}

/**
 * Strings that pages of Entra ID, Google and Okta keep in scripts and draw with them. A sign-in page has the same
 * names, with nothing in them.
 */
const inScripts =
  /"(?:strServiceExceptionMessage|strMainMessage|sErrTxt|sErrorCode|errorSummary|error_description|errorMessage)"\s*:\s*"((?:[^"\\]|\\.){1,2000})"/g

/** Title, what is drawn, and messages of scripts. Every expression takes linear time. */
function wordsOfMarkup(html: string): string {
  const messages = [...html.matchAll(inScripts)].map(([, message = '']) => unescaped(message))
  const drawn = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|noscript|svg|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<[^<>]{0,5000}>/g, ' ')
  return oneLine([...messages, withoutEntities(drawn)].join(' '))
}

function unescaped(message: string): string {
  const value = parsed(`"${message}"`)
  return withoutEntities(typeof value === 'string' ? value : message)
}

/** Numbers and names of HTML; control characters, which nobody sees, become spaces. */
function withoutEntities(text: string): string {
  return decodeHTML(text).replace(/\p{Cc}/gu, ' ')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

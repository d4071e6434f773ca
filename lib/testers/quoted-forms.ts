import { shortNameOf } from '../products/jamf-connect/outcome/short-name'
import { quoted } from '../schema/words'

const deepest = 20

/** The forms in which statements name the texts of a token: of any value, however deep they are. */
export function formsInStatements(value: unknown): readonly string[] {
  return textsIn(value, 0).flatMap(formsOf)
}

/** The forms in which statements name a user: as typed, before the @, as the account is called. */
export function formsOf(text: string): readonly string[] {
  const trimmed = text.trim()
  const all = [text, trimmed, trimmed.split('@')[0] ?? '', shortNameOf(trimmed), quoted(trimmed).slice(1, -1)]
  return [...new Set(all)].filter((form) => form !== '')
}

function textsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') {
    return [value]
  }
  return typeof value === 'object' && value !== null && depth < deepest
    ? Object.values(value).flatMap((inner) => textsIn(inner, depth + 1))
    : []
}

import { misread } from './misread'
import { readings } from './unspelled'

/** Shorter texts are everywhere. */
const shortest = 4

/** A secret that is looked for in spellings that nobody lists: any sign in any of its forms. */
export type SpelledSecret = {
  readonly name: string
  /** As a text says it once its escapes are undone: composed, decomposed, and as UTF-8 that was read as something else. */
  readonly values: readonly string[]
  /** Its bytes in hexadecimal digits. */
  readonly digits: readonly string[]
  /** Of a secret that holds what looks like an escape, and may be undone with those around it: what is left then. */
  readonly undone: string | null
}

/** Makes `value` ready to be looked for; `name` is what stands in its place. */
export function spelledSecret(value: string, name: string): SpelledSecret {
  const undone = readings(value).at(-1)?.plain ?? value
  const forms = [value, value.normalize('NFC'), value.normalize('NFD')]
  const values = [...new Set(forms.flatMap(misread))].filter(
    (each) => each === value || each.length >= shortest,
  )
  return {
    name,
    values,
    digits: values.flatMap((each) => {
      const bytes = Buffer.from(each, 'latin1')
      return bytes.toString('latin1') === each ? [bytes.toString('hex')] : []
    }),
    undone: undone === value || undone.trim().length < shortest ? null : undone,
  }
}

import { PlistError } from '@/lib/plist/errors'
import { decodeText } from '@/lib/plist/text'
import { allKeys, retiredKeys } from '@/lib/products/keys'
import type { ProfileError } from '@/lib/profile/errors'
import { isSecretName } from '@/lib/schema/secret-names'

/** Why a file is refused, and where. Lines and columns count from 1; files without lines have none. */
export type Refusal = {
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: number
  /** The offending text, shortened, and what would repair it; absent where they may tell a credential. */
  readonly excerpt?: string
  readonly repair?: string
}

/** What is told of an error about a file. Nothing of the value of a credential is in it. */
export function refusalOf(error: PlistError | ProfileError, bytes: Uint8Array): Refusal {
  const { code, message } = error
  if (!(error instanceof PlistError)) {
    return { code, message }
  }
  const { line, column, repair, excerpt } = error
  const place = line > 0 ? { line, column } : {}
  if (line > 0 && isAboutSecret(error, bytes)) {
    return { code, message: masked(message), ...place }
  }
  return {
    code,
    message,
    ...place,
    ...(line > 0 && excerpt !== '' ? { excerpt } : {}),
    ...(repair ? { repair: repair.title } : {}),
  }
}

const secretNames: ReadonlySet<string> = new Set([
  ...allKeys.filter(({ definition }) => definition.secret || definition.sensitive).map(({ name }) => name),
  ...retiredKeys.filter(({ secret }) => secret).map(({ path }) => String(path.at(-1))),
])

/** Keys of Jamf Connect that only sound like a credential: OIDCNewPassword is a switch. */
const plainNames: ReadonlySet<string> = new Set(
  allKeys.map(({ name }) => name).filter((name) => !secretNames.has(name)),
)

/** The key of an XML or of an OpenStep dictionary. */
const KEY = /<key>([^<]*)<\/key>|^\s*"?([^"=\n]+?)"?\s*=/gm

/** Whether the last key before the defect is that of a credential, as far as a broken file tells. */
function isAboutSecret({ offset }: PlistError, bytes: Uint8Array): boolean {
  let last = ''
  for (const [, xml, openStep] of textBefore(bytes, offset).matchAll(KEY)) {
    last = (xml ?? openStep ?? '').trim()
  }
  return secretNames.has(last) || (isSecretName(last) && !plainNames.has(last))
}

function textBefore(bytes: Uint8Array, offset: number): string {
  try {
    return decodeText(bytes).text.slice(0, offset)
  } catch {
    return new TextDecoder('latin1').decode(bytes.subarray(0, offset)).replaceAll('\0', '')
  }
}

const ELEMENTS = /^<\/?(plist|dict|array|key|string|integer|real|true|false|date|data)\b/

/** Names of entities and elements can be a piece of a password in which "&" or "<" was not escaped. */
function masked(text: string): string {
  return text
    .replaceAll(/&(?!(?:amp|lt|gt|quot|apos);)[^\s;"]+;?/g, '&…')
    .replaceAll(/<\/?[^\s>"]+>?/g, (tag) => (ELEMENTS.test(tag) ? tag : '<…>'))
}

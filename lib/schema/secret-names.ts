import type { PlistValue } from '../plist/value'
import { isMdmVariable } from './mdm-variables'

/** The word with which the name of a credential ends: Password, clientSecret, ENROLLMENT_TOKEN, pre-shared-key, apikey. */
const SECRET_WORDS =
  /(?:^| )(?:\S*(?:password|passwort|passwd|passphrase|secret|token|apikey|secretkey|privatekey|sharedkey|accesskey)|pwd|challenge|psk|credential|(?:api|private|shared|secret|access|signing|encryption|recovery) key)$/

/** Names that end like a credential and hold something else. */
const HARMLESS_WORDS =
  /(?:^| )(?:(?:forgot|forgotten|reset|change)|(?:show|hide|allow|require|use|label|is|has) )/

/** Values that are a credential whatever their key is called, with what they are. */
const SHAPES: readonly (readonly [shape: RegExp, what: string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/, 'a private key'],
  [/^[a-z][a-z0-9+.-]*:\/\/[^\s/?#:@]+:[^\s/?#@]+@/i, 'an address with a password in it'],
  [/^(?:Bearer |Basic )?eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/, 'a token'],
  [/^(?:Bearer|Basic) [\w.~+/=-]{16,}$/, 'an authorization header'],
  [/^(?:ghp|gho|ghs|github_pat|glpat|xox[abps])[-_][\w-]{16,}$/, 'a token'],
  [/^https:\/\/hooks\.slack\.com\/services\//, 'the address of a webhook'],
]

/** Larger data is a certificate or a picture, whatever the key says. */
const LONGEST_SECRET_DATA = 512

/** Names under which every text is a credential, one of several words too. */
const SURE_NAMES = /^(?:(?:\w+ )?secret|(?:user |auth |proxy |account )?password|passphrase|challenge|psk)$/

/** Whether a key by this name holds a credential, going by its last words: of camel case, dashes and underscores. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  return SECRET_WORDS.test(words) && !HARMLESS_WORDS.test(words)
}

/**
 * Why a value of any vendor's payload is a credential that can be read: "name", or what its shape shows; null for others.
 * A variable that an MDM fills in ($PASSWORD, {{secret}}, %password%), an address, a label or a switch is none.
 */
export function secretIn(key: string, value: PlistValue): string | null {
  if (value.type === 'data') {
    const { length } = value.value
    return isSecretName(key) && length > 0 && length <= LONGEST_SECRET_DATA ? 'name' : null
  }
  if (value.type !== 'string') {
    return null
  }
  const text = value.value.trim()
  const shape = SHAPES.find(([pattern]) => pattern.test(text))?.[1]
  return shape ?? (isSecretName(key) && isCredential(text, wordsOf(key)) ? 'name' : null)
}

/** A name in marks that no other text has, and nothing beside them. */
const NAME_IN_MARKS =
  /^(?:\$\{\s*[A-Za-z_][\w.-]*\s*\}|\{\{\s*[A-Za-z_][\w.-]*\s*\}\}|<<\s*[A-Za-z_][\w.-]*\s*>>)$/

/**
 * Whether the text of a credential is wholly a variable that is filled in later, and known to be one. A password may hold
 * any marks: a word behind a dollar sign or between percent signs is a variable only when an MDM has it, or when it says
 * itself that it stands for a credential ($API_TOKEN).
 */
export function isSecretVariable(text: string): boolean {
  const trimmed = text.trim()
  const word = /^(?:\$[A-Z][A-Z0-9_]*|%\w+%|\{\w+\})$/.test(trimmed)
  return NAME_IN_MARKS.test(trimmed) || (word && (isMdmVariable(trimmed) || isSecretName(trimmed)))
}

function wordsOf(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .replaceAll(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase()
}

function isCredential(text: string, words: string): boolean {
  const variable = isSecretVariable(text) || /^\$\([^()]*\)$/.test(text)
  const address = /^(?:https?|mailto):/i.test(text)
  const label = /\s\S+\s/.test(text) || /^(?:true|false|yes|no)$/i.test(text)
  return text !== '' && !variable && !address && (!label || SURE_NAMES.test(words))
}

/** Whether a credential stands anywhere in a tree, going by names and shapes. */
export function holdsSecret(node: PlistValue, key = ''): boolean {
  if (node.type === 'dict') {
    return node.entries.some((entry) => holdsSecret(entry.value, entry.key))
  }
  return node.type === 'array'
    ? node.items.some((item) => holdsSecret(item, key))
    : secretIn(key, node) !== null
}

import type { Hiding } from './known-secrets'
import { type OnSecret, redactText } from './redact-text'
import { isSecretName, placeholder } from './secret-names'

const deepest = 40

/** More values than a record has room for. */
const mostValues = 5_000

/** Members of a JSON Web Key that only its owner may have (RFC 7518 section 6). */
const privateMembers = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'k', 'oth'])

/**
 * A copy of a JSON value with every secret replaced: strings and numbers under a secret name, private members of keys,
 * and whatever the text scanner finds in the rest. Calls `onSecret` for each secret found by its name.
 */
export function redactJson(value: unknown, secrets: Hiding, onSecret: OnSecret): unknown {
  let left = mostValues
  return walk(value, '', null, 0)

  function first<T>(list: readonly T[]): readonly T[] {
    return list.slice(0, Math.max(0, left))
  }

  /** `secretName` is the name that makes everything below it a secret. */
  function walk(node: unknown, parent: string, secretName: string | null, depth: number): unknown {
    if (depth > deepest || --left < 0) {
      return '…'
    }
    if (Array.isArray(node)) {
      return first(node).map((item) => walk(item, parent, secretName, depth + 1))
    }
    if (typeof node === 'object' && node !== null) {
      return members(node as Record<string, unknown>, parent, secretName, depth)
    }
    if (secretName !== null && (typeof node === 'string' || typeof node === 'number')) {
      onSecret(secretName, String(node))
      return node === '' ? '' : placeholder(secretName)
    }
    return typeof node === 'string' ? redactText(node, secrets, onSecret) : node
  }

  function members(node: Record<string, unknown>, parent: string, secretName: string | null, depth: number) {
    const isKey = 'kty' in node
    const entries = first(Object.entries(node)).map(([name, member]) => {
      // {"error": {"code": "…"}} names an error; a link below "forgotPassword" is an address.
      const isPlain = name === 'href' || (name === 'code' && /^errors?$/.test(parent))
      const isSecret = !isPlain && (isSecretName(name) || (isKey && privateMembers.has(name)))
      const below = isPlain ? null : isSecret ? name : secretName
      return [name, walk(member, name, below, depth + 1)] as const
    })
    return Object.fromEntries(entries)
  }
}

import type { PlistValue } from '../../../plist/value'
import { parseDate } from '../../../plist/xml/scalars'
import { distance } from '../../../schema/nearest'
import type { Fact } from './fact'

/** What a value of another type than the documented one says, in that type; undefined when that is not plain. */
export function meantValue(value: PlistValue, fact: Fact): PlistValue | undefined {
  const word = value.type === 'string' ? value.value.trim() : ''
  switch (fact.type) {
    case 'boolean':
      return meantSwitch(value, word.toLowerCase())
    case 'integer':
    case 'real':
      return meantNumber(value, word)
    case 'string':
      return meantText(value, fact)
    case 'date': {
      const seconds = parseDate(word)
      return seconds === undefined ? undefined : { type: 'date', value: seconds }
    }
    case 'array':
      return fact.items?.type === value.type ? { type: 'array', items: [value] } : undefined
    default:
      return undefined
  }
}

function meantSwitch(value: PlistValue, word: string): PlistValue | undefined {
  if (value.type === 'integer' && (value.value === 0n || value.value === 1n)) {
    return { type: 'boolean', value: value.value === 1n }
  }
  return /^(true|yes|1)$/.test(word)
    ? { type: 'boolean', value: true }
    : /^(false|no|0)$/.test(word)
      ? { type: 'boolean', value: false }
      : undefined
}

function meantNumber(value: PlistValue, word: string): PlistValue | undefined {
  if (value.type === 'real') {
    return Number.isSafeInteger(value.value) ? { type: 'integer', value: BigInt(value.value) } : undefined
  }
  return /^-?\d{1,15}$/.test(word) ? { type: 'integer', value: BigInt(word) } : undefined
}

function meantText(value: PlistValue, { values }: Fact): PlistValue | undefined {
  const text =
    value.type === 'integer' || value.type === 'boolean'
      ? String(value.value)
      : value.type === 'real'
        ? value.text
        : undefined
  const isListed = values === undefined || (text !== undefined && values.includes(text))
  return text === undefined || !isListed ? undefined : { type: 'string', value: text }
}

/** The value of a closed list that was meant: the only one, one in other letters, or one with a letter or two wrong. */
export function meantOption(text: string, options: readonly (string | number)[]): string | undefined {
  const texts = options.filter((option) => typeof option === 'string')
  const plain = text.trim().toLowerCase()
  return (
    (options.length === 1 ? texts[0] : undefined) ??
    texts.find((option) => option.toLowerCase() === plain) ??
    texts.find((option) => option.length >= 6 && distance(option.toLowerCase(), plain, 2) <= 2)
  )
}

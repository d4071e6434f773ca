import { valueAt } from '../../../plist/tree'
import type { PlistType, PlistValue } from '../../../plist/value'
import type { Fact } from '../../../products/apple/payloads/fact'
import { meantOption, meantValue } from '../../../products/apple/payloads/meant'
import { privacy } from '../../../products/apple/payloads/privacy'
import { series } from '../../../schema/condition-words'
import { isSecretName } from '../../../schema/secret-names'
import { counted, nameOfPath, valueInWords } from '../../../schema/words'
import { text } from '../../payloads/build'
import { type Check, type Found, setting } from '../envelope'
import { applePlaces, knownValues, type PlacedValue } from './places'

/**
 * Rules for values of Apple's payloads, by the type, rangelist, range and repetition of their keys in
 * https://github.com/apple/device-management/tree/release/mdm/profiles (macOS 15.1), a file for each type of payload.
 */
export const appleValueRules: { readonly [rule: string]: Check } = {
  'apple-value-type': (envelope) =>
    knownValues(envelope)
      .filter(({ value, fact }) => !isDocumented(value, fact))
      .map(wrongType),

  'apple-value': (envelope) =>
    knownValues(envelope)
      .filter(({ value, fact }) => fact.type === value.type)
      .flatMap((each) => wrongOption(each) ?? wrongNumber(each) ?? wrongCount(each) ?? []),

  'apple-deprecated-key': (envelope) =>
    applePlaces(envelope).flatMap((place) => {
      const old = place.documented.values.filter(({ fact }) => lacksSuccessor(fact, place.settings))
      const [first] = old
      const names = old.map(({ path }) => nameOfPath(path))
      return first === undefined
        ? []
        : [
            {
              severity: 'advice',
              path: [...place.path, ...first.path],
              message: `${place.name}: ${series(names, 'and')} ${names.length === 1 ? 'is' : 'are'} deprecated since macOS ${first.fact.deprecated}, where ${first.fact.successor} is the key to use. Set that as well, or instead where all Macs are as new.`,
            },
          ]
    }),
}

function isDocumented(value: PlistValue, { type, mayRepeat }: Fact): boolean {
  return (
    type === 'any' ||
    type === value.type ||
    (mayRepeat === true && value.type === 'array' && value.items.every((item) => item.type === type))
  )
}

const EXPECTED: { readonly [T in PlistType]: string } = {
  string: 'text',
  boolean: '<true/> or <false/>',
  integer: 'a whole number',
  real: 'a number',
  date: 'a date',
  data: 'data',
  array: 'a list',
  dict: 'a dictionary',
  uid: 'an archiver reference',
}

function wrongType(each: PlacedValue): Found {
  const { path, value, fact, place } = each
  const expected = fact.type === 'any' ? '' : EXPECTED[fact.type]
  const meant = meantValue(value, fact)
  // Preferences are read by apps and services of macOS, of which many take a value that can be converted.
  const mayBeRead = isNumberRead(value, fact) || (place.isDomain && meant !== undefined)
  const effect = effectOf(each, meant)
  return {
    severity: mayBeRead ? 'advice' : 'error',
    path: [...place.path, ...path],
    message: `${place.name}: ${nameOfPath(path)} is ${inWords(each)}, where Apple documents ${expected}. ${effect} Write it as ${expected}.`,
    ...(meant === undefined ? {} : { repair: setting(titleFor(meant), [...place.path, ...path], meant) }),
  }
}

function effectOf({ value, fact, place }: PlacedValue, meant: PlistValue | undefined): string {
  if (isNumberRead(value, fact)) {
    return place.facts === privacy
      ? 'A Mac reads it all the same, while Apple Business Manager refuses the profile.'
      : "A Mac may read it all the same, while a server that goes by Apple's definitions may refuse the profile."
  }
  return place.isDomain && meant !== undefined
    ? 'What reads it may take it for something else.'
    : 'macOS does not take one type for another.'
}

/** A number that reads as the documented type: 1 or 0 for a switch, 5.0 for 5, 5 for 5.0. */
function isNumberRead(value: PlistValue, { type }: Fact): boolean {
  return (
    (type === 'boolean' && value.type === 'integer' && (value.value === 0n || value.value === 1n)) ||
    (type === 'integer' && value.type === 'real' && Number.isSafeInteger(value.value)) ||
    (type === 'real' && value.type === 'integer')
  )
}

function titleFor(meant: PlistValue): string {
  switch (meant.type) {
    case 'boolean':
      return `Use <${meant.value}/>`
    case 'array':
      return 'Put it into a list'
    default:
      return `Write it as ${EXPECTED[meant.type]}`
  }
}

function wrongOption({ path, value, fact, place }: PlacedValue): Found | undefined {
  const { values } = fact
  const own = value.type === 'integer' ? Number(value.value) : value.type === 'string' ? value.value : null
  if (values === undefined || own === null || values.includes(own)) {
    return undefined
  }
  const meant = typeof own === 'string' ? meantOption(own, values) : undefined
  const at = [...place.path, ...path]
  const start = `${place.name}: ${nameOfPath(path)} is ${valueInWords(value)}`
  return meant === undefined
    ? {
        severity: 'advice',
        path: at,
        message: `${start}. Apple documents ${series(values.map(String), 'and')} for it; a newer macOS may know more.`,
      }
    : {
        severity: 'error',
        path: at,
        message: `${start}, which is not among the values that Apple documents: ${series(values.map(String), 'and')}. Write ${meant}.`,
        repair: setting(`Use ${meant}`, at, text(meant)),
      }
}

function wrongNumber({ path, value, fact, place }: PlacedValue): Found | undefined {
  const { min, max } = fact
  if (
    value.type !== 'integer' ||
    !((min !== undefined && value.value < min) || (max !== undefined && value.value > max))
  ) {
    return undefined
  }
  const range =
    max === undefined ? `from ${min} on` : min === undefined ? `up to ${max}` : `from ${min} to ${max}`
  const otherwise = fact.default === undefined ? '' : ` Without the key, it is ${fact.default}.`
  return {
    severity: 'advice',
    path: [...place.path, ...path],
    message: `${place.name}: ${nameOfPath(path)} is ${valueInWords(value)}. Apple documents numbers ${range}.${otherwise}`,
  }
}

function wrongCount({ path, value, fact, place }: PlacedValue): Found | undefined {
  return value.type === 'array' && fact.count !== undefined && value.items.length !== fact.count
    ? {
        severity: 'error',
        path: [...place.path, ...path],
        message: `${place.name}: ${nameOfPath(path)} holds ${counted(value.items.length, 'entry', 'entries')}, where Apple documents ${fact.count}.`,
      }
    : undefined
}

function lacksSuccessor({ deprecated, successor }: Fact, settings: PlistValue): boolean {
  return (
    deprecated !== undefined &&
    successor !== undefined &&
    valueAt(settings, successor.split('/')) === undefined
  )
}

/** A value as messages show it: a credential is not. */
function inWords({ path, value }: PlacedValue): string {
  const key = path.findLast((step) => typeof step === 'string') ?? ''
  return valueInWords(value, isSecretName(String(key)) ? { secret: true } : {})
}

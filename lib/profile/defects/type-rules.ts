import { meantDomain } from '../../products/domains'
import { text } from '../payloads/build'
import { MANAGED_PREFERENCES, type Payload } from '../payloads/payload-keys'
import { holdsPreferences, meantType } from '../payloads/payload-types'
import { managedDomains } from '../payloads/shapes'
import { typeOfKeys } from './apple/type-of-keys'
import { type Check, type Found, named, setting } from './envelope'

/** Rule for what payloads say they are: macOS compares PayloadType letter by letter. */
export const typeRules: { readonly [rule: string]: Check } = {
  'misspelt-payload-type': ({ payloads }) => payloads.flatMap(misspelt),
}

function misspelt(payload: Payload): Found[] {
  const { type } = payload
  const meant = typeOf(payload)
  if (meant === null || meant === type || meantDomain(type) !== null) {
    return []
  }
  const path = [...payload.path, 'PayloadType']
  return [
    {
      severity: 'error',
      path,
      message: `The PayloadType of ${named(payload).replace(/^The/, 'the')} is “${type}”, ${reason(payload, meant)}: ${effect(payload, meant)}`,
      repair: setting(`Use ${meant}`, path, text(meant)),
    },
  ]
}

function typeOf(payload: Payload): string | null {
  const { type, dict } = payload
  if (type.trim() === '') {
    return null
  }
  const spaceless = type === type.trim() ? null : type.trim()
  return holdsPreferences(dict)
    ? MANAGED_PREFERENCES
    : (meantType(type) ?? spaceless ?? typeOfKeys(type, dict))
}

function reason({ type, dict }: Payload, meant: string): string {
  return type.trim() === meant
    ? 'with white space around it'
    : typeOfKeys(type, dict) === meant
      ? `which is not among those that Apple documents, while its keys are those of ${meant}`
      : `where ${meant} is meant`
}

function effect(payload: Payload, meant: string): string {
  const domains = meant === MANAGED_PREFERENCES ? managedDomains(payload).map(({ domain }) => domain) : []
  return domains.length > 0
    ? `the Mac sets nothing of ${domains.slice(0, 3).join(', ')}${domains.length > 3 ? ' and others' : ''}. Managed preferences have the type ${meant}.`
    : `the Mac does not do what the payload is for. Write ${meant}.`
}

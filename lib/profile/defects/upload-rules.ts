import type { PlistPath, PlistValue } from '../../plist/value'
import { nameOfPath } from '../../schema/words'
import { settingsAt } from '../payloads/shapes'
import { type Check, type Envelope, named } from './envelope'

/** Characters that XML writes as entities. */
const ENTITY = /[&<]/
/** Text that was escaped already is told by a rule of its own. */
const ESCAPED = /&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/i
/** A blank is filled in before the profile is uploaded, which a rule of its own asks for. */
const BLANK = /^<[^<>&]+>$/
/** In an address "&" is ordinary. */
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i

/** Rules for what becomes of a profile that is uploaded. */
export const uploadRules: { readonly [rule: string]: Check } = {
  /**
   * The Classic API of Jamf Pro stores managed preferences as they are sent, and payloads of other types with their
   * entities escaped once more, so that Macs get "&amp;" for "&":
   * https://github.com/jamf/terraform-provider-jamfplatform/pull/305
   */
  'escaped-at-jamf-pro': (envelope) => {
    const [first, ...others] = riskyTexts(envelope)
    const payload = envelope.payloads.find(({ path }) => path.join('\n') === first?.payloadPath.join('\n'))
    if (first === undefined || payload === undefined) {
      return []
    }
    const more =
      others.length === 0 ? '' : others.length === 1 ? ' and one more' : ` and ${others.length} more`
    const verb = others.length === 0 ? 'holds' : 'hold'
    const message = `${named(payload)}: ${first.name}${more} ${verb} & or <. Jamf Pro stores such text escaped twice when a payload of this form is uploaded through its Classic API, and Macs then get &amp; or &lt;. For Jamf Pro, convert the profile to managed preferences; for another MDM it is right as it is.`
    return [{ severity: 'advice', path: first.path, message }]
  },
}

type Risky = { readonly payloadPath: PlistPath; readonly path: PlistPath; readonly name: string }

function riskyTexts({ root, places }: Envelope): Risky[] {
  return places
    .filter(({ shape }) => shape === 'direct')
    .flatMap((place) =>
      pathsOfTexts(settingsAt(root, place)).map((inside) => ({
        payloadPath: place.payloadPath,
        path: [...place.path, ...inside],
        name: nameOfPath(inside),
      })),
    )
}

/** Where a text stands that XML writes with an entity and that is no address. */
function pathsOfTexts(node: PlistValue): PlistPath[] {
  if (node.type === 'dict') {
    return node.entries.flatMap(({ key, value }) => pathsOfTexts(value).map((path) => [key, ...path]))
  }
  if (node.type === 'array') {
    return node.items.flatMap((item, index) => pathsOfTexts(item).map((path) => [index, ...path]))
  }
  const risky =
    node.type === 'string' &&
    ENTITY.test(node.value) &&
    !ESCAPED.test(node.value) &&
    !BLANK.test(node.value.trim()) &&
    !ADDRESS.test(node.value.trim())
  return risky ? [[]] : []
}

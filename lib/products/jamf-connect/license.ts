import { decodeBase64 } from '../../plist/base64'
import { child } from '../../plist/tree'
import type { PlistValue } from '../../plist/value'
import { readXml } from '../../plist/xml/reader'

/** What a license says about itself; null where it says nothing. Nobody can tell here whether it is genuine. */
export type License = {
  readonly name: string | null
  readonly email: string | null
  readonly edition: string | null
  /** Name of the product that it is for. */
  readonly product: string | null
  /** First figure of the version that it is for. */
  readonly version: string | null
  /** How many computers it covers. */
  readonly clients: number | null
  readonly issued: Date | null
  /** The last day, midnight UTC of the date that the license names. */
  readonly expires: Date | null
}

/**
 * What is in the value of LicenseFile: Base64 text, or data, that holds the XML property list of a .jamfconnectlicense
 * file. Null when it is not that. Its keys are known from the scripts in https://github.com/jamf/jamfconnect.
 */
export function readLicense(value: PlistValue): License | null {
  const root = propertyList(value)
  if (root?.type !== 'dict') {
    return null
  }
  const license = {
    name: text(child(root, 'Name')),
    email: text(child(root, 'Email')),
    edition: text(child(root, 'Edition')),
    product: text(child(root, 'Product')),
    version: text(child(root, 'MajorVersion')),
    clients: count(child(root, 'NumberOfClients')),
    issued: date(child(root, 'DateIssued')),
    expires: date(child(root, 'ExpirationDate')),
  }
  return Object.values(license).every((fact) => fact === null) ? null : license
}

function propertyList(value: PlistValue): PlistValue | null {
  const bytes =
    value.type === 'data' ? value.value : value.type === 'string' ? decodeBase64(value.value) : undefined
  if (bytes === undefined) {
    return null
  }
  try {
    return readXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Text that is no property list is no license: the caller says so.
    return null
  }
}

function text(value: PlistValue | undefined): string | null {
  return value?.type === 'string' && value.value.trim() !== '' ? value.value.trim() : null
}

function count(value: PlistValue | undefined): number | null {
  const found = value?.type === 'integer' ? Number(value.value) : Number(text(value) ?? Number.NaN)
  return Number.isSafeInteger(found) ? found : null
}

const SECONDS_TO_2001 = 978_307_200

/** Licenses spell dates as text that begins with "2027-03-31", or as property-list dates. */
function date(value: PlistValue | undefined): Date | null {
  if (value?.type === 'date') {
    return new Date((value.value + SECONDS_TO_2001) * 1000)
  }
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(text(value) ?? '') ?? []
  const found = day === undefined ? null : new Date(`${day}T00:00:00Z`)
  return found === null || Number.isNaN(found.getTime()) ? null : found
}

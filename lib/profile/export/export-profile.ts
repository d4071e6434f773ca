import { writeBinary } from '../../plist/binary/writer'
import { writeDocument } from '../../plist/document'
import type { PlistDict, PlistValue } from '../../plist/value'
import type { PlistDocument } from '../../plist/xml/document'
import { writeXml } from '../../plist/xml/writer'
import { toProfile } from '../edit'
import { ProfileError } from '../errors'
import { newProfile } from '../identity'
import { isLonePayload } from '../payloads/payload-keys'
import { findSettings, isProfile, settingsByDomain } from '../payloads/shapes'
import { derivedUuid } from '../uuid'
import { keepsText } from './conversion-notes'
import { inForm } from './convert'
import { exportFileName } from './export-name'
import type { ExportOptions } from './export-options'
import { splitByDomain } from './split'

/** https://developer.apple.com/documentation/devicemanagement */
const PROFILE_MEDIA_TYPE = 'application/x-apple-aspen-config'
const PLIST_MEDIA_TYPE = 'application/x-plist'

/** A file to hand out. `domains` are the Jamf Connect domains with settings in it. */
export type ExportedFile = {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly domains: readonly string[]
}

/** The open profile: `document` as it was read, `root` as it is now. */
export type ExportSource = { readonly document: PlistDocument; readonly root: PlistValue }

/**
 * The files to hand out. "as-is" in one file, and the form that the profile already has, keep the text of the document
 * around what was edited, byte for byte when nothing was; other choices are written anew in Apple's form. A bare property list stays a property list under
 * "as-is" and becomes a profile otherwise. Identifiers are the same each time, so that an export replaces the one
 * before. Throws ProfileError `no-such-domain` when a bare list is to become a profile and its domain is not known.
 */
export function exportProfile({ document, root }: ExportSource, options: ExportOptions): ExportedFile[] {
  const domains = domainsOf(root, options.fileName)
  const { form, files, name, date } = options
  if (keepsText(root, options)) {
    return [asItIs(writeDocument(document, root), isProfile(root), domains, options)]
  }
  const whole =
    form === 'as-is' ? asProfile(root, domains, options) : inForm(asProfile(root, domains, options), form)
  const parts = files === 'one' ? [{ part: '', domains, root: whole }] : splitByDomain(whole, domains)
  return parts.map((part) => ({
    fileName: exportFileName(name, date, part.part),
    mediaType: PROFILE_MEDIA_TYPE,
    bytes: new TextEncoder().encode(writeXml(part.root)),
    domains: part.domains,
  }))
}

/**
 * The settings of one domain as a property list of their own, named after the domain. Throws ProfileError
 * `no-such-domain` when the profile has none for it.
 */
export function exportPropertyList(
  root: PlistValue,
  domain: string,
  format: 'xml' | 'binary',
  fileName?: string,
): ExportedFile {
  const settings: PlistDict | undefined = settingsByDomain(root, findSettings(root, fileName)).get(domain)
  if (!settings) {
    throw new ProfileError(
      'no-such-domain',
      `The profile holds no settings of ${domain}. Choose another domain.`,
    )
  }
  return {
    fileName: `${domain}.plist`,
    mediaType: PLIST_MEDIA_TYPE,
    bytes: format === 'xml' ? new TextEncoder().encode(writeXml(settings)) : writeBinary(settings),
    domains: [domain],
  }
}

/** A profile around a bare property list or a lone payload, with the identity that its exports have. Throws as exportProfile does. */
export function profileAround(
  root: PlistValue,
  options: Pick<ExportOptions, 'name' | 'fileName' | 'identity'>,
): PlistValue {
  return asProfile(root, domainsOf(root, options.fileName), options)
}

const domainsOf = (root: PlistValue, fileName: string | undefined) => [
  ...new Set(findSettings(root, fileName).map(({ domain }) => domain)),
]

function asItIs(
  bytes: Uint8Array,
  profile: boolean,
  domains: readonly string[],
  options: ExportOptions,
): ExportedFile {
  const { name, date } = options
  const [domain] = domains
  return profile
    ? { fileName: exportFileName(name, date), mediaType: PROFILE_MEDIA_TYPE, bytes, domains }
    : {
        fileName: domain ? `${domain}.plist` : exportFileName(name, date, '', 'plist'),
        mediaType: PLIST_MEDIA_TYPE,
        bytes,
        domains,
      }
}

/** The tree itself, or a profile around a bare property list or a lone payload. */
function asProfile(
  root: PlistValue,
  domains: readonly string[],
  options: Pick<ExportOptions, 'name' | 'identity'>,
): PlistValue {
  if (isProfile(root) && !isLonePayload(root)) {
    return root
  }
  const seed = options.identity ?? options.name
  const identity = { name: options.name, newUuid: () => derivedUuid(seed, `profile ${domains.join(' ')}`) }
  if (isProfile(root)) {
    const { entries } = newProfile(identity)
    const content = { key: 'PayloadContent', value: { type: 'array', items: [root] } } as const
    return {
      type: 'dict',
      entries: entries.map((entry) => (entry.key === 'PayloadContent' ? content : entry)),
    }
  }
  const [domain] = domains
  if (domain === undefined) {
    throw new ProfileError(
      'no-such-domain',
      'Neither the file name nor the keys tell which domain these settings are for. Name the file after its domain, such as com.jamf.connect.login.plist.',
    )
  }
  return toProfile(root, domain, identity)
}

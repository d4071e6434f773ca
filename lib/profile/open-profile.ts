import { sniff } from '../plist/sniff'
import { child } from '../plist/tree'
import type { PlistValue } from '../plist/value'
import { type PlistDocument, readXmlDocument } from '../plist/xml/document'
import { ProfileError } from './errors'
import { findSettings, type ProfileShape, profileShape, type SettingsPlace } from './payloads/shapes'
import { looksLikeCms } from './signature/looks-like-cms'
import type { SignatureReport } from './signature/signed-data'

/** A file as it was opened: how it is written, what it holds, who signed it, where the settings are. */
export type OpenedProfile = {
  readonly document: PlistDocument
  readonly root: PlistValue
  /** The bytes of the unsigned property list: the file itself, or what the signature is around. */
  readonly content: Uint8Array
  /** Null when the file is not signed. */
  readonly signature: SignatureReport | null
  readonly shape: ProfileShape
  readonly places: readonly SettingsPlace[]
  /** What the file is called; empty when it has no name. */
  readonly fileName: string
}

/** Profiles that were signed twice are seen; more layers are not unwrapped. */
const MAX_LAYERS = 3

/**
 * Opens a profile, a signed profile, or a bare property list of preferences. `fileName` tells the domain of a bare one.
 * Throws PlistError for what is no property list (empty files, archives and web pages by name), and ProfileError:
 * `encrypted` or `encrypted-payloads` for encrypted profiles, `not-a-dictionary` for lists of other things, and the
 * codes of `unwrapCms` for signatures without a profile.
 */
export async function openProfile(bytes: Uint8Array, fileName?: string): Promise<OpenedProfile> {
  const { content, signature } = await unwrapLayers(bytes)
  const document = await readDocument(content)
  const { root } = document
  refuseUnusable(root)
  const places = findSettings(root, fileName)
  const shape = profileShape(root, places)
  return { document, root, content, signature, shape, places, fileName: fileName ?? '' }
}

/** Nearly every profile is XML; the readers of other formats are loaded for the others. */
async function readDocument(content: Uint8Array): Promise<PlistDocument> {
  return sniff(content) === 'xml'
    ? readXmlDocument(content)
    : (await import('../plist/document')).readPlist(content)
}

async function unwrapLayers(
  bytes: Uint8Array,
): Promise<{ content: Uint8Array; signature: SignatureReport | null }> {
  const reports: SignatureReport[] = []
  let content = bytes
  while (reports.length < MAX_LAYERS && looksLikeCms(content)) {
    const inner = await (await import('./signature/cms')).unwrapCms(content)
    content = inner.content
    reports.push(inner.signature)
  }
  const [outer] = reports
  const signers = reports.flatMap((report) => report.signers)
  const layers = reports.length > 1 ? { layers: reports.length } : {}
  return { content, signature: outer ? { ...outer, signers, ...layers } : null }
}

export function refuseUnusable(root: PlistValue): void {
  if (root.type !== 'dict') {
    throw new ProfileError(
      'not-a-dictionary',
      `The property list is of type ${root.type}; a profile or a list of settings is a dictionary.`,
    )
  }
  // A profile with payloads in clear text is read, whatever it says of itself; the contradiction is an issue of it.
  if (child(root, 'EncryptedPayloadContent') && child(root, 'PayloadContent')?.type !== 'array') {
    throw new ProfileError(
      'encrypted-payloads',
      'The payloads of this profile are encrypted for one device and cannot be shown. Open the profile it was made from.',
    )
  }
}

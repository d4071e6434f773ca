import { decodeBase64 } from '../../plist/base64'
import { sniff } from '../../plist/sniff'
import { looksLikeCms } from '../signature/looks-like-cms'
import { decodeEntities } from './entities'

/** Answers are escaped once; tools that store them escape them again. */
const MOST_ESCAPES = 3
/** Shorter than any profile. */
const LEAST_BASE64 = 80

/** The bytes of a profile that stands in a text: as XML, with its markup escaped, or in Base64; null when it is none. */
export function profileInText(text: string): Uint8Array | null {
  let profile = text.trimStart()
  for (let time = 0; time < MOST_ESCAPES && /^&(?:amp;)*lt;/.test(profile); time++) {
    profile = decodeEntities(profile).trimStart()
  }
  if (/^<(?:\?xml|!DOCTYPE|plist)/.test(profile)) {
    return new TextEncoder().encode(profile)
  }
  if (profile.length < LEAST_BASE64 || !/^[A-Za-z0-9+/=\s]+$/.test(profile)) {
    return null
  }
  const bytes = decodeBase64(profile)
  return bytes !== undefined && isProfileLike(bytes) ? bytes : null
}

/** Whether bytes begin like a property list or a signed profile. */
export function isProfileLike(bytes: Uint8Array): boolean {
  return bytes.length >= 8 && (looksLikeCms(bytes) || ['xml', 'binary'].includes(sniff(bytes)))
}

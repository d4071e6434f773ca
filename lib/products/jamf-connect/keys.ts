import { catalogueOf, type KnownKey } from '../../schema/keys'
import { readerOf } from '../../schema/read'
import { facts } from './facts'
import type { KeyId } from './manifests/key-ids'

/** A key of Jamf Connect: what compares its id with one that there is not does not compile. */
export type JamfKey = KnownKey<KeyId>

/** The keys of Jamf Connect. */
export const catalogue = catalogueOf<KeyId>(facts)

export const { allKeys, knownDomains, retiredDomains, findKey, keyWithId, findRetired } = catalogue

export const { placeOf, settingOf, textOf, exactTextOf, switchOf, isOn, textsOf } = readerOf(catalogue)

/** Whether a key is one of Jamf Connect's, for what is asked about the keys of any product. */
export const isJamfKey = (key: KnownKey): key is JamfKey => keyWithId(key.id) !== undefined

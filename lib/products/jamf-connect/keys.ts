import { catalogueOf } from '../../schema/keys'
import { readerOf } from '../../schema/read'
import { facts } from './facts'
import type { KeyId } from './manifests/key-ids'

/** The keys of Jamf Connect. */
export const catalogue = catalogueOf<KeyId>(facts)

export const { allKeys, knownDomains, retiredDomains, findKey, keyWithId, findRetired } = catalogue

export const { placeOf, settingOf, textOf, exactTextOf, switchOf, isOn, textsOf } = readerOf(catalogue)

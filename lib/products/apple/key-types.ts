import type { PlistType } from '../../plist/value'

type KeyType = { readonly types: readonly PlistType[]; readonly in: 'profile' | 'any' }

const any = (type: PlistType): KeyType => ({ types: [type], in: 'any' })
const profile = (...types: PlistType[]): KeyType => ({ types, in: 'profile' })

/**
 * Types of optional keys of every payload and of the profile; presence, PayloadScope and PayloadVersion have rules of
 * their own. Apple documents DurationUntilRemoval as a real number, and an integer says the same.
 */
export const keyTypes: { readonly [key: string]: KeyType } = {
  PayloadDescription: any('string'),
  PayloadDisplayName: any('string'),
  PayloadOrganization: any('string'),
  PayloadRemovalDisallowed: any('boolean'),
  HasRemovalPasscode: profile('boolean'),
  IsEncrypted: profile('boolean'),
  EncryptedPayloadContent: profile('data'),
  RemovalDate: profile('date'),
  DurationUntilRemoval: profile('real', 'integer'),
  PayloadExpirationDate: profile('date'),
  TargetDeviceType: profile('integer'),
  ConsentText: profile('dict'),
}

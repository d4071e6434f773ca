import {
  anything,
  boolean,
  data,
  date,
  dictionary,
  type Facts,
  integer,
  list,
  type PayloadFacts,
  real,
  string,
} from './fact'

/* The profile itself, the keys of all payloads, and managed preferences: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

/** TopLevel.yaml */
export const profileFacts: Facts = {
  PayloadIdentifier: string({ required: true }),
  PayloadUUID: string({ required: true }),
  PayloadType: string({ required: true, values: ['Configuration'] }),
  PayloadVersion: integer({ required: true, values: [1] }),
  IsEncrypted: boolean({ default: false }),
  PayloadContent: list(dictionary({}, { others: anything({ required: true }) }), { required: true }),
  EncryptedPayloadContent: data(),
  PayloadDescription: string(),
  PayloadDisplayName: string(),
  HasRemovalPasscode: boolean({ default: false }),
  PayloadOrganization: string(),
  PayloadRemovalDisallowed: boolean({ default: false }),
  PayloadScope: string({ values: ['System', 'User'], since: '10.8' }),
  RemovalDate: date(),
  DurationUntilRemoval: real(),
  PayloadExpirationDate: date(),
  TargetDeviceType: integer({ values: [0, 1, 2, 3, 4, 5, 6], default: 0, since: '10.15' }),
  ConsentText: dictionary({}, { others: string({ required: true }) }),
}

/** CommonPayloadKeys.yaml */
export const commonFacts: Facts = {
  PayloadIdentifier: string({ required: true }),
  PayloadUUID: string({ required: true }),
  PayloadType: string({ required: true }),
  PayloadVersion: integer({ required: true, values: [1] }),
  PayloadDescription: string(),
  PayloadDisplayName: string(),
  PayloadOrganization: string(),
}

export const managedPreferences: PayloadFacts = {
  type: 'com.apple.ManagedClient.preferences',
  since: '10.7',
  keys: {
    PayloadContent: dictionary(
      {},
      {
        required: true,
        others: dictionary(
          {
            Forced: list(
              dictionary({
                mcx_preference_settings: dictionary({}, { required: true, others: anything() }),
              }),
            ),
            'Set-Once': list(
              dictionary({
                mcx_preference_settings: dictionary({}, { required: true, others: anything() }),
              }),
            ),
          },
          { required: true },
        ),
      },
    ),
  },
}

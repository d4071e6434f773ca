import { boolean, dictionary, integer, type PayloadFacts, string } from './fact'

/* Passwords and smart cards: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

export const passwordPolicy: PayloadFacts = {
  type: 'com.apple.mobiledevice.passwordpolicy',
  since: '10.7',
  keys: {
    allowSimple: boolean({ default: true }),
    forcePIN: boolean({ default: false }),
    maxFailedAttempts: integer({ min: 2, max: 11, default: 11 }),
    maxInactivity: integer({ min: 0, max: 15 }),
    maxPINAgeInDays: integer({ min: 0, max: 730 }),
    minComplexChars: integer({ min: 0, max: 4, default: 0 }),
    minLength: integer({ min: 0, max: 16, default: 0 }),
    requireAlphanumeric: boolean({ default: false }),
    pinHistory: integer({ min: 1, max: 50 }),
    maxGracePeriod: integer({ default: 0 }),
    minutesUntilFailedLoginReset: integer({ since: '10.10' }),
    changeAtNextAuth: boolean({ default: false, since: '10.13' }),
    customRegex: dictionary(
      {
        passwordContentRegex: string({ required: true }),
        passwordContentDescription: dictionary({}, { others: string() }),
      },
      { since: '14.0' },
    ),
  },
}

export const securitySettings: PayloadFacts = {
  type: 'com.apple.preference.security',
  since: '10.10',
  isDomain: true,
  keys: {
    dontAllowPasswordResetUI: boolean({ default: false }),
    dontAllowLockMessageUI: boolean({ default: false }),
    dontAllowFireWallUI: boolean({ default: false }),
  },
}

export const smartCard: PayloadFacts = {
  type: 'com.apple.security.smartcard',
  since: '10.12.4',
  isDomain: true,
  keys: {
    UserPairing: boolean({ default: true }),
    allowSmartCard: boolean({ default: true }),
    checkCertificateTrust: integer({ values: [0, 1, 2, 3], default: 0 }),
    oneCardPerUser: boolean({ default: false }),
    tokenRemovalAction: integer({ values: [0, 1], default: 0, since: '10.13.4' }),
    enforceSmartCard: boolean({ default: false, since: '10.13.2' }),
  },
}

export const identification: PayloadFacts = {
  type: 'com.apple.configurationprofile.identification',
  since: '10.7',
  keys: {
    PayloadIdentification: dictionary(
      {
        UserName: string({ required: true }),
        FullName: string({ required: true }),
        EmailAddress: string({ required: true }),
        AuthMethod: string({ required: true, values: ['Password', 'UserEnteredPassword'] }),
        Password: string({ required: { key: 'AuthMethod', is: 'Password' } }),
        Prompt: string(),
        PromptMessage: string(),
      },
      { required: true },
    ),
  },
}

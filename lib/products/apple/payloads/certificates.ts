import { boolean, data, dictionary, type Facts, integer, list, type PayloadFacts, string } from './fact'

/* Certificates, how they are asked for, and what uses them: macOS 15.1, https://github.com/apple/device-management/tree/release/mdm/profiles */

/** A pair such as ["CN", "$COMPUTERNAME"]. */
const attribute = list(string(), { count: 2 })

const name = string({ mayRepeat: true })

const alternativeNames = dictionary({
  rfc822Name: name,
  dNSName: name,
  uniformResourceIdentifier: name,
  ntPrincipalName: name,
})

export const scep: PayloadFacts = {
  type: 'com.apple.security.scep',
  since: '10.7',
  keys: {
    PayloadContent: dictionary(
      {
        URL: string({ required: true, since: '10.7' }),
        Name: string(),
        Subject: list(list(attribute)),
        Challenge: string(),
        Keysize: integer({ values: [1024, 2048, 4096], default: 1024 }),
        'Key Type': string({ default: 'RSA' }),
        'Key Usage': integer({ default: 0, since: '10.11' }),
        CAFingerprint: data(),
        Retries: integer({ default: 3, since: '10.10' }),
        RetryDelay: integer({ default: 10, since: '10.10' }),
        SubjectAltName: alternativeNames,
        KeyIsExtractable: boolean({ default: true, since: '10.13.4' }),
        AllowAllAppsAccess: boolean({ default: false, since: '10.10' }),
      },
      { required: true },
    ),
  },
}

export const acme: PayloadFacts = {
  type: 'com.apple.security.acme',
  since: '13.1',
  keys: {
    DirectoryURL: string({ required: true }),
    ClientIdentifier: string({ required: true }),
    KeySize: integer({ required: true }),
    KeyType: string({ required: true, values: ['RSA', 'ECSECPrimeRandom'] }),
    HardwareBound: boolean({ required: true }),
    Subject: list(list(attribute), { required: true }),
    SubjectAltName: alternativeNames,
    UsageFlags: integer(),
    ExtendedKeyUsage: list(string()),
    Attest: boolean({ default: false }),
    KeyIsExtractable: boolean({ default: true }),
    AllowAllAppsAccess: boolean({ default: false }),
  },
}

const certificate: Facts = {
  PayloadCertificateFileName: string(),
  PayloadContent: data({ required: true }),
}

export const rootCertificate: PayloadFacts = {
  type: 'com.apple.security.root',
  since: '10.7',
  keys: certificate,
}

export const pkcs1: PayloadFacts = { type: 'com.apple.security.pkcs1', since: '10.7', keys: certificate }

export const pem: PayloadFacts = { type: 'com.apple.security.pem', since: '10.7', keys: certificate }

export const pkcs12: PayloadFacts = {
  type: 'com.apple.security.pkcs12',
  since: '10.7',
  keys: {
    ...certificate,
    Password: string(),
    AllowAllAppsAccess: boolean({ default: false, since: '10.10' }),
    KeyIsExtractable: boolean({ default: true, since: '10.15' }),
  },
}

const preference: Facts = {
  Name: string({ required: true }),
  PayloadCertificateUUID: string({ required: true }),
}

export const identityPreference: PayloadFacts = {
  type: 'com.apple.security.identitypreference',
  since: '10.12',
  keys: preference,
}

export const certificatePreference: PayloadFacts = {
  type: 'com.apple.security.certificatepreference',
  since: '10.12',
  keys: preference,
}

export const adCertificate: PayloadFacts = {
  type: 'com.apple.ADCertificate.managed',
  since: '10.7',
  keys: {
    CertServer: string({ required: true }),
    CertTemplate: string({ required: true }),
    Description: string(),
    CertificateRenewalTimeInterval: integer(),
    CertificateAuthority: string({ since: '10.8' }),
    CertificateAcquisitionMechanism: string({ since: '10.8' }),
    AllowAllAppsAccess: boolean({ default: false, since: '10.10' }),
    PromptForCredentials: boolean({ default: false, since: '10.8' }),
    KeyIsExtractable: boolean({ default: false, since: '10.10' }),
    Keysize: integer({ default: 2048, since: '10.11' }),
    EnableAutoRenewal: boolean({ default: false, since: '10.13.4' }),
  },
}

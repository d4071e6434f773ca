import type { PlistPath, PlistValue } from '../../../plist/value'
import { series } from '../../../schema/condition-words'
import { isTemplate } from '../../../schema/templates'
import { nameOfPath, quoted } from '../../../schema/words'
import { text } from '../../payloads/build'
import { type Payload, textOf } from '../../payloads/payload-keys'
import { type Check, type Envelope, type Found, named, setting } from '../envelope'

const IDENTITIES = [
  'com.apple.security.pkcs12',
  'com.apple.security.scep',
  'com.apple.security.acme',
  'com.apple.ADCertificate.managed',
]
const CERTIFICATES = ['com.apple.security.root', 'com.apple.security.pkcs1', 'com.apple.security.pem']
const ANY = [...IDENTITIES, ...CERTIFICATES]

/** Keys that name a certificate by the PayloadUUID of its payload, and the types that it may have. */
const REFERENCES: { readonly [key: string]: readonly string[] } = {
  PayloadCertificateUUID: ANY,
  PayloadCertificateAnchorUUID: CERTIFICATES,
  EncryptCertPayloadUUID: ['com.apple.security.pkcs1'],
  certificateUUID: IDENTITIES,
  IdentityCertificateUUID: IDENTITIES,
}

/**
 * Rule for references from one payload to another of the same profile:
 * https://github.com/apple/device-management/tree/release/mdm/profiles, such as com.apple.wifi.managed.yaml and
 * com.apple.security.FDERecoveryKeyEscrow.yaml.
 */
export const appleReferenceRules: { readonly [rule: string]: Check } = {
  'certificate-reference': (envelope) =>
    envelope.payloads
      .filter(({ type }) => type.startsWith('com.apple.'))
      .flatMap((payload) =>
        referencesIn(payload.dict, []).flatMap((each) => judged(each, payload, envelope)),
      ),
}

type Reference = { readonly path: PlistPath; readonly uuid: string; readonly types: readonly string[] }

function referencesIn(node: PlistValue, path: PlistPath, types?: readonly string[]): readonly Reference[] {
  switch (node.type) {
    case 'dict':
      return node.entries.flatMap(({ key, value }) =>
        referencesIn(value, [...path, key], Object.hasOwn(REFERENCES, key) ? REFERENCES[key] : undefined),
      )
    case 'array':
      return node.items.flatMap((item, index) => referencesIn(item, [...path, index], types))
    case 'string':
      return types === undefined || node.value.trim() === '' || isTemplate(node.value)
        ? []
        : [{ path, uuid: node.value, types }]
    default:
      return []
  }
}

function judged(
  { path, uuid, types }: Reference,
  payload: Payload,
  { payloads }: Envelope,
): readonly Found[] {
  const target = payloads.find(({ dict }) => sameUuid(textOf(dict, 'PayloadUUID'), uuid))
  if (target !== undefined && types.includes(target.type)) {
    return []
  }
  const at = [...payload.path, ...path]
  const candidates = payloads.filter(({ type }) => types.includes(type))
  const [only] = candidates
  const repair =
    only !== undefined && candidates.length === 1 && textOf(only.dict, 'PayloadUUID') !== ''
      ? {
          repair: setting(
            `Use the UUID of ${named(only).replace(/^The/, 'the')}`,
            at,
            text(textOf(only.dict, 'PayloadUUID')),
          ),
        }
      : {}
  const start = `${named(payload)}: ${nameOfPath(path)}`
  return [
    target === undefined
      ? {
          // Whether a Mac takes the payload without an anchor is not documented.
          severity: types === CERTIFICATES ? 'advice' : 'error',
          path: at,
          message: `${start} is ${quoted(uuid)}, and no payload of the profile has that PayloadUUID. The certificate has to be in the same profile: add its payload, or name the one that is there.`,
          ...repair,
        }
      : {
          severity: ANY.includes(target.type) ? 'advice' : 'error',
          path: at,
          message: `${start} leads to ${named(target).replace(/^The/, 'the')} (${target.type}), where Apple documents ${types === ANY ? 'a payload with a certificate' : `a payload of type ${series(types, 'or')}`}.`,
          ...repair,
        },
  ]
}

const sameUuid = (one: string, other: string) => one.trim().toUpperCase() === other.trim().toUpperCase()

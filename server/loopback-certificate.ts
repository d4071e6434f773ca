import { webcrypto } from 'node:crypto'
import { OctetString, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  Extension,
  ExtKeyUsage,
  GeneralName,
  GeneralNames,
} from 'pkijs'

/** A private key and its certificate as PEM text, as `https.createServer` takes them. */
export type KeyAndCertificate = { readonly key: string; readonly cert: string }

const day = 86_400_000

/**
 * A certificate for 127.0.0.1 that signs itself, made for one process and valid for a month. Its key is never
 * written anywhere; the browser warns, and the person goes on.
 */
export async function loopbackCertificate(): Promise<KeyAndCertificate> {
  const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as Crypto })
  const keys = await engine.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const certificate = new Certificate()
  const name = new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: 'Latchkey' }) })
  certificate.version = 2
  certificate.serialNumber.valueBlock.valueDec = Date.now()
  certificate.issuer.typesAndValues.push(name)
  certificate.subject.typesAndValues.push(name)
  certificate.notBefore.value = new Date(Date.now() - day)
  certificate.notAfter.value = new Date(Date.now() + 30 * day)
  const address = new OctetString({ valueHex: Uint8Array.of(127, 0, 0, 1).buffer })
  const names = new GeneralNames({ names: [new GeneralName({ type: 7, value: address })] })
  // Who trusts it for good trusts a server at this address, and nothing that it could sign.
  const server = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.1'] })
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: false }), true),
    extension('2.5.29.37', server, false),
    // Subject alternative name: the IP address, which is what browsers compare.
    extension('2.5.29.17', names, false),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine)
  await certificate.sign(keys.privateKey, 'SHA-256', engine)
  const key = (await engine.exportKey('pkcs8', keys.privateKey)) as ArrayBuffer
  return { key: pem('PRIVATE KEY', key), cert: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)) }
}

function extension(
  extnID: string,
  value: BasicConstraints | ExtKeyUsage | GeneralNames,
  critical: boolean,
): Extension {
  return new Extension({ extnID, extnValue: value.toSchema().toBER(false), critical })
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

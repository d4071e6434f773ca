import { defineSection } from '../../names'
import { schemaRepository } from './sources'

const authority = { key: 'Certificate/WindowsCA', configured: true } as const

export const certificate = defineSection({
  id: 'certificate',
  title: 'Certificate',
  source: schemaRepository,
  description:
    'User certificates from a Windows certificate authority. Requests are authenticated with Kerberos, so a realm is needed, and the Mac has to trust the TLS certificate of the server.',
  tab: 'connect',
  dictionary: 'Certificate',
  keys: {
    WindowsCA: {
      kind: 'string',
      title: 'X.509 Certificate Authority',
      description: 'Host of the Windows certificate authority whose web enrollment signs the request.',
      placeholder: 'ca.ad.example.com',
      introduced: '2.0',
      needs: { key: 'Kerberos/Realm', configured: true },
      evidence: 'documented',
      note: 'The reference calls it a URL and gives a bare host name as its example.',
    },
    CertificateTemplate: {
      kind: 'string',
      title: 'Certificate Template',
      description: 'Template from which the certificate authority makes the certificate, by its name.',
      placeholder: 'User',
      introduced: '2.0',
      needs: authority,
      evidence: 'documented',
    },
    GetCertificateAutomatically: {
      kind: 'boolean',
      title: 'Get Certificates Automatically',
      description: 'Requests a certificate when the user signs in, without a click.',
      on: 'a certificate is requested at sign-in, without a click.',
      off: 'what Off means is not documented; presumably users request it themselves.',
      introduced: '2.0',
      needs: authority,
      evidence: 'documented',
    },
    SecureNetworks: {
      kind: 'string-list',
      title: 'Associated Wi-Fi Networks',
      description: 'Wi-Fi networks that use the certificate, each by its exact name (SSID).',
      itemTitle: 'Network',
      placeholder: 'Example-Office',
      introduced: '2.0',
      needs: authority,
      evidence: 'documented',
    },
    ExportableCertificateKey: {
      kind: 'boolean',
      title: 'Allow Private Key Exports',
      description: 'Allows users to export the certificate from the keychain together with its private key.',
      on: 'the private key can be exported from the keychain.',
      off: 'the private key stays in the keychain.',
      default: false,
      introduced: '2.0',
      needs: authority,
      evidence: 'documented',
    },
  },
})

import { defineSection } from '../../names'

const authority = { key: 'Certificate/WindowsCA', configured: true } as const

export const certificate = defineSection({
  id: 'certificate',
  title: 'Certificate',
  description:
    'User certificates from a Windows certificate authority. Requests are authenticated with Kerberos, so a realm is needed, and the Mac has to trust the TLS certificate of the server.',
  tab: 'connect',
  dictionary: 'Certificate',
  keys: {
    WindowsCA: {
      kind: 'string',
      title: 'X.509 Certificate Authority',
      placeholder: 'ca.ad.example.com',
      needs: { key: 'Kerberos/Realm', configured: true },
      evidence: 'documented',
    },
    CertificateTemplate: {
      kind: 'string',
      title: 'Certificate Template',
      placeholder: 'User',
      needs: authority,
      evidence: 'documented',
    },
    GetCertificateAutomatically: {
      kind: 'boolean',
      title: 'Get Certificates Automatically',
      on: 'a certificate is requested at sign-in, without a click.',
      off: 'what Off means is not documented; presumably users request it themselves.',
      needs: authority,
      evidence: 'documented',
    },
    SecureNetworks: {
      kind: 'string-list',
      title: 'Associated Wi-Fi Networks',
      itemTitle: 'Network',
      placeholder: 'Example-Office',
      needs: authority,
      evidence: 'documented',
    },
    ExportableCertificateKey: {
      kind: 'boolean',
      title: 'Allow Private Key Exports',
      on: 'the private key can be exported from the keychain.',
      off: 'the private key stays in the keychain.',
      default: false,
      needs: authority,
      evidence: 'documented',
    },
  },
})

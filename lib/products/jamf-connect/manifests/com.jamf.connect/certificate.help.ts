import type { HelpOf } from '../../../../schema/help'
import type { certificate } from './certificate'
import { schemaRepository } from './sources'

/** What people read of these keys. */
export const certificateHelp: HelpOf<typeof certificate> = {
  source: schemaRepository,
  keys: {
    WindowsCA: {
      description: 'Host of the Windows certificate authority whose web enrollment signs the request.',
      introduced: '2.0',
      note: 'The reference calls it a URL and gives a bare host name as its example.',
    },
    CertificateTemplate: {
      description: 'Template from which the certificate authority makes the certificate, by its name.',
      introduced: '2.0',
    },
    GetCertificateAutomatically: {
      description: 'Requests a certificate when the user signs in, without a click.',
      introduced: '2.0',
    },
    SecureNetworks: {
      description: 'Wi-Fi networks that use the certificate, each by its exact name (SSID).',
      introduced: '2.0',
    },
    ExportableCertificateKey: {
      description: 'Allows users to export the certificate from the keychain together with its private key.',
      introduced: '2.0',
    },
  },
}

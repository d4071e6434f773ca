import { advise, connect, has, login, off, type Rule, repair, switchOf } from './rule'

const authority = connect('Certificate', 'WindowsCA')
const template = connect('Certificate', 'CertificateTemplate')
const exportable = connect('Certificate', 'ExportableCertificateKey')

/** A certification authority is asked for a certificate by the name of a template. */
export const authorityNeedsTemplate: Rule = (subject) =>
  has(subject, authority) && !has(subject, template)
    ? [
        advise(
          'authority-needs-template',
          authority,
          'Certificate/WindowsCA is configured without Certificate/CertificateTemplate. The certification authority issues certificates by template, so name the one for users.',
        ),
      ]
    : []

/** A private key that can be exported can be taken to another computer. */
export const exportableKey: Rule = (subject) =>
  switchOf(subject, exportable) === true
    ? [
        advise(
          'exportable-key',
          exportable,
          'Certificate/ExportableCertificateKey is on, so anybody who can use the account can take the private key away from the Mac. Leave it off unless another computer needs the key.',
          repair('Turn off ExportableCertificateKey', [exportable, off]),
        ),
      ]
    : []

const promotion = connect('TemporaryUserPermissions', 'TemporaryUserPromotion')

/** Everybody an administrator for good, and for a time on request: one makes the other useless. */
export const elevationOfAdministrators: Rule = (subject) => {
  const everybody = login('CreateAdminUser')
  return switchOf(subject, everybody) === true && switchOf(subject, promotion) === true
    ? [
        advise(
          'elevation-of-administrators',
          everybody,
          'CreateAdminUser makes every new account an administrator, and TemporaryUserPromotion gives these rights for a time. Turn CreateAdminUser off so that people start without them.',
          repair('Turn off CreateAdminUser', [everybody, off]),
        ),
      ]
    : []
}

import type { JamfGuide } from './guide'
import { redirectUri } from './shared-values'
import { google, jamf } from './vendor-pages'

const CREDENTIALS = ['APIs & Services', 'Credentials'] as const

export const googleIdentity: JamfGuide = {
  id: 'google',
  title: 'Google Workspace and Cloud Identity',
  providers: ['GoogleID'],
  about:
    'People sign in at Google and choose a password of their own for the Mac. With Secure LDAP, the menu bar app compares both passwords.',
  steps: [
    {
      id: 'app',
      title: 'Register the app in your project',
      path: ['Google Auth Platform', 'Get started'],
      formerPath: ['APIs & Services', 'OAuth consent screen'],
      text: 'Choose or create a project of your organization in the Google Cloud console. Enter a name, such as Jamf Connect, and an address for questions.',
      sources: [google.start, jamf.google],
    },
    {
      id: 'audience',
      title: 'Let your organization in only',
      path: ['Google Auth Platform', 'Audience'],
      formerPath: ['APIs & Services', 'OAuth consent screen'],
      text: 'Choose Internal as user type.',
      pitfalls: [
        {
          text: 'People outside the organization of the project are refused then.',
          codes: ['org_internal'],
          rows: ['google-page-internal'],
        },
        {
          text: 'An app that API controls of the Admin console do not trust can be blocked.',
          codes: ['admin_policy_enforced'],
          rows: ['google-blocked-by-admin'],
        },
      ],
      sources: [google.audience],
    },
    {
      id: 'client',
      title: 'Create a client',
      path: ['Google Auth Platform', 'Clients', 'Create client'],
      formerPath: [...CREDENTIALS, 'Create credentials', 'OAuth client ID'],
      text: 'Choose Web application as type, and give it a name.',
      pitfalls: [
        {
          text: 'Google can refuse the sign-in of a client of another type.',
          codes: ['invalid_request'],
          rows: ['google-access-blocked'],
        },
      ],
      sources: [google.clients, jamf.google],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      text: 'On the same page, add it to the authorized ones, and click Create.',
      carries: [redirectUri('Authorized redirect URIs')],
      pitfalls: [
        {
          text: 'Google compares every character, and a change takes some minutes.',
          codes: ['redirect_uri_mismatch'],
          rows: ['google-redirect-uri', 'google-page-redirect-uri'],
        },
      ],
      proof: {
        test: 'oidc',
        shows: 'Google opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [google.clients, jamf.google],
    },
    {
      id: 'client-id-and-secret',
      title: 'Copy the client ID and the client secret',
      text: 'Google shows both in a window once the client is created.',
      brings: [
        { label: 'Client ID', keys: ['login/OIDCClientID'] },
        {
          label: 'Client secret',
          keys: ['login/OIDCClientSecret'],
          note: 'Google shows it this once.',
        },
      ],
      pitfalls: [
        {
          text: 'An ID of another project or of a deleted client is not known, and a secret of another client is refused.',
          codes: ['invalid_client'],
          rows: ['google-client-id', 'google-page-client'],
        },
      ],
      proof: {
        test: 'oidc',
        shows: 'Google accepts the client and its secret',
        checks: ['oidc.client-authentication', 'oidc.tokens'],
      },
      sources: [google.clients, jamf.google],
    },
    {
      id: 'local-password',
      title: 'Give the Mac a password of its own',
      text: 'Google checks no password for Jamf Connect, so new users choose one for their account.',
      sets: [{ key: 'login/OIDCNewPassword', value: true }],
      pitfalls: [
        { text: 'While this is off, the login window asks for the Google password again and again.' },
      ],
      sources: [jamf.google, jamf.initialPassword],
    },
    {
      id: 'change-password',
      title: 'Lead people to Google’s page for passwords',
      text: 'The menu bar app opens it where people change their password.',
      sets: [
        {
          key: 'connect/IdPSettings/ChangePasswordURL',
          value: 'https://myaccount.google.com/intro/signinoptions/password',
        },
      ],
      optional: true,
      sources: [jamf.menuBar],
    },
    {
      id: 'ldap-client',
      title: 'Add an LDAP client for the menu bar app',
      path: ['Google Admin console', 'Apps', 'LDAP', 'Add client'],
      text: 'Allow it to verify passwords and to read user information, download its certificate, and switch its service status to On. Not every edition of Google Workspace has Secure LDAP.',
      optional: true,
      sources: [google.ldap, google.ldapConnect, jamf.google],
    },
    {
      id: 'ldap-certificate',
      title: 'Bring the certificate to the Macs',
      text: 'Make one .p12 file of the certificate and its key with OpenSSL, and deploy it with a certificate payload. The menu bar app shows itself to Google with it.',
      pitfalls: [
        {
          text: 'A certificate that is deleted in the Admin console, or has expired, ends the comparison of passwords on every Mac.',
        },
      ],
      optional: true,
      sources: [jamf.google, google.ldap],
    },
  ],
  limits: [
    {
      what: 'Google has no password grant: no application can check the Google password of a person.',
      instead: 'People turn on OIDCNewPassword, and let the menu bar app compare passwords over Secure LDAP.',
      sources: [jamf.google, jamf.initialPassword],
    },
    {
      what: 'Google sends neither roles nor groups, so that everybody gets the same rights.',
      instead:
        'People decide with CreateAdminUser for all new accounts, or give rights for some minutes with privilege elevation.',
      sources: [jamf.google],
    },
    {
      what: 'A sign-in before privilege elevation, which VerifyUserPromotion asks for, does not work with Google.',
      instead:
        'People ask for a reason with UserPromotionReason, or for a fingerprint with UserPromotionBiometrics.',
      sources: [jamf.elevation],
    },
    {
      what: 'An existing account whose password differs from the Google password cannot be connected.',
      instead: 'People have the passwords made equal first, or create a new account.',
      sources: [jamf.migration],
    },
  ],
}

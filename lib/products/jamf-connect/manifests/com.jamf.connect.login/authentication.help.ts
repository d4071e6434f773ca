import type { HelpOf } from '../../../../schema/help'
import type { authentication } from './authentication'

/** What people read of these keys. */
export const authenticationHelp: HelpOf<typeof authentication> = {
  source:
    'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings',
  keys: {
    OIDCProvider: {
      description: 'The identity provider that users sign in with at the login window.',
      alsoCalled: ['OpenID Connect Provider'],
      introduced: '1.x',
      note: 'Upper and lower case matter. Jamf Connect 2.0 to 2.17 documents Azure instead of EntraID, and neither OktaIdentityEngine nor Okta-OIDC. Jamf also writes OktaOIDC and Okta OpenID Connect (OIDC); its page of this setting has Okta-OIDC.',
    },
    OIDCClientID: {
      description:
        'Client ID under which the identity provider knows the login window. It comes from the app registration for web sign-in.',
      alsoCalled: ['Client ID', 'OpenID Connect Client ID'],
      introduced: '1.x',
      note: 'Entra ID shows it as the application (client) ID. Client IDs from Google end in .apps.googleusercontent.com; those from PingFederate must not contain spaces.',
    },
    OIDCTenant: {
      description:
        'Identifies your organization at the identity provider. With IBM Security Verify and OneLogin, Jamf Connect builds the discovery URL from it.',
      alsoCalled: ['Tenant ID', 'ROPG Tenant', 'OpenID Connect Tenant'],
      introduced: '1.x',
      note: 'Enter the directory (tenant) ID for Entra ID, and only the tenant name or subdomain for IBM Security Verify and OneLogin. Whether a single-tenant app in Entra ID needs it is not documented.',
    },
    AuthServer: {
      description:
        'Host name of your Okta organization. The login window checks user names and passwords there, through the Okta Authentication API.',
      alsoCalled: ['Okta Domain'],
      introduced: '1.x',
      note: 'Enter the host name alone, without https:// and without a path.',
    },
    OIDCClientSecret: {
      description:
        'Secret of the app registration, which the login window sends along with the client ID. Set it only if the app is a confidential client, as with Google.',
      alsoCalled: ['OpenID Connect Client Secret'],
      introduced: '1.x',
      note: 'The profile contains the secret as clear text. IBM Security Verify needs a public client, so leave the key out there.',
    },
    OIDCRedirectURI: {
      description:
        'Address to which the identity provider sends the user after sign-in; the web view closes when it gets there.',
      alsoCalled: ['Redirect URI', 'OpenID Connect Redirect URI'],
      whenAbsent: 'Jamf documents https://127.0.0.1/jamfconnect as the default.',
      introduced: '1.x',
      note: 'Any address will do, as long as the app registration has the same, character for character; https://127.0.0.1/jamfconnect is what Jamf recommends. Okta (Authentication API) needs it only with user role apps.',
    },
    OIDCDiscoveryURL: {
      description:
        'Address of the OpenID Connect metadata of your identity provider. It takes precedence over any address that Jamf Connect knows or builds.',
      alsoCalled: ['OpenID Connect Discovery URL'],
      whenAbsent:
        'Jamf Connect uses a built-in address for Entra ID and Google, and builds the address from the tenant for IBM Security Verify and OneLogin.',
      introduced: '1.x',
      note: 'Enter the complete https:// address, with /.well-known/openid-configuration as its end.',
    },
    OIDCUsePassthroughAuth: {
      description:
        'Uses the password typed on the sign-in page of the identity provider for the local account as well, so that users type it only once.',
      introduced: '2.8 or earlier',
      note: 'With Entra ID, OneLogin and PingFederate, leave OIDCNewPassword off or not configured. With Google, turn it on.',
    },
    ChangePasswordURL: {
      description:
        'Page of your identity provider where users change their password. The login window opens it.',
    },
  },
}

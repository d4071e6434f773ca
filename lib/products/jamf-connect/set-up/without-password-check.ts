import type { JamfGuide } from './guide'
import {
  authentik as authentikPages,
  duo as duoPages,
  jamf,
  jumpCloud as jumpCloudPages,
} from './vendor-pages'

/** Providers at which people can sign in, and that check no password for Jamf Connect. */
export const jumpCloud: JamfGuide = {
  id: 'jumpcloud',
  title: 'JumpCloud',
  providers: ['Custom'],
  about:
    'People can sign in at JumpCloud in the login window. Jamf Connect cannot check or synchronize their passwords.',
  steps: [],
  limits: [
    {
      what: 'JumpCloud has no password grant: an application gets the authorization code, and refresh tokens if you want them.',
      instead:
        'People turn on OIDCNewPassword, so that the Mac has a password of its own, and leave the keys of the password check not configured.',
      sources: [jumpCloudPages.oidc, jamf.initialPassword],
    },
    {
      what: 'Password synchronization of Jamf Connect cannot work without that grant.',
      instead:
        'People leave it to the JumpCloud agent, whose Password Sync keeps the password of the account.',
      sources: [jumpCloudPages.passwords],
    },
    {
      what: 'No set-up of Jamf’s for JumpCloud was found; the provider is Custom.',
      instead:
        'For the sign-in alone, people add SSO Applications > Custom Application > Configure SSO with OIDC, choose Public (None PKCE) as client authentication, register the redirect URI, and enter the client ID and the discovery document.',
      sources: [jumpCloudPages.oidc, jamf.custom],
    },
  ],
}

export const authentik: JamfGuide = {
  id: 'authentik',
  title: 'authentik',
  providers: ['Custom'],
  about:
    'People can sign in at authentik in the login window. Jamf Connect cannot check or synchronize their passwords.',
  steps: [],
  limits: [
    {
      what: 'authentik lists the password grant, and treats it like client credentials: it takes app passwords, never the password with which a person signs in.',
      instead:
        'People turn on OIDCNewPassword, so that the Mac has a password of its own, or have another provider check passwords with ROPGDiscoveryURL.',
      sources: [authentikPages.machines, authentikPages.issue],
    },
    {
      what: 'No set-up of Jamf’s for authentik was found; the provider is Custom.',
      instead:
        'For the sign-in alone, people create an OAuth2/OpenID provider as a public client, register the redirect URI, and enter the client ID and the discovery document.',
      sources: [authentikPages.provider, jamf.custom],
    },
  ],
}

export const duo: JamfGuide = {
  id: 'duo',
  title: 'Duo Single Sign-On',
  providers: ['Custom'],
  about:
    'People can sign in at Duo Single Sign-On in the login window. Jamf Connect cannot check or synchronize their passwords.',
  steps: [],
  limits: [
    {
      what: 'Duo documents no password grant for its relying parties.',
      instead:
        'People turn on OIDCNewPassword, or choose the identity provider behind Duo, which knows the passwords, and keep Duo as its second factor.',
      sources: [duoPages.oidc, jamf.initialPassword],
    },
    {
      what: 'A Generic OIDC Relying Party, as Duo describes it, needs a client secret.',
      instead:
        'For the sign-in alone, people enter the secret as OIDCClientSecret: everybody who can read the profile can read it.',
      sources: [duoPages.oidc, jamf.custom],
    },
    {
      what: 'Duo as external second factor of Entra ID stops the check of passwords with AADSTS50158.',
      instead:
        'People leave the application of the password check out of that policy, as in the set-up of Entra ID with Conditional Access.',
      sources: [
        {
          label: 'Microsoft: error codes',
          url: 'https://learn.microsoft.com/entra/identity-platform/reference-error-codes',
        },
      ],
    },
  ],
}

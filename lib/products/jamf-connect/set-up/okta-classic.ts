import type { JamfGuide } from './guide'
import { createApp, EACH_APP, enterUnusedRedirect, ofApp } from './okta-steps'
import { jamf, okta } from './vendor-pages'

export const oktaClassic: JamfGuide = {
  id: 'okta-classic',
  title: 'Okta Classic Engine with the Authentication API',
  providers: ['Okta'],
  about:
    'The login window draws its own fields and asks the Authentication API of your organization. Signing in and checking passwords need no application at Okta.',
  steps: [
    {
      id: 'organization',
      title: 'Enter your Okta domain',
      text: 'Nothing is to be created for the sign-in: the address is enough.',
      brings: [
        {
          label: 'Okta domain',
          keys: ['login/AuthServer', 'connect/IdPSettings/OktaAuthServer'],
          note: 'The host alone, such as example.okta.com, never the one of the Admin Console with -admin.',
        },
      ],
      pitfalls: [
        {
          text: 'A host with -admin or a path after it is not that of the Authentication API.',
          codes: ['E0000007', 'E0000008', 'E0000011'],
          rows: ['okta-e-not-found', 'okta-e-token'],
        },
        {
          text: 'Okta can have turned the Authentication API off for an organization.',
          codes: ['E0000015'],
          rows: ['okta-e-feature'],
        },
      ],
      proof: {
        test: 'okta',
        shows: 'The Authentication API answers and accepts the password',
        checks: ['okta.domain', 'okta.reachable', 'okta.api', 'okta.password'],
      },
      sources: [jamf.oktaApi, jamf.oktaClassic],
    },
    {
      id: 'second-factor',
      title: 'Ask for a second factor in the whole organization',
      path: ['Security', 'Multifactor'],
      text: 'Turn on the factors, and have the Okta sign-on policy ask for one. A rule of an application has no effect on this sign-in.',
      pitfalls: [
        {
          text: 'Okta answers so where the policy of an application asks for a second factor.',
          codes: ['E0000058'],
          rows: ['okta-e-app-factor'],
        },
        {
          text: 'Security keys do not work at the login window. A YubiKey works as one that types a one-time code.',
        },
      ],
      proof: {
        test: 'okta',
        shows: 'Okta asks for the second factor and accepts it',
        checks: ['okta.second-factor', 'okta.complete'],
      },
      optional: true,
      sources: [jamf.oktaApi, jamf.oktaMfa, okta.authn],
    },
    {
      ...createApp('role-apps', 'Create an application for each role', 'Jamf Connect Admin'),
      text: 'One application says who may sign in, one who becomes an administrator, one who may add an account to a Mac that has one. Create those that you need, each as OIDC - OpenID Connect and Native Application.',
      optional: true,
      sources: [jamf.oktaRoleApps, jamf.oktaApi],
    },
    {
      id: 'each-app-grants',
      title: 'Tick Authorization Code and Implicit (hybrid) in each',
      ...ofApp(EACH_APP, 'General', 'General Settings', 'Edit'),
      text: 'Here both stay ticked: Allow ID Token and Allow Access Token with implicit grant type.',
      optional: true,
      sources: [jamf.oktaApi],
    },
    {
      ...enterUnusedRedirect(EACH_APP),
      text: 'Enter this address for sign-in in each of these applications, and save.',
      optional: true,
      sources: [jamf.oktaApi],
    },
    {
      id: 'each-app-client-ids',
      title: 'Copy the client IDs',
      ...ofApp(EACH_APP, 'General', 'Client Credentials'),
      brings: [
        { label: 'Client ID of who may sign in', keys: ['login/OIDCAccessClientID'] },
        { label: 'Client ID of administrators', keys: ['login/OIDCAdminClientID'] },
        { label: 'Client ID of who may add an account', keys: ['login/OIDCSecondaryLoginClientID'] },
      ],
      text: 'Then assign people and groups to each application: the assignment is the role.',
      pitfalls: [
        {
          text: 'These three keys are read with the provider Okta only. Other providers of Okta read OIDCAdmin and OIDCSecondaryAccess.',
        },
      ],
      optional: true,
      sources: [jamf.oktaRoleApps],
    },
  ],
  limits: [
    {
      what: 'Passthrough authentication, the page of Okta and policies of one application belong to OpenID Connect, and are not to be had here.',
      instead: 'People choose the provider Okta-OIDC, with one application or two.',
      sources: [jamf.oktaOidc, jamf.oktaClassic],
    },
    {
      what: 'Two people whose user names are equal in front of the @ get the same account on a Mac.',
      instead: 'People make the part in front of the @ different.',
      sources: [jamf.oktaClassic],
    },
  ],
}

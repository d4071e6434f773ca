import type { JamfGuide } from './guide'
import { clientIdOfBoth, discoveryUrl, redirectUri } from './shared-values'
import { ibm, jamf } from './vendor-pages'

const ofApp = (...path: readonly string[]) => ({ path: ['Applications', 'the application', ...path] })

export const ibmVerify: JamfGuide = {
  id: 'ibm-verify',
  title: 'IBM Security Verify',
  providers: ['IBMCI'],
  about: 'One custom application without a secret signs people in and checks their passwords.',
  steps: [
    {
      id: 'tenant',
      title: 'Enter your tenant',
      text: 'It is what stands in front of the first point of your address.',
      brings: [
        {
          label: 'Tenant',
          keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID'],
          note: 'example, where the address is example.verify.ibm.com.',
        },
      ],
      sources: [jamf.ibm, jamf.menuBar],
    },
    {
      id: 'discovery',
      title: 'Enter the discovery document',
      text: 'IBM has two providers, and which of them an application belongs to depends on its template. Which host Jamf Connect makes from the tenant is not documented, so the address is better written out.',
      brings: [
        discoveryUrl(
          'Discovery document',
          'https://, your host and /oidc/endpoint/default/.well-known/openid-configuration; for the template OpenID Connect, /oauth2/.well-known/openid-configuration.',
        ),
      ],
      proof: {
        test: 'discovery',
        shows: 'IBM answers at this address',
        checks: ['discovery.address', 'discovery.reachable', 'discovery.json', 'discovery.issuer-matches'],
      },
      sources: [ibm.addresses],
    },
    {
      id: 'app',
      title: 'Add a custom application',
      path: ['Applications', 'Add application', 'Custom application'],
      formerPath: ['Switch to admin', 'Applications', 'Add', 'Custom Application'],
      text: 'Name it, such as Jamf Connect, enter a description, your company and an owner, and enable it.',
      sources: [jamf.ibm, ibm.signOn],
    },
    {
      id: 'sign-on',
      title: 'Sign in with OpenID Connect and without a secret',
      ...ofApp('Sign-on'),
      text: 'Choose Open ID Connect 1.0, tick all grant types, the one with the password of the resource owner too, and tick Public client (no client secret).',
      carries: [{ label: 'Access token format', value: 'JWT' }],
      pitfalls: [
        {
          text: 'An application that was saved with a secret refuses every check; on the Mac, that looks like a wrong password.',
          codes: ['CSIAQ0160E'],
          rows: ['ibm-confidential'],
        },
      ],
      proof: {
        test: 'ropg',
        shows: 'IBM accepts the client without a secret, and checks the password',
        checks: ['ropg.client', 'ropg.tokens'],
      },
      sources: [jamf.ibm, ibm.signOn, ibm.grants, ibm.login],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      ...ofApp('Sign-on'),
      carries: [
        redirectUri('Redirect URIs'),
        {
          ...redirectUri('Application URL'),
          note: 'The field has to be filled in; Jamf enters the same address.',
        },
      ],
      pitfalls: [{ text: 'Another address is refused on a page of IBM.', rows: ['page-redirect-uri'] }],
      proof: {
        test: 'oidc',
        shows: 'IBM opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [jamf.ibm],
    },
    {
      id: 'api-access',
      title: 'Give the application access to the APIs',
      ...ofApp('API access'),
      text: 'Jamf’s page turns all of them on.',
      unconfirmed: 'Which of them Jamf Connect uses is not documented.',
      optional: true,
      sources: [jamf.ibm],
    },
    {
      id: 'entitlements',
      title: 'Entitle the people',
      ...ofApp('Entitlements'),
      text: 'Choose that all users are entitled, or name groups, and save.',
      pitfalls: [
        {
          text: 'A person who is not entitled is refused, with a right password too.',
          codes: ['CSIAQ0279E'],
          rows: ['ibm-not-entitled'],
        },
      ],
      proof: { test: 'oidc', shows: 'The person may use the application', checks: ['oidc.signed-in'] },
      sources: [jamf.ibm, ibm.signOn],
    },
    {
      id: 'client-id',
      title: 'Copy the client ID',
      ...ofApp('Sign-on'),
      text: 'IBM fills it in once the application is saved.',
      brings: [clientIdOfBoth('Client ID')],
      sources: [jamf.ibm],
    },
    {
      id: 'groups',
      title: 'Send the groups of a person',
      ...ofApp('Sign-on'),
      text: 'Tick Send all known user attributes in the ID token, and add an attribute mapping.',
      carries: [
        { label: 'Attribute name', value: 'Group' },
        { label: 'Attribute source', value: 'groupIds' },
      ],
      brings: [
        {
          label: 'Name of the claim',
          keys: ['login/OIDCAdminAttribute'],
          note: 'Run the sign-in test, and take the claim of the ID token that lists the groups.',
        },
        { label: 'Groups of administrators', keys: ['login/OIDCAdmin'] },
      ],
      proof: { test: 'oidc', shows: 'The ID token lists the groups', checks: ['oidc.groups'] },
      optional: true,
      unconfirmed: 'No page says whether the claim arrives as groupIds or as Group.',
      sources: [jamf.ibm, jamf.roles],
    },
  ],
}

import type { JamfGuide } from './guide'
import { oneLoginRequests } from './requests/onelogin'
import { clientIdOfBoth, redirectUri } from './shared-values'
import { jamf, oneLogin as vendor } from './vendor-pages'

const ofApp = (...path: readonly string[]) => ({
  path: ['Administration', 'Applications', 'the app', ...path],
})

export const oneLogin: JamfGuide = {
  id: 'onelogin',
  title: 'OneLogin',
  providers: ['OneLogin'],
  about: 'One application without a secret signs people in and checks their passwords.',
  requests: oneLoginRequests,
  steps: [
    {
      id: 'subdomain',
      title: 'Enter your subdomain',
      text: 'It is what stands in front of .onelogin.com in the address of your portal.',
      brings: [
        {
          label: 'Subdomain',
          keys: ['login/OIDCTenant', 'connect/IdPSettings/TenantID'],
          note: 'example, where the address is example.onelogin.com.',
        },
      ],
      proof: {
        test: 'discovery',
        shows: 'Your OneLogin answers under this subdomain',
        checks: ['discovery.reachable', 'discovery.json', 'discovery.issuer-matches'],
      },
      sources: [jamf.successCodes, vendor.discovery],
    },
    {
      id: 'app',
      title: 'Add an OpenID Connect application',
      path: ['Administration', 'Applications', 'Add App'],
      text: 'Search for OpenId Connect (OIDC), choose it, name it, such as Jamf Connect, and save.',
      sources: [vendor.connect, jamf.oneLogin],
    },
    {
      id: 'redirect-uri',
      title: 'Enter the redirect URI',
      ...ofApp('Configuration'),
      carries: [redirectUri('Redirect URI')],
      pitfalls: [
        {
          text: 'A changed address can take ten minutes until OneLogin knows it.',
          rows: ['page-redirect-uri'],
        },
      ],
      proof: {
        test: 'oidc',
        shows: 'OneLogin opens the sign-in page for this redirect URI',
        checks: ['oidc.redirect-uri', 'oidc.sign-in-page'],
      },
      sources: [jamf.oneLogin, vendor.connect],
    },
    {
      id: 'unlock-redirect',
      title: 'Register the address of Jamf Unlock',
      ...ofApp('Configuration'),
      text: 'Needed only where people use Jamf Unlock. Write it on a line of its own.',
      carries: [{ label: 'Redirect URI', value: 'com.jamf.connect.unlock://callback' }],
      optional: true,
      sources: [jamf.oneLogin, vendor.connect],
    },
    {
      id: 'without-secret',
      title: 'Do without a client secret',
      ...ofApp('SSO'),
      carries: [
        { label: 'Application Type', value: 'Web' },
        { label: 'Token Endpoint, Authentication Method', value: 'None (PKCE)' },
      ],
      text: 'Choose both, and save.',
      pitfalls: [
        {
          text: 'With another method, OneLogin asks for a secret, which the profile does not have.',
          codes: ['invalid_client'],
          rows: ['onelogin-client-authentication'],
        },
      ],
      proof: {
        test: 'ropg',
        shows: 'OneLogin accepts the client without a secret',
        checks: ['ropg.client'],
      },
      sources: [jamf.oneLogin],
    },
    {
      id: 'client-id',
      title: 'Copy the client ID',
      ...ofApp('SSO'),
      brings: [clientIdOfBoth('Client ID')],
      sources: [jamf.oneLogin, vendor.connect],
    },
    {
      id: 'roles',
      title: 'Give people access',
      ...ofApp('Access'),
      text: 'Tick the roles whose members are to sign in to a Mac. Everybody has the role Default.',
      pitfalls: [
        {
          text: 'A person with none of these roles may not use the application.',
          codes: ['access_denied'],
          rows: ['access-denied'],
        },
      ],
      proof: {
        test: 'oidc',
        shows: 'The person may use the application',
        checks: ['oidc.signed-in'],
      },
      sources: [jamf.oneLogin],
    },
    {
      id: 'second-factor',
      title: 'With a second factor, take its answer for a right password',
      path: ['Security', 'Policies'],
      text: 'Where a policy asks this application for a second factor, OneLogin answers the check of a right password with MFA in place of tokens. An app policy is chosen on the Access page of the application.',
      sets: [
        { key: 'login/ROPGSuccessCodes', value: ['MFA'] },
        { key: 'connect/IdPSettings/SuccessCodes', value: ['MFA'] },
      ],
      pitfalls: [
        {
          text: 'Without this code, each right password looks like a wrong one.',
          codes: ['MFA'],
          rows: ['onelogin-second-factor', 'onelogin-second-factor-named'],
        },
      ],
      proof: {
        test: 'ropg',
        shows: 'The answer with MFA counts as a right password',
        checks: ['ropg.success-codes'],
      },
      optional: true,
      sources: [jamf.successCodes, vendor.appPolicies],
    },
  ],
}

import type { JamfGuide, JamfStep } from './guide'
import {
  clientPitfalls,
  createApp,
  customDiscovery,
  EACH_APP,
  elevationRedirect,
  enterOrganization,
  enterRedirect,
  enterUnusedRedirect,
  grantUsersRead,
  groupsInIdToken,
  type OktaApp,
  ofApp,
  passwordPolicy,
  rulesNoLoginWindowMeets,
  sessionPolicy,
  THE_APP,
  withoutAccessToken,
} from './okta-steps'
import { oktaOneApplicationRequests, oktaTwoApplicationsRequests } from './requests/okta'
import { clientIdOfBoth } from './shared-values'
import { jamf, okta } from './vendor-pages'

const SCOPES = 'openid+profile+email+groups'
const PASSWORD_APP: OktaApp = { prefix: 'password-app-', called: 'the password app' }
const SIGN_IN_APP: OktaApp = { prefix: 'sign-in-app-', called: 'the sign-in app' }

const passwordGrants = (app: OktaApp): JamfStep => ({
  id: `${app.prefix}grants`,
  title: `Tick the grants of ${app.called}`,
  text: 'Tick Implicit (hybrid) and Resource Owner Password. Identity Engine shows Resource Owner Password under Advanced, Classic Engine beside the others.',
  pitfalls: [
    {
      text: 'Without Resource Owner Password, Okta checks no password for this app.',
      codes: ['unauthorized_client'],
      rows: ['okta-grant-not-allowed'],
    },
    {
      text: 'Without Implicit (hybrid), Okta refuses the sign-in of the login window.',
      codes: ['unsupported_response_type'],
      rows: ['okta-response-type'],
    },
  ],
  proof: { test: 'ropg', shows: 'The app may check passwords', checks: ['ropg.client'] },
  sources: [jamf.oktaOidc, jamf.oktaPost, okta.password],
})

const assigned = (app: OktaApp, text: string, proof: JamfStep['proof']): JamfStep => ({
  id: 'assignments',
  title: 'Assign the people',
  ...ofApp(app, 'Assignments', 'Assign'),
  text,
  pitfalls: [
    {
      text: 'A person who is not assigned is refused, at sign-in or when the password is checked.',
      codes: ['access_denied'],
      rows: ['okta-not-assigned'],
    },
  ],
  ...(proof === undefined ? {} : { proof }),
  sources: [jamf.oktaPost],
})

export const oktaOneApplication: JamfGuide = {
  id: 'okta-one-application',
  title: 'Okta with one application',
  providers: ['Okta-OIDC', 'Custom'],
  about:
    'One application signs people in on a page of Okta and checks their passwords, without a second factor. For Identity Engine and Classic Engine.',
  requests: oktaOneApplicationRequests,
  steps: [
    enterOrganization,
    customDiscovery,
    createApp('app', 'Create a native application', 'Jamf Connect'),
    passwordGrants(THE_APP),
    enterRedirect(THE_APP),
    {
      id: 'client-id',
      title: 'Copy the client ID',
      ...ofApp(THE_APP, 'General', 'Client Credentials'),
      brings: [clientIdOfBoth('Client ID')],
      pitfalls: clientPitfalls,
      sources: [jamf.oktaOidc, jamf.oktaPost],
    },
    withoutAccessToken(THE_APP),
    grantUsersRead(THE_APP),
    assigned(THE_APP, 'Assign everybody who is to sign in to a Mac, one by one or by group.', {
      test: 'oidc',
      shows: 'The person may use the app',
      checks: ['oidc.signed-in'],
    }),
    sessionPolicy,
    passwordPolicy('this app'),
    groupsInIdToken(THE_APP, 'The groups decide who becomes an administrator of the Mac.', SCOPES),
    elevationRedirect,
  ],
  limits: [
    {
      what: 'One application cannot ask for a second factor at the login window: the same policy applies to the check of passwords.',
      instead: 'People create a second application for the sign-in, as in the set-up with two applications.',
      sources: [jamf.oktaPost],
    },
  ],
}

export const oktaTwoApplications: JamfGuide = {
  id: 'okta-two-applications',
  title: 'Okta with two applications',
  providers: ['Okta-OIDC', 'Custom'],
  template: 'okta-two-applications',
  about:
    'One application asks for a second factor at the login window, the other checks passwords without one. For Identity Engine, whose policies belong to an application.',
  requests: oktaTwoApplicationsRequests,
  steps: [
    enterOrganization,
    customDiscovery,
    createApp('password-app', 'Create the password app, which checks passwords', 'Jamf Connect Password'),
    passwordGrants(PASSWORD_APP),
    enterUnusedRedirect(PASSWORD_APP),
    {
      id: 'password-app-client-id',
      title: 'Copy the client ID of the password app',
      ...ofApp(PASSWORD_APP, 'General', 'Client Credentials'),
      brings: [{ label: 'Client ID', keys: ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'] }],
      pitfalls: clientPitfalls,
      sources: [jamf.oktaOidc, jamf.oktaPost],
    },
    withoutAccessToken(PASSWORD_APP),
    grantUsersRead(PASSWORD_APP),
    createApp('sign-in-app', 'Create the sign-in app, at which people sign in', 'Jamf Connect Login'),
    {
      id: 'sign-in-app-grants',
      title: 'Tick Implicit (hybrid) only in the sign-in app',
      text: 'Leave Resource Owner Password unticked: this application asks for a second factor, which the check of a password cannot give.',
      pitfalls: [
        {
          text: 'Without Implicit (hybrid), Okta refuses the sign-in of the login window.',
          codes: ['unsupported_response_type'],
          rows: ['okta-response-type'],
        },
      ],
      sources: [jamf.oktaPost],
    },
    enterRedirect(SIGN_IN_APP),
    {
      id: 'sign-in-app-client-id',
      title: 'Copy the client ID of the sign-in app',
      ...ofApp(SIGN_IN_APP, 'General', 'Client Credentials'),
      brings: [
        {
          label: 'Client ID',
          keys: ['login/OIDCClientID'],
          note: 'The application without Resource Owner Password.',
        },
      ],
      pitfalls: clientPitfalls,
      sources: [jamf.oktaPost],
    },
    withoutAccessToken(SIGN_IN_APP),
    grantUsersRead(SIGN_IN_APP),
    assigned(EACH_APP, 'Assign the same people to both applications, one by one or by group.', {
      test: 'ropg',
      shows: 'The person may use the app that checks passwords',
      checks: ['ropg.tokens'],
    }),
    sessionPolicy,
    passwordPolicy('the password app'),
    {
      id: 'sign-in-policy',
      title: 'Ask for a second factor at sign-in',
      path: ['Security', 'App sign-in policies'],
      formerPath: ['Security', 'Authentication Policies'],
      text: 'Create or choose the policy with the second factor that you want, and apply it to the sign-in app.',
      pitfalls: rulesNoLoginWindowMeets,
      proof: {
        test: 'oidc',
        shows: 'The sign-in ends with tokens, second factor included',
        checks: ['oidc.signed-in', 'oidc.tokens'],
      },
      sources: [jamf.oktaPost, jamf.oktaMfa],
    },
    {
      ...groupsInIdToken(
        EACH_APP,
        'Do this in both applications, because the check of passwords asks for the scopes of the sign-in while it has none of its own.',
        SCOPES,
      ),
      sources: [jamf.oktaPost, okta.groups, okta.groupFunctions, jamf.roles, jamf.conditionalAccess],
    },
    {
      ...elevationRedirect,
      unconfirmed: 'Jamf does not say which of two applications needs it: register it in both.',
    },
  ],
  limits: [
    {
      what: 'A second factor is kept at the login window only while local sign-in is off: who may sign in locally goes round it.',
      instead: 'People turn on DenyLocal, and name with DenyLocalExcluded who may still sign in locally.',
      sources: [jamf.oktaMfa],
    },
  ],
}

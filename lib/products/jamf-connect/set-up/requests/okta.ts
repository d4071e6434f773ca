import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { okta, organization, type Registration, registration } from './okta-calls'
import type { TextOf } from './values'

const api: Source = {
  label: 'Okta: management API, specification',
  url: 'https://github.com/okta/okta-management-openapi-spec',
}
const reference: Source = {
  label: 'Okta: Applications',
  url: 'https://developer.okta.com/docs/reference/api/apps/',
}
const twoApplications: Source = {
  label: 'Jamf: Okta with OIDC and ROPG',
  url: 'https://community.jamf.com/t5/tech-thoughts/using-okta-with-oidc-ropg-with-jamf-connect/ba-p/281863',
}
const identityEngine: Source = {
  label: 'Jamf: Okta Identity Engine',
  url: 'https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Configuring_Okta_Identity_Engine_with_Jamf_Connect',
}

const create = (textOf: TextOf, what: Registration): string =>
  okta(textOf, { method: 'POST', path: '/api/v1/apps', body: registration(textOf, what) })

const RIGHTS =
  'The API token is that of an administrator who may manage applications. id of the answer is the ID of the application, for the requests that follow; credentials.oauthClient.client_id is the client ID.'
const CONSOLE = 'The groups claim stays a step in the console: a field of the API for it is not confirmed.'

const oneApplication: RequestToCopy = {
  id: 'okta-application',
  title: 'Okta Apps API: the application',
  about: `Creates one native application for sign-in and password check. ${RIGHTS} ${CONSOLE}`,
  language: 'http',
  text: (textOf) =>
    create(textOf, {
      label: 'Jamf Connect',
      grants: ['authorization_code', 'implicit', 'password'],
      responses: ['code', 'id_token'],
    }),
  sources: [api, reference, twoApplications],
}

const passwordApplication: RequestToCopy = {
  id: 'okta-password-application',
  title: 'Okta Apps API: the application that checks passwords',
  about: `Creates the application with the grant Resource Owner Password; its client ID belongs into OIDCROPGID and ROPGID. ${RIGHTS} ${CONSOLE}`,
  language: 'http',
  text: (textOf) =>
    create(textOf, {
      label: 'Jamf Connect password check',
      grants: ['authorization_code', 'implicit', 'password'],
      responses: ['code', 'id_token'],
    }),
  sources: [api, reference, twoApplications],
}

const signInApplication: RequestToCopy = {
  id: 'okta-sign-in-application',
  title: 'Okta Apps API: the application that people sign in with',
  about: `Creates the application whose policy asks for a second factor, without the password grant; its client ID belongs into OIDCClientID. ${RIGHTS} ${CONSOLE}`,
  language: 'http',
  text: (textOf) =>
    create(textOf, {
      label: 'Jamf Connect sign-in',
      grants: ['authorization_code', 'implicit'],
      responses: ['code', 'id_token'],
    }),
  sources: [api, reference, twoApplications],
}

const interactionApplication: RequestToCopy = {
  id: 'okta-interaction-application',
  title: 'Okta Apps API: the application',
  about: `Creates the native application with the grant Interaction Code, which has to be allowed in the settings of your organization before. ${RIGHTS} That no response type but code is needed is not confirmed.`,
  language: 'http',
  text: (textOf) =>
    create(textOf, {
      label: 'Jamf Connect',
      grants: ['authorization_code', 'interaction_code', 'refresh_token'],
      responses: ['code'],
    }),
  sources: [identityEngine, api, reference],
}

const grant: RequestToCopy = {
  id: 'okta-grant',
  title: 'Okta Apps API: the scope okta.users.read',
  about:
    'Grants the application the scope; with two applications, send it for both. Fill in the ID of the application.',
  language: 'http',
  text: (textOf) =>
    okta(textOf, {
      method: 'POST',
      path: '/api/v1/apps/<ID-of-the-application>/grants',
      body: { issuer: `https://${organization(textOf)}`, scopeId: 'okta.users.read' },
    }),
  sources: [api, twoApplications],
}

const assignment: RequestToCopy = {
  id: 'okta-group',
  title: 'Okta Apps API: the assignment of a group',
  about:
    'Assigns a group to the application; with two applications, assign the same groups to both. Fill in the IDs of the application and of the group. It has no body.',
  language: 'http',
  text: (textOf) =>
    okta(textOf, { method: 'PUT', path: '/api/v1/apps/<ID-of-the-application>/groups/<ID-of-the-group>' }),
  sources: [api, reference],
}

const policy: RequestToCopy = {
  id: 'okta-policy',
  title: 'Okta Apps API: the app sign-in policy',
  about:
    'In an organization with Identity Engine, gives the application a policy that is there already: a password alone where passwords are checked, a second factor only where people sign in with an application of its own. Fill in the IDs of the application and of the policy. It has no body.',
  language: 'http',
  text: (textOf) =>
    okta(textOf, { method: 'PUT', path: '/api/v1/apps/<ID-of-the-application>/policies/<ID-of-the-policy>' }),
  sources: [api, twoApplications],
}

/** Okta with one application. */
export const oktaOneApplicationRequests: readonly RequestToCopy[] = [
  oneApplication,
  grant,
  assignment,
  policy,
]

/** Okta with an application for sign-in and one for password checks. */
export const oktaTwoApplicationsRequests: readonly RequestToCopy[] = [
  passwordApplication,
  signInApplication,
  grant,
  assignment,
  policy,
]

/** Okta Identity Engine, with the provider of that name. */
export const oktaIdentityEngineRequests: readonly RequestToCopy[] = [
  interactionApplication,
  grant,
  assignment,
  policy,
]

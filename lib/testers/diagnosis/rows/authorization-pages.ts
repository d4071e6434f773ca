import type { DiagnosisFacts, DiagnosisRow, Said } from '../row'
import {
  GOOGLE_CLIENT,
  GOOGLE_ERRORS,
  GOOGLE_REDIRECT,
  KEYCLOAK_AUTHORIZE,
  OIDC_REQUEST,
  RFC_AUTHORIZE_ERRORS,
} from '../sources'

type Page = Omit<DiagnosisFacts, 'verdict' | 'certainty'> & {
  readonly text: string
  readonly example: Said
  readonly certainty?: 'documented'
}

const KEYCLOAK_CLIENT = 'Keycloak > Clients > the client > Settings'
const GOOGLE_OAUTH_CLIENT = 'Google Cloud console > APIs & Services > Credentials > the OAuth client'
const OKTA_APP = 'Okta Admin Console > Applications > the app > General'
const OKTA_OAUTH =
  'https://github.com/okta/okta-developer-docs/blob/master/packages/@okta/vuepress-site/data/oauth2-error-codes.json'
const MSIS = 'https://learn.microsoft.com/windows-server/identity/ad-fs/troubleshooting/ad-fs-tshoot-logging'
/** An ID token never comes in the query. */
const RESPONSE_MODES = 'https://openid.net/specs/oauth-v2-multiple-response-types-1_0.html#ResponseModes'
const addExactly =
  'Add the redirect URI to the client, exactly as in the configuration: each slash and letter counts.'

const redirect = { key: 'login/OIDCRedirectURI' } as const
const client = { key: 'login/OIDCClientID' } as const

/**
 * What providers show on a page of their own, in place of the sign-in page. A redirect URI that is not registered and a
 * client that is not known are shown there and never sent on (RFC 6749, section 4.1.2.1).
 */
const pages: readonly Page[] = [
  {
    id: 'okta-page-redirect-uri',
    provider: 'Okta-OIDC',
    text: "'?redirect_uri'? parameter must be",
    example: {
      description:
        "400 Bad Request: The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
    },
    cause: 'The redirect URI is not among the sign-in redirect URIs of the Okta app.',
    fix: addExactly,
    console: `${OKTA_APP} > Sign-in redirect URIs`,
    source: OKTA_OAUTH,
    certainty: 'documented',
    ...redirect,
  },
  {
    id: 'okta-page-client',
    provider: 'Okta-OIDC',
    text: "invalid value for '?client_id|client_id'? parameter",
    example: { description: "400 Bad Request: Invalid value for 'client_id' parameter." },
    cause: 'The Okta organization has no active app with this client ID.',
    fix: 'Copy the client ID of the app again, and check that the app is active.',
    console: OKTA_APP,
    source: OKTA_OAUTH,
    certainty: 'documented',
    ...client,
  },
  {
    id: 'keycloak-page-redirect-uri',
    provider: 'Keycloak',
    text: 'invalid parameter: redirect_uri',
    example: { description: 'We are sorry... Invalid parameter: redirect_uri' },
    cause: 'The redirect URI is not among the valid ones of the client.',
    fix: addExactly,
    console: `${KEYCLOAK_CLIENT} > Valid redirect URIs`,
    source: KEYCLOAK_AUTHORIZE,
    certainty: 'documented',
    ...redirect,
  },
  {
    id: 'keycloak-page-client',
    provider: 'Keycloak',
    text: 'client (not found|disabled)|bearer-only',
    example: { description: 'We are sorry... Client disabled.' },
    cause: 'The realm has no client with this client ID, or it is turned off or not meant for sign-ins.',
    fix: 'Compare the client ID with that of the client in this realm, and turn the client on.',
    console: KEYCLOAK_CLIENT,
    source: KEYCLOAK_AUTHORIZE,
    certainty: 'documented',
    ...client,
  },
  {
    id: 'google-page-redirect-uri',
    provider: 'GoogleID',
    text: 'redirect_uri_mismatch',
    example: { description: 'Access blocked Error 400: redirect_uri_mismatch' },
    cause: 'The redirect URI is not among the authorized ones of the OAuth client.',
    fix: `${addExactly} A change takes some minutes.`,
    console: `${GOOGLE_OAUTH_CLIENT} > Authorized redirect URIs`,
    source: GOOGLE_REDIRECT,
    certainty: 'documented',
    ...redirect,
  },
  {
    id: 'google-page-client',
    provider: 'GoogleID',
    text: 'oauth client was (not found|deleted)|(deleted|invalid)_client',
    example: { description: 'The OAuth client was deleted. Error 401: deleted_client' },
    cause:
      'Google has no OAuth client with this client ID: a typing error, a deleted client, or another project.',
    fix: 'Copy the client ID and the client secret again.',
    console: GOOGLE_OAUTH_CLIENT,
    source: GOOGLE_CLIENT,
    certainty: 'documented',
    ...client,
  },
  {
    id: 'google-page-internal',
    provider: 'any',
    text: 'org_internal',
    example: { description: 'Error 403: org_internal' },
    cause:
      'The Google app is internal: only accounts of the organization that its project belongs to may sign in.',
    fix: 'Sign in with an account of that organization, or use an OAuth client of its project.',
    console: 'Google Cloud console > Google Auth Platform > Audience',
    source: GOOGLE_ERRORS,
    certainty: 'documented',
    ...client,
  },
  {
    id: 'ad-fs-page-redirect-uri',
    provider: 'AD FS',
    text: 'MSIS9224',
    example: {
      description: 'An error occurred. MSIS9224: the address is not one of the client',
    },
    cause: 'The redirect URI is not registered for this client in AD FS.',
    fix: addExactly,
    console: 'AD FS Management > Application Groups > the group > Native application',
    source: MSIS,
    ...redirect,
  },
  {
    id: 'ad-fs-page-client',
    provider: 'AD FS',
    text: 'MSIS9223',
    example: { description: 'An error occurred. MSIS9223: nobody of this name' },
    cause: 'AD FS has no client with this client ID.',
    fix: 'Copy the client identifier of the native application.',
    console: 'AD FS Management > Application Groups > the group > Native application',
    source: MSIS,
    ...client,
  },
  {
    id: 'page-redirect-uri',
    provider: 'any',
    text: [
      'redirect(ion)?[ _-]?ur[il]s?\\b.{0,120}(not |mismatch|invalid|must be|n.t |unregistered|missing in the client)',
      '(invalid|mismatch\\w*|unregistered|bad|unknown|wrong)\\b.{0,40}redirect(ion)?[ _-]?ur[il]',
      'redirect(_uri)?_mismatch|invalid_redirect_uri|invalid_callback|callback[. ]not[. ]match|callback url mismatch',
    ].join('|'),
    example: {
      description: "redirect_uri did not match any of the client's registered redirect_uris",
    },
    cause: 'The provider refuses the redirect URI: it is not registered for this client.',
    fix: addExactly,
    source: RFC_AUTHORIZE_ERRORS,
    ...redirect,
  },
  {
    id: 'page-client',
    provider: 'any',
    text: [
      '\\b(unknown|invalid|unregistered)[ _](or invalid )?(oauth )?(client|application)',
      '\\bclient( id(entifier)?)?( \\(client_id\\))? (is )?((missing or )?invalid|unknown|not (found|registered|valid|known|exist)|disabled|does not exist)',
      'client_id.{0,60}(invalid|not (found|exist|registered|valid)|unknown)',
      '(no|valid) (oauth )?client .{0,20}(found|exists)|oauth 2\\.0 client does not exist|application .{0,60}not found',
    ].join('|'),
    example: { description: 'client is invalid' },
    cause: 'The provider has no client with this client ID, or it is turned off.',
    fix: 'Copy the client ID again, and check that it belongs to the tenant or realm of the discovery URL.',
    source: RFC_AUTHORIZE_ERRORS,
    ...client,
  },
  {
    id: 'page-client-refused',
    provider: 'any',
    text: '^(.{0,40}\\berror:? ?)?(unauthorized_client|invalid_client)\\b',
    example: { error: 'unauthorized_client', description: '' },
    cause:
      'The provider refuses the client: its client ID is not known, its redirect URI is another one, or it may not sign in this way.',
    fix: 'Compare the client ID and the redirect URI with the client at the provider, and allow the authorization code flow there.',
    source: RFC_AUTHORIZE_ERRORS,
    ...client,
  },
  {
    id: 'page-response-mode',
    provider: 'any',
    text: 'response[ _]?mode\\b.{0,60}(not |n.t |unsupported|invalid)|(unsupported|invalid|unknown|bad)\\b.{0,20}response[ _]?mode',
    example: {
      error: 'invalid_request',
      description: 'requested response_mode is not allowed for the requested response_type',
    },
    cause:
      'The provider does not send this kind of answer in this way: the response mode does not go with the response type, or the client may not use it.',
    fix: 'Choose another response mode for the test, form_post or fragment where an ID token comes first, or the authorization code flow alone.',
    source: RESPONSE_MODES,
  },
  {
    id: 'page-response-type',
    provider: 'any',
    text: '^(?!.*response[ _]?mode).*(unsupported_response_type|response[ _]?type\\b.{0,60}(not |n.t |unsupported|invalid))',
    example: { error: 'unsupported_response_type', description: '' },
    cause: 'The client may not use this kind of answer.',
    fix: 'Allow the authorization code flow; for an ID token in the first answer, the implicit or hybrid flow too.',
    source: RFC_AUTHORIZE_ERRORS,
    ...client,
  },
  {
    id: 'page-openid-scope',
    provider: 'any',
    text: 'openid\\W{0,3} scope (must|has to|is required)|scopes? (must|has to|have to) (contain|include|have)\\W{0,3}openid|missing\\W{0,3}openid\\W{0,3} scope',
    example: {
      error: 'invalid_request',
      description: 'openid scope must be requested when using the nonce parameter',
    },
    cause: 'The request asks without the scope openid, which every sign-in with OpenID Connect needs.',
    fix: 'Add openid to the scopes.',
    source: OIDC_REQUEST,
    certainty: 'documented',
    key: 'login/OIDCScopes',
  },
  {
    id: 'page-scope',
    provider: 'any',
    text: 'invalid_scope|\\bscopes?\\b.{0,60}(not allowed|invalid|unknown|malformed|not (valid|supported|registered))|invalid scope',
    example: { error: 'invalid_scope', description: '' },
    cause: 'A scope is unknown to the provider, or this client may not ask for it.',
    fix: 'Remove the scope, or define it at the provider.',
    source: RFC_AUTHORIZE_ERRORS,
    key: 'login/OIDCScopes',
  },
]

export const authorizationPages: readonly DiagnosisRow[] = pages.map(
  ({ text, certainty, ...row }): DiagnosisRow => ({
    ...row,
    match: { symptom: 'authorization-page', text },
    verdict: 'not-the-password',
    certainty: certainty ?? 'inferred',
  }),
)

import type { Said } from './said'

/** Answers in place of a discovery document or a sign-in page, as the providers give them; ids are shortened. */
export const SAID_ON_PAGES: Readonly<Record<string, Said>> = {
  'keycloak-realm-unknown': { text: '{"error":"Realm does not exist"}' },
  'keycloak-https-required': { text: '{"error":"invalid_request","error_description":"HTTPS required"}' },
  'okta-server-unknown': {
    text: '{"errorCode":"E0000007","errorSummary":"Not found: Resource not found: aus1 (AuthorizationServer)"}',
  },
  'cognito-pool-unknown': { description: 'User pool eu-west-1_Ab1 does not exist.' },
  'client-certificate-asked': {
    text: '<title>400 No required SSL certificate was sent</title><h1>400 Bad Request</h1>',
  },
  'discovery-https-demanded': { text: '<h1>The plain HTTP request was sent to HTTPS port</h1>' },
  'discovery-place-unknown': { error: 'NOT_FOUND', description: 'Environment 7a1d not found' },
  'okta-page-redirect-uri': {
    description:
      "400 Bad Request: The 'redirect_uri' parameter must be a Login redirect URI in the client app settings",
  },
  'okta-page-client': { description: "400 Bad Request: Invalid value for 'client_id' parameter." },
  'keycloak-page-redirect-uri': { description: 'We are sorry... Invalid parameter: redirect_uri' },
  'keycloak-page-client': { description: 'We are sorry... Client disabled.' },
  'google-page-redirect-uri': { description: 'Access blocked Error 400: redirect_uri_mismatch' },
  'google-page-client': { description: 'The OAuth client was deleted. Error 401: deleted_client' },
  'google-page-internal': { description: 'Error 403: org_internal' },
  'ad-fs-page-redirect-uri': {
    description: 'An error occurred. MSIS9224: the address is not one of the client',
  },
  'ad-fs-page-client': { description: 'An error occurred. MSIS9223: nobody of this name' },
  'page-redirect-uri': {
    description: "redirect_uri did not match any of the client's registered redirect_uris",
  },
  'page-client': { description: 'client is invalid' },
  'page-client-refused': { error: 'unauthorized_client', description: '' },
  'page-response-mode': {
    error: 'invalid_request',
    description: 'requested response_mode is not allowed for the requested response_type',
  },
  'page-response-type': { error: 'unsupported_response_type', description: '' },
  'page-openid-scope': {
    error: 'invalid_request',
    description: 'openid scope must be requested when using the nonce parameter',
  },
  'page-scope': { error: 'invalid_scope', description: '' },
}

import type { Said } from './examples'

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
}

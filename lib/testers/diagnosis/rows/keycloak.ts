import type { DiagnosisRow } from '../row'
import { KEYCLOAK_AUTHORIZE, KEYCLOAK_GRANT, KEYCLOAK_PASSWORD } from '../sources'

const CLIENT = 'Keycloak > Clients > the client'

/** Answers of Keycloak. */
export const keycloak: readonly DiagnosisRow[] = [
  {
    id: 'keycloak-direct-access',
    provider: 'Keycloak',
    match: { error: 'unauthorized_client', text: 'direct access grants' },
    verdict: 'not-the-password',
    cause: 'The client may not use the password grant, which Keycloak calls direct access grants.',
    fix: 'Tick Direct access grants.',
    key: 'login/OIDCROPGID',
    console: `${CLIENT} > Settings > Capability config`,
    source: KEYCLOAK_GRANT,
    certainty: 'documented',
  },
  {
    id: 'keycloak-consent',
    provider: 'Keycloak',
    match: { error: 'invalid_client', text: 'requires user consent' },
    verdict: 'not-the-password',
    cause: 'The client asks users for consent, which a password check cannot get.',
    fix: 'Turn off Consent required.',
    key: 'login/OIDCROPGID',
    console: `${CLIENT} > Settings > Login settings`,
    source: KEYCLOAK_GRANT,
    certainty: 'documented',
  },
  {
    id: 'keycloak-required-actions',
    provider: 'Keycloak',
    match: { error: 'invalid_grant', text: 'not fully set up' },
    verdict: 'unknown',
    cause:
      'The user still has required actions: a new password, a verified e-mail address, a complete profile.',
    fix: 'Have the user sign in once with a browser, or remove the required actions.',
    console: 'Keycloak > Users > the user > Details > Required user actions',
    source: KEYCLOAK_GRANT,
    certainty: 'documented',
  },
  {
    id: 'keycloak-wrong-password',
    provider: 'Keycloak',
    match: { error: 'invalid_grant', text: 'invalid user credentials' },
    verdict: 'unknown',
    cause:
      'The password is wrong, or the user has a one-time code, which a password check does not send. Keycloak gives one answer for both.',
    fix: 'If the password is right, give the client a direct grant flow without the one-time code.',
    key: 'login/OIDCROPGID',
    console: `${CLIENT} > Advanced > Authentication flow overrides > Direct grant flow`,
    source: KEYCLOAK_PASSWORD,
    certainty: 'documented',
  },
  {
    id: 'keycloak-redirect-uri',
    provider: 'Keycloak',
    match: { text: 'invalid parameter: redirect_uri' },
    verdict: 'not-the-password',
    cause: 'The redirect URI is not among the valid ones of the client.',
    fix: 'Add the redirect URI to the client, exactly as in the configuration.',
    key: 'login/OIDCRedirectURI',
    console: `${CLIENT} > Settings > Valid redirect URIs`,
    source: KEYCLOAK_AUTHORIZE,
    certainty: 'documented',
  },
  {
    id: 'keycloak-flow',
    provider: 'Keycloak',
    match: { text: 'not allowed to initiate browser login' },
    verdict: 'not-the-password',
    cause:
      'The client does not allow the flow that was used: the standard one (code) or the implicit one (ID token).',
    fix: 'Tick Standard flow, or Implicit flow for an ID token in the first answer.',
    key: 'login/OIDCClientID',
    console: `${CLIENT} > Settings > Capability config`,
    source: KEYCLOAK_AUTHORIZE,
    certainty: 'documented',
  },
  {
    id: 'keycloak-scope',
    provider: 'Keycloak',
    match: { error: 'invalid_scope' },
    verdict: 'not-the-password',
    cause:
      'A scope is not a client scope of this client. Scopes whose plus signs reach Keycloak as such look like one unknown scope.',
    fix: 'Add the scope to the client, or remove it from the configuration.',
    key: 'login/OIDCScopes',
    console: `${CLIENT} > Client scopes`,
    source: KEYCLOAK_AUTHORIZE,
    certainty: 'documented',
  },
]

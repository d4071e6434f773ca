import type { DiagnosisRow } from '../row'
import { JAMF_LOGGING, JAMF_OKTA_OIDC, JAMF_ROLES, OIDC_DISCOVERY, RFC_TOKEN_ERRORS } from '../sources'

/** What checks find and administrators see, with any provider. */
export const anySymptoms: readonly DiagnosisRow[] = [
  {
    id: 'refused-without-reason',
    provider: 'any',
    match: { symptom: 'refused-without-reason' },
    verdict: 'may-be-wrong',
    leaves: ['client', 'grant'],
    cause:
      'The identity provider refused and gave no reason: the user name, the password, the client or a policy may be the cause.',
    spoken: 'It gives no error code: the user name, the password, the client or a policy may be the cause.',
    fix: 'Look for this sign-in in the log of the identity provider.',
    source: RFC_TOKEN_ERRORS,
    certainty: 'inferred',
  },
  {
    id: 'discovery-not-found',
    provider: 'any',
    match: { symptom: 'discovery-not-found' },
    verdict: 'not-the-password',
    cause:
      'There is no discovery document at this address: a wrong path, the host of an admin console, or the id of an authorization server that does not exist.',
    fix: 'Check the address: it ends in /.well-known/openid-configuration, and an Okta host has no -admin.',
    key: 'login/OIDCDiscoveryURL',
    source: JAMF_OKTA_OIDC,
    certainty: 'inferred',
  },
  {
    id: 'discovery-not-json',
    provider: 'any',
    match: { symptom: 'discovery-not-json' },
    verdict: 'not-the-password',
    cause: 'The address answers with something else than a discovery document, mostly a sign-in page.',
    fix: 'Check the address: it ends in /.well-known/openid-configuration, and an Okta host has no -admin.',
    key: 'login/OIDCDiscoveryURL',
    source: JAMF_OKTA_OIDC,
    certainty: 'inferred',
  },
  {
    id: 'issuer-differs',
    provider: 'any',
    match: { symptom: 'issuer-differs' },
    verdict: 'not-the-password',
    cause:
      'The discovery document names another issuer than the address it comes from: another tenant, or a custom domain. That this is the cause is inferred.',
    fix: 'Use the address that belongs to the issuer.',
    key: 'login/OIDCDiscoveryURL',
    source: OIDC_DISCOVERY,
    certainty: 'inferred',
  },
  {
    id: 'no-password-grant',
    provider: 'any',
    match: { symptom: 'no-password-grant' },
    verdict: 'not-the-password',
    cause:
      'The discovery document does not list the password grant. Some providers leave it out although they offer it.',
    fix: 'Turn the grant on, have another provider check passwords with ROPGProvider, or do without the check.',
    key: 'login/OIDCROPGID',
    source: RFC_TOKEN_ERRORS,
    certainty: 'inferred',
  },
  {
    id: 'admin-claim-missing',
    provider: 'any',
    match: { symptom: 'admin-claim-missing' },
    verdict: 'password-right',
    cause:
      'The token lacks the claim with the administrator roles: it is not released, its scope was not asked for, OIDCAdminAttribute names another one, or Entra ID left out too many groups.',
    fix: 'Compare OIDCAdminAttribute with the claims of the token.',
    key: 'login/OIDCAdminAttribute',
    source: JAMF_ROLES,
    certainty: 'documented',
  },
  {
    id: 'mac-cannot-reach-provider',
    provider: 'any',
    match: { symptom: 'mac-cannot-reach-provider' },
    verdict: 'not-the-password',
    cause:
      'The login window could not load the page of the provider. The network before login, or a virtual machine, is the cause; the configuration is not.',
    fix: 'Test on a real Mac, and turn on AllowNetworkSelection so that users can choose a Wi-Fi network first.',
    key: 'login/AllowNetworkSelection',
    console: 'In the log of the Mac: OIDC webview load failed',
    source: 'https://travellingtechguy.eu/jamf-connect-login-and-ibm-cloud-identity/',
    certainty: 'documented',
  },
  {
    id: 'mac-authentication-failed',
    provider: 'any',
    match: { symptom: 'mac-authentication-failed' },
    verdict: 'unknown',
    cause:
      'The log of the Mac tells a failed second factor at login (completeAuthFailed) from a failed sign-in in the menu bar (Authentication failed).',
    fix: 'Read the log on the Mac with log show and the predicates that Jamf publishes.',
    console: 'On the Mac: log show --last 1h with a predicate for the subsystem com.jamf.connect',
    source: JAMF_LOGGING,
    certainty: 'documented',
  },
]

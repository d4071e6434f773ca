import type { DiagnosisRow } from './row'
import { adFs } from './rows/ad-fs'
import { anyProvider } from './rows/any-provider'
import { anySymptoms } from './rows/any-symptoms'
import { anyWords } from './rows/any-words'
import { auth0 } from './rows/auth0'
import { authentik } from './rows/authentik'
import { authorizationPages } from './rows/authorization-pages'
import { browserSignIn } from './rows/browser-sign-in'
import { codeExchange } from './rows/code-exchange'
import { discoveryRefusals } from './rows/discovery'
import { entraApplication } from './rows/entra-application'
import { entraPassword } from './rows/entra-password'
import { entraPolicy } from './rows/entra-policy'
import { entraSecondFactor } from './rows/entra-second-factor'
import { google } from './rows/google'
import { ibmOneloginPing } from './rows/ibm-onelogin-ping'
import { keycloak } from './rows/keycloak'
import { noPasswordGrant } from './rows/no-password-grant'
import { oktaAuthn } from './rows/okta-authn'
import { oktaAuthnLater } from './rows/okta-authn-later'
import { oktaOauth } from './rows/okta-oauth'
import { oktaOauthClient } from './rows/okta-oauth-client'
import { signInErrors } from './rows/sign-in-errors'
import { wso2 } from './rows/wso2'

/** Every known cause of a failed sign-in. */
export const diagnosisRows: readonly DiagnosisRow[] = [
  ...entraPassword,
  ...entraSecondFactor,
  ...entraApplication,
  ...entraPolicy,
  ...oktaOauth,
  ...oktaOauthClient,
  ...oktaAuthn,
  ...oktaAuthnLater,
  ...google,
  ...ibmOneloginPing,
  ...keycloak,
  ...auth0,
  ...adFs,
  ...authentik,
  ...noPasswordGrant,
  ...wso2,
  ...anyWords,
  ...discoveryRefusals,
  ...authorizationPages,
  ...signInErrors,
  ...codeExchange,
  ...browserSignIn,
  ...anyProvider,
  ...anySymptoms,
]

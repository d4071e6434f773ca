import type { DiagnosisRow } from './row'
import { anyProvider } from './rows/any-provider'
import { auth0AdFs } from './rows/auth0-ad-fs'
import { entraApplication } from './rows/entra-application'
import { entraPassword } from './rows/entra-password'
import { google } from './rows/google'
import { ibmOneloginPing } from './rows/ibm-onelogin-ping'
import { keycloak } from './rows/keycloak'
import { oktaAuthn } from './rows/okta-authn'
import { oktaOauth } from './rows/okta-oauth'

/** Every known cause of a failed sign-in. */
export const diagnosisRows: readonly DiagnosisRow[] = [
  ...entraPassword,
  ...entraApplication,
  ...oktaOauth,
  ...oktaAuthn,
  ...google,
  ...ibmOneloginPing,
  ...keycloak,
  ...auth0AdFs,
  ...anyProvider,
]

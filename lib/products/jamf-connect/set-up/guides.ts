import { adFsHybrid } from './ad-fs-hybrid'
import { auth0 } from './auth0'
import { entra } from './entra'
import { entraConditionalAccess } from './entra-conditional-access'
import { googleIdentity } from './google'
import type { JamfGuide } from './guide'
import { ibmVerify } from './ibm-verify'
import { keycloak } from './keycloak'
import { oktaClassic } from './okta-classic'
import { oktaIdentityEngine } from './okta-identity-engine'
import { oktaOneApplication, oktaTwoApplications } from './okta-oidc'
import { oneLogin } from './onelogin'
import { pingFederate, pingOne } from './pingfederate'
import { authentik, duo, jumpCloud } from './without-password-check'

/** What to do at each identity provider, in the order in which a page offers them. */
export const guides: readonly JamfGuide[] = [
  entra,
  entraConditionalAccess,
  adFsHybrid,
  oktaOneApplication,
  oktaTwoApplications,
  oktaIdentityEngine,
  oktaClassic,
  googleIdentity,
  oneLogin,
  pingFederate,
  pingOne,
  ibmVerify,
  keycloak,
  auth0,
  jumpCloud,
  authentik,
  duo,
]

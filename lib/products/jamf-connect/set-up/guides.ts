import type { SetUpGuide } from '../../../schema/set-up'
import type { KeyId } from '../manifests/key-ids'
import { adFsHybrid } from './ad-fs-hybrid'
import { auth0 } from './auth0'
import { googleIdentity } from './google'
import { ibmVerify } from './ibm-verify'
import { keycloak } from './keycloak'
import { oktaClassic } from './okta-classic'
import { oktaIdentityEngine } from './okta-identity-engine'
import { oktaOneApplication, oktaTwoApplications } from './okta-oidc'
import { oneLogin } from './onelogin'
import { pingFederate, pingOne } from './pingfederate'
import { authentik, duo, jumpCloud } from './without-password-check'

/** Every guided set-up, in the order in which they are offered. */
export const guides: readonly SetUpGuide<KeyId>[] = [
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

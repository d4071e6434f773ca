import { child } from '../../../plist/tree'
import type { PlistDict } from '../../../plist/value'
import { notificationSettings, serviceManagement, systemExtensionPolicy } from './background'
import {
  acme,
  adCertificate,
  certificatePreference,
  identityPreference,
  pem,
  pkcs1,
  pkcs12,
  rootCertificate,
  scep,
} from './certificates'
import { directoryService } from './directory'
import type { PayloadFacts } from './fact'
import { fileVault, recoveryKeyEscrow } from './filevault'
import { kerberosExtension } from './kerberos'
import { loginItems, loginItemsSuppression, loginWindow, screensaver, setupAssistant } from './login-window'
import { managedClient } from './managed-client'
import { globalEthernet, wifi } from './network'
import { identification, passwordPolicy, securitySettings, smartCard } from './passwords'
import { privacy } from './privacy'
import { managedPreferences } from './profile'
import { associatedDomains, extensibleSingleSignOn } from './single-sign-on'

/** What Apple documents of payloads around a sign-in. */
export const payloadFacts: readonly PayloadFacts[] = [
  privacy,
  serviceManagement,
  notificationSettings,
  systemExtensionPolicy,
  extensibleSingleSignOn,
  associatedDomains,
  scep,
  acme,
  rootCertificate,
  pkcs1,
  pem,
  pkcs12,
  identityPreference,
  certificatePreference,
  adCertificate,
  loginWindow,
  loginItemsSuppression,
  loginItems,
  screensaver,
  setupAssistant,
  managedClient,
  fileVault,
  recoveryKeyEscrow,
  passwordPolicy,
  securitySettings,
  smartCard,
  identification,
  directoryService,
  wifi,
  globalEthernet,
  managedPreferences,
]

const byType: ReadonlyMap<string, PayloadFacts> = new Map(payloadFacts.map((facts) => [facts.type, facts]))

const KERBEROS = 'com.apple.AppSSOKerberos.KerberosExtension'

/** What is documented of a payload: for two files that share a type, by the extension that it names. */
export function factsOf(type: string, payload: PlistDict): PayloadFacts | undefined {
  const found = byType.get(type)
  if (found !== extensibleSingleSignOn) {
    return found
  }
  const extension = child(payload, 'ExtensionIdentifier')
  return extension?.type === 'string' && extension.value === KERBEROS ? kerberosExtension : found
}

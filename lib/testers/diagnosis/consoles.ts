import type { Vendor } from '@/lib/products/jamf-connect/providers/vendors'
import type { Diagnosis } from './diagnosis'

/** Where each provider keeps a log of sign-ins. */
const LOGS: Readonly<Partial<Record<Vendor, string>>> = {
  EntraID:
    'Entra ID > Monitoring & health > Sign-in logs; https://login.microsoftonline.com/error explains codes',
  Okta: 'Okta Admin Console > Reports > System Log',
  OktaIdentityEngine: 'Okta Admin Console > Reports > System Log',
  'Okta-OIDC': 'Okta Admin Console > Reports > System Log',
  GoogleID: 'Google Admin console > Reporting > Audit and investigation > OAuth log events',
  IBMCI: 'IBM Security Verify > Reports & diagnostics > Events',
  OneLogin: 'OneLogin > Activity > Events',
  PingFederate: 'The files server.log and audit.log of PingFederate',
  Keycloak: 'Keycloak > Events > User events',
  Auth0: 'Auth0 > Monitoring > Logs',
  'AD FS': 'Event Viewer of the AD FS server > Applications and Services Logs > AD FS > Admin',
}

/** Where the provider keeps its log of sign-ins; undefined for one that is not known. */
export function logOf(vendor: Vendor | null): string | undefined {
  return vendor === null ? undefined : LOGS[vendor]
}

/** A sentence with what the provider said. */
export function saidInWords(words: string): string {
  return `The identity provider says: “${quotedWords(words)}”.`
}

/** What the provider said as a sentence quotes it. */
export function quotedWords(words: string): string {
  return words.length > 200 ? `${words.slice(0, 199)}…` : words.replace(/[.\s]+$/, '')
}

/** What can be said about an answer that no row knows. */
export function unknownAnswer(
  vendor: Vendor | null,
  said: string,
  status?: number,
): Pick<Diagnosis, 'verdict' | 'clause' | 'leaves' | 'cause' | 'fix' | 'console' | 'certainty'> {
  const failed = status !== undefined && status >= 500
  return {
    verdict: 'unknown',
    ...(failed ? { clause: 'the identity provider failed' } : { leaves: ['client', 'grant'] }),
    cause: failed
      ? `The identity provider failed with status ${status}.`
      : `${said === '' ? '' : `${saidInWords(said)} `}Latchkey does not know this answer of the identity provider.`,
    fix: failed
      ? 'Try again later, and look at the status page of the provider.'
      : 'Read what the provider said, and look for this sign-in in its log.',
    console: logOf(vendor) ?? "The log of sign-ins in the provider's console",
    certainty: 'inferred',
  }
}

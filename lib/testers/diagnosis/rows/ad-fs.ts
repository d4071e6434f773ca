import { refusedPassword } from '@/lib/products/jamf-connect/passwords/refused-passwords'
import type { DiagnosisRow } from '../row'
import { AD_FS_FLOWS, AD_FS_LOCKOUT, AD_FS_RESOURCE, AD_FS_UNKNOWN_RESOURCE } from '../sources'

const GROUPS = 'AD FS Management > Application Groups'

/** Answers of AD FS. Its codes carry a sentence that says what is wrong. */
export const adFs: readonly DiagnosisRow[] = [
  {
    id: 'ad-fs-wrong-password',
    ...refusedPassword('ad-fs-wrong-password'),
    cause:
      'AD FS says that the user name or the password is wrong. A user whom its extranet lockout holds is refused with a right password too, and with which answer, Microsoft does not say.',
    fix: 'Check that the user name is the whole user principal name, or DOMAIN\\name, then the password. The log of AD FS has an entry for this attempt, and Get-AdfsAccountActivity shows a lockout.',
    console: 'Event Viewer of the AD FS server > Applications and Services Logs > AD FS > Admin',
    source: AD_FS_LOCKOUT,
    certainty: 'inferred',
  },
  {
    id: 'ad-fs-resource',
    provider: 'AD FS',
    match: { code: ['MSIS9605', 'MSIS9321'] },
    verdict: 'not-the-password',
    clause: 'the application group gives the client no permission for the resource',
    cause:
      'The client has no permission for the resource that it asks for: the application group lacks a web API for it, or the web API does not permit this client or scope.',
    fix: 'In the application group, add a web API whose identifier is the client ID, and permit the client the scopes openid, profile and email there.',
    key: 'login/OIDCROPGID',
    console: `${GROUPS} > the group > the web API > Client Permissions`,
    source: AD_FS_RESOURCE,
    certainty: 'documented',
  },
  {
    id: 'ad-fs-unknown-resource',
    provider: 'AD FS',
    match: { code: ['MSIS9602', 'MSIS9329'] },
    verdict: 'not-the-password',
    clause: 'AD FS does not know the resource that is asked for',
    cause: 'A scope or a resource names an identifier that no web API of AD FS has.',
    fix: 'Compare the scopes with the identifier of the web API.',
    key: 'login/OIDCScopes',
    console: `${GROUPS} > the group > the web API > Identifiers`,
    source: AD_FS_UNKNOWN_RESOURCE,
    certainty: 'documented',
  },
  {
    id: 'ad-fs-unknown-client',
    provider: 'AD FS',
    match: { code: ['MSIS9607', 'MSIS9223', 'MSIS9224'] },
    verdict: 'not-the-password',
    clause: 'AD FS does not know the client',
    about: 'client',
    cause: 'AD FS has no client with this identifier: a typing error, or another server farm.',
    fix: 'Copy the client identifier of the native or server application again.',
    key: 'login/OIDCROPGID',
    console: `${GROUPS} > the group > the application`,
    source: AD_FS_FLOWS,
    certainty: 'documented',
  },
  {
    id: 'ad-fs-client-secret',
    provider: 'AD FS',
    match: { code: ['MSIS9622'] },
    verdict: 'not-the-password',
    clause: 'the client secret is missing or wrong',
    about: 'client',
    cause:
      'The application is a server application with a secret, and the one that was sent is missing or wrong.',
    fix: 'Register a native application, which has no secret, or enter the secret.',
    key: 'login/OIDCClientSecret',
    console: `${GROUPS} > the group > the server application > Credentials`,
    source: AD_FS_FLOWS,
    certainty: 'documented',
  },
  {
    id: 'ad-fs-grant',
    provider: 'AD FS',
    match: { code: ['MSIS9611'] },
    verdict: 'not-the-password',
    clause: 'AD FS does not take the password grant',
    cause: 'AD FS refuses the password grant. It takes it from Windows Server 2016 on.',
    fix: 'Check the version of AD FS, or have Entra ID check passwords.',
    key: 'login/ROPGProvider',
    console: GROUPS,
    source: AD_FS_FLOWS,
    certainty: 'inferred',
  },
  {
    id: 'ad-fs-claim-rules',
    provider: 'AD FS',
    match: { code: ['MSIS9604', 'MSIS9642', 'MSIS7068'] },
    verdict: 'unknown',
    clause: 'AD FS could not make the tokens',
    cause:
      'AD FS could not fulfil the request: an access control policy denies the user, or a claim rule or the web API does not fit. Its event log says which.',
    fix: 'Look for the event of this sign-in in the log of AD FS.',
    console: 'Event Viewer of the AD FS server > Applications and Services Logs > AD FS > Admin',
    source: 'https://github.com/vouch/vouch-proxy/issues/206',
    certainty: 'inferred',
  },
]

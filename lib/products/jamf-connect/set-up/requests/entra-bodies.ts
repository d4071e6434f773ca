import { guidIn } from '../../providers/guid'
import { scopesIn } from '../../scopes'
import { configured, itemsOf, redirectUris, type TextOf } from './values'

/** Microsoft Graph as an API, and its delegated permissions, by their IDs in every directory. */
const GRAPH = '00000003-0000-0000-c000-000000000000'
const USER_READ = { name: 'User.Read', id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d' }
const BY_SCOPE = [
  { name: 'email', id: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0' },
  { name: 'profile', id: '14dad69e-099b-42c9-810b-d002981feec1' },
]

export const scopeIdPlaceholder = '<new-GUID-for-the-scope>'

/** The permissions at Microsoft Graph that the sign-in needs: User.Read, and those of the configured scopes. */
export function graphPermissions(textOf: TextOf) {
  const asked = scopesIn(configured(textOf, 'login/OIDCScopes') ?? '')
  return [USER_READ, ...BY_SCOPE.filter(({ name }) => asked.includes(name))]
}

/** What the application may ask for; with Conditional Access, the scope of the API beside it. */
export function requiredResourceAccess(textOf: TextOf, { withApi }: { readonly withApi: boolean }) {
  const graph = {
    resourceAppId: GRAPH,
    resourceAccess: graphPermissions(textOf).map(({ id }) => ({ id, type: 'Scope' })),
  }
  const api = {
    resourceAppId: apiScope(textOf).appId,
    resourceAccess: [{ id: scopeIdPlaceholder, type: 'Scope' }],
  }
  return withApi ? [graph, api] : [graph]
}

/** A role for each value that makes somebody an administrator or lets somebody in after the first user. */
export function appRoles(textOf: TextOf) {
  const admins = itemsOf(textOf, 'login/OIDCAdmin')
  const secondary = itemsOf(textOf, 'login/OIDCSecondaryAccess').filter((value) => !admins.includes(value))
  return [
    ...(admins.length === 0 ? ['<value-of-OIDCAdmin>'] : admins).map((value) => ({
      value,
      description: 'Local administrator',
    })),
    ...secondary.map((value) => ({ value, description: 'Signs in after the first user of the Mac' })),
  ].map(({ value, description }, index) => ({
    id: `<new-GUID-${index + 1}>`,
    allowedMemberTypes: ['User'],
    displayName: value,
    description,
    value,
    isEnabled: true,
  }))
}

/** The application that people sign in with. */
export function application(textOf: TextOf, options: { readonly withApi: boolean }) {
  return {
    displayName: 'Jamf Connect',
    signInAudience: 'AzureADMyOrg',
    isFallbackPublicClient: true,
    publicClient: { redirectUris: redirectUris(textOf) },
    requiredResourceAccess: requiredResourceAccess(textOf, options),
    appRoles: appRoles(textOf),
  }
}

/** The API and its scope, as the configured scopes of password checks name them: api://ID/jamfconnect. */
export function apiScope(textOf: TextOf) {
  const texts = [configured(textOf, 'login/ROPGScopes'), configured(textOf, 'connect/IdPSettings/Scopes')]
  const scopes = texts.flatMap((text) => scopesIn(text ?? ''))
  const scope = scopes.find((each) => /^api:\/\//i.test(each) && guidIn(each) !== undefined) ?? ''
  const [, name] = /^api:\/\/[^/]+\/([\w.-]+)$/i.exec(scope) ?? []
  return { appId: guidIn(scope) ?? '<application-ID-of-the-API>', name: name ?? 'jamfconnect' }
}

/** The members of the API's application that make its scope. */
export function apiScopes(textOf: TextOf) {
  const scope = {
    id: scopeIdPlaceholder,
    value: apiScope(textOf).name,
    type: 'Admin',
    isEnabled: true,
    adminConsentDisplayName: 'Jamf Connect',
    adminConsentDescription: 'Lets Jamf Connect check passwords.',
  }
  return { api: { oauth2PermissionScopes: [scope] } }
}

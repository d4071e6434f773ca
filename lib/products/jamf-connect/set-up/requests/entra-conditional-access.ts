import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { assignRole, consent, createServicePrincipal, graph, graphPage } from './entra'
import { azApi, azApplication, azRole } from './entra-az'
import { apiScope, apiScopes, application } from './entra-bodies'

const jamfPage = (label: string, page: string): Source => ({
  label: `Jamf: ${label}`,
  url: `https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/${page}`,
})

const customApi = jamfPage('A custom API', 'Creating_an_Application_Registration_with_a_Custom_API')
const customScope = jamfPage('A custom scope', 'Creating_an_Application_Registration_with_a_Custom_Scope')

const createApi: RequestToCopy = {
  id: 'graph-api',
  title: 'Microsoft Graph: the API',
  about:
    'Creates the application whose scope password checks ask for. It has no redirect URI and no public client flows, because the exclusion from a policy is refused otherwise. The access token needs Application.ReadWrite.All. Keep appId and id of the answer.',
  language: 'http',
  text: () =>
    graph({
      method: 'POST',
      path: '/applications',
      body: { displayName: 'Jamf Connect API', signInAudience: 'AzureADMyOrg' },
    }),
  sources: [customApi, graphPage('Create application', 'application-post-applications')],
}

const exposeScope: RequestToCopy = {
  id: 'graph-api-scope',
  title: 'Microsoft Graph: the scope of the API',
  about:
    'Gives the API its address and its scope. The object ID in the path is the id of the answer before, the application ID its appId. Put a new GUID for the scope, and keep it for the application.',
  language: 'http',
  text: (textOf) =>
    graph({
      method: 'PATCH',
      path: '/applications/<object-ID-of-the-API>',
      body: { identifierUris: [`api://${apiScope(textOf).appId}`], ...apiScopes(textOf) },
    }),
  sources: [customApi, graphPage('Update application', 'application-update')],
}

const createApiServicePrincipal: RequestToCopy = {
  ...createServicePrincipal,
  id: 'graph-api-service-principal',
  title: 'Microsoft Graph: the entry of the API in your directory',
  about:
    'Creates the enterprise application of the API. The access token needs Application.ReadWrite.All. Keep the id of the answer for the consent.',
  text: (textOf) =>
    graph({ method: 'POST', path: '/servicePrincipals', body: { appId: apiScope(textOf).appId } }),
}

const createApplication: RequestToCopy = {
  id: 'graph-application',
  title: 'Microsoft Graph: the application',
  about:
    'Creates the application that people sign in with, with the permission for the scope of the API. The access token needs Application.ReadWrite.All. Put the GUID of the scope and a new GUID for each role. appId of the answer is the client ID.',
  language: 'http',
  text: (textOf) =>
    graph({ method: 'POST', path: '/applications', body: application(textOf, { withApi: true }) }),
  sources: [customScope, graphPage('Create application', 'application-post-applications')],
}

const consentToApi: RequestToCopy = {
  ...consent,
  id: 'graph-api-consent',
  title: 'Microsoft Graph: admin consent to the scope of the API',
  about:
    'Grants the scope of the API for everybody. The access token needs DelegatedPermissionGrant.ReadWrite.All. Fill in the IDs of the service principals of the application and of the API.',
  text: (textOf) =>
    graph({
      method: 'POST',
      path: '/oauth2PermissionGrants',
      body: {
        clientId: '<ID-of-the-service-principal>',
        consentType: 'AllPrincipals',
        resourceId: '<ID-of-the-service-principal-of-the-API>',
        scope: apiScope(textOf).name,
      },
    }),
}

const excludeApi: RequestToCopy = {
  id: 'graph-policy',
  title: 'Microsoft Graph: the exclusion from a policy',
  about:
    'Leaves the API out of a policy on all resources; send it for each. The access token needs Policy.Read.All, Policy.ReadWrite.ConditionalAccess and Application.Read.All. The list replaces the one that is there: read the policy first, send the whole list with the API added, or the API alone where nothing is excluded yet, and compare the policy afterwards.',
  language: 'http',
  text: (textOf) =>
    graph({
      method: 'PATCH',
      path: '/identity/conditionalAccess/policies/<ID-of-the-policy>',
      body: {
        conditions: {
          applications: {
            excludeApplications: ['<application-IDs-that-are-excluded-already>', apiScope(textOf).appId],
          },
        },
      },
    }),
  sources: [
    jamfPage('Exclude the API', 'Excluding_the_Custom_API_from_Conditional_Access_Policies'),
    graphPage('Update conditionalAccessPolicy', 'conditionalaccesspolicy-update'),
    graphPage('conditionalAccessApplications', 'resources/conditionalaccessapplications'),
  ],
}

/** Microsoft Entra ID with Conditional Access, in the order in which they are sent. */
export const entraConditionalAccessRequests: readonly RequestToCopy[] = [
  createApi,
  exposeScope,
  createApiServicePrincipal,
  createApplication,
  createServicePrincipal,
  consent,
  consentToApi,
  assignRole,
  excludeApi,
  azApi,
  azApplication({ withApi: true }),
  azRole,
]

import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { azApplication, azRole } from './entra-az'
import { application, graphPermissions } from './entra-bodies'
import { configured, type TextOf } from './values'
import { httpRequest } from './written'

type Call = { readonly method: 'POST' | 'PATCH'; readonly path: string; readonly body: unknown }

/** A request to Microsoft Graph. */
export const graph = ({ method, path, body }: Call): string =>
  httpRequest({ method, host: 'graph.microsoft.com', path: `/v1.0${path}`, body })

/** A page of the reference of Microsoft Graph by the last part of its address. */
export const graphPage = (label: string, page: string): Source => ({
  label: `Microsoft Graph: ${label}`,
  url: `https://learn.microsoft.com/graph/api/${page}`,
})

export const clientId = (textOf: TextOf): string =>
  configured(textOf, 'login/OIDCClientID') ?? '<application-ID>'

const createApplication: RequestToCopy = {
  id: 'graph-application',
  title: 'Microsoft Graph: the application',
  about:
    'Creates the application as a public client. The access token needs Application.ReadWrite.All. Put a new GUID for each role. The answer holds appId, which is the client ID, and id, which is the object ID.',
  language: 'http',
  text: (textOf) =>
    graph({ method: 'POST', path: '/applications', body: application(textOf, { withApi: false }) }),
  sources: [graphPage('Create application', 'application-post-applications')],
}

export const createServicePrincipal: RequestToCopy = {
  id: 'graph-service-principal',
  title: 'Microsoft Graph: its entry in your directory',
  about:
    'Creates the enterprise application. The access token needs Application.ReadWrite.All. The application ID is the appId of the answer before. Keep the id of this answer, the ID of the service principal, for consent and roles.',
  language: 'http',
  text: (textOf) => graph({ method: 'POST', path: '/servicePrincipals', body: { appId: clientId(textOf) } }),
  sources: [graphPage('Create servicePrincipal', 'serviceprincipal-post-serviceprincipals')],
}

export const consent: RequestToCopy = {
  id: 'graph-consent',
  title: 'Microsoft Graph: admin consent',
  about:
    'Grants the permissions for everybody, so that nobody is asked. The access token needs DelegatedPermissionGrant.ReadWrite.All. Fill in the IDs of the service principals of your application and of Microsoft Graph in your directory.',
  language: 'http',
  text: (textOf) =>
    graph({
      method: 'POST',
      path: '/oauth2PermissionGrants',
      body: {
        clientId: '<ID-of-the-service-principal>',
        consentType: 'AllPrincipals',
        resourceId: '<ID-of-the-service-principal-of-Microsoft-Graph>',
        scope: graphPermissions(textOf)
          .map(({ name }) => name)
          .join(' '),
      },
    }),
  sources: [graphPage('Create a delegated permission grant', 'oauth2permissiongrant-post')],
}

export const assignRole: RequestToCopy = {
  id: 'graph-role',
  title: 'Microsoft Graph: a role for a person or a group',
  about:
    'Assigns one role; send it for each person or group and role. The access token needs AppRoleAssignment.ReadWrite.All and Application.Read.All. principalId is the object ID of the person or group, appRoleId the GUID of the role in the application.',
  language: 'http',
  text: () =>
    graph({
      method: 'POST',
      path: '/servicePrincipals/<ID-of-the-service-principal>/appRoleAssignedTo',
      body: {
        principalId: '<object-ID-of-the-person-or-group>',
        resourceId: '<ID-of-the-service-principal>',
        appRoleId: '<GUID-of-the-role>',
      },
    }),
  sources: [graphPage('Grant an appRoleAssignment', 'serviceprincipal-post-approleassignedto')],
}

/** Microsoft Entra ID. */
export const entraRequests: readonly RequestToCopy[] = [
  createApplication,
  createServicePrincipal,
  consent,
  assignRole,
  azApplication({ withApi: false }),
  azRole,
]

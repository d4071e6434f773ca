import type { RequestToCopy, Source } from '../../../../schema/set-up'
import { apiScopes, appRoles, requiredResourceAccess } from './entra-bodies'
import { configured, redirectUris, type TextOf } from './values'
import { jsonFile, shellQuoted, shellScript } from './written'

const azApp: Source = { label: 'Azure CLI: az ad app', url: 'https://learn.microsoft.com/cli/azure/ad/app' }
const azSp: Source = { label: 'Azure CLI: az ad sp', url: 'https://learn.microsoft.com/cli/azure/ad/sp' }
const azRest: Source = {
  label: 'Azure CLI: az rest',
  url: 'https://learn.microsoft.com/cli/azure/reference-index#az-rest',
}

const azLogin: Source = {
  label: 'Azure CLI: az login',
  url: 'https://learn.microsoft.com/cli/azure/reference-index#az-login',
}

/** az reads an argument that begins with "@" as the name of a file, and one with "-" as an option: an address has neither. */
function addressArgument(uri: string): string {
  return shellQuoted(/^[a-z][a-z0-9+.-]*:/i.test(uri) ? uri : '<redirect-URI>')
}

/** So that the application is not made in whatever directory somebody worked in last. */
function login(textOf: TextOf): string {
  const tenant = configured(textOf, 'login/OIDCTenant', 'connect/IdPSettings/TenantID') ?? ''
  const one = /^(?!(?:common|organizations|consumers)$)\w[\w.-]*$/i.test(tenant) ? tenant : '<directory-ID>'
  return `az login --tenant ${shellQuoted(one)} --allow-no-subscriptions`
}

/** The application, its entry in the directory and the consent, in one go. */
export function azApplication(options: { readonly withApi: boolean }): RequestToCopy {
  const api = options.withApi
    ? ' Fill in the application ID of the API and the GUID of its scope, and create the API first.'
    : ''
  return {
    id: 'az-application',
    title: 'az: the application',
    about: `Creates the application, its enterprise application and the admin consent. Sign in with a role that may consent for everybody. Put a new GUID for each role.${api} It writes two JSON files into the folder where you run it, and ends with the client ID.`,
    language: 'shell',
    text: (textOf) => applicationScript(textOf, options),
    sources: [azApp, azSp, azLogin],
  }
}

function applicationScript(textOf: TextOf, options: { readonly withApi: boolean }): string {
  return shellScript(
    login(textOf),
    jsonFile('jamf-connect-permissions.json', requiredResourceAccess(textOf, options)),
    jsonFile('jamf-connect-roles.json', appRoles(textOf)),
    [
      'APP_ID=$(az ad app create',
      "--display-name 'Jamf Connect'",
      '--sign-in-audience AzureADMyOrg',
      '--is-fallback-public-client true',
      `--public-client-redirect-uris ${redirectUris(textOf).map(addressArgument).join(' ')}`,
      '--required-resource-accesses @jamf-connect-permissions.json',
      '--app-roles @jamf-connect-roles.json',
      '--query appId --output tsv)',
    ].join(' \\\n  '),
    'az ad sp create --id "$APP_ID"',
    'az ad app permission admin-consent --id "$APP_ID"',
    'echo "Client ID: $APP_ID"',
  )
}

export const azRole: RequestToCopy = {
  id: 'az-role',
  title: 'az: a role for a person or a group',
  about:
    'Assigns one role; run it for each person or group and role. principalId is the object ID of the person or group, resourceId the object ID of the enterprise application, appRoleId the GUID of the role. It writes a JSON file into the folder where you run it.',
  language: 'shell',
  text: () =>
    shellScript(
      jsonFile('jamf-connect-assignment.json', {
        principalId: '<object-ID-of-the-person-or-group>',
        resourceId: '<ID-of-the-service-principal>',
        appRoleId: '<GUID-of-the-role>',
      }),
      [
        'az rest --method POST',
        "--url 'https://graph.microsoft.com/v1.0/servicePrincipals/<ID-of-the-service-principal>/appRoleAssignedTo'",
        "--headers 'Content-Type=application/json'",
        '--body @jamf-connect-assignment.json',
      ].join(' \\\n  '),
    ),
  sources: [
    azRest,
    {
      label: 'Microsoft Graph: Grant an appRoleAssignment',
      url: 'https://learn.microsoft.com/graph/api/serviceprincipal-post-approleassignedto',
    },
  ],
}

export const azApi: RequestToCopy = {
  id: 'az-api',
  title: 'az: the API',
  about:
    'Creates the API with its scope, without a redirect URI and without public client flows, and ends with its application ID, which belongs into ROPGScopes and Scopes. Put a new GUID for the scope. It writes a JSON file into the folder where you run it.',
  language: 'shell',
  text: (textOf) =>
    shellScript(
      login(textOf),
      jsonFile('jamf-connect-scope.json', apiScopes(textOf)),
      "API_ID=$(az ad app create --display-name 'Jamf Connect API' --sign-in-audience AzureADMyOrg --query appId --output tsv)",
      'az ad app update --id "$API_ID" --identifier-uris "api://$API_ID"',
      'OBJECT_ID=$(az ad app show --id "$API_ID" --query id --output tsv)',
      [
        'az rest --method PATCH',
        '--url "https://graph.microsoft.com/v1.0/applications/$OBJECT_ID"',
        "--headers 'Content-Type=application/json'",
        '--body @jamf-connect-scope.json',
      ].join(' \\\n  '),
      'az ad sp create --id "$API_ID"',
      'echo "Application ID of the API: $API_ID"',
    ),
  sources: [azApp, azRest, azSp, azLogin],
}

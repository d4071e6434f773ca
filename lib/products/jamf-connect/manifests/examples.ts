import type { ProviderRow } from '../providers/provider-row'
import { type ProviderId, providerRows } from '../providers/provider-rows'

type Examples = {
  readonly placeholder: string
  readonly placeholders: { readonly [Id in ProviderId]?: string }
}

const rows: readonly (readonly [string, ProviderRow])[] = Object.entries(providerRows)

/** What a field shows with each provider; of one whose form is not known, and before one is chosen, the first of them. */
function examplesOf(what: keyof ProviderRow['examples']): Examples {
  const known = rows.flatMap(([id, { examples }]) => {
    const example = examples[what]
    return example === undefined ? [] : [[id, example] as const]
  })
  return { placeholder: known[0]?.[1] ?? '', placeholders: Object.fromEntries(known) }
}

/**
 * Client IDs as the providers give them out, or as an administrator may call a client. Jamf documents the forms of Entra ID
 * and Google; that of Okta is the one of its own documents. Of the others no form is known.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings
 */
export const clientIds = examplesOf('clientId')

/**
 * Tenants: a directory, the host of an Okta organization, the name alone.
 * https://docs.jamf.com/jamf-connect/2.6.0/documentation/Authentication_Settings.html
 */
export const tenants = examplesOf('tenant')

/** What follows a right password. */
export const successCodes = examplesOf('successCode')

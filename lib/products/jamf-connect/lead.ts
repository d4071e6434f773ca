import type { Lead } from '../../schema/rules'
import type { Settings } from '../../schema/settings'
import { contextOf } from './context'
import { fieldsWithoutProvider, providerOf } from './providers/providers'

/** The Required panel, with the fields of the provider in the order of Jamf Connect Configuration. */
export function lead(settings: Settings): Lead {
  const { provider } = contextOf(settings)
  const row = provider === null ? null : providerOf(provider)
  return {
    tab: 'identity-provider',
    title: 'Required',
    description:
      row === null
        ? 'To sign people in, choose the identity provider first: what else is needed depends on it.'
        : `What Jamf Connect needs to sign users in with ${row.label}.`,
    keys: row?.requiredFields ?? fieldsWithoutProvider,
    otherwise: 'Advanced OIDC',
  }
}

import type { PlistValue } from '../plist/value'
import { contextOf, type JamfContext, seenFrom } from '../products/jamf-connect/context'
import type { ProviderId } from '../products/jamf-connect/providers/provider-rows'
import { providerOf } from '../products/jamf-connect/providers/providers'
import { keyWithId } from '../products/keys'
import { linkedEdits, linkOf } from '../products/links'
import { holds } from '../schema/condition'
import type { KnownKey } from '../schema/keys'
import { applyEdits } from './edit'
import { newProfile, type ProfileIdentity } from './identity'
import { findSettings, settingsByDomain } from './payloads/shapes'

/**
 * A profile to start from: payloads for the login window and Self Service+ with the provider in both, and those keys of
 * the provider's Required group that have the same value everywhere. What only the administrator knows stays absent.
 */
export function profileFor(provider: ProviderId, identity: ProfileIdentity): PlistValue {
  const link = linkOf('login/OIDCProvider')
  const chosen = link ? linkedEdits(link, { type: 'string', value: provider }) : []
  const options = identity.form === undefined ? {} : { form: identity.form }
  const started = applyEdits(newProfile(identity), chosen, options)
  const context = contextOf(settingsByDomain(started, findSettings(started)))
  const fields = providerOf(provider).requiredFields.map((id) => keyWithId(id))
  return applyEdits(
    started,
    fields
      .filter((key) => key !== undefined)
      .filter((key) => isWanted(key, context))
      .map((key) => ({ domain: key.domain, path: key.path, value: startingValue(key) }))
      .filter(({ value }) => value !== null),
    options,
  )
}

function isWanted({ definition, domain }: KnownKey, context: JamfContext): boolean {
  const conditions = [definition.required, definition.recommended]
  return conditions.some(
    (condition) => condition !== undefined && holds(condition, seenFrom(context, domain)),
  )
}

/** A documented default is written out; a switch that is recommended for a provider is one to switch on. */
function startingValue({ definition }: KnownKey): PlistValue | null {
  if (definition.kind === 'boolean') {
    return { type: 'boolean', value: true }
  }
  return definition.kind === 'string' && definition.default !== undefined
    ? { type: 'string', value: definition.default }
    : null
}

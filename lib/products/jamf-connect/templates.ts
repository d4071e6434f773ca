import type { Edit } from '../../api/issue'
import type { PlistValue } from '../../plist/value'
import { holds } from '../../schema/condition'
import type { KnownKey } from '../../schema/keys'
import { mended } from '../../schema/mend'
import type { Template } from '../../schema/rules'
import { contextOf, type JamfContext, seenFrom } from './context'
import { keyWithId } from './keys'
import { linkedEdits, linkOf } from './links/linked'
import type { KeyId } from './manifests/key-ids'
import { type Provider, providers } from './providers/providers'

/** A template for each identity provider, in the order in which a picker offers them. */
export const templates: readonly Template[] = providers.map((provider) => ({
  id: provider.id,
  title: provider.label,
  edits: () => editsFor(provider),
}))

/**
 * The provider in the login window and in Self Service+, and those keys of the provider's Required group that have the
 * same value everywhere.
 */
function editsFor({ id, requiredFields }: Provider): Edit[] {
  const link = linkOf('login/OIDCProvider' satisfies KeyId)
  const chosen = link ? linkedEdits(link, { type: 'string', value: id }) : []
  const empty = new Map(chosen.map(({ domain }) => [`${domain}`, { type: 'dict', entries: [] } as const]))
  const context = contextOf(mended(empty, { edits: chosen }))
  return [
    ...chosen,
    ...requiredFields
      .map(keyWithId)
      .filter((key) => key !== undefined)
      .filter((key) => isWanted(key, context))
      .map((key) => ({ domain: key.domain, path: key.path, value: startingValue(key) }))
      .filter(({ value }) => value !== null),
  ]
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

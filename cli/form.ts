import { UsageError } from './cli-error'
import { suggestionFor } from './nearest'

const FORMS: { readonly [name: string]: 'direct' | 'managed-preferences' } = {
  direct: 'direct',
  managed: 'managed-preferences',
}

/** The form of payloads that --form names; undefined when it is not given. Throws UsageError for any other word. */
export function formNamed(name: string | undefined): 'direct' | 'managed-preferences' | undefined {
  if (name === undefined) {
    return undefined
  }
  const form = Object.hasOwn(FORMS, name) ? FORMS[name] : undefined
  if (form === undefined) {
    throw new UsageError(`--form is direct or managed.${suggestionFor(name, Object.keys(FORMS), '--form ')}`)
  }
  return form
}

import { child, withValue } from '../../plist/tree'
import type { PlistDict, PlistValue } from '../../plist/value'
import { derivedUuid, isPlaceholderUuid, isUuid, randomUuid } from '../uuid'
import { newPayload } from './build'
import { payloadsOf, textOf } from './payload-keys'

/** A profile with one more payload at the end. Its identity follows from the profile's, so it is the same each time. */
export function withPayload(
  root: PlistValue,
  domain: string,
  settings: PlistDict,
  form: 'direct' | 'managed-preferences',
): PlistValue {
  const uuid = freeUuid(root, domain)
  const organization = textOf(root, 'PayloadOrganization')
  const payload = newPayload(form, domain, settings, {
    identifier: `${domain}.${uuid}`,
    uuid,
    ...(organization ? { organization } : {}),
  })
  const content = child(root, 'PayloadContent')
  const items = content?.type === 'array' ? content.items : []
  return withValue(root, ['PayloadContent'], { type: 'array', items: [...items, payload] })
}

function freeUuid(root: PlistValue, domain: string): string {
  const base = textOf(root, 'PayloadUUID')
  if (!isUuid(base) || isPlaceholderUuid(base)) {
    return randomUuid()
  }
  const taken = new Set(payloadsOf(root).map(({ dict }) => textOf(dict, 'PayloadUUID')))
  let uuid = derivedUuid(base, domain)
  for (let next = 2; taken.has(uuid); next++) {
    uuid = derivedUuid(base, `${domain} ${next}`)
  }
  return uuid
}

import type { PlistValue } from '../plist/value'
import { templates } from '../products/templates'
import { applyEdits } from './edit'
import { newProfile, type ProfileIdentity } from './identity'

/** A profile to start from. Throws RangeError when no template is called so. */
export function profileFor(template: string, identity: ProfileIdentity): PlistValue {
  const found = templates.find(({ id }) => id === template)
  if (found === undefined) {
    throw new RangeError(`No template is called ${template}.`)
  }
  const options = identity.form === undefined ? {} : { form: identity.form }
  return applyEdits(newProfile(identity), found.edits(), options)
}

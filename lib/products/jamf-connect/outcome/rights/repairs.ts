import type { Edit, Repair } from '../../../../api/issue'
import { quoted } from '../../../../schema/words'
import { placeOf, textsOf } from '../../keys'
import { naming } from '../claim-sources'
import type { Scene } from '../scene'
import type { Near } from './roles'

/** What to do about roles inside a dictionary. */
export function nestedAdvice(claim: string): string {
  return `Have the identity provider send the roles as a list in a claim of their own, not as part of ${claim.split('.')[0]}, and name it in OIDCAdminAttribute.`
}

/** Names another claim in OIDCAdminAttribute. */
export function namingClaim(claim: string): Repair {
  return naming('OIDCAdminAttribute', claim)
}

/** The token's spelling in place of the configured one; the other values of OIDCAdmin stay. */
export function respelling(scene: Scene, { value, configured }: Near): Repair {
  const roles = textsOf(scene, 'login/OIDCAdmin').map((role) => (role === configured ? value : role))
  return {
    title: `Use ${quoted(value)} in OIDCAdmin`,
    edits: [
      {
        ...placeOf('login/OIDCAdmin'),
        value: { type: 'array', items: [...new Set(roles)].map((role) => ({ type: 'string', value: role })) },
      },
    ],
  }
}

/** The claim and the role in each other's key. */
export function swap(claim: string, role: string): Repair {
  const roles: Edit = {
    ...placeOf('login/OIDCAdmin'),
    value: { type: 'array', items: [{ type: 'string', value: role }] },
  }
  return { title: 'Swap the two', edits: [roles, ...namingClaim(claim).edits] }
}

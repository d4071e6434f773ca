import { quoted } from '../../../../schema/words'
import { placeOf, textOf, textsOf } from '../../keys'
import { providerDoubts } from '../../providers/provider-doubts'
import { rowOf } from '../../providers/providers'
import { claimOf } from '../claims'
import type { Scene } from '../scene'
import type { Told } from '../statement'
import { marksOf, nearMatches, readRoles } from './roles'

/**
 * Jamf's page names the claim role for Entra ID, which sends app roles in roles; whether that is a misprint is not
 * known, so the one that is there counts.
 */
function claimFor(fixed: readonly string[], claims: Scene['claims'], configured: string): string {
  return fixed.find((claim) => claimOf(claims, claim) !== undefined) ?? fixed.at(-1) ?? configured
}

/**
 * Who may add an account once the Mac has its first one; nothing while it is not limited. For Entra ID the role claim
 * counts, for others the claim that OIDCAdminAttribute names.
 * https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/OpenID_Connect_User_Role_Settings
 */
export function secondaryAccess(scene: Scene): readonly Told[] {
  const wanted = textsOf(scene, 'login/OIDCSecondaryAccess')
  const { rolesFrom, secondaryAccess: fixed } = rowOf(scene.provider) ?? {}
  if (wanted.length === 0 || rolesFrom === 'okta-apps') {
    return []
  }
  const configured = textOf(scene, 'login/OIDCAdminAttribute') || 'groups'
  const claim = claimFor(fixed ?? [], scene.claims, configured)
  const reading = readRoles(scene.claims, claim)
  const values = 'values' in reading ? reading.values : []
  const found = values.find((value) => wanted.includes(value))
  const [near] = nearMatches(wanted, values)
  const almost = found === undefined && near !== undefined
  const present = claimOf(scene.claims, claim) !== undefined
  return [
    {
      id: 'secondary-access',
      topic: 'Further accounts',
      value:
        scene.claims === null
          ? 'Not known without a token'
          : found === undefined
            ? 'Only as the first user'
            : 'May add an account',
      because: [
        `OIDCSecondaryAccess limits who may add an account to a Mac that has one; it is compared with the claim ${claim}.`,
        found !== undefined && `${quoted(found)} is in both.`,
        scene.provider && providerDoubts[scene.provider]?.secondaryAccess,
        scene.claims !== null && !present && 'The token lacks the claim.',
        almost &&
          `${quoted(near.value)} and ${quoted(near.configured)} differ ${near.differIn}, and Jamf does not document that Jamf Connect ignores that.`,
      ]
        .filter((sentence) => typeof sentence === 'string')
        .join(' '),
      keys: [placeOf('login/OIDCSecondaryAccess'), placeOf('login/OIDCAdminAttribute')],
      certain: fixed === undefined && !almost && reading.kind !== 'text' && reading.kind !== 'nested',
      reads: present ? { [claim]: 'Further accounts: searched for the values of OIDCSecondaryAccess.' } : {},
      ...(values.length === 0 ? {} : { marks: marksOf(wanted, values) }),
      ...(almost
        ? {
            concern: {
              verdict: 'warning',
              title: 'The test user can sign in, but may not add a further account',
              text: `OIDCSecondaryAccess lists ${quoted(near.configured)}; the claim ${claim} holds ${quoted(near.value)}. They differ ${near.differIn}.`,
            },
            repair: {
              title: `Use ${quoted(near.value)} in OIDCSecondaryAccess`,
              edits: [
                {
                  ...placeOf('login/OIDCSecondaryAccess'),
                  value: {
                    type: 'array',
                    items: wanted.map((role) => ({
                      type: 'string',
                      value: role === near.configured ? near.value : role,
                    })),
                  },
                },
              ],
            },
          }
        : {}),
    },
  ]
}

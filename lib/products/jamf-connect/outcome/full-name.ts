import { placeOf, textOf } from '../keys'
import { askUserInfo, fromUserInfo, naming, nearestRepair, userInfoHas } from './claim-sources'
import { lackOf, oddClaim, textClaim } from './claims'
import type { Scene } from './scene'
import type { Claims, Told } from './statement'

const about = { id: 'full-name', topic: 'Full name', keys: [placeOf('login/OIDCFullName')] } as const
const UNDOCUMENTED =
  'OIDCFullName is not configured, and Jamf does not document which claim Jamf Connect reads then.'

/** Full name: OIDCFullName's claim, else name, else given_name and family_name. */
export function fullName(scene: Scene): readonly Told[] {
  const claim = textOf(scene, 'login/OIDCFullName')
  if (scene.claims === null) {
    return []
  }
  const value = textClaim(scene.claims, claim)
  if (claim === '') {
    return [byDefault(scene)]
  }
  return value === undefined
    ? [missing(scene, claim)]
    : [
        {
          ...about,
          value,
          because: `OIDCFullName names the claim ${claim}.${fromUserInfo(scene, claim)}`,
          certain: !scene.fetched.has(claim),
          reads: { [claim]: 'Full name: OIDCFullName names this claim.' },
        },
      ]
}

/** The claims that usually hold a person's name, and the name they make. */
function usualName(
  claims: Claims | null,
): { readonly value: string; readonly from: readonly string[] } | null {
  const name = textClaim(claims, 'name')
  if (name !== undefined) {
    return { value: name, from: ['name'] }
  }
  const from = ['given_name', 'family_name'].filter((part) => textClaim(claims, part) !== undefined)
  return from.length === 0 ? null : { value: from.map((part) => textClaim(claims, part)).join(' '), from }
}

function byDefault(scene: Scene): Told {
  const usual = usualName(scene.claims)
  const elsewhere = usual === null ? usualName(scene.unasked)?.from.join(' and ') : undefined
  const lack =
    elsewhere === undefined
      ? 'The token has neither name nor given_name and family_name; the scope profile usually brings them.'
      : `The ID token has neither name nor given_name and family_name. ${userInfoHas(elsewhere)}`
  return {
    ...about,
    value: usual?.value ?? 'Not in the token',
    because: `${usual === null ? lack : `${usual.from.join(' and ')}.`} ${UNDOCUMENTED}`,
    certain: false,
    reads: reading(usual?.from ?? [], 'Full name of the account.'),
    ...(elsewhere === undefined ? {} : { repair: askUserInfo }),
  }
}

function missing(scene: Scene, claim: string): Told {
  const usual = usualName(scene.claims)
  const odd = oddClaim(scene.claims, claim)
  const asked = textClaim(scene.unasked, claim) !== undefined
  const change = asked ? userInfoHas(claim) : 'Have the identity provider send it, or name another claim.'
  return {
    ...about,
    value: usual?.value ?? 'Not in the token',
    because: `OIDCFullName names the claim ${claim}, ${lackOf(scene.claims, claim)}. Jamf does not document what happens then.`,
    certain: false,
    reads: reading(usual?.from ?? [], `Full name: stands in for ${claim}, ${lackOf(scene.claims, claim)}.`),
    concern: {
      verdict: 'warning',
      title: `The test user can sign in, but the claim for the full name is ${odd ?? 'missing'}`,
      text: `OIDCFullName names ${claim}, ${lackOf(scene.claims, claim)}. ${change}`,
    },
    ...(asked ? { repair: askUserInfo } : standIn(scene, claim, usual?.from ?? [])),
  }
}

function standIn(scene: Scene, claim: string, usual: readonly string[]) {
  const near = nearestRepair(scene, 'OIDCFullName', claim)
  return near.repair === undefined && usual.includes('name')
    ? { repair: naming('OIDCFullName', 'name') }
    : near
}

function reading(names: readonly string[], sentence: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, sentence]))
}

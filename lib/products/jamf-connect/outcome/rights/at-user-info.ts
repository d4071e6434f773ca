import { quoted } from '../../../../schema/words'
import { askUserInfo, userInfoHas } from '../claim-sources'
import { claimOf, listClaim } from '../claims'
import type { Finding, Question } from './question'
import { namingClaim } from './repairs'
import { claimWith } from './roles'

/** The claim is not in the ID token, and the UserInfo endpoint has it or another one that holds the role. */
export function atUserInfo(question: Question): Finding | null {
  const { scene, claim } = question
  if (scene.unasked === null || claimOf(scene.claims, claim) !== undefined) {
    return null
  }
  return sameClaim(question) ?? otherClaim(question)
}

function sameClaim({ scene, wanted, claim }: Question): Finding | null {
  if (claimOf(scene.unasked, claim) === undefined) {
    return null
  }
  const found = listClaim(scene.unasked, claim).find((value) => wanted.includes(value))
  const because = `The ID token has no claim ${claim}, and UseUserInfo is not on.`
  const values =
    found === undefined
      ? 'No value of OIDCAdmin is in it for this user.'
      : `Its values hold ${quoted(found)}, which is in OIDCAdmin.`
  return standard(because, `${because} ${userInfoHas(claim)} ${values}`, askUserInfo)
}

function otherClaim({ scene, wanted, claim }: Question): Finding | null {
  const other = claimWith(scene.unasked, wanted, claim)
  if (other === undefined || claimOf(scene.unasked, other) === undefined) {
    return null
  }
  const because = `The ID token has no claim ${claim}; a value of OIDCAdmin is in ${other}, which only the UserInfo endpoint has.`
  const worry = `${because} ${userInfoHas(other)} OIDCAdminAttribute has to name ${other} then.`
  return standard(because, worry, {
    title: `${askUserInfo.title}, and use ${quoted(other)} as OIDCAdminAttribute`,
    edits: [...askUserInfo.edits, ...namingClaim(other).edits],
  })
}

function standard(because: string, worry: string, repair: Finding['repair'] & object): Finding {
  return { value: 'Standard', because, certain: true, worry, repair }
}

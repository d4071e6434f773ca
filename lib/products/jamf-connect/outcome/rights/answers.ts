import { quoted } from '../../../../schema/words'
import { textOf } from '../../keys'
import { traitsOf } from '../../providers/vendors'
import { fromUserInfo } from '../claim-sources'
import { claimOf, listClaim } from '../claims'
import { atUserInfo } from './at-user-info'
import type { Finding, Question } from './question'
import { namingClaim, nestedAdvice, respelling, swap } from './repairs'
import { claimWith, isMixed, isObjectId, nearMatches } from './roles'

/** Tried in order; the first that recognizes the token answers. The last recognizes every token. */
const answers: readonly ((question: Question) => Finding | null)[] = [
  withoutToken,
  matched,
  nearlyMatched,
  swapped,
  inAnotherClaim,
  atUserInfo,
  overage,
  objectIds,
  unreadable,
  absent,
  noneMatches,
]

/** What the roles of the token say. */
export function findingOf(question: Question): Finding {
  for (const answer of answers) {
    const finding = answer(question)
    if (finding !== null) {
      return finding
    }
  }
  return noneMatches(question)
}

function withoutToken({ scene, claim }: Question): Finding | null {
  return scene.claims === null
    ? {
        value: 'Not known without a token',
        because: `OIDCAdmin is compared with the claim ${claim} of the ID token. Run the sign-in test to see it.`,
        certain: true,
      }
    : null
}

function matched({ scene, wanted, claim, reading, values }: Question): Finding | null {
  const found = values.find((value) => wanted.includes(value))
  if (found === undefined) {
    return null
  }
  const because = `${quoted(found)} is in OIDCAdmin and in the claim ${claim}.`
  if (reading.kind === 'text') {
    const doubt = 'The claim is a text, not a list; Jamf documents lists only.'
    return { value: 'Administrator', because: `${because} ${doubt}`, certain: false }
  }
  if (reading.kind === 'nested') {
    const doubt = 'The list is inside another claim; whether Jamf Connect looks there is not documented.'
    return { value: 'Standard', because: `${because} ${doubt}`, certain: false, worry: nestedAdvice(claim) }
  }
  if (isMixed(scene.claims, claim)) {
    return { value: 'Administrator', because: `${because} ${MIXED}`, certain: false }
  }
  const fetched = fromUserInfo(scene, claim)
  return { value: 'Administrator', because: `${because}${fetched}`, certain: fetched === '' }
}

const MIXED = 'Not everything in the list is a text; Jamf documents lists of texts only.'

function nearlyMatched({ scene, wanted, claim, reading, values }: Question): Finding | null {
  const inText = reading.kind === 'text' ? oneOfSeveral(wanted, values[0] ?? '') : undefined
  if (inText !== undefined) {
    const worry = `The claim ${claim} is one text that lists several values, ${quoted(inText)} among them. Jamf documents lists only: have the identity provider send a list.`
    return { value: 'Standard', because: worry, certain: false, worry }
  }
  const [near] = nearMatches(wanted, values)
  if (near === undefined) {
    return null
  }
  return {
    value: 'Standard',
    because: `No value of ${claim} equals one of OIDCAdmin; ${quoted(near.value)} and ${quoted(near.configured)} differ ${near.differIn}, and Jamf does not document that Jamf Connect ignores that.`,
    certain: false,
    worry: `OIDCAdmin lists ${quoted(near.configured)}; the claim ${claim} holds ${quoted(near.value)}. They differ ${near.differIn}, and Jamf Connect is not documented to ignore that.`,
    repair: respelling(scene, near),
  }
}

function swapped({ scene, wanted, claim }: Question): Finding | null {
  const meant = wanted.find((name) => listClaim(scene.claims, name).includes(claim))
  if (meant === undefined) {
    return null
  }
  const worry = `OIDCAdmin and OIDCAdminAttribute look swapped: ${quoted(meant)} is a claim of the token, ${quoted(claim)} a value of it.`
  return {
    value: 'Standard',
    because: `${worry} The token has no claim ${claim}.`,
    certain: true,
    worry,
    repair: swap(meant, claim),
  }
}

function inAnotherClaim({ scene, wanted, claim }: Question): Finding | null {
  const other = claimWith(scene.claims, wanted, claim)
  if (other === undefined) {
    return null
  }
  const certain = !isMixed(scene.claims, claim) && !isMixed(scene.claims, other)
  const nested = other.includes('.') && claimOf(scene.claims, other) === undefined
  const because = `Jamf Connect looks in the claim ${claim}; the role is in ${other}.`
  return nested
    ? { value: 'Standard', because, certain, worry: `${because} ${nestedAdvice(other)}` }
    : {
        value: 'Standard',
        because,
        certain,
        worry: `A value of OIDCAdmin is in the claim ${other}, but OIDCAdminAttribute ${textOf(scene, 'login/OIDCAdminAttribute') === '' ? 'is not configured, which means groups' : `names ${claim}`}.`,
        repair: namingClaim(other),
      }
}

function overage({ scene, reading, claim }: Question): Finding | null {
  if (reading.kind !== 'absent' || !reading.overage) {
    return null
  }
  const because = `The user is in so many groups that Entra ID left the claim ${claim} out of the token. Jamf does not document that Jamf Connect asks Microsoft Graph for it.`
  const roles = claimOf(scene.claims, 'roles') === undefined ? {} : { repair: namingClaim('roles') }
  return {
    value: 'Standard',
    because,
    certain: false,
    worry: `${because} Use app roles with OIDCAdminAttribute set to roles, or send only groups assigned to the application.`,
    ...roles,
  }
}

function objectIds({ wanted, values, claim }: Question): Finding | null {
  const inToken = values.length > 0 && values.every(isObjectId)
  const inSettings = wanted.every(isObjectId)
  if (values.length === 0 || inToken === inSettings) {
    return null
  }
  const because = inToken
    ? `The claim ${claim} holds object ids; OIDCAdmin holds names. They never match.`
    : `OIDCAdmin holds object ids; the claim ${claim} holds names. They never match.`
  const change = inToken
    ? 'Enter the object id of the group in OIDCAdmin, or have the identity provider send names or app roles.'
    : 'Enter the names in OIDCAdmin, or have the identity provider send object ids.'
  return { value: 'Standard', because, certain: true, worry: `${because} ${change}` }
}

function unreadable({ reading, claim }: Question): Finding | null {
  if (reading.kind !== 'unreadable') {
    return null
  }
  const because = `The claim ${claim} is ${reading.what}; Jamf Connect expects a list of texts.`
  return { value: 'Standard', because, certain: false, worry: `${because} ${nestedAdvice(claim)}` }
}

function absent({ scene, reading, claim }: Question): Finding | null {
  if (reading.kind !== 'absent') {
    return null
  }
  const byDefault =
    textOf(scene, 'login/OIDCAdminAttribute') === '' ? ', the default of OIDCAdminAttribute' : ''
  const because = `The token has no claim ${claim}${byDefault}, so no value of OIDCAdmin can match.`
  const [sent] = traitsOf(scene.provider)?.roleClaims ?? []
  const near = sent !== undefined && claimOf(scene.claims, sent) !== undefined ? sent : reading.near
  const change =
    near === undefined
      ? 'Have the identity provider send it, request its scope in OIDCScopes, or name another claim in OIDCAdminAttribute. It may also be missing because this user has no role.'
      : `The nearest claim of the token is ${near}.`
  return {
    value: 'Standard',
    because,
    certain: true,
    worry: `${because} ${change}`,
    ...(near === undefined ? {} : { repair: namingClaim(near) }),
  }
}

function noneMatches({ scene, claim }: Question): Finding {
  const mixed = isMixed(scene.claims, claim)
  return {
    value: 'Standard',
    because: `No value of the claim ${claim} equals one of OIDCAdmin.${mixed ? ` ${MIXED}` : ''}`,
    certain: !mixed,
  }
}

/** The wanted value that is one of several in a single text: "staff,mac-admins". */
function oneOfSeveral(wanted: readonly string[], text: string): string | undefined {
  const parts = text.split(/[,;|]\s*|\s+/)
  return parts.length > 1 ? wanted.find((value) => parts.includes(value)) : undefined
}

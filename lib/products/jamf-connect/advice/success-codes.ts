import { holds } from '../../../schema/condition'
import { series } from '../../../schema/condition-words'
import { isTemplate } from '../../../schema/templates'
import { nameOfPath, quoted } from '../../../schema/words'
import { type JamfContext, LOGIN_DOMAIN, seenFrom } from '../context'
import { findKey, type JamfKey } from '../keys'
import { belongTogether } from '../links/sides'
import { codeSpelled } from '../passwords/code-spelling'
import { codeNamedIn, partOf, passwordCode } from '../passwords/password-codes'
import { type InRefusal, refusalWith } from '../passwords/refused-passwords'
import { passwordProviderBehind } from '../providers/provider-behind'
import { sameVendor, traitsOf } from '../providers/vendors'
import { soundValue } from './linked-keys'
import {
  advise,
  connect,
  has,
  login,
  type Place,
  type Rule,
  refuse,
  repair,
  type Subject,
  switchOf,
  textsOf,
  valueIn,
} from './rule'

const places = [login('ROPGSuccessCodes'), connect('IdPSettings', 'SuccessCodes')]

/** Codes that do not follow a right password. As success codes they let everybody in. */
export const everyPasswordPasses: Rule = (subject) =>
  places.flatMap((place) => {
    const reasons = new Map(listed(subject, place).map((code) => [code, whyAnyPasswordPasses(code)]))
    const bad = [...reasons].flatMap(([code, why]) => (why === null ? [] : [{ code, why }]))
    if (bad.length === 0) {
      return []
    }
    const said = bad.map(({ code, why }) => `${shown(code)}, ${why}`)
    const message = `${nameOfPath(place.path)} lists ${series(said, 'and')}. A success code lets people in without a second look, so every password would pass. List only codes that follow a right password.`
    return [
      refuse(
        'every-password-passes',
        place,
        message,
        remove(
          subject,
          place,
          bad.map(({ code }) => code),
        ),
      ),
    ]
  })

/** Codes of which nobody says that they follow a right password. */
export const unknownSuccessCode: Rule = (subject) =>
  places.flatMap((place) => {
    // Each app asks a provider of its own, which may stand behind an address of its own.
    const seen = seenFrom(subject.context, place.domain)
    const unknown = listed(subject, place).filter(
      (code) =>
        whyAnyPasswordPasses(code) === null &&
        (isOfAnother(seen, code) || (knownOf(seen, code)?.says ?? 'unknown') === 'unknown'),
    )
    if (unknown.length === 0) {
      return []
    }
    const said = unknown.map((code) => {
      const meaning = isOfAnother(seen, code) ? undefined : knownOf(seen, code)?.meaning
      return meaning === undefined ? quoted(code) : `${codeSpelled(code)}, the answer ${meaning}`
    })
    const message = `${nameOfPath(place.path)} lists ${series(said, 'and')}. No document that Latchkey knows says that only right passwords are answered so. Every wrong password that gets this answer would pass: list the code only when a test with a wrong password gets another answer.`
    return [advise('unknown-success-code', place, message)]
  })

/** The login window and the menu bar app each check passwords, with success codes of their own. */
export const successCodesOfOneApp: Rule = (subject) => {
  const listing = places.filter((place) => listed(subject, place).length > 0)
  const [source] = listing
  const absent = places.find((place) => place !== source)
  const [from, to] = [source, absent].map((place) => place && findKey(place.domain, place.path))
  if (listing.length !== 1 || !absent || !from || !to || has(subject, absent) || !checks(subject, to, from)) {
    return []
  }
  const app = (key: JamfKey, the: string) =>
    key.domain === LOGIN_DOMAIN ? `${the} login window` : 'Self Service+'
  const message = `${nameOfPath(from.path)} is configured for ${app(from, 'the')} only. ${app(to, 'The')} checks the same passwords and looks for codes in ${nameOfPath(to.path)}: without them it calls a right password wrong where the other takes it.`
  const value = soundValue(from, subject)
  const copy =
    value === undefined ? undefined : repair(`Use the value of ${nameOfPath(from.path)}`, [absent, value])
  return [advise('success-codes-of-one-app', absent, message, copy)]
}

/** Whether the app of a key checks passwords, at the same place as that of another key. */
function checks(subject: Subject, key: JamfKey, other: JamfKey): boolean {
  const { context } = subject
  const client = key.domain === LOGIN_DOMAIN ? login('OIDCROPGID') : connect('IdPSettings', 'ROPGID')
  const seen = seenFrom(context, key.domain)
  return (
    has(subject, client) &&
    !(key.domain === LOGIN_DOMAIN && switchOf(subject, login('OIDCNewPassword')) === true) &&
    (key.appliesWhen === undefined || holds(key.appliesWhen, seen)) &&
    belongTogether(key, other, context)
  )
}

function knownOf(context: JamfContext, code: string) {
  const behind = passwordProviderBehind(context)
  return passwordCode(code, behind) ?? codeNamedIn(code, behind)
}

/** Whether a word is known from another provider only, such as MFA, with which OneLogin answers. */
function isOfAnother(context: JamfContext, code: string): boolean {
  const known = knownOf(context, code)
  const own = known?.vendor === 'any' || sameVendor(known?.vendor ?? null, passwordProviderBehind(context))
  return known !== undefined && !own && context.provider !== null && !/\d{5}/.test(code)
}

function listed(subject: Subject, place: Place): string[] {
  return [...new Set(textsOf(subject, place))].filter((code) => code.trim() !== '' && !isTemplate(code))
}

/** Why a text in the list makes wrong passwords pass; null when that is not known. */
function whyAnyPasswordPasses(code: string): string | null {
  const whole = passwordCode(code, null)
  const known = whole ?? codeNamedIn(code, null)
  if (known?.says === 'wrong' || known?.says === 'any') {
    const start = whole === undefined ? `which names ${known.code}, the answer` : 'which is the answer'
    return `${start} ${known.meaning}`
  }
  if (known?.says === 'right') {
    return null
  }
  const refusal = refusalWith(code)
  return refusal === null ? whyAsPart(code) : inRefusal(refusal)
}

function inRefusal({ provider, verdict, partOf }: InRefusal): string {
  const whose = provider === 'any' ? '' : ` of ${traitsOf(provider)?.label ?? provider}`
  const others = verdict === 'may-be-wrong' ? ', among other causes' : ''
  return partOf === null
    ? `which is an answer${whose} to a wrong user name or password${others}`
    : `which is a part of ${quoted(partOf)}, an answer${whose} to a wrong user name or password${others}`
}

function whyAsPart(code: string): string | null {
  const whole = partOf(code)
  if (whole === null) {
    return null
  }
  return whole === 'every answer'
    ? 'which stands in every error of Entra ID, those for wrong passwords included'
    : `which is a part of ${whole.code}, the answer ${whole.meaning}`
}

/** A code as it is spelled; other words in quotation marks, shortened. */
function shown(code: string): string {
  return /^\S{1,60}$/.test(code.trim()) ? codeSpelled(code) : quoted(code)
}

function remove(subject: Subject, place: Place, codes: readonly string[]) {
  const value = valueIn(subject, place)
  const items = value?.type === 'array' ? value.items : []
  const left = items.filter((item) => !(item.type === 'string' && codes.includes(item.value)))
  const list = left.length === 0 ? null : ({ type: 'array', items: left } as const)
  return repair(`Remove ${series(codes.map(shown), 'and')}`, [place, list])
}

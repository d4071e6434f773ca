import { nameOfPath } from '../../../schema/words'
import { CONNECT_DOMAIN, contextOf, LOGIN_DOMAIN, seenFrom } from '../context'
import { placeOf } from '../keys'
import { passwordProviderBehind } from '../providers/provider-behind'
import { providerDoubts } from '../providers/provider-doubts'
import { usesOktaAuthn } from '../providers/providers'
import { isOkta, traitsOf } from '../providers/vendors'
import type { Scene } from './scene'
import type { Told } from './statement'
import {
  hasProvenCode,
  isYes,
  SUCCESS_CODE_DOUBT,
  successCodeKeys,
  successCodeOf,
  successCodesCount,
  UNFINISHED_DOUBT,
} from './success-codes'

const about = {
  id: 'password',
  topic: 'Password',
  keys: [successCodeKeys.login, successCodeKeys.menuBar],
  reads: {},
} as const

/** What Jamf Connect makes of the answer to a password check; nothing while none was made. */
export function passwordCheck(scene: Scene): readonly Told[] {
  const { password } = scene
  return password === undefined ? [] : [verdicts[password](scene)]
}

const verdicts = {
  accepted: (scene) => ({
    ...about,
    value: 'Accepted',
    because: `${sentence(checker(scene))} issued tokens for it.`,
    keys: [],
    certain: true,
  }),
  'accepted-with-second-factor': secondFactor,
  'right-but-unfinished': unfinished,
  refused: (scene) => ({
    ...about,
    value: 'Refused',
    because: `${sentence(checker(scene))} says that the user name or the password is wrong.`,
    keys: [],
    certain: true,
    concern: {
      verdict: 'failed',
      title: 'The user name or the password is wrong',
      text: 'Check the spelling of the user name first. More attempts can lock the account.',
    },
  }),
  unknown: (scene) => ({
    ...about,
    value: 'Not known',
    because: `The answer of ${checker(scene)} does not tell whether the password is right.`,
    keys: [],
    certain: true,
    concern: {
      verdict: 'failed',
      title: 'Whether the password is right is not known',
      text: 'The identity provider refused; whether because of the password, its answer does not prove.',
    },
  }),
} as const satisfies Record<string, (scene: Scene) => Told>

/** The user has to act first; a listed code in the answer may make a yes of it all the same. */
function unfinished(scene: Scene): Told {
  const asked = appsOf(scene)
  const listed = asked.find((each) => isYes(scene.settings, each.listed))
  const because = `${sentence(checker(scene))} knows the password, and issues no tokens before the user has done something, such as changing it.`
  const told = { ...about, certain: false } as const
  return listed === undefined
    ? {
        ...told,
        value: 'Right, and refused',
        because,
        concern: {
          verdict: 'warning',
          title: 'The password is right, but Jamf Connect may call it wrong',
          text: ACTS_FIRST,
        },
      }
    : {
        ...told,
        value: 'Right, and may be accepted',
        because: `${because} ${listed.key} lists ${listed.listed?.code}. ${UNFINISHED_DOUBT} ${SUCCESS_CODE_DOUBT}`,
        concern: {
          verdict: 'warning',
          title: 'The password is right, but the user has to act first',
          text: ACTS_FIRST,
        },
      }
}

const ACTS_FIRST = 'The user has to act at the identity provider first; its answer says what.'

/** Over the Authentication API, Jamf Connect draws the second factor and sends the answer. */
const byJamfConnectItself: Told = {
  ...about,
  value: 'Accepted',
  because:
    'Okta accepted the password and asks for a second factor, which Jamf Connect shows itself, since OIDCProvider is Okta.',
  keys: [placeOf('login/OIDCProvider')],
  certain: true,
}

/** The password is right, and the provider asks for more: a success code decides, for each app on its own. */
function secondFactor(scene: Scene): Told {
  if (usesOktaAuthn(scene.provider)) {
    return byJamfConnectItself
  }
  const asked = appsOf(scene)
  const missing = asked.filter(({ listed }) => !isYes(scene.settings, listed))
  if (asked.length > 0 && missing.length === 0) {
    const because = `${sentence(checker(scene))} asks for a second factor after the password; ${asked[0]?.listed?.code} is in the success codes. ${SUCCESS_CODE_DOUBT}`
    return { ...about, value: 'Accepted', because, certain: false }
  }
  const tested = asked.find(({ id }) => id === scene.checkedFor)
  if (tested?.listed !== undefined && !missing.includes(tested)) {
    return acceptedHere(scene, { key: tested.key, code: tested.listed.code }, missing)
  }
  const keys = missing.map(({ key }) => key).join(' and ')
  const list = missing.length > 1 ? 'list' : 'lists'
  const counts = asked.length === 0 || asked.some(({ place }) => successCodesCount(scene.settings, place))
  const proven = counts && hasProvenCode(scene.settings, scene.answer ?? {})
  const doubt = proven ? SUCCESS_CODE_DOUBT : counts ? NO_PROVEN_CODE : NO_CODES_COUNT
  const said = scene.provider && providerDoubts[scene.provider]?.secondFactor
  const staff = said === undefined ? '' : ` ${said}`
  return {
    ...about,
    value: proven ? 'Accepted once the code is listed' : 'Right, and more is asked',
    because: `${sentence(checker(scene))} accepted the password and asks for a second factor, which a password check cannot give. ${keys || nameOfPath(successCodeKeys.login.path)} ${list} no whole code that proves the password.${staff} ${doubt}`,
    certain: false,
    concern: {
      verdict: 'warning',
      title:
        missing.length === 1 && asked.length === 2
          ? `The password is right, but ${missing[0]?.app} may call it wrong`
          : 'The password is right, but Jamf Connect may call it wrong',
      text: `The identity provider accepted the password and then asked for a second factor, which a password check cannot give. ${adviceFor(scene, proven ? keys || nameOfPath(successCodeKeys.login.path) : null)}`,
    },
  }
}

/** The app that was tested lists the code; what another makes of the same answer is said beside it. */
function acceptedHere(
  scene: Scene,
  tested: { readonly key: string; readonly code: string },
  others: readonly { readonly key: string; readonly app: string }[],
): Told {
  const beside = others.map(
    ({ key, app }) =>
      ` ${key} lists no whole code that proves the password, so ${app} may call the same answer wrong.`,
  )
  return {
    ...about,
    value: 'Accepted',
    because: `${sentence(checker(scene))} asks for a second factor after the password; ${tested.key} lists ${tested.code}.${beside.join('')} ${SUCCESS_CODE_DOUBT}`,
    certain: false,
  }
}

const NO_PROVEN_CODE =
  'No document says of a code in this answer that only right passwords get it, so none is offered as a success code.'

const NO_CODES_COUNT = 'Jamf does not list this provider among those for which success codes count.'

/** The apps of the configuration, each with the listed code that the answer contains. */
function appsOf({ settings, answer = {} }: Scene) {
  return [
    { id: 'login', place: successCodeKeys.login, app: 'the login window' },
    { id: 'connect', place: successCodeKeys.menuBar, app: 'Self Service+' },
  ]
    .filter(({ place }) => settings.has(place.domain))
    .map((each) => ({
      ...each,
      key: nameOfPath(each.place.path),
      listed: successCodeOf(settings, each.place, answer),
    }))
}

/** Jamf does not list Okta among the providers with success codes. */
function adviceFor({ provider }: Scene, keys: string | null): string {
  if (isOkta(provider)) {
    return 'In Okta, give the app of the password check a policy with the password only.'
  }
  return keys === null
    ? 'Exempt the application of the password check from the second factor.'
    : `List the code in ${keys}, or exempt the application from the second factor.`
}

/** Who checks passwords: not always who signs people in, and named only where both apps ask the same provider. */
function checker({ settings }: Scene): string {
  const context = contextOf(settings)
  const asked = [LOGIN_DOMAIN, CONNECT_DOMAIN]
    .filter((domain) => settings.has(domain))
    .map((domain) => passwordProviderBehind(seenFrom(context, domain)))
  const [first = null, ...others] = asked
  const label = others.every((other) => other === first) ? traitsOf(first)?.label : undefined
  return label ?? 'the identity provider'
}

function sentence(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

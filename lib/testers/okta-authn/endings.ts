import type { MacStatement, Summary } from '../../api/report'
import { onTheMac } from '../../products/jamf-connect/outcome/on-the-mac'
import { summaryOfSignIn } from '../../products/jamf-connect/outcome/summary'
import type { OktaState } from './answer'
import { judgeState } from './judge'
import type { OktaSignIn } from './sign-in'

const OWN_PAGES =
  'Latchkey does not change passwords. Sign in at Okta’s own page once, then run the test again.'

/** The summary of a state in which nothing is left to ask; SUCCESS is told by what it means on the Mac. */
export function endingOf(signIn: OktaSignIn, state: OktaState): Summary {
  const { status } = state
  if (status === 'SUCCESS') {
    return signIn.concern ?? success(signIn)
  }
  const { right, title, clause } = judgeState(state)
  const known = signIn.passwordRight && right !== 'yes'
  return {
    verdict: right === 'yes' || clause === undefined ? 'warning' : 'failed',
    title: known
      ? `The password is right, but ${clause ?? 'Latchkey does not know what Okta asks for'}`
      : title,
    text: Object.hasOwn(texts, status)
      ? `${status === 'PASSWORD_EXPIRED' ? rulesInWords(state) : ''}${texts[status]}`
      : `The state is ${status || 'empty'}. Look for this sign-in in the System Log of Okta.`,
  }
}

const texts: Readonly<Record<string, string>> = {
  PASSWORD_WARN: `Okta offers no way on but to change it. ${OWN_PAGES}`,
  LOCKED_OUT: 'Unlock the user in the Okta Admin Console, then run the test again.',
  PASSWORD_EXPIRED: `${OWN_PAGES} Jamf does not document what the login window shows.`,
  PASSWORD_RESET: OWN_PAGES,
  RECOVERY:
    'Somebody has begun to recover this account. Finish that at Okta’s own page, then run the test again.',
  RECOVERY_CHALLENGE:
    'Somebody has begun to recover this account. Finish that at Okta’s own page, then run the test again.',
  UNAUTHENTICATED: 'The organization starts a step-up sign-in, which the Authentication API cannot finish.',
}

function success(signIn: OktaSignIn): Summary {
  const statements = onTheMac({ settings: signIn.settings, claims: null, userName: signIn.userName })
  const { verdict, title, text, repair } = summaryOfSignIn(statements)
  const how = acceptedInWords(signIn)
  return { verdict, title, text: `${how} ${text}`.trim(), ...(repair === undefined ? {} : { repair }) }
}

function acceptedInWords({ progress: { asked, given } }: OktaSignIn): string {
  if (given === 'factor') {
    return 'Okta accepted the password and the second factor.'
  }
  if (given === 'enrollment') {
    return 'Okta accepted the password and the factor that was enrolled.'
  }
  return asked === 'enrollment'
    ? 'Okta accepted the password. The enrollment of a factor was skipped, so none was tried.'
    : 'Okta accepted the password and asks for nothing more.'
}

const expired = {
  topic: 'Password',
  value: 'Right, but expired',
  because:
    'Okta accepts it and wants another one before it lets the user in. What the login window shows then, Jamf does not document.',
  claims: [],
  certain: false,
} as const

/** What happens on the Mac once Okta has accepted the password. */
export function statementsOf({
  settings,
  userName,
  target,
  state,
  progress,
}: OktaSignIn): readonly MacStatement[] {
  const { asked } = progress
  const keys = [{ domain: target.key.domain, path: target.key.path }]
  if (state?.status === 'PASSWORD_EXPIRED') {
    return [{ ...expired, keys }]
  }
  const next = state?.status === 'PASSWORD_WARN' ? warnedInWords(progress) : steps[asked]
  const password: MacStatement = {
    topic: 'Password',
    value: 'Accepted',
    because: `Okta accepted it. ${next} Policies of Okta saw the network address of this server, not that of a Mac.`,
    keys,
    claims: [],
    certain: true,
  }
  const rest = onTheMac({ settings, claims: null, userName })
  return [password, ...rest.map(({ id, concern, repair, ...statement }) => statement)]
}

const steps = {
  factor: 'It asks for a second factor, which Jamf Connect asks the user for by itself.',
  enrollment: 'It asks the user to enroll a factor.',
  nothing: 'It asks for nothing more.',
} as const

/** The warning is a step of its own, which need not be the last one. */
function warnedInWords({ skipped }: OktaSignIn['progress']): string {
  const warns =
    'It warns that the password expires soon, and wants the user to change it or to go on without that.'
  return (skipped.get('PASSWORD_WARN') ?? 0) > 0
    ? `${warns} It does so again after the warning was skipped.`
    : `${warns} What it asks for behind that is not known yet.`
}

const ruleWords: Readonly<Record<string, string>> = {
  minLength: 'characters',
  minLowerCase: 'lower-case letters',
  minUpperCase: 'upper-case letters',
  minNumber: 'digits',
  minSymbol: 'symbols',
}

function rulesInWords({ complexity }: OktaState): string {
  const rules = Object.entries(ruleWords).flatMap(([name, words]) => {
    const value = complexity[name]
    return typeof value === 'number' && value > 0 ? [`${value} ${words}`] : []
  })
  return rules.length === 0 ? '' : `The new one needs at least ${rules.join(', ')}. `
}

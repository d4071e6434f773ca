import { onTheMac } from '../../outcome/on-the-mac'
import { summaryOfSignIn } from '../../outcome/summary'
import type { MacStatement, Summary } from '../report'
import type { OktaState } from './answer'
import type { OktaSignIn } from './sign-in'

const OWN_PAGES =
  'Latchkey does not change passwords. Sign in at Okta’s own page once, then run the test again.'

/** The summary of a state in which nothing is left to ask; SUCCESS is told by what it means on the Mac. */
export function endingOf(signIn: OktaSignIn, state: OktaState): Summary {
  const { status } = state
  switch (status) {
    case 'SUCCESS':
      return signIn.concern ?? success(signIn)
    case 'PASSWORD_WARN':
      return {
        verdict: 'warning',
        title: 'The password is right, but it expires soon',
        text: `Okta offers no way on but to change it. ${OWN_PAGES}`,
      }
    case 'LOCKED_OUT':
      return fail(
        'The account is locked',
        'Unlock the user in the Okta Admin Console, then run the test again.',
      )
    case 'PASSWORD_EXPIRED':
      return fail(
        'The password is right, but it has expired',
        `${rulesInWords(state)}${OWN_PAGES} Jamf does not document what the login window shows.`,
      )
    case 'PASSWORD_RESET':
      return fail('The user has to set a new password', OWN_PAGES)
    case 'RECOVERY':
    case 'RECOVERY_CHALLENGE':
      return fail(
        'The account is being recovered',
        'Somebody has begun to recover this account. Finish that at Okta’s own page, then run the test again.',
      )
    case 'UNAUTHENTICATED':
      return fail(
        'Okta asks for a sign-in of another kind',
        'The organization starts a step-up sign-in, which the Authentication API cannot finish.',
      )
    default:
      return {
        verdict: 'warning',
        title: 'Okta answers with a state that Latchkey does not know',
        text: `The state is ${status || 'empty'}. The password was not refused; more is not known.`,
      }
  }
}

function fail(title: string, text: string): Summary {
  return { verdict: 'failed', title, text }
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

/** What happens on the Mac once Okta has accepted the password. */
export function statementsOf({
  settings,
  userName,
  target,
  progress: { asked },
}: OktaSignIn): readonly MacStatement[] {
  const next = {
    factor: 'It asks for a second factor, which Jamf Connect asks the user for by itself.',
    enrollment: 'It asks the user to enroll a factor.',
    nothing: 'It asks for nothing more.',
  }[asked]
  const password: MacStatement = {
    topic: 'Password',
    value: 'Accepted',
    because: `Okta accepted it. ${next} Policies of Okta saw the network address of this server, not that of a Mac.`,
    keys: [{ domain: target.key.domain, path: target.key.path }],
    claims: [],
    certain: true,
  }
  const rest = onTheMac({ settings, claims: null, userName })
  return [password, ...rest.map(({ id, concern, repair, ...statement }) => statement)]
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

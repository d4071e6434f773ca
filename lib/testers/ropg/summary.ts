import type { Finding, Summary } from '../../api/report'
import { UNFINISHED_DOUBT } from '../../products/jamf-connect/outcome/success-codes'
import { notKnown, passwordTitle } from '../diagnosis/password-title'
import { successCodeFor } from '../diagnosis/success-code'
import type { PasswordContext } from './context'
import { changeFor } from './explain-answer'
import { NO_GRANT } from './preparation-checks'

/** How the password check ended, in one sentence that answers yes, no or not known, and what to do. */
export function summarize(found: readonly Finding[], context: PasswordContext): Summary {
  const { verdict } = context
  if (context.denied !== undefined) {
    const { received, means, change } = context.denied
    return { verdict: 'failed', title: `Nothing was sent: ${lower(received)}`, text: `${means} ${change}` }
  }
  switch (verdict) {
    case 'accepted':
      return accepted(found, context)
    case 'accepted-with-second-factor':
    case 'right-but-unfinished':
      return refusedThoughRight(found, context)
    case 'refused':
      return refused(context)
    case 'unknown':
      return open(found, context)
    default:
      return stopped(found, context)
  }
}

function accepted(found: readonly Finding[], { plan }: PasswordContext): Summary {
  const odd = found.find(({ outcome, check }) => outcome === 'failed' && check.startsWith('id-token.'))
  if (odd !== undefined) {
    return {
      verdict: 'warning',
      title: 'The password is right, but the ID token cannot be trusted',
      text: sentences(`${odd.title}.`, odd.means, odd.change),
    }
  }
  const beside = found.find(({ outcome }) => outcome === 'failed')
  if (beside !== undefined) {
    return {
      verdict: 'warning',
      title: `The password is right, but ${lower(beside.title)}`,
      text: sentences(
        'The identity provider issued tokens for it, but a check before failed.',
        beside.means,
        beside.change,
      ),
      ...repairOf(beside),
    }
  }
  const unclear = found.find(({ check, outcome }) => check === 'ropg.provider' && outcome === 'warning')
  if (unclear !== undefined) {
    return {
      verdict: 'warning',
      title: 'The password is right at the identity provider that was asked',
      text: sentences('The identity provider issued tokens for it.', unclear.means, unclear.change),
    }
  }
  const borrowed = plan.clientIdBorrowed
    ? 'The client ID is that of the sign-in; the key for the password check is not configured.'
    : ''
  return {
    verdict: borrowed === '' ? 'passed' : 'warning',
    title: 'The password is right',
    text: sentences(
      `The identity provider issued tokens for it, and ${appName(plan.app)} takes that for a yes.`,
      borrowed,
    ),
    ...repairOf(borrowed === '' ? undefined : found.find(({ check }) => check === 'ropg.client-id')),
  }
}

/** The password is right, and no tokens came: a success code decides what Jamf Connect makes of it. */
function refusedThoughRight(found: readonly Finding[], context: PasswordContext): Summary {
  const { plan, matched, diagnosis, settings } = context
  const codes = found.find(({ check }) => check === 'ropg.success-codes')
  if (matched !== undefined && codes?.outcome === 'passed') {
    if (context.verdict === 'right-but-unfinished') {
      return unfinished(context, matched.code)
    }
    return {
      verdict: 'passed',
      title: 'The password is right',
      text: `The identity provider wants more than the password, and ${matched.code}, which is in its answer, is among the success codes of ${appName(plan.app)}.`,
    }
  }
  const code = diagnosis === undefined ? null : successCodeFor(diagnosis, settings)
  return {
    verdict: 'warning',
    title: passwordTitle(diagnosis ?? { verdict: 'password-right' }),
    text: sentences(
      diagnosis?.cause,
      code === null
        ? diagnosis && changeFor(diagnosis)
        : `${plan.successCodesKey.path.join('/')} lists no whole code that proves the password.`,
      matched === undefined ? '' : codes?.means,
    ),
    ...(code === null ? {} : { repair: code.repair }),
  }
}

/** The user has to act first, and a code of the answer is listed: what the app makes of it, nobody says. */
function unfinished({ diagnosis, plan }: PasswordContext, code: string): Summary {
  return {
    verdict: 'warning',
    title: passwordTitle(diagnosis ?? { verdict: 'password-right' }),
    text: sentences(
      diagnosis?.cause,
      `${code} is in the success codes, so ${appName(plan.app)} may take the answer for a yes. ${UNFINISHED_DOUBT}`,
      diagnosis && changeFor(diagnosis),
    ),
  }
}

/** A refusal that does not tell whether the password is right. */
function open(found: readonly Finding[], context: PasswordContext): Summary {
  const { diagnosis, matched, plan } = context
  const bad = found.find(({ check, outcome }) => outcome === 'failed' && ownAnswer.includes(check))
  if (matched !== undefined) {
    return {
      verdict: 'failed',
      title: 'Not known whether the password is right, and Jamf Connect may take it for right',
      text: sentences(
        `${matched.code} is in the success codes and in this answer, which does not prove that the password is right. ${appName(plan.app, true)} may accept a wrong one.`,
        diagnosis?.cause,
      ),
    }
  }
  return {
    verdict: 'failed',
    title: passwordTitle(diagnosis ?? { verdict: 'unknown' }),
    text: sentences(bad?.means ?? diagnosis?.cause, bad?.change, countOf(context)),
    ...repairOf(bad),
  }
}

/** The checks that read the answer of the token endpoint. */
const ownAnswer = ['ropg.client', 'ropg.tokens']

function refused(context: PasswordContext): Summary {
  const { matched, diagnosis, plan } = context
  if (matched !== undefined) {
    return {
      verdict: 'failed',
      title: 'The user name or the password is wrong, and Jamf Connect may call it right',
      text: `${matched.code} is in the success codes and in the answer to a wrong user name or password. ${appName(plan.app, true)} may accept any password.`,
    }
  }
  const title = passwordTitle({ verdict: 'password-wrong' })
  return {
    verdict: 'failed',
    title,
    text: sentences(beyond(title, diagnosis?.cause), diagnosis && changeFor(diagnosis), countOf(context)),
  }
}

/** What a cause says besides the title above it: "TITLE: why." */
function beyond(title: string, cause = ''): string {
  return cause.startsWith(`${title}: `) ? upper(cause.slice(title.length + 2)) : cause
}

function upper(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** How near a lock is, where the provider may count this attempt. */
function countOf({ failures = 0, diagnosis }: PasswordContext): string {
  const count = failures + 1
  if (count < 2 || !counted.includes(diagnosis?.verdict ?? '')) {
    return ''
  }
  const next =
    count < 3
      ? 'The third may lock the account.'
      : 'The account may be locked; nothing is tried for 15 minutes.'
  return `This was failure ${count} of this user within 15 minutes. ${next}`
}

const counted: readonly string[] = ['password-wrong', 'may-be-wrong']

/** No answer came: the check that kept the password from an answer says why. */
function stopped(found: readonly Finding[], { noAnswer }: PasswordContext): Summary {
  const all = found.filter(({ outcome }) => outcome === 'failed')
  const bad = all.find(({ check }) => titles[check] !== undefined) ?? all[0]
  return {
    verdict: 'failed',
    title: noAnswer === undefined ? titleOf(bad) : notKnown(noAnswer),
    text: sentences(bad?.means, bad?.change),
    ...repairOf(bad),
  }
}

function titleOf(bad: Finding | undefined): string {
  if (bad?.check === 'ropg.provider' && bad.title !== NO_GRANT) {
    return bad.title
  }
  return (bad && titles[bad.check]) ?? notKnown('it could not be checked')
}

const titles: Readonly<Record<string, string>> = {
  'ropg.provider': 'This identity provider has no password grant for Jamf Connect',
  'ropg.client-id': 'The password check is not configured',
  'ropg.answer': notKnown('no answer came'),
  'discovery.address': 'The identity provider is not known',
  'discovery.reachable': 'The identity provider cannot be discovered',
  'discovery.json': 'The identity provider cannot be discovered',
}

function repairOf(finding: Finding | undefined): Pick<Summary, 'repair'> {
  const repair = finding?.remedy?.repair
  return repair === undefined ? {} : { repair }
}

function appName(app: 'login' | 'connect', first = false): string {
  return app === 'connect' ? 'Self Service+' : first ? 'The login window' : 'the login window'
}

function lower(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

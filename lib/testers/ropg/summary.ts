import { successCodeFor } from '../diagnosis/success-code'
import type { Finding, Summary } from '../report'
import type { PasswordContext } from './context'

/** How the password check ended, in one sentence, and what to do. */
export function summarize(found: readonly Finding[], context: PasswordContext): Summary {
  const { verdict } = context
  if (context.denied !== undefined) {
    const { received, means, change } = context.denied
    return { verdict: 'failed', title: `Nothing was sent: ${lower(received)}`, text: `${means} ${change}` }
  }
  if (verdict === 'accepted') {
    return accepted(found, context)
  }
  if (verdict === 'accepted-with-second-factor') {
    return secondFactor(context)
  }
  return verdict === 'refused' ? refused(context) : stopped(found)
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

function secondFactor({ plan, matchedCode, diagnosis, settings }: PasswordContext): Summary {
  if (matchedCode !== undefined) {
    return {
      verdict: 'passed',
      title: 'The password is right',
      text: `The identity provider wants more than the password, and ${matchedCode} in the success codes makes ${appName(plan.app)} take the answer for a yes.`,
    }
  }
  const code = diagnosis === undefined ? null : successCodeFor(diagnosis, settings)
  return {
    verdict: 'warning',
    title: 'The password is right, but Jamf Connect would call it wrong',
    text: sentences(
      diagnosis?.cause,
      code === null ? diagnosis?.fix : `${plan.successCodesKey.path.join('/')} lists no code of this answer.`,
    ),
    ...(code === null ? {} : { repair: code.repair }),
  }
}

function refused({ matchedCode, diagnosis, failures = 0, plan }: PasswordContext): Summary {
  if (matchedCode !== undefined) {
    return {
      verdict: 'failed',
      title: 'The password is wrong, and Jamf Connect would call it right',
      text: `${matchedCode} is in the success codes and in the answer to a wrong password. ${appName(plan.app, true)} would accept any password.`,
    }
  }
  const count = failures + 1
  const next =
    count < 3
      ? 'The third may lock the account.'
      : 'The account may be locked; nothing is tried for 15 minutes.'
  const warning = count < 2 ? '' : `This was failure ${count} of this user within 15 minutes. ${next}`
  return {
    verdict: 'failed',
    title: 'The user name or the password is wrong',
    text: sentences(diagnosis?.cause, warning),
  }
}

/** Something else than the password: the first check that failed says what. */
function stopped(found: readonly Finding[]): Summary {
  const bad = found.find(({ outcome }) => outcome === 'failed')
  return {
    verdict: 'failed',
    title: (bad && titles[bad.check]) ?? 'The password could not be checked',
    text: sentences(bad?.means, bad?.change),
    ...repairOf(bad),
  }
}

const titles: Readonly<Record<string, string>> = {
  'ropg.provider': 'This identity provider has no password grant for Jamf Connect',
  'ropg.client-id': 'The password check is not configured',
  'ropg.client': 'The identity provider refused the client, not the password',
  'ropg.answer': 'The token endpoint did not answer the question',
  'ropg.tokens': 'The identity provider refused, and not because of the password',
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

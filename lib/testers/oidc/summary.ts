import type { Statement } from '../../outcome/statement'
import { summaryOfSignIn } from '../../outcome/summary'
import type { Finding, Summary } from '../report'

/** Findings that a person wants to hear of first: nothing after them could be checked. */
const decisive = ['oidc.signed-in', 'oidc.tokens']

/** How the sign-in ended: the first thing that failed, else what the user gets on the Mac. */
export function summarize(found: readonly Finding[], statements: readonly Statement[]): Summary {
  const bad = found.filter(({ outcome }) => outcome === 'failed')
  const first = bad.find(({ check }) => decisive.includes(check)) ?? bad[0]
  if (first !== undefined) {
    return failedWith(first, bad.length)
  }
  const told = summaryOfSignIn(statements)
  const odd = found.find(({ outcome, check }) => outcome === 'warning' && check !== 'oidc.other-claims')
  if (told.verdict !== 'passed' || odd === undefined) {
    return told
  }
  const repair = odd.remedy?.repair
  return {
    verdict: 'warning',
    title: told.title,
    text: sentences(told.text, `To look at: “${odd.title}”.`, odd.means, odd.change),
    ...(repair === undefined ? {} : { repair }),
  }
}

function failedWith(first: Finding, count: number): Summary {
  const others = count > 1 ? `${count - 1} further ${count === 2 ? 'check' : 'checks'} failed.` : ''
  const repair = first.remedy?.repair
  const isToken = /^(front-)?id-token\./.test(first.check)
  return {
    verdict: 'failed',
    title: isToken ? 'The ID token cannot be trusted' : (titles[first.check] ?? 'The sign-in failed'),
    text: sentences(`${first.title}.`, first.means, first.change, others),
    ...(repair === undefined ? {} : { repair }),
  }
}

const titles: Readonly<Record<string, string>> = {
  'oidc.ticket': 'The sign-in is over',
  'oidc.answer': 'There is no answer of the identity provider yet',
  'oidc.plain-answer': 'The answer came in a form that was not asked for',
  'oidc.state': 'The answer does not belong to this sign-in',
  'oidc.issuer': 'The answer may come from another identity provider',
  'oidc.signed-in': 'The identity provider refused the sign-in',
  'oidc.tokens': 'The code could not be exchanged for tokens',
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

import type { Finding, Summary } from '../../api/report'
import type { Statement } from '../../products/jamf-connect/outcome/statement'
import { summaryOfSignIn } from '../../products/jamf-connect/outcome/summary'

/** Findings that a person wants to hear of first: nothing after them could be checked. */
const decisive = ['oidc.signed-in', 'oidc.tokens']

/** How the sign-in ended: the first thing that failed, else what the user gets on the Mac. */
export function summarize(
  found: readonly Finding[],
  statements: readonly Statement[],
  earlier: readonly Finding[] = [],
): Summary {
  const bad = found.filter(({ outcome }) => outcome === 'failed')
  const first = bad.find(({ check }) => decisive.includes(check)) ?? bad[0]
  const refused = earlier.find(({ check }) => check === 'oidc.sign-in-request')
  if (first !== undefined) {
    // What was brought names no cause; why no answer came back is known already.
    if (first.check === 'oidc.answer' && first.certainty === undefined && refused !== undefined) {
      return failedWith(refused, bad.length + 1)
    }
    return failedWith(first, bad.length)
  }
  const told = summaryOfSignIn(statements)
  // The sign-in shows that the provider took the request after all.
  const before = earlier.find(({ check }) => check !== 'oidc.sign-in-request')
  if (before !== undefined) {
    return withEarlier(told, before)
  }
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

/** A sign-in that worked here, of a provider that another client may refuse: all tests say the same about it. */
function withEarlier(told: Summary, { title, means, change, remedy }: Finding): Summary {
  const repair = remedy?.repair
  return {
    verdict: 'failed',
    title: `${told.title}, but ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    text: sentences(means, change, told.text),
    ...(repair === undefined ? {} : { repair }),
  }
}

function failedWith(first: Finding, count: number): Summary {
  const others = count > 1 ? `${count - 1} further ${count === 2 ? 'check' : 'checks'} failed.` : ''
  const repair = first.remedy?.repair
  const isToken = /^(front-)?id-token\./.test(first.check)
  return {
    verdict: 'failed',
    title: isToken ? 'The ID token cannot be trusted' : first.title,
    text: sentences(isToken ? `${first.title}.` : undefined, first.means, first.change, others),
    ...(repair === undefined ? {} : { repair }),
  }
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ')
}

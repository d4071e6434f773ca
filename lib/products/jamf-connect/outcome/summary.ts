import type { Repair } from '../../../api/issue'
import type { Concern } from '../../../api/report'
import type { Statement } from './statement'

/** How a sign-in ended: the one sentence a person would say, what it means, and the one thing to do next. */
export type SignInSummary = {
  readonly verdict: 'passed' | Concern['verdict']
  readonly title: string
  readonly text: string
  readonly repair?: Repair
}

/**
 * The most serious concern among the statements, with its repair; without one, what the user gets. `what` is what was
 * tried: the sentence for a password check speaks of the password.
 */
export function summaryOfSignIn(
  statements: readonly Statement[],
  what: 'sign-in' | 'password-check' = 'sign-in',
): SignInSummary {
  const worries = statements.filter((statement) => concerns(statement, what))
  const worst = worries.find(({ concern }) => concern?.verdict === 'failed') ?? worries[0]
  if (worst?.concern !== undefined) {
    return { ...worst.concern, ...(worst.repair === undefined ? {} : { repair: worst.repair }) }
  }
  return what === 'password-check'
    ? { verdict: 'passed', title: 'The password is right', text: told(statements, 'password', 'Password') }
    : { verdict: 'passed', title: titleOf(statements), text: textOf(statements) }
}

/** A password check without a token says nothing about rights and names. */
function concerns({ id, concern }: Statement, what: string): boolean {
  return concern !== undefined && (what === 'sign-in' || id === 'password')
}

function titleOf(statements: readonly Statement[]): string {
  const rights = statements.find(({ id }) => id === 'rights')?.value
  const as = { Administrator: ', as an administrator', Standard: ', as a standard user' }
  return `The test user can sign in${as[rights as keyof typeof as] ?? ''}`
}

function textOf(statements: readonly Statement[]): string {
  const account = told(statements, 'account-name', 'Account')
  const password = told(statements, 'local-password', 'Local password')
  return [account, password].filter((part) => part !== '').join(' ')
}

function told(statements: readonly Statement[], id: Statement['id'], title: string): string {
  const value = statements.find((statement) => statement.id === id)?.value
  return value === undefined ? '' : `${title}: ${value}.`
}

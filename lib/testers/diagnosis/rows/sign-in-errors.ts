import type { DiagnosisFacts, DiagnosisRow } from '../row'

const CORE = 'https://openid.net/specs/openid-connect-core-1_0.html#AuthError'

type SignInError = Pick<DiagnosisFacts, 'id' | 'cause' | 'fix'> &
  Partial<DiagnosisFacts> & { readonly error: string }

/** Errors of OpenID Connect that come back to the redirect URI. They say that a page would have had to be shown. */
const errors: readonly SignInError[] = [
  {
    id: 'login-required',
    error: 'login_required',
    cause:
      'The provider wants the user to sign in, and was not to show the page for it: it was asked with prompt=none, or a policy ended the session.',
    fix: 'Have no proxy or app setting add prompt=none, and run the sign-in again in a fresh window.',
  },
  {
    id: 'consent-required',
    error: 'consent_required',
    cause:
      'The user has not agreed to what the client asks for, and the provider shows no page on which to agree.',
    fix: 'Grant the consent for all users as an administrator, or turn off the demand for consent for this app.',
    key: 'login/OIDCClientID',
  },
  {
    id: 'account-selection-required',
    error: 'account_selection_required',
    cause: 'Several accounts are signed in at the provider, and it shows no page on which to choose one.',
    fix: 'Sign out of the other accounts, or run the sign-in in a private window.',
  },
]

export const signInErrors: readonly DiagnosisRow[] = errors.map(({ error, ...row }) => ({
  provider: 'any',
  match: { error },
  verdict: 'not-the-password',
  source: CORE,
  certainty: 'documented',
  ...row,
}))

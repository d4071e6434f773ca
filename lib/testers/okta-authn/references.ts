import type { Reference } from '../../api/report'

const authn = (label: string, anchor: string): Reference => ({
  label: `Okta Authentication API: ${label}`,
  url: `https://developer.okta.com/docs/reference/api/authn/#${anchor}`,
})

/** The checks that Okta's answers decide. */
export const checks = {
  budget: {
    id: 'okta.attempt',
    title: 'The attempt is within the limits',
    failedTitle: 'The attempt was not made',
    warningTitle: 'The attempt is close to a limit',
  },
  reachable: { id: 'okta.reachable', title: 'Okta answers', failedTitle: 'Okta did not answer' },
  api: {
    id: 'okta.api',
    title: 'The answer is one of the Authentication API',
    failedTitle: 'The answer is none of the Authentication API',
    reference: authn('primary authentication', 'primary-authentication'),
  },
  links: {
    id: 'okta.links',
    title: 'Okta’s links stay on the configured host',
    failedTitle: 'A link of Okta leaves the configured host',
    reference: authn('links', 'links'),
  },
  password: {
    id: 'okta.password',
    title: 'The password is right',
    failedTitle: 'Not known whether the password is right',
    reference: authn('transaction state', 'transaction-state'),
  },
  network: { id: 'okta.network', title: 'Okta’s policies let a Mac in' },
  expiry: {
    id: 'okta.password-expiry',
    title: 'The password does not expire soon',
    failedTitle: 'The password has expired',
    warningTitle: 'The password expires soon',
    reference: authn('change password', 'change-password'),
  },
  factor: {
    id: 'okta.second-factor',
    title: 'Okta accepts the second factor',
    failedTitle: 'Okta did not accept the second factor',
    reference: authn('verify factor', 'verify-factor'),
  },
  complete: {
    id: 'okta.complete',
    title: 'The sign-in is complete',
    failedTitle: 'The sign-in is not complete',
    reference: authn('transaction state', 'transaction-state'),
  },
  limit: {
    id: 'okta.rate-limit',
    title: 'Okta’s rate limit leaves room',
    failedTitle: 'Okta’s rate limit is used up',
    warningTitle: 'Okta’s rate limit is nearly used up',
  },
} as const

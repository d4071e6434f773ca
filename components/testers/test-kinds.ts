import type { TestKind } from '@/lib/testers/report'

/** The tests by their names on the screen, in their order. */
export const testKinds: Readonly<Record<TestKind, string>> = {
  discovery: 'Discovery',
  oidc: 'Sign-in (OIDC)',
  ropg: 'Password check (ROPG)',
  okta: 'Sign-in (Okta)',
}

import { type TestKind, testKinds } from '@/lib/api/report'

/** The tests by their names on the screen. */
export const testTitles: Readonly<Record<TestKind, string>> = {
  discovery: 'Discovery',
  oidc: 'Sign-in (OIDC)',
  ropg: 'Password check (ROPG)',
  okta: 'Sign-in (Okta)',
}

/** The tests as a choice, in their order. */
export const testChoices = testKinds.map((id) => ({ id, title: testTitles[id] }))

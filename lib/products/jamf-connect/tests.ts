import { type TestKind, testKinds } from '../../api/report'
import type { Settings } from '../../schema/settings'
import { contextOf } from './context'
import { usesOktaAuthn } from './providers/providers'

/** The tests that make sense for a provider: Okta's Authentication API has no discovery, all others are not Okta's. */
export function tests(settings: Settings): readonly TestKind[] {
  const authn = usesOktaAuthn(contextOf(settings).provider)
  return testKinds.filter((kind) => (kind === 'okta') === authn)
}

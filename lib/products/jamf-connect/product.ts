import type { Product } from '../../schema/rules'
import { contextOf, seenFrom } from './context'
import { facts } from './facts'
import { catalogue } from './keys'
import { lead } from './lead'
import { linking } from './links/links'
import { computedValue, mayBeComputed } from './providers/computed'
import { providerOf } from './providers/providers'
import { tests } from './tests'

/** Jamf Connect: sign-in with a cloud account at the login window, and Self Service+ or the menu bar app. */
export const jamfConnect: Product = {
  facts,
  catalogue,
  seen: (settings) => {
    const context = contextOf(settings)
    return (domain, path) => seenFrom(context, domain, path)
  },
  providerTitle: (settings) => {
    const { provider } = contextOf(settings)
    return provider === null ? null : providerOf(provider).label
  },
  linking,
  lead,
  computed: { mayBe: mayBeComputed, valueOf: computedValue },
  templates: async () => (await import('./templates')).templates,
  guides: async () => [(await import('./providers/which-okta')).whichOkta],
  setUp: async () => (await import('./set-up/guides')).guides,
  tests,
  help: async () => (await import('./manifests/help')).help,
  about: async () => (await import('./manifests/help')).about,
  retiredInWords: async () => (await import('./manifests/retired/words')).retiredInWords,
  rules: async () => (await import('./rules')).rules,
}

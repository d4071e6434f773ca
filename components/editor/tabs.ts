import type { Tab } from '@/lib/schema/manifest'

/** The tabs of Jamf Connect Configuration, in its order and with its names; More holds the companion domains. */
export const tabs: readonly { readonly id: Tab; readonly title: string }[] = [
  { id: 'identity-provider', title: 'Identity Provider' },
  { id: 'login', title: 'Login' },
  { id: 'connect', title: 'Connect' },
  { id: 'more', title: 'More' },
]

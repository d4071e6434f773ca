'use client'
import { useProfile } from '@/components/open-profile/open-profile'
import { manifests } from '@/lib/products/keys'
import { tabs } from '@/lib/products/layout'

/** The domain that a tab is about; none for a tab that shows keys of several. */
function domainsOf(tab: string) {
  const { domains = [] } = tabs.find(({ id }) => id === tab) ?? {}
  return domains.length === 1 ? manifests.filter(({ domain }) => domains.includes(domain)) : []
}

/** Says which payloads of this tab the profile does not have, so that nobody wonders what a first value will do. */
export function AbsentPayloads({ tab }: { tab: string }) {
  const present = useProfile((profile) => [...profile.settings.keys()].join(' ')).split(' ')
  const absent = domainsOf(tab).filter(({ domain }) => !present.includes(domain))
  if (absent.length === 0) {
    return null
  }
  return (
    <p className="rounded-lg border border-line bg-panel px-4 py-2.5 text-ink-2">
      This profile has no payload for{' '}
      {absent.map(({ domain, title }, index) => (
        <span key={domain}>
          {index > 0 && ' and '}
          {title} (<code className="font-mono text-xs">{domain}</code>)
        </span>
      ))}
      . Configuring a key here adds it.
    </p>
  )
}

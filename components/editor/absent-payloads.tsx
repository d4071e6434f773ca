'use client'
import { useProfile } from '@/components/open-profile/open-profile'
import { manifests } from '@/lib/products/keys'

const domainsOfTab = (tab: string) =>
  manifests
    .filter(({ sections }) => sections.some((section) => section.tab === tab))
    .map(({ domain, title }) => ({ domain, title }))

/** Says which payloads of this tab the profile does not have, so that nobody wonders what a first value will do. */
export function AbsentPayloads({ tab }: { tab: string }) {
  const present = useProfile((profile) => [...profile.settings.keys()].join(' ')).split(' ')
  const absent = domainsOfTab(tab).filter(({ domain }) => !present.includes(domain))
  if (absent.length === 0 || tab === 'more' || tab === 'identity-provider') {
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

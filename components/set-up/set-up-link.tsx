'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { openId } from '@/components/library/open-id'
import { useProfile } from '@/components/open-profile/open-profile'
import type { Finding } from '@/lib/api/report'
import { guidesOf, providerIn, stepsBehind } from '@/lib/products/set-up'
import { setUpAddress } from './addresses'
import { useDoneSteps } from './use-done-steps'

/** Leads from a finding to the step of the set-up that it is about, in the guide that somebody follows; else in the first. */
export function SetUpLink({ finding }: { finding: Pick<Finding, 'check' | 'row'> }) {
  const id = openId(usePathname()) ?? ''
  const provider = useProfile(({ settings }) => providerIn(settings))
  const steps = stepsBehind(finding, guidesOf(provider))
  const { isDone } = useDoneSteps(id, id !== '' && steps.length > 1)
  const followed = ({ guide }: (typeof steps)[number]) =>
    guide.steps.some(({ id: of }) => isDone(guide.id, of))
  const chosen = steps.find(followed) ?? steps[0]
  return chosen === undefined || id === '' ? null : (
    <Link
      href={setUpAddress(id, chosen.guide.id, chosen.step.id)}
      prefetch={false}
      className="inline-flex min-h-6 items-center font-semibold text-accent underline-offset-2 hover:underline pointer-coarse:py-2"
    >
      Set-up: {chosen.step.title}
    </Link>
  )
}

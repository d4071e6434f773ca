'use client'
import { useMemo, useRef, useState } from 'react'
import { makeRepair } from '@/components/open-profile/make-repair'
import { useIssues, useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { keepFocus } from '@/components/ui/keep-focus'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import type { Edit } from '@/lib/api/issue'
import { type MigrationPlan, planMigration } from '@/lib/profile/migration/plan'
import { counted } from '@/lib/schema/words'

const and = new Intl.ListFormat('en')

const TITLE = 'Review the migration'

const MigrationDialog = lazyDialog(TITLE, async () => (await import('./migration-dialog')).MigrationDialog)

/** Offers to take over what former products read, while the profile holds something of them. */
export function MigrationOffer() {
  const { profile } = useOpenProfile()
  const issues = useIssues()
  // With each check, not with each key press; what is shown when it is opened is of then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the issues tell that the profile has been looked at again
  const plan = useMemo(() => planMigration(profile.root, profile.fileName), [issues, profile])
  const [opened, setOpened] = useState<MigrationPlan | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  if (plan.groups.length === 0) {
    return null
  }
  const apply = (edits: readonly Edit[], count: number) => {
    setOpened(null)
    const title = count === 0 ? 'Remove what is empty' : `Migrate ${counted(count, 'setting')}`
    const make = () => makeRepair(profile, { title, edits })
    // With the last old setting, the offer goes too.
    if (button.current) {
      keepFocus(button.current, make)
    }
  }
  const products = [...new Set(plan.groups.map(({ product }) => product))]
  return (
    <section aria-label="Migration" className="border-b border-line px-4 py-3">
      <p>The profile holds settings of {and.format(products)}.</p>
      <Button
        ref={button}
        look="link"
        onClick={() => setOpened(planMigration(profile.root, profile.fileName))}
      >
        {TITLE}…
      </Button>
      {opened && (
        <MigrationDialog title={TITLE} plan={opened} onApply={apply} onClose={() => setOpened(null)} />
      )}
    </section>
  )
}

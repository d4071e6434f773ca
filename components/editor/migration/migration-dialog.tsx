'use client'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { Edit } from '@/lib/api/issue'
import { choiceOf, isSettled, migrationEdits } from '@/lib/profile/migration/edits'
import type { Choice, MigrationGroup, MigrationItem, MigrationPlan } from '@/lib/profile/migration/plan'
import { counted } from '@/lib/schema/words'
import { MigrationRows } from './migration-rows'
import { PayloadChoice } from './payload-choice'

type MigrationDialogProps = {
  readonly title: string
  readonly plan: MigrationPlan
  /** Makes the edits; `count` is how many old settings they are about. */
  readonly onApply: (edits: readonly Edit[], count: number) => void
  readonly onClose: () => void
}

/** Every old setting of the profile with what becomes of it, and the choice; what was chosen is applied as one edit. */
export function MigrationDialog({ title, plan, onApply, onClose }: MigrationDialogProps) {
  const [items, setItems] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [withoutPayload, setWithoutPayload] = useState<ReadonlySet<string>>(new Set())
  const choices = useMemo(() => ({ items, withoutPayload }), [items, withoutPayload])
  const chosen = plan.groups
    .flatMap((group) => group.items)
    .filter((item) => choiceOf(item, choices) !== 'leave').length
  const gone = plan.groups.filter((group) => withoutPayload.has(group.id) && isSettled(group, choices)).length
  const count = chosen + gone
  const choose = (item: MigrationItem, choice: Choice) =>
    setItems((before) => new Map(before).set(item.id, choice))
  const keep = ({ id }: MigrationGroup, without: boolean) =>
    setWithoutPayload(
      (before) => new Set(without ? [...before, id] : [...before].filter((each) => each !== id)),
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description="What you leave out stays where it is. One Undo brings everything back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            disabled={count === 0 || plan.blocked !== null}
            onClick={() => onApply(migrationEdits(plan, choices), chosen)}
          >
            Apply {counted(count, 'change')}
          </Button>
        </>
      }
    >
      <div className="space-y-6">
        {plan.blocked && <p role="alert">{plan.blocked}</p>}
        {plan.groups.map((group) => (
          <section key={group.id} aria-label={group.product}>
            <h3 className="font-semibold">
              {group.product}{' '}
              <span className="font-mono text-[11px] font-normal break-all text-ink-3">{group.domain}</span>
            </h3>
            {group.items.length === 0 && <p className="mt-1 text-ink-2">Its payload holds no settings.</p>}
            <MigrationRows items={group.items} choices={items} onChoose={choose} />
            {group.removable && (
              <PayloadChoice
                product={group.product}
                settled={isSettled(group, choices)}
                chosen={withoutPayload.has(group.id)}
                onChoose={(without) => keep(group, without)}
              />
            )}
          </section>
        ))}
      </div>
    </Dialog>
  )
}

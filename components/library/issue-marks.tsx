import { Badge } from '@/components/ui/badge'
import type { ConfigurationItem } from '@/lib/api/configurations'
import { counted } from '@/lib/schema/words'
import { useOpenMarks } from './open-marks'

/** Errors and advice are two marks, as in the list of issues: of the last save, or of what is open as it is now. */
export function IssueMarks({ item }: { item: ConfigurationItem }) {
  const { unreadable } = item
  const { errors, advice } = useOpenMarks(item.id) ?? item
  if (unreadable) {
    return (
      <Badge tone="error" label="Damaged; open it to see what is known">
        !
      </Badge>
    )
  }
  if (errors === 0 && advice === 0) {
    return (
      <Badge tone="good" label="No issues">
        ✓
      </Badge>
    )
  }
  return (
    <span className="inline-flex gap-1">
      {errors > 0 && (
        <Badge tone="error" label={counted(errors, 'error')}>
          {errors}
        </Badge>
      )}
      {advice > 0 && (
        <Badge tone="warning" label={counted(advice, 'piece of advice', 'pieces of advice')}>
          {advice}
        </Badge>
      )}
    </span>
  )
}

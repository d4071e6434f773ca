'use client'
import { useMemo } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { counted } from '@/lib/schema/words'
import { otherNames } from './others'
import { outlineOf } from './outline'

/** How many keys are configured beside those that have a field; nothing when there are none. */
export function OtherCount() {
  const { profile } = useOpenProfile()
  const outline = useProfile(outlineOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: which keys there are stands in the outline
  const count = useMemo(
    () => otherNames(profile.settings).reduce((sum, { names }) => sum + names.length, 0),
    [profile, outline],
  )
  return count > 0 && `, and ${counted(count, 'other key')}`
}

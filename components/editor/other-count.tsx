'use client'
import { useMemo } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { othersInWords } from './others-in-words'
import { outlineOf } from './outline'

/** How many keys are configured beside those that have a field; nothing when there are none. */
export function OtherCount() {
  const { profile } = useOpenProfile()
  const outline = useProfile(outlineOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: which keys there are stands in the outline
  return useMemo(() => othersInWords(profile.settings), [profile, outline])
}

'use client'
import { useProfile } from '@/components/open-profile/open-profile'
import { seenFrom } from '@/lib/products/context'
import { placeholderOf } from '@/lib/schema/placeholder'
import type { ControlProps } from './field-props'

/** What the empty field shows: an example of the identity provider that is chosen. */
export function usePlaceholder({ definition, domain }: ControlProps): string | undefined {
  return useProfile(
    ({ settings }) => placeholderOf(definition, seenFrom(settings, domain).provider),
    definition.placeholders !== undefined,
  )
}

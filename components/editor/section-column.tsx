'use client'
import { lazily } from '@/components/ui/lazily'
import type { AddressKeeper } from './address-keeper'

const SectionList = lazily(async () => (await import('./section-list')).SectionList, {
  // Its place is kept, so that the form does not move when it comes.
  loading: () => <div className="hidden w-[132px] shrink-0 @min-[760px]:block" />,
  quiet: true,
})

/** Where the list of the panels finds the form, and puts what it knows. */
export type SectionPlaces = {
  readonly form: HTMLElement | null
  readonly slot: HTMLElement | null
  readonly keeper: AddressKeeper
}

/** The list of the panels of a tab, beside its form. */
export function SectionColumn(props: { tab: string; content: unknown; places: SectionPlaces }) {
  const { tab, content, places } = props
  const { form, slot, keeper } = places
  return (
    form && (
      <SectionList
        tab={tab}
        form={form}
        slot={slot}
        content={content}
        start={keeper.sectionOn(tab)}
        onSection={(section, holdsFocus) => keeper.noteSection(section, holdsFocus)}
      />
    )
  )
}

'use client'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { panelId } from './group-panel'
import { scrollTo } from './scroll-to'

export type SectionsOf = {
  /** The form whose panels are listed; what is in it is looked for again with another `content`. */
  readonly form: HTMLElement
  readonly content: unknown
  /** The panel that the address names. */
  readonly start: string | null
  /** A panel came into view; null: the first one. `holdsFocus`: what has the focus is still in view. */
  readonly onSection: (section: string | null, holdsFocus: boolean) => void
}

type Section = {
  /** Id of the heading. */
  readonly id: string
  readonly title: string
  /** The name of the panel in an address; null: its name could only come from the profile. */
  readonly group: string | null
}

const PREFIX = panelId('')

/** A panel is the current one while it crosses this band below the upper edge of the form. */
const BAND = '-12% 0px -80% 0px'

/** On a low screen the page scrolls, else the form; see `low` of app/globals.css. */
const LOW = '(height < 480px) and (width < 1100px)'
const onLow = (tell: () => void) => {
  const media = matchMedia(LOW)
  media.addEventListener('change', tell)
  return () => media.removeEventListener('change', tell)
}
const isLow = () => matchMedia(LOW).matches

/** The panels of a form, the one that is in view, and the way to another. No key press and no scrolling renders the form. */
export function useSections(props: SectionsOf) {
  const { form, content, start } = props
  const [sections, setSections] = useState<readonly Section[]>([])
  const listed = useRef(sections)
  const low = useSyncExternalStore(onLow, isLow)
  const [current, setCurrent] = useState(start === null ? null : panelId(start))
  // Where somebody jumped to stays the current one until they scroll: a last, short panel never gets to the upper edge.
  const pinned = useRef(start !== null)
  const settle = useEffectEvent((section: Section, first: boolean) => {
    setCurrent(section.id)
    props.onSection(first ? null : section.group, holdsFocus(form))
  })
  useEffect(() => {
    void content
    const panels = [...form.querySelectorAll('[data-panel]')]
    const found = panels.map(sectionOf)
    if (!sameSections(listed.current, found)) {
      listed.current = found
      setSections(found)
    }
    const crossing = new Set<Element>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          isIntersecting ? crossing.add(target) : crossing.delete(target)
        }
        const at = panels.findIndex((panel) => crossing.has(panel))
        const section = found[at]
        if (section && !pinned.current) {
          settle(section, at === 0)
        }
      },
      { root: low ? null : form, rootMargin: BAND },
    )
    for (const panel of panels) {
      observer.observe(panel)
    }
    return () => observer.disconnect()
  }, [form, content, low])
  useEffect(() => {
    const unpin = () => {
      pinned.current = false
    }
    const events = ['wheel', 'touchmove', 'pointerdown', 'keydown']
    for (const event of events) {
      form.addEventListener(event, unpin, { passive: true })
    }
    return () => {
      for (const event of events) {
        form.removeEventListener(event, unpin)
      }
    }
  }, [form])
  const jump = (id: string, focus: boolean) => {
    const heading = document.getElementById(id)
    const at = sections.findIndex((section) => section.id === id)
    const section = sections[at]
    if (heading && section) {
      scrollTo(heading, 'start')
      if (focus) {
        heading.tabIndex = -1
        heading.focus({ preventScroll: true })
      }
      pinned.current = true
      setCurrent(id)
      props.onSection(at === 0 ? null : section.group, false)
    }
  }
  return { sections, current, jump }
}

function sectionOf(panel: Element): Section {
  const id = panel.getAttribute('aria-labelledby') ?? ''
  return {
    id,
    title: panel.querySelector('h2, h3')?.textContent ?? '',
    group: id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null,
  }
}

const sameSections = (before: readonly Section[], after: readonly Section[]): boolean =>
  before.length === after.length &&
  after.every(({ id, title }, at) => before[at]?.id === id && before[at].title === title)

/** Whether a field of the form has the focus and is in view. */
function holdsFocus(form: HTMLElement): boolean {
  const focused = document.activeElement?.closest('[data-field]')
  if (!focused || !form.contains(focused)) {
    return false
  }
  const [field, view] = [focused.getBoundingClientRect(), form.getBoundingClientRect()]
  return field.bottom > view.top && field.top < view.bottom
}

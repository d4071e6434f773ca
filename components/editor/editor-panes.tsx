'use client'
import { type ComponentProps, type RefObject, useEffect, useState } from 'react'
import type { TestView as TestViewComponent } from '@/components/testers/test-view'
import { lazily } from '@/components/ui/lazily'
import { EditorBody } from './editor-body'
import { SidePanel } from './side-panel'
import type { useEditorView } from './use-editor-view'

const TestView = lazily(async () => (await import('@/components/testers/test-view')).TestView, {
  loading: () => (
    <main id="content" tabIndex={-1} className="p-6 text-ink-2">
      Opening the tests…
    </main>
  ),
})

type EditorPanesProps = {
  view: ReturnType<typeof useEditorView>
  searchField: RefObject<HTMLInputElement | null>
  test: Omit<
    ComponentProps<typeof TestViewComponent>,
    'shown' | 'kind' | 'onKind' | 'spot' | 'onSpot' | 'onClose'
  >
}

/** The form and what it produces, or the tests. Tests that were opened stay: their results wait while a field is mended. */
export function EditorPanes({ view, searchField, test }: EditorPanesProps) {
  const { test: kind, state, change, side, setSide } = view
  const testing = kind !== null
  const [opened, setOpened] = useState(false)
  useEffect(() => setOpened((before) => before || testing), [testing])
  return (
    <>
      {!testing && (
        <div className="flex min-h-0 flex-1 max-columns:low:flex-none">
          <EditorBody state={state} onChange={change} searchField={searchField} keeper={view.keeper} />
          <aside
            aria-label="What the form produces"
            className="isolate hidden w-[400px] shrink-0 border-l border-line bg-panel columns:block"
          >
            <SidePanel view={side} onView={setSide} />
          </aside>
        </div>
      )}
      {opened && (
        <div className={testing ? 'flex min-h-0 flex-1 max-columns:low:flex-none' : 'hidden'}>
          <TestView
            {...test}
            shown={testing}
            kind={kind ?? view.lastTest}
            onKind={view.setTest}
            spot={view.spot}
            onSpot={view.changeSpot}
            onClose={() => view.setTest(null)}
          />
        </div>
      )}
    </>
  )
}

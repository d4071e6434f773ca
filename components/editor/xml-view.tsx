'use client'
import { useState } from 'react'
import { useOpenProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import type { PlistError } from '@/lib/plist/errors'
import type { XmlEditorHandle } from './xml-editor'

const XmlEditor = lazily(async () => (await import('./xml-editor')).XmlEditor, {
  loading: () => <p className="p-4 text-ink-2">Opening the XML…</p>,
})

/** The profile as text to edit. The form follows every text that is a property list; else the last good one stays. */
export function XmlView() {
  const { profile } = useOpenProfile()
  const [problem, setProblem] = useState<PlistError | null>(null)
  const [editor, setEditor] = useState<XmlEditorHandle | null>(null)
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-xl border border-line bg-panel">
      {problem && (
        <div
          role="alert"
          className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line bg-error-soft px-4 py-2 text-error"
        >
          <p>
            <button type="button" className="font-semibold underline" onClick={() => editor?.goTo(problem)}>
              Line {problem.line}, column {problem.column}
            </button>
            : {problem.message} Form and export keep the last XML that could be read.
          </p>
          {problem.repair && (
            <Button look="link" onClick={() => problem.repair && editor?.repair(problem.repair)}>
              {problem.repair.title}
            </Button>
          )}
        </div>
      )}
      <XmlEditor profile={profile} onProblem={setProblem} onReady={setEditor} />
      <p id="xml-view-hint" className="border-t border-line px-4 py-1 text-xs text-ink-2">
        Tab indents. Press Escape, then Tab, to leave the text.
      </p>
    </div>
  )
}

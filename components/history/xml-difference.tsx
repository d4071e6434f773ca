'use client'
import { xml } from '@codemirror/lang-xml'
import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { xmlColors, xmlTheme } from '@/components/editor/xml-look'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { lineChanges } from './line-changes'
import { textsOf } from './sides'

const theme = EditorView.theme({
  '&': { maxHeight: '70dvh' },
  '.cm-changedLine': { backgroundColor: 'var(--good-soft) !important' },
  '.cm-deletedChunk': { backgroundColor: 'var(--error-soft) !important', paddingLeft: '6px' },
  '.cm-deletedChunk .cm-deletedText, .cm-changedText': { background: 'none', fontWeight: '600' },
  '.cm-deletedLine del': { textDecoration: 'none' },
  '.cm-collapsedLines': {
    background: 'var(--sunken)',
    color: 'var(--ink-2)',
    padding: '6px 12px',
  },
  // The fonts here have no sign for a fold.
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"…"' },
})

/** What changed in the text from one profile to the other; what stayed is folded away. */
export function XmlDifference({ before, after }: { before: ProfileStore; after: ProfileStore }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) {
      return
    }
    const [original, doc] = textsOf(before, after)
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc,
        extensions: [
          lineNumbers(),
          xml(),
          xmlColors,
          xmlTheme,
          theme,
          EditorView.cspNonce.of(nonce),
          EditorView.lineWrapping,
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ 'aria-label': 'Difference in the XML', tabindex: '0' }),
          unifiedMergeView({
            original,
            mergeControls: false,
            gutter: true,
            syntaxHighlightDeletions: false,
            // By itself the view shows some fifty changes as one, of all lines between the first and the last.
            diffConfig: { override: lineChanges },
            collapseUnchanged: { margin: 3, minSize: 6 },
          }),
        ],
      }),
    })
    return () => view.destroy()
  }, [before, after])
  return <div ref={host} className="overflow-hidden rounded-lg border border-line" />
}

'use client'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { xml } from '@codemirror/lang-xml'
import { bracketMatching, foldGutter } from '@codemirror/language'
import { setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { ProfileStore } from '@/components/open-profile/profile-store'
import { applyRepair, type PlistError, type TextRepair } from '@/lib/plist/errors'
import { spanAt } from '@/lib/plist/xml/patch'
import { withLineEnds } from './line-ends'
import { searchPhrases, xmlColors, xmlTheme } from './xml-look'

export type XmlEditorHandle = {
  readonly goTo: (place: { line: number; column: number }) => void
  readonly repair: (repair: TextRepair) => void
}

type XmlEditorProps = {
  readonly profile: ProfileStore
  readonly onProblem: (problem: PlistError | null) => void
  readonly onReady: (handle: XmlEditorHandle) => void
}

const PAUSE_MS = 150

/** Marks text that comes from the profile, not from the keyboard. */
const fromProfile = Annotation.define<true>()

/** CodeMirror over the text of the profile, tied to it in both directions. */
export function XmlEditor({ profile, onProblem, onReady }: XmlEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) {
      return
    }
    const view = open(host.current, profile, onProblem)
    onReady({
      goTo: (place) => {
        view.dispatch({ selection: { anchor: offsetOf(view, place) }, scrollIntoView: true })
        view.focus()
      },
      repair: (repair) => view.dispatch(replacement(view, applyRepair(textOf(view, profile), repair))),
    })
    return () => {
      view.destroy()
      onProblem(null)
    }
  }, [profile, onProblem, onReady])
  return <div ref={host} className="flex min-h-0 flex-1 flex-col" />
}

function open(
  parent: HTMLElement,
  profile: ProfileStore,
  onProblem: XmlEditorProps['onProblem'],
): EditorView {
  let timer: ReturnType<typeof setTimeout> | undefined
  const takeOver = () => {
    if (timer !== undefined) {
      clearTimeout(timer)
      timer = undefined
      read(view, profile, onProblem)
    }
  }
  const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
  const focused = profile.focus && profile.pathInProfile(profile.focus)
  const start = (focused && spanAt(profile.snapshot.source, focused)?.start) ?? 0
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: profile.pendingXml ?? profile.text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        history(),
        search({ top: true }),
        EditorState.phrases.of(searchPhrases),
        highlightSelectionMatches(),
        highlightActiveLine(),
        bracketMatching(),
        // Whoever types </key> means one: an end tag that stands there already would make it two.
        xml({ autoCloseTags: false }),
        xmlColors,
        xmlTheme,
        EditorView.cspNonce.of(nonce),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': 'XML of the profile',
          'aria-describedby': 'xml-view-hint',
          tabindex: '0',
        }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
        EditorView.domEventHandlers({ beforeinput: replaceSelection }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((step) => step.annotation(fromProfile))) {
            clearTimeout(timer)
            timer = setTimeout(takeOver, PAUSE_MS)
          }
        }),
      ],
    }),
  })
  const anchor = Math.min(start, view.state.doc.length)
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
  if (profile.pendingXml !== null) {
    read(view, profile, onProblem)
  }
  // What was typed a moment ago is not to be replaced by the profile that does not know it yet.
  const unsubscribe = profile.subscribe(() => timer === undefined && follow(view, profile, onProblem))
  const forget = beforeAnythingElse(takeOver)
  const destroy = view.destroy.bind(view)
  view.destroy = () => {
    forget()
    takeOver()
    unsubscribe()
    destroy()
  }
  return view
}

/** Left to the browser, typing over a selection brings inline styles along, which the security policy forbids. */
function replaceSelection(event: InputEvent, view: EditorView): boolean {
  const { selection } = view.state
  if (event.inputType !== 'insertText' || event.isComposing || event.data === null || selection.main.empty) {
    return false
  }
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true })
  return true
}

/** Takes the text over into the profile, or marks where it is no property list. */
function read(view: EditorView, profile: ProfileStore, onProblem: XmlEditorProps['onProblem']): void {
  const problem = profile.setText(textOf(view, profile))
  onProblem(problem)
  if (problem === null) {
    view.dispatch(setDiagnostics(view.state, []))
    return
  }
  const from = offsetOf(view, problem)
  const to = Math.min(from + Math.max(1, problem.excerpt.length), view.state.doc.length)
  view.dispatch(setDiagnostics(view.state, [{ from, to, severity: 'error', message: problem.message }]))
}

/** Calls `act` before the page goes, a shortcut is read or something is clicked; the result ends it. */
function beforeAnythingElse(act: () => void): () => void {
  const events = ['pagehide', 'visibilitychange', 'pointerdown', 'keydown']
  const on = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey) {
      act()
    }
  }
  for (const event of events) {
    window.addEventListener(event, on, true)
  }
  return () => {
    for (const event of events) {
      window.removeEventListener(event, on, true)
    }
  }
}

/** CodeMirror joins lines with LF; the file keeps its own line ends. */
function textOf(view: EditorView, profile: ProfileStore): string {
  return withLineEnds(profile.pendingXml ?? profile.text, view.state.doc.toString())
}

function offsetOf(view: EditorView, { line, column }: { line: number; column: number }): number {
  const { doc } = view.state
  return Math.min(doc.line(Math.min(Math.max(line, 1), doc.lines)).from + column - 1, doc.length)
}

/** Shows what changed elsewhere (undo, a repair), unless it is what stands here anyway. */
function follow(view: EditorView, profile: ProfileStore, onProblem: XmlEditorProps['onProblem']): void {
  const text = profile.pendingXml ?? profile.text
  if (text.replace(/\r\n?/g, '\n') !== view.state.doc.toString()) {
    view.dispatch({ ...replacement(view, text), annotations: fromProfile.of(true) })
    read(view, profile, onProblem)
  }
}

function replacement(view: EditorView, text: string) {
  return { changes: { from: 0, to: view.state.doc.length, insert: text } }
}

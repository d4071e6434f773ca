import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const colors = HighlightStyle.define([
  { tag: tags.content, color: 'var(--accent)' },
  { tag: [tags.tagName, tags.angleBracket, tags.attributeName], color: 'var(--ink-2)' },
  { tag: [tags.comment, tags.documentMeta, tags.processingInstruction], color: 'var(--ink-3)' },
  { tag: tags.attributeValue, color: 'var(--ink-2)' },
])

/** The colors of XML. */
export const xmlColors = syntaxHighlighting(colors)

/** How CodeMirror looks here. */
export const xmlTheme = EditorView.theme({
  '&': { flex: '1', minHeight: '0', fontSize: '12px', backgroundColor: 'var(--panel)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '18px' },
  '.cm-gutters': {
    backgroundColor: 'var(--panel)',
    color: 'var(--ink-3)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent-soft) 60%, transparent)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-soft) !important',
  },
  '@media (forced-colors: active)': {
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight !important',
    },
  },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '8px 36px 8px 8px', font: '13px/1.45 var(--font-sans)' },
  '.cm-panel.cm-search label': { fontSize: '12px', color: 'var(--ink-2)', whiteSpace: 'nowrap' },
  '.cm-panel.cm-search [name=close]': {
    top: '6px',
    right: '6px',
    width: '28px',
    height: '28px',
    fontSize: '18px',
    color: 'var(--ink-2)',
    cursor: 'pointer',
  },
  '.cm-textfield': {
    minHeight: '28px',
    padding: '2px 8px',
    font: '12.5px var(--font-mono)',
    color: 'var(--ink)',
    backgroundColor: 'var(--panel)',
    border: '1px solid color-mix(in srgb, var(--line-strong) 70%, var(--panel))',
    borderRadius: '7px',
  },
  '.cm-button': {
    minHeight: '28px',
    padding: '2px 10px',
    fontSize: '12.5px',
    fontWeight: '500',
    color: 'var(--ink)',
    background: 'var(--panel)',
    backgroundImage: 'none',
    border: '1px solid var(--line)',
    borderRadius: '7px',
    cursor: 'pointer',
  },
  '@media (pointer: coarse)': {
    '.cm-textfield, .cm-button, .cm-panel.cm-search [name=close]': { minHeight: '44px', minWidth: '44px' },
    '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  },
  '.cm-button:active': { background: 'var(--sunken)' },
  '.cm-textfield:focus-visible, .cm-button:focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '1px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-soft)', outline: '1px solid var(--warning)' },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'var(--accent-soft)',
    outline: '2px solid var(--accent)',
  },
})

/** What the search panel of CodeMirror says, in the words and capitals of the rest. */
export const searchPhrases = {
  Replace: 'Replace with',
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
}

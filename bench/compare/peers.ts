import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { diffLines } from 'diff'

/** Compares two texts as a package does by itself: `?merge` or `?diff`. */
const [before = '', after = ''] = await Promise.all(
  ['/before.xml', '/after.xml'].map(async (address) => (await fetch(address)).text()),
)
const host = document.querySelector<HTMLElement>('#shown')

const peers = {
  merge: (parent: HTMLElement) => {
    new EditorView({
      parent,
      state: EditorState.create({
        doc: after,
        extensions: [
          lineNumbers(),
          EditorState.readOnly.of(true),
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: {} }),
        ],
      }),
    })
  },
  diff: (parent: HTMLElement) => {
    const lines = diffLines(before, after).map(({ added, removed, value }) => {
      const line = document.createElement(added ? 'ins' : removed ? 'del' : 'span')
      line.textContent = value
      return line
    })
    const text = document.createElement('pre')
    text.append(...lines)
    parent.append(text)
  },
}

const show = location.search === '?merge' ? peers.merge : peers.diff
document.querySelector('#compare')?.addEventListener('click', () => host && show(host))
document.querySelector('#clear')?.addEventListener('click', () => host?.replaceChildren())

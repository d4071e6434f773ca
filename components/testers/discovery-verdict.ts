import type { RunState } from './run-state'

export type DiscoveryVerdict = {
  readonly outcome: 'passed' | 'warning' | 'failed'
  /** One short line, the outcome first: its end may be cut off. */
  readonly text: string
  /** What it means and what to change, where there is something. */
  readonly detail?: string
}

/** A discovery test in one line: how fast the document came and that it fits, or the first thing that is wrong. */
export function discoveryVerdict({ findings, exchanges, summary }: RunState): DiscoveryVerdict {
  const wrong =
    findings.find(({ outcome }) => outcome === 'failed') ??
    findings.find(({ outcome }) => outcome === 'warning')
  if (wrong) {
    const detail = [wrong.means, wrong.change].filter(Boolean).join(' ')
    return {
      outcome: wrong.outcome === 'failed' ? 'failed' : 'warning',
      text: `${wrong.outcome === 'failed' ? 'Failed' : 'Warning'}: ${wrong.title}`,
      ...(detail === '' ? {} : { detail }),
    }
  }
  const [document] = exchanges
  const took = document ? ` in ${Math.round(document.timing.end - document.timing.start)} ms` : ''
  return { outcome: 'passed', text: `Reached${took}. ${summary?.title ?? 'The document fits'}.` }
}

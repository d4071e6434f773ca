import type { RunState } from './run-state'

/** A discovery test in one line: how fast the document came and that it fits, or the first thing that is wrong. */
export function discoveryVerdict({ findings, exchanges, summary }: RunState): {
  good: boolean
  text: string
} {
  const wrong =
    findings.find(({ outcome }) => outcome === 'failed') ??
    findings.find(({ outcome }) => outcome === 'warning')
  if (wrong) {
    return {
      good: false,
      text: [`${wrong.title}: ${wrong.outcome}.`, wrong.means, wrong.change].filter(Boolean).join(' '),
    }
  }
  const [document] = exchanges
  const took = document ? ` in ${Math.round(document.timing.end - document.timing.start)} ms` : ''
  return { good: true, text: `Reached${took}. ${summary?.title ?? 'The document fits'}.` }
}

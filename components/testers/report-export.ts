import type { Exchange } from '@/lib/api/exchange'
import type { Finding, TestReport } from '@/lib/api/report'

/** The report as a page of its own for a support ticket: no script, no reference to anything outside. */
export function reportHtml(report: TestReport): string {
  const { configuration, kind, at, summary, findings, exchanges, token, mac, tested = [] } = report
  const version = configuration.version === null ? '' : `, version ${configuration.version}`
  const unsaved = configuration.unsaved ? ' with changes that were not saved' : ''
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(`${configuration.name}: ${summary.title}`)}</title>`,
    '<style>body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-top:1px solid #ddd;overflow-wrap:anywhere}pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f4f4f2;padding:.6rem}</style>',
    `<h1>${escaped(summary.title)}</h1><p>${escaped(summary.text)}</p>`,
    `<p>${escaped(`${configuration.name}${version}${unsaved}; ${kind} test of ${at}, ${report.durationMs} ms.`)} Passwords, codes, tokens and client secrets are not in this report.</p>`,
    tested.length > 0
      ? `<h2>Tested with</h2>${table(
          ['', ''],
          tested.map(({ name, value }) => [name, value]),
        )}`
      : '',
    '<h2>Checks</h2>',
    table(['Outcome', 'Check', 'Details'], findings.map(findingRow)),
    mac.length > 0
      ? `<h2>On the Mac</h2>${table(
          ['', '', 'Because'],
          mac.map(({ topic, value, because }) => [topic, value, because]),
        )}`
      : '',
    token
      ? `<h2>ID token</h2>${table(
          ['Claim', 'Value', ''],
          token.claims.map(({ name, value, explanation }) => [name, value, explanation]),
        )}`
      : '',
    '<h2>Exchanges</h2>',
    exchanges.map(exchangeHtml).join(''),
    '</html>',
  ].join('\n')
}

function findingRow({ outcome, title, sent, received, expected, means, change }: Finding): string[] {
  const details = { Sent: sent, Received: received, Expected: expected, Means: means, Change: change }
  const lines = Object.entries(details).filter(([, text]) => text)
  return [outcome, title, lines.map(([name, text]) => `${name}: ${text}`).join('\n')]
}

function exchangeHtml({ name, method, url, answer, failure, timing, curl }: Exchange): string {
  const result = answer ? `${answer.status}\n\n${answer.body}` : (failure ?? 'No answer.')
  const took = Math.round(timing.end - timing.start)
  return `<h3>${escaped(`${name}: ${method} ${url} (${took} ms)`)}</h3><pre>${escaped(result)}</pre><pre>${escaped(curl)}</pre>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    row.map((text) => `<${tag}>${escaped(text).replaceAll('\n', '<br>')}</${tag}>`).join('')
  return `<table><tr>${cells('th', head)}</tr>${rows.map((row) => `<tr>${cells('td', row)}</tr>`).join('')}</table>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

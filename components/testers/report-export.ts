import type { Exchange } from '@/lib/api/exchange'
import type { Finding, Outcome, TestReport } from '@/lib/api/report'
import { outcomeWords, verdictWords } from './outcome-words'
import { reportStyle } from './report-style'
import { html, SafeHtml } from './safe-html'
import { testTitles } from './test-kinds'
import { USER, userOf } from './tested-text'

/**
 * The report as a page of its own, to be sent to whoever runs the identity provider: no script, nothing from outside, and nothing
 * that the report itself does not hold. `zone`: the time zone of its times, by default that of the browser.
 */
export function reportHtml(report: TestReport, zone = ownZone()): string {
  const { configuration, kind, summary, mac, token } = report
  const tested = (report.tested ?? []).filter(({ name }) => name !== USER)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${configuration.name}: ${summary.title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="soft small">${testTitles[kind]} · test report of Latchkey</p>
<p class="verdict word ${summary.verdict}">${verdictWords[summary.verdict]}</p>
<h1>${summary.title}</h1>
<p>${summary.text}</p>
</header>
${whatToChange(report)}
${section('About this test', rows(facts(report, zone)))}
${tested.length > 0 && section('Tested with', rows(tested.map(({ name, value }) => [name, value])))}
${section('Checks', inNeed(report.findings).map(findingRow))}
${
  mac.length > 0 &&
  section(
    'On the Mac',
    mac.map(
      ({ topic, value, because }) =>
        html`<div class="row"><h3>${topic}: <span class="value">${value}</span></h3><p>${because}</p></div>`,
    ),
  )
}
${
  token &&
  section('ID token', rows(token.claims.map(({ name, value, explanation }) => [name, value, explanation])))
}
${report.exchanges.length > 0 && section('Evidence: what was sent and received', report.exchanges.map(exchangeRow))}
<p class="soft small">Passwords, codes, tokens and client secrets are not in this report; their names stand in angle brackets where they were.</p>
</main>
</body>
</html>
`
  return page.text
}

const style = new SafeHtml(reportStyle)

const section = (title: string, content: SafeHtml | readonly SafeHtml[]) =>
  html`<section><h2>${title}</h2>${content}</section>`

/** A table of names and values, a third text below the value. */
function rows(cells: readonly (readonly [name: string, value: string, note?: string])[]): SafeHtml {
  return html`<table><tbody>${cells.map(
    ([name, value, note]) =>
      html`<tr><th scope="row">${name}</th><td><span class="value">${value}</span>${
        note && html`<br><span class="soft small">${note}</span>`
      }</td></tr>`,
  )}</tbody></table>`
}

function facts(report: TestReport, zone: string): [string, string][] {
  const { configuration, at, durationMs } = report
  const version = configuration.version === null ? 'never saved' : `version ${configuration.version}`
  const unsaved = configuration.unsaved ? ', with changes that were not saved' : ''
  const user = userOf(report)
  return [
    ['Configuration', `${configuration.name} (${version}${unsaved})`],
    ...(user === undefined ? [] : [['Test user', user] as [string, string]]),
    ['Date and time', timeInZone(at, zone)],
    ...(zone === 'UTC' ? [] : [['In UTC', timeInZone(at, 'UTC')] as [string, string]]),
    ['Duration', `${(durationMs / 1000).toFixed(2)} s`],
  ]
}

/** A time for readers elsewhere: with its zone, by name and as the distance from UTC. */
function timeInZone(at: string, zone: string): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) {
    return at
  }
  const parts = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  const time = new Intl.DateTimeFormat('en-GB', {
    ...parts,
    second: '2-digit',
    timeZone: zone,
    timeZoneName: 'longOffset',
  }).format(date)
  return zone === 'UTC' ? time.replace(/ (GMT|UTC)(\+00:00)?$/, ' UTC') : `${time} (${zone})`
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What there is to do: of the verdict first, then of each check that needs somebody; each once. */
function whatToChange({ summary, findings }: TestReport): SafeHtml | false {
  const needed = inNeed(findings).filter(({ outcome }) => outcome === 'failed' || outcome === 'warning')
  const changes = [
    ...(summary.repair ? [{ text: summary.repair.title, key: undefined }] : []),
    ...needed.flatMap(({ change, remedy }) => (change ? [{ text: change, key: remedy?.path.at(-1) }] : [])),
  ]
  const once = changes.filter(({ text }, at) => changes.findIndex((other) => other.text === text) === at)
  return (
    once.length > 0 &&
    section(
      'What to change',
      html`<ol>${once.map(
        ({ text, key }) =>
          html`<li>${text}${key && html` <span class="soft small">Key: <span class="value">${key}</span></span>`}</li>`,
      )}</ol>`,
    )
  )
}

const order: readonly Outcome[] = ['failed', 'warning', 'passed', 'skipped']

const inNeed = (findings: readonly Finding[]) =>
  findings.toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))

function findingRow({ outcome, title, certainty, reference, ...finding }: Finding): SafeHtml {
  const values = { Sent: finding.sent, Received: finding.received, Expected: finding.expected }
  const sentences = { Means: finding.means, Change: finding.change }
  const list = (texts: Readonly<Record<string, string | undefined>>, look: string) =>
    Object.entries(texts).flatMap(([name, text]) =>
      text ? [html`<dt>${name}</dt><dd class="${look}">${text}</dd>`] : [],
    )
  const details = [
    ...list(values, 'value'),
    ...list(outcome === 'skipped' ? { Reason: finding.means } : sentences, ''),
  ]
  return html`<div class="row"><h3><span class="word ${outcome}">${outcomeWords[outcome]}:</span> ${title}</h3>${
    details.length > 0 && html`<dl>${details}</dl>`
  }${
    certainty === 'inferred' &&
    html`<p class="soft small">This cause is inferred from the answer; no vendor document makes the link.</p>`
  }${reference && html`<p class="soft small">Source: ${reference.label}${reference.url && html` <span class="value">${reference.url}</span>`}</p>`}</div>`
}

function exchangeRow({
  name,
  method,
  url,
  sent,
  body = [],
  answer,
  failure,
  timing,
  curl,
}: Exchange): SafeHtml {
  const took = Math.round(timing.end - timing.start)
  const fields = [...sent, ...body].map((field): [string, string] => [field.name, field.value])
  return html`<div class="row long"><h3>${name}${answer && html` · answer ${answer.status}`} · ${took} ms</h3>
<p class="value">${method} ${url}</p>
${failure && html`<p class="failed">${failure}</p>`}${fields.length > 0 && html`<p class="soft small">Sent</p>${rows(fields)}`}${
  answer?.body && html`<p class="soft small">Received</p><pre class="value">${readable(answer.body)}</pre>`
}<p class="soft small">The same request for a shell</p><pre class="value">${curl}</pre></div>`
}

/** JSON with line ends; anything else as it is. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

import type { Finding, Summary, TestEvent } from '../../api/report'
import type { Egress } from '../../egress/egress'
import { contextOf } from '../../products/jamf-connect/context'
import { discoveryUrl } from '../../products/jamf-connect/providers/discovery-url'
import type { Settings } from '../../schema/settings'
import { clientSettings, secretsIn } from '../client-settings'
import { runChecks } from '../run-checks'
import { streamTest } from '../stream-test'
import type { TestTools } from '../tools'
import { answerChecks } from './answer-checks'
import { contentChecks } from './content-checks'
import type { DiscoveryContext } from './context'
import { keySetChecks, signingChecks } from './key-checks'

/** The checks that the discovery document alone answers, in their order. */
export const documentChecks = [...answerChecks, ...contentChecks, ...signingChecks]

/** All checks of discovery, in their order. The keys come last, since they have to be waited for. */
export const discoveryChecks = [...documentChecks, ...keySetChecks]

/** Tries the discovery document that the login window would ask for. */
export function testDiscovery(
  { settings }: { readonly settings: Settings },
  tools: TestTools,
): AsyncGenerator<TestEvent, void> {
  const { now, signal } = tools
  const checks = discoveryChecks.map(({ id }) => id)
  const options = { kind: 'discovery', checks, now, ...(signal === undefined ? {} : { signal }) } as const
  return streamTest(options, async (run) => {
    const { signal, door, later } = run
    const egress = tools.openEgress({ ...door, later })
    const context = discoveryContext(settings, egress, now)
    // None is sent; an address may lead to somebody who knows them all the same.
    for (const secret of secretsIn(settings)) {
      run.conceal('client_secret', secret)
    }
    const found: Finding[] = []
    for await (const finding of runChecks(discoveryChecks, context, { signal })) {
      found.push(finding)
      run.finding(finding)
    }
    return summaryOf(found, context)
  })
}

/** The context that the discovery checks begin with. */
export function discoveryContext(settings: Settings, egress: Egress, now: () => number): DiscoveryContext {
  return {
    settings,
    egress,
    now,
    client: clientSettings(settings),
    address: discoveryUrl(contextOf(settings)),
  }
}

function summaryOf(found: readonly Finding[], { metadata }: DiscoveryContext): Summary {
  const bad = found.find(({ outcome }) => outcome === 'failed')
  const odd = found.filter(({ outcome }) => outcome === 'warning')
  if (bad !== undefined) {
    const { means = '', change = '', remedy } = bad
    const repair = remedy?.repair
    return {
      verdict: 'failed',
      title: metadata === undefined ? 'The identity provider cannot be discovered' : bad.title,
      text: `${means} ${change}`.trim(),
      ...(repair === undefined ? {} : { repair }),
    }
  }
  const issuer = metadata?.issuer ?? ''
  const [first] = odd
  return first === undefined
    ? {
        verdict: 'passed',
        title: 'The identity provider can be discovered',
        text: `The issuer is ${issuer}.`,
      }
    : {
        verdict: 'warning',
        title: `The identity provider can be discovered, with ${odd.length === 1 ? 'one thing' : `${odd.length} things`} to look at`,
        text: `${first.means ?? ''} ${first.change ?? ''}`.trim(),
      }
}

import { afterAll, describe, expect, test } from 'vitest'
import type { TestEvent } from '../../api/report'
import { basic, config } from './fixtures/cases/basic-plan'
import type { Case } from './fixtures/cases/case'
import { comprehensive } from './fixtures/cases/comprehensive-plan'
import { fapi } from './fixtures/cases/fapi-plans'
import { further } from './fixtures/cases/further-misuse'
import { conformanceNames } from './fixtures/cases/names'
import { otherRoles } from './fixtures/cases/other-roles'
import { signedAnswers } from './fixtures/cases/signed-answers'
import { accessToken, type DefectiveProvider, defectiveProvider } from './fixtures/defective-provider'
import { begin, checksThat, finish, localSettings, redirectUri, verdictOf } from './fixtures/run'
import { signIn } from './fixtures/user-agent'

const running: DefectiveProvider[] = []
afterAll(() => Promise.all(running.map(({ close }) => close())))

const plans: readonly (readonly [string, readonly Case[]])[] = [
  ['basic', basic],
  ['config', config],
  ['comprehensive', [...comprehensive, ...otherRoles]],
  ['FAPI', [...fapi, ...signedAnswers]],
  ['further', further],
]

test.each(Object.entries(conformanceNames))('every case of the %s plan is played', (plan, names) => {
  const cases = plans.find(([name]) => name === plan)?.[1] ?? []
  // What stands in brackets tells a variant of a case.
  const played = cases.map(({ name }) => name.replace(/ \(.*\)$/, ''))
  expect([...new Set(played)].sort()).toEqual([...names].sort())
})

/** Requests that serve what neither Jamf Connect nor this tester does, whatever a provider offers. */
const otherRequests = /\/(\.well-known\/webfinger|register|mtls)$/

describe.each(plans)('%s', (_, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const { fails = [], warns = [], never = [], says = {}, sends = {}, nobodySent = false } = each
    const provider = await defectiveProvider(each.defects)
    running.push(provider)
    const { url, first, second, sent } = await play(each, provider)
    const all = [...first, ...second]
    expect(checksThat(all, 'failed')).toEqual(fails)
    expect(checksThat(all, 'warning')).toEqual(expect.arrayContaining([...warns]))
    const refused = nobodySent || fails.some((check) => !check.startsWith('discovery.'))
    expect(verdictOf(nobodySent ? first : second)).toMatch(refused ? 'failed' : /^(passed|warning)$/)
    expect(url === '').toBe(nobodySent)
    expect(all.filter(isUnexplained)).toEqual([])
    expectSaid(all, says)
    for (const [name, value] of Object.entries(sends)) {
      expect([name, new URL(url).searchParams.get(name)]).toEqual([name, value])
    }
    expect(sent.filter((line) => never.includes(line))).toEqual([])
    expect(sent.filter((line) => line === 'GET /jwks').length).toBeLessThanOrEqual(2)
    expect(provider.asked.filter((line) => otherRequests.test(line))).toEqual([])
    for (const event of all) {
      expect(JSON.stringify(event)).not.toContain(accessToken)
    }
  })
})

/** Plays a case. `sent` are the requests that came to the provider once somebody had been sent to sign in. */
async function play(each: Case, { issuer, asked }: DefectiveProvider) {
  const { settings = {} } = each
  const more = typeof settings === 'function' ? settings(issuer) : settings
  const configuration = localSettings(issuer, { OIDCNewPassword: true, ...more })
  const { events: first, ticket, url } = await begin(configuration, each.asked)
  const before = asked.length
  if (url === '') {
    return { url, first, second: [], sent: [] }
  }
  const brought = each.brings?.(issuer) ?? (await signIn(url, redirectUri))
  const second = await finish(configuration, each.withoutTicket ? null : ticket, brought)
  return { url, first, second, sent: asked.slice(before) }
}

/** A finding that failed and does not say what came, or means, or what it rests on. */
function isUnexplained(event: TestEvent): boolean {
  if (event.type !== 'finding' || event.finding.outcome !== 'failed') {
    return false
  }
  const { received, means, reference } = event.finding
  return (received ?? means) === undefined || reference === undefined
}

function expectSaid(events: readonly TestEvent[], says: NonNullable<Case['says']>): void {
  const findings = events.flatMap((event) => (event.type === 'finding' ? [event.finding] : []))
  for (const [check, members] of Object.entries(says)) {
    const found = findings.find((each) => each.check === check)
    const { remedy, reference } = found ?? {}
    const key = remedy === undefined ? '' : [remedy.domain, ...remedy.path].join('/')
    const told: Readonly<Record<string, unknown>> = { ...found, remedy: key, reference: reference?.label }
    for (const [member, expected] of Object.entries(members)) {
      expect(`${told[member]}`, `${check}: ${member}`).toMatch(expected)
    }
  }
}

import { afterAll, describe, expect, test } from 'vitest'
import { basic, config } from './fixtures/cases/basic-plan'
import { comprehensive } from './fixtures/cases/comprehensive-plan'
import { fapi } from './fixtures/cases/fapi-plans'
import { further } from './fixtures/cases/further-misuse'
import { accessToken, type DefectiveProvider, defectiveProvider } from './fixtures/defective-provider'
import { checksThat, localSettings, verdictOf, wholeFlow } from './fixtures/run'

const running: DefectiveProvider[] = []
afterAll(() => Promise.all(running.map(({ close }) => close())))

describe.each([
  ['basic', basic],
  ['config', config],
  ['comprehensive', comprehensive],
  ['FAPI', fapi],
  ['further', further],
])('%s', (_, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', async (_, { defects = {}, ...rest }) => {
    const { asked = {}, settings = {}, fails = [], warns = [], never = [] } = rest
    const provider = await defectiveProvider(defects)
    running.push(provider)
    const configuration = localSettings(provider.issuer, { OIDCNewPassword: true, ...settings })
    const { begun, events } = await wholeFlow(configuration, asked)
    const all = [...begun.events, ...events]
    expect(checksThat(all, 'failed')).toEqual(fails)
    expect(checksThat(all, 'warning')).toEqual(expect.arrayContaining([...warns]))
    const expected = fails.some((check) => !check.startsWith('discovery.')) ? 'failed' : /^(passed|warning)$/
    expect(verdictOf(events)).toMatch(expected)
    const sent = provider.asked.slice(provider.asked.findIndex((line) => line.endsWith('/authorize')))
    expect(sent.filter((line) => never.includes(line))).toEqual([])
    expect(sent.filter((line) => line === 'GET /jwks').length).toBeLessThanOrEqual(2)
    for (const event of all) {
      expect(JSON.stringify(event)).not.toContain(accessToken)
    }
  })
})

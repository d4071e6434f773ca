import { expect, it } from 'vitest'
import type { Finding, MacStatement, Summary } from '@/lib/api/report'
import { repairsOf, withRepairsOnce } from './repairs-once'

const repair = (title: string) => ({ title, edits: [] })
const place = { domain: 'com.jamf.connect.login', path: ['ROPGSuccessCodes'] }
const finding = (check: string, title: string): Finding => ({
  check,
  title: check,
  outcome: 'failed',
  remedy: { ...place, repair: repair(title) },
})
const statement = (title: string): MacStatement => ({
  topic: 'Password',
  value: '',
  because: '',
  keys: [place],
  claims: [],
  certain: true,
  repair: repair(title),
})
const summary: Summary = { verdict: 'warning', title: '', text: '' }

it('offers a repair beside the verdict and nowhere else, and keeps the way to the field', () => {
  const told = { findings: [finding('a', 'Add'), finding('b', 'Add')], mac: [statement('Add')] }
  const { findings, mac } = withRepairsOnce({ ...told, summary: { ...summary, repair: repair('Add') } })
  expect(findings.map(({ remedy }) => remedy)).toEqual([place, place])
  expect(mac[0]).not.toHaveProperty('repair')
  expect(mac[0]?.keys).toEqual([place])
})

it('leaves it with the first check that has it when the verdict has another or none', () => {
  const told = { findings: [finding('a', 'Add'), finding('b', 'Add'), finding('c', 'Use')], mac: [] }
  const { findings } = withRepairsOnce({ ...told, summary })
  expect(findings.map(({ remedy }) => remedy?.repair?.title)).toEqual(['Add', undefined, 'Use'])
})

it('leaves with a statement about the Mac what nothing before it offers', () => {
  const { mac } = withRepairsOnce({ summary: null, findings: [], mac: [statement('Use'), statement('Use')] })
  expect(mac.map((each) => each.repair?.title)).toEqual(['Use', undefined])
})

it('all repairs of a run are those of its verdict, its checks and what it says of the Mac', () => {
  const summary: Summary = { verdict: 'failed', title: '', text: '', repair: repair('A') }
  const told = { summary, findings: [finding('one', 'B')], mac: [statement('C')] }
  expect(repairsOf(told).map(({ title }) => title)).toEqual(['A', 'B', 'C'])
  expect(repairsOf({ summary: null, findings: [], mac: [] })).toEqual([])
})

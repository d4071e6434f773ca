import { expect, it, vi } from 'vitest'
import { writeXml } from '@/lib/plist/xml/writer'
import { keyWithId } from '@/lib/products/keys'
import { profileFor } from '@/lib/profile/template'
import { storeOf } from './fixtures/store-of'
import { IssueStore } from './issue-store'

const LOGIN = 'com.jamf.connect.login'
const CONNECT = 'com.jamf.connect'

async function issuesOf(change: (profile: ReturnType<typeof storeOf>) => void = () => {}) {
  const profile = storeOf(writeXml(profileFor('EntraID', { name: 'Acme' })))
  change(profile)
  const issues = new IssueStore(profile)
  const stop = issues.start()
  await vi.waitFor(() => expect(issues.all).not.toBeNull())
  stop()
  const told = (domain: string, path: string[]) => issues.at(domain, path).map(({ message }) => message)
  return { field: told(LOGIN, ['OIDCROPGID']), follower: told(CONNECT, ['IdPSettings', 'ROPGID']) }
}

it('what a key lacks that another field writes is told at that field too', async () => {
  const { field, follower } = await issuesOf()
  expect(follower).toEqual([expect.stringContaining('IdPSettings/ROPGID is not configured.')])
  expect(field).toEqual(follower)
})

it('keys that are edited apart keep what is wrong to themselves', async () => {
  const { field, follower } = await issuesOf((profile) => {
    const [first, other] = ['login/OIDCROPGID', 'connect/IdPSettings/ROPGID'].map(keyWithId)
    if (first && other) {
      profile.setApart(first, [other], true)
    }
    profile.set(LOGIN, ['OIDCROPGID'], { type: 'string', value: 'a' }, 'whole')
  })
  expect(follower).not.toEqual([])
  expect(field.filter((message) => follower.includes(message))).toEqual([])
})

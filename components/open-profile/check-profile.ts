import { loadLater } from '@/components/ui/lazily'
import type { Issue } from '@/lib/api/issue'
import type { PlistValue } from '@/lib/plist/value'
import type { ProfileNow } from './find-issues'
import { IssueWorker } from './issue-worker'

/** A profile as it is at one moment; `text` is the same as XML. */
export type CheckedProfile = ProfileNow & { readonly text: string }

/** A profile with fewer entries is checked at once: that takes less than to have it checked elsewhere. */
const LARGE = 2_000

/** Loads the rules, which are large. */
export const loadFindIssues = loadLater(() => import('./find-issues'))

const worker = new IssueWorker(
  () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }),
)

/** What has been found of large profiles: what is saved has mostly been checked already. */
const found = new WeakMap<PlistValue, readonly Issue[]>()

/** Whether a profile has so many entries that its check would hold the page up. */
export function isLarge(root: PlistValue): boolean {
  let left = LARGE
  const walk = (node: PlistValue): boolean => {
    const inside =
      node.type === 'dict' ? node.entries.map(({ value }) => value) : node.type === 'array' ? node.items : []
    left -= inside.length
    return left <= 0 || inside.some(walk)
  }
  return walk(root)
}

/**
 * The issues of a large profile, found beside the page, or in it when that is not possible; null when `wanted` says that
 * nobody waits for them any more. Rejects when the rules cannot be loaded.
 */
export async function checkBeside(
  profile: CheckedProfile,
  wanted: () => boolean = () => true,
): Promise<readonly Issue[] | null> {
  // The profile as it is now: the open one goes on.
  const { root, text, fileName } = profile
  const known = found.get(root)
  if (known) {
    return known
  }
  const issues = await worker.find({ text, fileName }, wanted).catch(async () => {
    const { findIssuesInText } = await loadFindIssues()
    return wanted() ? findIssuesInText(text, fileName) : null
  })
  if (issues) {
    found.set(root, issues)
  }
  return issues
}

/** The issues of a profile of any size. Rejects when the rules cannot be loaded. */
export async function issuesOf(profile: CheckedProfile): Promise<readonly Issue[]> {
  const { root, settings, places, snapshot, fileName } = profile
  const beside = isLarge(root) ? await checkBeside(profile) : null
  return beside ?? (await loadFindIssues()).findIssues({ root, settings, places, snapshot, fileName })
}

const RECENT = 'latchkey-recent'
const MOST = 12

/** Ids of what was chosen lately in this tab of the browser, the last one first. */
export function recentIds(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(RECENT) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Keeps an id as the last one that was chosen; never a name or a value. */
export function rememberId(id: string): void {
  const others = recentIds().filter((other) => other !== id)
  sessionStorage.setItem(RECENT, JSON.stringify([id, ...others].slice(0, MOST)))
}

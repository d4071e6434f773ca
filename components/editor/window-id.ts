const KEY = 'latchkey-window'
const lockOf = (id: string) => `${KEY}-${id}`

/** A page that is reloaded gives its id back well within this time. */
const WAIT_MS = 500

let own: Promise<string> | undefined

/**
 * The random id of this browser window. A reload keeps it, and so does a window that is restored after a crash. A
 * duplicated window begins with a copy of the id; it takes a new one, because the lock of the id is held.
 */
export function windowId(): Promise<string> {
  own ??= claim()
  return own
}

/** Ids of the windows that are open in this browser now; this one is among them. */
export async function openWindows(): Promise<ReadonlySet<string>> {
  const held = (await globalThis.navigator.locks?.query())?.held ?? []
  return new Set(held.map(({ name = '' }) => name.slice(lockOf('').length)))
}

async function claim(): Promise<string> {
  const before = remembered()
  if (before !== null && (await hold(before))) {
    return before
  }
  const id = crypto.randomUUID()
  try {
    sessionStorage.setItem(KEY, id)
  } catch {
    // Without storage a reload makes another window of this one; its draft is offered there.
  }
  await hold(id)
  return id
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Holds the lock of an id for as long as the page lives. False: another window does. */
function hold(id: string): Promise<boolean> {
  if (!globalThis.navigator.locks) {
    return Promise.resolve(true)
  }
  return new Promise((resolve) => {
    const forGood = () => {
      resolve(true)
      return new Promise<void>(() => {})
    }
    navigator.locks
      .request(lockOf(id), { signal: AbortSignal.timeout(WAIT_MS) }, forGood)
      .catch(() => resolve(false))
  })
}

/** How often the server is asked whether it is there, and how long an answer may take: together less than 5 seconds. */
const EVERY_MS = 2_000
const PATIENCE_MS = 2_500

type Listener = () => void

/**
 * Whether the server answers. Asked while somebody listens and the page is in view; a request that got no answer can
 * say so earlier.
 */
export class Connection {
  readonly #ask: () => Promise<boolean>
  readonly #listeners = new Set<Listener>()
  #away = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #asking: Promise<boolean> | null = null

  /** `ask` tells whether the server has answered, whatever it said. */
  constructor(ask: () => Promise<boolean> = answers) {
    this.#ask = ask
  }

  get away(): boolean {
    return this.#away
  }

  subscribe = (listener: Listener): Listener => {
    this.#listeners.add(listener)
    if (this.#listeners.size === 1) {
      this.#later()
      globalThis.document?.addEventListener('visibilitychange', this.#onVisible)
    }
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) {
        clearTimeout(this.#timer)
        globalThis.document?.removeEventListener('visibilitychange', this.#onVisible)
      }
    }
  }

  /** Asks now. True: the server answers. */
  check = (): Promise<boolean> => {
    this.#asking ??= this.#ask().then((there) => {
      this.#asking = null
      this.#set(!there)
      this.#later()
      return there
    })
    return this.#asking
  }

  #later(): void {
    clearTimeout(this.#timer)
    if (this.#listeners.size > 0 && globalThis.document?.visibilityState !== 'hidden') {
      this.#timer = setTimeout(() => void this.check(), EVERY_MS)
    }
  }

  #onVisible = () => {
    if (document.visibilityState === 'visible') {
      void this.check()
    }
  }

  #set(away: boolean): void {
    if (away !== this.#away) {
      this.#away = away
      for (const listener of this.#listeners) {
        listener()
      }
    }
  }
}

async function answers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    // A body that nobody reads keeps its request open until it is given up.
    await (await fetch('/api/health', { cache: 'no-store', signal })).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** The server of this page. */
export const connection = new Connection()

import { type Address, isStep, NO_SPOT, placeOf, readAddress, writeAddress } from './address'

/** What of the editor is in view, without the small place in it. */
export type Shown = Omit<Address, 'key' | 'section'>

/** A small place, and the tab that it was noted on. */
type Spot = Pick<Address, 'tab' | 'key' | 'section'>

/** Waits for typing and scrolling to rest: browsers count how often an address changes. */
const REST_MS = 400

/** Works out which address the editor has, and when it has to be written. */
export class AddressKeeper {
  readonly #put: (query: string, step: boolean) => void
  #shown: Shown
  #spot: Spot
  #timer: ReturnType<typeof setTimeout> | undefined
  #written: string
  #last: Address

  /** `put` gets the parameters, and whether they are an entry of their own for "Back". */
  constructor(search: string, put: (query: string, step: boolean) => void) {
    this.#put = put
    const start = readAddress(search)
    this.#shown = start
    this.#spot = start
    this.#last = start
    this.#written = search
  }

  /** Something else is in view: written at once. */
  show(shown: Shown): void {
    this.#shown = shown
    this.#write()
  }

  /** A key has the focus; null: one that has no address. */
  noteKey(key: string | null): void {
    this.#note({ tab: this.#shown.tab, key, section: this.#spot.section })
  }

  /** The panel that was noted last on a tab; null: the first one. */
  sectionOn(tab: string): string | null {
    return this.#spot.tab === tab ? this.#spot.section : null
  }

  /** Another panel of the form came into view; null: the first one. `keepKey`: the key in hand is still in view. */
  noteSection(section: string | null, keepKey = false): void {
    const { tab } = this.#shown
    if (keepKey || section !== this.sectionOn(tab)) {
      this.#note({ tab, key: keepKey ? this.#spot.key : null, section })
    }
  }

  /** The browser went to an address by itself; what is noted and not written is of the place before. */
  arriveAt(search: string): Address {
    clearTimeout(this.#timer)
    const address = readAddress(search)
    this.#spot = address
    this.#last = address
    this.#written = search
    return address
  }

  /** Whether an address leads elsewhere than the one written last. */
  isElsewhere(search: string): boolean {
    return canonical(search) !== canonical(this.#written)
  }

  /** Forgets what is noted and not written. */
  end(): void {
    clearTimeout(this.#timer)
  }

  #note(spot: Spot): void {
    this.#spot = spot
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#write(), REST_MS)
  }

  #write(): void {
    clearTimeout(this.#timer)
    const { tab, key, section } = this.#spot
    const shown = this.#shown
    const keyHere = key !== null && (shown.configuredOnly || placeOf(key)?.tab === shown.tab)
    const address = {
      ...shown,
      ...(shown.test === null ? NO_SPOT : {}),
      key: keyHere ? key : null,
      section: tab === shown.tab ? section : null,
    }
    const query = writeAddress(address)
    if (query !== this.#written) {
      this.#written = query
      this.#put(query, isStep(this.#last, address))
      this.#last = address
    }
  }
}

/** An address as Latchkey writes it. */
export const canonical = (search: string) => writeAddress(readAddress(search))

import {
  type DraftText,
  discardDraft,
  outlivesPage,
  RequestFailed,
  saveDraft,
} from '@/components/library/requests'
import { type Connection, connection } from './connection'

/** Whose draft: the configuration and the window. */
export type DraftPlace = { readonly id: string; readonly window: string }

type Slot = {
  readonly place: DraftPlace
  /** What the server is to hold; null: no draft. */
  wanted: DraftText | null
  /** What it has said that it holds; undefined: not known, because a request got no answer. */
  stored: DraftText | null | undefined
  /** What is on its way; undefined: nothing. */
  sending: DraftText | null | undefined
}

export type Sender = {
  readonly save: (place: DraftPlace, draft: DraftText) => Promise<void>
  readonly discard: (place: DraftPlace) => Promise<void>
}

/** A server that answers but does not store, as with a full disk, is asked again after this time. */
const AGAIN_MS = 5_000

/**
 * Unsaved text on its way to the server. It lives beside the pages: what could not be sent is sent when the server is
 * there again, also when its editor is not on the screen any more. One request at a time for each draft, so that an
 * older text never comes after a newer one.
 */
export class DraftOutbox {
  readonly #slots = new Map<string, Slot>()
  readonly #listeners = new Set<() => void>()
  readonly #sender: Sender
  readonly #connection: Connection
  #problem: string | null = null
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(sender: Sender = server, at: Connection = connection) {
    this.#sender = sender
    this.#connection = at
    at.subscribe(() => at.away || this.#sendAll())
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Why the server, which answers, does not store what was typed; null when it does. */
  get problem(): string | null {
    return this.waiting ? this.#problem : null
  }

  /** Whether there is text that the server does not have. */
  get waiting(): boolean {
    return [...this.#slots.values()].some((slot) => slot.wanted !== null && isWaiting(slot))
  }

  /** Whether closing the page now would lose text: it waits, and a request that outlives the page cannot take it along. */
  get atRisk(): boolean {
    const stuck = this.#connection.away || this.#problem !== null
    return [...this.#slots.values()].some(
      (slot) => isWaiting(slot) && slot.wanted !== null && (stuck || !outlivesPage(slot.wanted.text)),
    )
  }

  /** Ids of the configurations of which this page keeps unsaved text, here or on the server, in one text. */
  get kept(): string {
    const slots = [...this.#slots.values()].filter(({ wanted, stored }) => wanted !== null || stored !== null)
    return slots.map(({ place }) => place.id).join(' ')
  }

  /** A save was not stored, for the reason `why`: a draft that is on its way has no better chance. */
  refused(why: string): void {
    this.#problem = why
    this.#notify()
  }

  /** Tells what the server holds of a draft, from having read it. */
  found(place: DraftPlace, draft: DraftText | null): void {
    const slot = this.#slot(place)
    if (!isWaiting(slot)) {
      slot.wanted = draft
      slot.stored = draft
    }
  }

  /**
   * What is unsaved of a draft, whether the server has it yet or not; null: nothing is. Undefined: this page has not had it
   * open, and the server knows.
   */
  known(place: DraftPlace): DraftText | null | undefined {
    return this.#slots.get(nameOf(place))?.wanted
  }

  /** Keeps a text; it is sent at once when nothing of this draft is on its way. */
  put(place: DraftPlace, draft: DraftText): void {
    this.#want(place, draft)
  }

  /** Gives the draft up, here and on the server. */
  drop(place: DraftPlace): void {
    this.#want(place, null)
  }

  /** Sends without waiting for what is on its way: the page goes. */
  hurry(): void {
    for (const slot of this.#slots.values()) {
      if (isWaiting(slot) && slot.sending !== undefined && !same(slot.sending, slot.wanted)) {
        void this.#request(slot).catch(() => {})
      }
    }
  }

  #want(place: DraftPlace, draft: DraftText | null): void {
    const slot = this.#slot(place)
    if (!same(slot.wanted, draft)) {
      slot.wanted = draft
      this.#notify()
      void this.#send(slot)
    }
  }

  #slot(place: DraftPlace): Slot {
    const name = nameOf(place)
    const slot = this.#slots.get(name) ?? { place, wanted: null, stored: null, sending: undefined }
    this.#slots.set(name, slot)
    return slot
  }

  async #send(slot: Slot): Promise<void> {
    if (slot.sending !== undefined || !isWaiting(slot)) {
      return
    }
    const sent = slot.wanted
    slot.sending = sent
    const error = await this.#request(slot).then(
      () => null,
      (reason: unknown) => reason,
    )
    slot.sending = undefined
    // A draft of what was deleted meanwhile has no place any more, and one that the server will not discard does no harm.
    const settled = error === null || statusOf(error) === 404 || (sent === null && statusOf(error) > 0)
    slot.stored = settled ? sent : undefined
    if (settled) {
      this.#problem = null
      this.#notify()
      await this.#send(slot)
    } else {
      this.#failed(error)
    }
  }

  #request({ place, wanted }: Slot): Promise<void> {
    return wanted === null ? this.#sender.discard(place) : this.#sender.save(place, wanted)
  }

  #failed(error: unknown): void {
    this.#problem = statusOf(error) > 0 ? (error as Error).message : this.#problem
    this.#notify()
    // No answer: the connection tells when there is one again. It may also be that this request alone was lost.
    void this.#connection.check()
    clearTimeout(this.#again)
    this.#again = setTimeout(() => this.#connection.away || this.#sendAll(), AGAIN_MS)
  }

  #sendAll(): void {
    for (const slot of this.#slots.values()) {
      void this.#send(slot)
    }
  }

  #notify(): void {
    for (const listener of this.#listeners) {
      listener()
    }
  }
}

const nameOf = ({ id, window }: DraftPlace) => `${id} ${window}`

const statusOf = (error: unknown) => (error instanceof RequestFailed ? error.status : 0)

const isWaiting = ({ wanted, stored }: Slot) => !same(wanted, stored)

function same(one: DraftText | null, other: DraftText | null | undefined): boolean {
  return (
    one === other ||
    (one != null && one.base === other?.base && one.text === other.text && one.note === other.note)
  )
}

const server: Sender = {
  save: ({ id, window }, draft) => saveDraft(id, window, draft),
  discard: ({ id, window }) => discardDraft(id, window),
}

/** The outbox of this page. */
export const draftOutbox = new DraftOutbox()

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sectors are written whole or not at all. */
const SECTOR = 512

/**
 * A disk whose power fails. Writes reach a file for certain when it is synced, names when their folder is; before that any
 * part of them may be lost, in units of a sector and in any order.
 */
export class Disk {
  #names = new Map()
  #certain = new Map()
  /** Changes of names since the folder was synced. */
  #changes = []

  /** @param {string} name @param {boolean} empty */
  open(name, empty) {
    if (!this.#names.has(name)) {
      this.#rename(() => this.#names.set(name, { bytes: Buffer.alloc(0), pending: [] }))
    } else if (empty) {
      this.truncate(name, 0)
    }
  }

  write(name, data, at) {
    const file = this.#names.get(name)
    file?.pending.push({ data, at: at ?? file.end ?? file.bytes.length })
    if (file !== undefined && at === undefined) {
      file.end = (file.end ?? file.bytes.length) + data.length
    }
  }

  truncate(name, size) {
    this.#names.get(name)?.pending.push({ size })
  }

  rename(from, to) {
    const file = this.#names.get(from)
    this.#rename(() => this.#names.delete(from) && this.#names.set(to, file))
  }

  unlink(name) {
    this.#rename(() => this.#names.delete(name))
  }

  sync(name) {
    const file = this.#names.get(name)
    if (file !== undefined) {
      file.bytes = applied(file.bytes, file.pending.splice(0))
    }
  }

  syncFolder() {
    this.#certain = new Map(this.#names)
    this.#changes = []
  }

  /**
   * Writes to `folder` what is left when the power fails now.
   * @param {string} folder
   * @param {() => number} chance of an uncertain part to be there; 0 loses all of them
   */
  fail(folder, chance) {
    mkdirSync(folder)
    const kept = Math.floor(this.#changes.length * chance())
    const names = kept === 0 ? this.#certain : this.#changes[kept - 1]
    for (const [name, file] of names) {
      const survived = file.pending.flatMap((change) => partOf(change, chance))
      writeFileSync(join(folder, name), applied(file.bytes, survived))
    }
  }

  #rename(change) {
    change()
    this.#changes.push(new Map(this.#names))
  }
}

function partOf(change, chance) {
  if (change.data === undefined) {
    return Math.random() < chance() ? [change] : []
  }
  const parts = []
  for (let from = 0; from < change.data.length; ) {
    const at = change.at + from
    const to = Math.min(change.data.length, from + SECTOR - (at % SECTOR))
    if (Math.random() < chance()) {
      parts.push({ data: change.data.subarray(from, to), at })
    }
    from = to
  }
  return parts
}

function applied(bytes, changes) {
  let size = bytes.length
  for (const change of changes) {
    size = change.data === undefined ? change.size : Math.max(size, change.at + change.data.length)
  }
  const longest = Math.max(
    size,
    bytes.length,
    ...changes.map(({ data, at }) => (data ? at + data.length : 0)),
  )
  const whole = Buffer.alloc(longest)
  bytes.copy(whole)
  for (const { data, at, size: cut } of changes) {
    if (data === undefined) {
      whole.fill(0, cut)
    } else {
      data.copy(whole, at)
    }
  }
  return whole.subarray(0, size)
}

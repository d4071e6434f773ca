import { type Io, write } from './io'

/** A bar on standard error for work that takes a while. Silent where nobody watches. */
export type Progress = {
  /** Draws the bar when the last drawing is a while ago. */
  show(done: number, total: number): Promise<void>
  /** Takes the bar away, so that a line of output can stand in its place. */
  clear(): Promise<void>
}

const WIDTH = 30
/** Redrawing costs more than checking a small file. */
const PAUSE_MS = 100
const ERASE_LINE = '\r\u001b[2K'

/** The progress of a command: a bar on a terminal, nothing in a pipe or a log. */
export function progressOn({ stderr, isTty, env }: Io): Progress {
  if (!isTty.stderr || env.TERM === 'dumb') {
    return { show: async () => {}, clear: async () => {} }
  }
  let drawn = 0
  let visible = false
  return {
    async show(done, total) {
      if (Date.now() - drawn < PAUSE_MS) {
        return
      }
      drawn = Date.now()
      visible = true
      await write(stderr, `${ERASE_LINE}${bar(done, total)}`)
    },
    async clear() {
      if (visible) {
        visible = false
        drawn = 0
        await write(stderr, ERASE_LINE)
      }
    },
  }
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * WIDTH)
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total} files`
}

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Driver, ELEMENT } from './driver'
import { codes } from './keys'
import { locate, stepsTo, type Target, told } from './locate'

/** How long something may take to appear, on a machine that does other things too. */
const PATIENCE_MS = 15_000

/** A page as a person uses it: what is looked for is waited for, and keys and clicks are those of the engine. */
export class Page {
  readonly #driver: Driver
  readonly #origin: string

  constructor(driver: Driver, origin: string) {
    this.#driver = driver
    this.#origin = origin
  }

  /** Opens an address of the server under test. */
  async goto(path: string): Promise<void> {
    await this.#driver.send('navigate', { url: new URL(path, this.#origin).href })
    await this.#watch()
  }

  async reload(): Promise<void> {
    await this.#driver.send('refresh', {})
    await this.#watch()
  }

  /** What a function gives that runs inside the page and uses nothing from outside of itself. */
  async evaluate<A extends readonly unknown[], R>(inside: (...args: A) => R, ...args: A): Promise<R> {
    const script = `return (${inside}).apply(null, arguments)`
    return (await this.#driver.send('execute', { script, args })) as R
  }

  /** Waits until what `attempt` gives is as wanted. */
  async until<T>(what: string, attempt: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
    let last: unknown = 'nothing'
    // A machine that stood still for a while has not waited: of each turn, a second counts at most.
    for (let waited = 0, began = Date.now(); waited < PATIENCE_MS; began = Date.now()) {
      try {
        const value = await attempt()
        last = value
        if (isWanted(value)) {
          return value
        }
      } catch (error) {
        last = error
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
      waited += Math.min(Date.now() - began, 1_000)
    }
    const seen = last instanceof Error ? last.message : JSON.stringify(last)?.slice(0, 400)
    throw new Error(`Waited in vain until ${what}; last seen: ${seen}`)
  }

  #all(target: Target): Promise<{ [ELEMENT]: string }[]> {
    return this.evaluate(locate, stepsTo(target)) as unknown as Promise<{ [ELEMENT]: string }[]>
  }

  async #first(target: Target): Promise<string> {
    const [element] = await this.#all(target)
    if (element === undefined) {
      throw new Error(`${told(target)} is not there`)
    }
    return element[ELEMENT]
  }

  /** Waits for a target. */
  async see(target: Target): Promise<void> {
    await this.until(
      `${told(target)} is seen`,
      () => this.count(target),
      (count) => count > 0,
    )
  }

  /** Waits until a target is not there any more. */
  async gone(target: Target): Promise<void> {
    await this.until(
      `${told(target)} is gone`,
      () => this.count(target),
      (count) => count === 0,
    )
  }

  async count(target: Target): Promise<number> {
    return (await this.#all(target)).length
  }

  /** Clicks a target as soon as it can be clicked. */
  async click(target: Target): Promise<void> {
    const attempt = async () => {
      const element = await this.#first(target)
      if (
        await this.evaluate((found) => (found as unknown as Element).matches(':disabled'), {
          [ELEMENT]: element,
        })
      ) {
        throw new Error('it is disabled')
      }
      await this.#driver.send('click', { element })
    }
    await this.until(`${told(target)} can be clicked`, attempt, () => true)
  }

  /** The text of a target, white space brought to single spaces. */
  async text(target: Target): Promise<string> {
    await this.see(target)
    const element = { [ELEMENT]: await this.#first(target) }
    return this.evaluate(
      (found) => ((found as unknown as Element).textContent ?? '').replace(/\s+/g, ' ').trim(),
      element,
    )
  }

  /** Waits until a field holds a value. */
  async holds(target: Target, value: string): Promise<void> {
    const read = async () =>
      this.evaluate((found) => (found as unknown as HTMLInputElement).value, {
        [ELEMENT]: await this.#first(target),
      })
    await this.until(`${told(target)} holds ${value}`, read, (found) => found === value)
  }

  async isFocused(target: Target): Promise<boolean> {
    const element = { [ELEMENT]: await this.#first(target) }
    return this.evaluate((found) => (found as unknown as Element) === document.activeElement, element)
  }

  /** Waits until a target has the focus. */
  async focused(target: Target): Promise<void> {
    await this.until(`${told(target)} has the focus`, () => this.isFocused(target), Boolean)
  }

  /** Presses Tab, or another key, until a target has the focus. */
  async tabTo(target: Target, key = 'Tab'): Promise<void> {
    await this.see(target)
    for (let presses = 0; presses < 100; presses++) {
      if (await this.isFocused(target)) {
        return
      }
      await this.press(key)
    }
    throw new Error(`${told(target)} is not reached with ${key}`)
  }

  /** Presses keys together: "Control+Shift+z". */
  async press(keys: string): Promise<void> {
    const values = keys.split('+').map((key) => codes[key] ?? key)
    const down = values.map((value) => ({ type: 'keyDown', value }))
    await this.#keys([...down, ...values.reverse().map((value) => ({ type: 'keyUp', value }))])
  }

  /** Types a text, key by key. */
  async type(text: string): Promise<void> {
    await this.#keys([...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))))
  }

  /** Replaces what a text field holds, by typing. */
  async fill(target: Target, text: string): Promise<void> {
    await this.click(target)
    await this.focused(target)
    await this.press('Control+a')
    await this.type(text)
    await this.holds(target, text)
  }

  async #keys(actions: readonly object[]): Promise<void> {
    await this.#driver.send('actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  /** Chooses an option of a select element. */
  async choose(select: Target, option: string): Promise<void> {
    await this.see(select)
    await this.click({ role: 'option', name: option, within: select })
  }

  /** Gives files to a file input. */
  async pickFiles(target: Target, ...paths: string[]): Promise<void> {
    const attempt = async () => {
      const element = await this.#first(target)
      return this.#driver.send('sendKeys', { element, text: paths.join('\n') })
    }
    await this.until(`${told(target)} takes files`, attempt, () => true)
  }

  /** The files that arrive while `act` runs, by name; waits until there are `count`, and a moment more. */
  async downloads(count: number, act: () => Promise<void>): Promise<ReadonlyMap<string, Uint8Array>> {
    const before = new Set(this.#downloaded())
    await act()
    const fresh = () => this.#downloaded().filter((path) => !before.has(path))
    await this.until(
      `${count} files are downloaded`,
      async () => fresh(),
      (paths) => paths.length >= count,
    )
    await new Promise((resolve) => setTimeout(resolve, 300))
    const files = fresh().map(
      (path) => [path.split('/').at(-1) ?? '', new Uint8Array(readFileSync(path))] as const,
    )
    for (const path of fresh()) {
      rmSync(path)
    }
    return new Map(files)
  }

  /** Downloads that are complete. */
  #downloaded(): string[] {
    const folder = this.#driver.downloads
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(mobileconfig|plist|zip)$/.test(name))
      .map((name) => join(folder, name))
      .filter((path) => !existsSync(`${path}.part`) && readFileSync(path).length > 0)
  }

  /** The windows that are open, this one first. */
  async windows(): Promise<string[]> {
    return (await this.#driver.send('windows', {})) as string[]
  }

  async switchTo(handle: string): Promise<void> {
    await this.#driver.send('switchTo', { handle })
  }

  /** Closes the window that is in use, and takes another one. */
  async closeWindow(next: string): Promise<void> {
    await this.#driver.send('closeWindow', {})
    await this.switchTo(next)
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#driver.send('windowRect', { width, height })
  }

  /** Keeps a picture of the page. */
  async picture(path: string): Promise<void> {
    writeFileSync(path, Buffer.from(String(await this.#driver.send('screenshot', {})), 'base64'))
  }

  /** Errors, exceptions and violations of the policy since the page was loaded. */
  async troubles(): Promise<string[]> {
    return this.evaluate(() => (window as unknown as { latchkeyTroubles?: string[] }).latchkeyTroubles ?? [])
  }

  async #watch(): Promise<void> {
    await this.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { latchkeyTroubles: seen })
      const { error } = console
      console.error = (...args: unknown[]) => {
        seen.push(args.map(String).join(' '))
        error(...args)
      }
      addEventListener('error', (event) => seen.push(event.message))
      addEventListener('unhandledrejection', (event) => seen.push(String(event.reason)))
      addEventListener('securitypolicyviolation', (event) =>
        seen.push(`${event.violatedDirective} ${event.blockedURI}`),
      )
    })
  }
}

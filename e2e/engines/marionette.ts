import { connect, type Socket } from 'node:net'
import type { Command, Commands } from './driver'

/** Names of the commands in Firefox's own protocol, which geckodriver translates WebDriver into (remote/marionette/driver.sys.mjs). */
const names: Readonly<Record<Command, string>> = {
  navigate: 'WebDriver:Navigate',
  refresh: 'WebDriver:Refresh',
  execute: 'WebDriver:ExecuteScript',
  actions: 'WebDriver:PerformActions',
  click: 'WebDriver:ElementClick',
  sendKeys: 'WebDriver:ElementSendKeys',
  windows: 'WebDriver:GetWindowHandles',
  switchTo: 'WebDriver:SwitchToWindow',
  closeWindow: 'WebDriver:CloseWindow',
  windowRect: 'WebDriver:SetWindowRect',
  screenshot: 'WebDriver:TakeScreenshot',
}

type Answer = readonly [
  kind: number,
  id: number,
  error: { error: string; message: string } | null,
  result: unknown,
]

/** A connection to Marionette: messages are JSON behind their length in bytes. */
export class Marionette {
  readonly #socket: Socket
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #received = Buffer.alloc(0)
  #sent = 0

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#read(chunk))
    socket.on('error', () => undefined)
  }

  /** Resolves when Firefox listens on the port; rejects when it does not. */
  static async open(port: number): Promise<Marionette> {
    const socket = connect(port, '127.0.0.1')
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    return new Marionette(socket)
  }

  /** Carries out one command; throws an Error with what Firefox says when it cannot. */
  async send<C extends Command>(command: C, parameters: Commands[C]): Promise<unknown> {
    // The one name that differs from WebDriver's.
    const { element, ...others } = parameters as Commands[C] & { element?: string }
    const body = element === undefined ? others : { ...others, id: element }
    return this.#ask(names[command], body)
  }

  /** Begins the session, which every other command needs. */
  begin(alwaysMatch: unknown): Promise<unknown> {
    return this.#ask('WebDriver:NewSession', { capabilities: { alwaysMatch } })
  }

  close(): void {
    this.#socket.destroy()
  }

  async #ask(name: string, parameters: unknown): Promise<unknown> {
    const id = ++this.#sent
    const text = Buffer.from(JSON.stringify([0, id, name, parameters]))
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.#socket.write(`${text.length}:${text}`)
    const [, , error, result] = await answer
    if (error) {
      throw new Error(`${error.error}: ${error.message}`)
    }
    const value = result as { value?: unknown } | null
    return value !== null && typeof value === 'object' && 'value' in value ? value.value : value
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk])
    for (;;) {
      const colon = this.#received.indexOf(':')
      const end = colon + 1 + Number(this.#received.subarray(0, Math.max(colon, 0)))
      if (colon < 0 || this.#received.length < end) {
        return
      }
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString())
      this.#received = this.#received.subarray(end)
      // The first message is a greeting.
      if (Array.isArray(message)) {
        this.#waiting.get(message[1])?.(message as unknown as Answer)
        this.#waiting.delete(message[1])
      }
    }
  }
}

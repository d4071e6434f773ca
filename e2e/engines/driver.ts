/** The key under which WebDriver names an element of the page. */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** The commands of WebDriver (https://www.w3.org/TR/webdriver2/) that the journeys need, and their parameters. */
export type Commands = {
  navigate: { url: string }
  refresh: object
  execute: { script: string; args: readonly unknown[] }
  actions: { actions: readonly unknown[] }
  click: { element: string }
  sendKeys: { element: string; text: string }
  windows: object
  switchTo: { handle: string }
  closeWindow: object
  windowRect: { width: number; height: number }
  screenshot: object
}
export type Command = keyof Commands

/** A browser that a journey drives. */
export type Driver = {
  /** What the engine says of itself, for the terminal. */
  readonly version: string
  /** Where its downloads arrive, folders below it included. */
  readonly downloads: string
  /** Carries out one command; throws an Error with what the browser says when it cannot. */
  readonly send: <C extends Command>(command: C, parameters: Commands[C]) => Promise<unknown>
  /** Ends the browser. */
  readonly quit: () => Promise<void>
}

/** What the journeys may take for granted of a session. */
export const asked = { pageLoadStrategy: 'normal', timeouts: { script: 15_000, pageLoad: 30_000 } }

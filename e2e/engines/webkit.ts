import { request } from 'node:http'
import { join } from 'node:path'
import { freePort } from '../../server/fixtures/free-port'
import { asked, type Command, type Commands, type Driver } from './driver'
import { ended, patiently, run } from './processes'

type Answer = { value: unknown }

/** Addresses of the commands below that of the session (WebDriver, section 6.3). */
const routes: Readonly<Record<Command, string>> = {
  navigate: 'POST /url',
  refresh: 'POST /refresh',
  execute: 'POST /execute/sync',
  actions: 'POST /actions',
  click: 'POST /element/:element/click',
  sendKeys: 'POST /element/:element/value',
  windows: 'GET /window/handles',
  switchTo: 'POST /window',
  closeWindow: 'DELETE /window',
  windowRect: 'POST /window/rect',
  screenshot: 'GET /screenshot',
}

/** The programs of WebKitGTK that a session needs. */
export type WebKitPrograms = { driver: string; browser: string; display: string }

/** Starts WebKitGTK's small browser on a display of its own, with `folder` as its home, where its downloads arrive. */
export async function startWebKit(programs: WebKitPrograms, folder: string): Promise<Driver> {
  const port = await freePort()
  // No number is taken for granted: the display writes the one it found free.
  const display = run(programs.display, [
    '-displayfd',
    '1',
    '-screen',
    '0',
    '1600x1100x24',
    '-nolisten',
    'tcp',
  ])
  const number = await new Promise<string>((resolve) =>
    display.stdout?.once('data', (text) => resolve(`${text}`.trim())),
  )
  const driver = run(programs.driver, [`--port=${port}`], {
    DISPLAY: `:${number}`,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    GDK_BACKEND: 'x11',
  })
  await patiently(() => ask(port, 'GET', '/status'), 'WebKitWebDriver does not answer.')
  const options = { binary: programs.browser, args: ['--automation'] }
  const alwaysMatch = { ...asked, browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options }
  const session = await ask(port, 'POST', '/session', { capabilities: { alwaysMatch } })
  const { sessionId, capabilities } = session as {
    sessionId: string
    capabilities: { browserVersion: string }
  }
  const base = `/session/${sessionId}`
  return {
    version: `WebKitGTK ${capabilities.browserVersion}`,
    downloads: folder,
    send: (command, parameters) => sendTo(port, base, command, parameters),
    quit: async () => {
      await ask(port, 'DELETE', base).catch(() => undefined)
      await ended(driver)
      await ended(display)
    },
  }
}

function sendTo<C extends Command>(
  port: number,
  base: string,
  command: C,
  parameters: Commands[C],
): Promise<unknown> {
  const [method = '', route = ''] = routes[command].split(' ')
  const { element = '', ...body } = parameters as Commands[C] & { element?: string }
  return ask(port, method, base + route.replace(':element', element), method === 'POST' ? body : undefined)
}

/** One request of WebDriver, on a connection of its own. */
async function ask(port: number, method: string, path: string, body?: unknown): Promise<unknown> {
  const text = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  const headers =
    body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': text.length }
  const { status, answer } = await new Promise<{ status: number; answer: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false, timeout: 60_000 }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, answer: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} has no answer.`)))
    sent.end(text)
  })
  const { value } = JSON.parse(answer) as Answer
  if (status !== 200) {
    const { error, message } = value as { error: string; message: string }
    throw new Error(`${error}: ${message}`)
  }
  return value
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../../server/fixtures/free-port'
import { asked, type Driver } from './driver'
import { Marionette } from './marionette'
import { ended, patiently, run } from './processes'

/** Preferences of a Firefox that asks nobody and keeps downloads without a question. */
const preferences = (port: number, downloads: string) => ({
  'marionette.port': port,
  'browser.download.folderList': 2,
  'browser.download.dir': downloads,
  'browser.download.alwaysOpenPanel': false,
  'browser.download.open_pdf_attachments_inline': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.server': '',
  'app.normandy.enabled': false,
  'services.settings.server': 'data:,',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'ui.prefersReducedMotion': 1,
})

/** Starts a Firefox without a window of its own, with a profile in `folder`. */
export async function startFirefox(program: string, folder: string): Promise<Driver> {
  const [profile, downloads] = [join(folder, 'profile'), join(folder, 'downloads')]
  mkdirSync(profile, { recursive: true })
  mkdirSync(downloads)
  const port = await freePort()
  const lines = Object.entries(preferences(port, downloads)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  )
  writeFileSync(join(profile, 'user.js'), lines.join(''))
  const child = run(program, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    HOME: folder,
  })
  const connection = await patiently(() => Marionette.open(port), 'Firefox does not answer.')
  const session = await connection.begin(asked)
  const { capabilities } = session as { capabilities: { browserVersion: string } }
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    downloads,
    send: (command, parameters) => connection.send(command, parameters),
    quit: async () => {
      connection.close()
      await ended(child)
    },
  }
}

import { join } from 'node:path'
import { aptInstall, isProgram, onPath } from './browser.mjs'

const firefoxes = ['firefox-esr', 'firefox']
/** Where distributions keep WebKitGTK's small browser: below a folder of the architecture, or beside the other libraries. */
const libraries = [
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
  '/usr/lib',
  '/usr/libexec',
]
const browsers = ['6.0', '4.1', '4.0'].flatMap((release) => {
  const folder = release === '6.0' ? `webkitgtk-${release}` : `webkit2gtk-${release}`
  return libraries.map((library) => join(library, folder, 'MiniBrowser'))
})

/**
 * The programs that Firefox and WebKit are driven with, installed now where they are missing: LATCHKEY_FIREFOX and
 * LATCHKEY_MINIBROWSER name others. Throws an Error with one sentence when one is not to be had, as outside of Linux.
 */
export function findEngines() {
  const found = installedEngines()
  if (isComplete(found)) {
    return found
  }
  console.error('Firefox or WebKitGTK is missing; installing them for the tests.')
  aptInstall(['firefox-esr', 'webkit2gtk-driver', 'xvfb'])
  const installed = installedEngines()
  if (!isComplete(installed)) {
    throw new Error(
      'Firefox, WebKitWebDriver with its MiniBrowser, and Xvfb have to be there; install them, on Debian and Ubuntu with "apt-get install firefox-esr webkit2gtk-driver xvfb".',
    )
  }
  return installed
}

function installedEngines() {
  return {
    firefox: [process.env.LATCHKEY_FIREFOX ?? '', ...onPath(firefoxes)].find(isProgram),
    webkit: {
      driver: onPath(['WebKitWebDriver']).find(isProgram),
      browser: [process.env.LATCHKEY_MINIBROWSER ?? '', ...browsers].find(isProgram),
      display: onPath(['Xvfb']).find(isProgram),
    },
  }
}

/** @param {ReturnType<typeof installedEngines>} programs */
function isComplete({ firefox, webkit }) {
  return firefox !== undefined && Object.values(webkit).every((program) => program !== undefined)
}

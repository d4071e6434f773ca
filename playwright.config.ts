import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { browserArguments } from './scripts/browser.mjs'

// scripts/e2e.mjs chooses these; the others are for running Playwright by hand.
const port = process.env.LATCHKEY_E2E_PORT ?? '41730'
const data = process.env.LATCHKEY_E2E_DATA ?? join(tmpdir(), `latchkey-e2e-${port}`)
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A machine that does other things too must not look like a defect; what fails three times is one.
  retries: process.env.CI ? 2 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL,
    // It copies the whole page at every step, which takes longer than the step: `--trace on` asks for it.
    trace: process.env.CI ? 'on-first-retry' : 'off',
    launchOptions: {
      ...(process.env.LATCHKEY_CHROMIUM ? { executablePath: process.env.LATCHKEY_CHROMIUM } : {}),
      args: browserArguments,
    },
  },
  webServer: {
    command: 'node scripts/start.mjs',
    url: `${baseURL}/api/health`,
    env: { PORT: port, HOST: '127.0.0.1', LATCHKEY_DATA: data, LATCHKEY_PUBLIC_URL: '' },
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})

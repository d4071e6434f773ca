import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{lib,components,app,cli,server,scripts,demo}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // Sockets and memory are measured too; a busy machine must not look like a defect.
    retry: process.env.CI ? 2 : 0,
  },
})

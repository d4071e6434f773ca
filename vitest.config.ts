import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{lib,components,app,cli,server,scripts,demo}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
  },
})

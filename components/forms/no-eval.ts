import { config } from 'zod'

// zod looks whether it may compile code, which the content security policy of the pages forbids and reports.
if ('document' in globalThis) {
  config({ jitless: true })
}

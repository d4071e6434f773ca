import { afterEach, expect, it } from 'vitest'
import { completeEnvironment, environment } from './environment'
import { slot } from './slot'

afterEach(() => {
  slot('environment').value = undefined
})

it('what the server settles is seen beside what came, and process.env stays as it was', () => {
  const path = process.env.PATH
  completeEnvironment({ PORT: '4711' })
  completeEnvironment({ LATCHKEY_DATA: '/srv/latchkey' })
  expect(environment()).toMatchObject({ PATH: path, PORT: '4711', LATCHKEY_DATA: '/srv/latchkey' })
  expect(process.env.PORT).not.toBe('4711')
})

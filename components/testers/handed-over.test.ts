import { expect, it } from 'vitest'
import { hasStateOf } from './handed-over'

const state = 'Zm9v-_0'
const page = `https://idp.example/authorize?client_id=x&state=${state}`

it.each([
  `https://127.0.0.1/jamfconnect?code=a&state=${state}`,
  `https://127.0.0.1/jamfconnect#state=${state}&code=a&id_token=b`,
  `form:code=a&state=${state}`,
])('an answer with the state of the sign-in is taken: %s', (answer) => {
  expect(hasStateOf(answer, page)).toBe(true)
})

it.each([
  'https://127.0.0.1/jamfconnect?code=a',
  `https://127.0.0.1/jamfconnect?code=a&state=${state}x`,
  `https://127.0.0.1/jamfconnect?code=a&state=${state}.a&state=b`,
  `https://127.0.0.1/jamfconnect?code=a&state=${state}#state=b`,
  'form:AADSTS50011: the redirect URI does not match',
  `AADSTS50011 state=${state}`,
  '',
])('what another page made up does not reach the sign-in: %s', (answer) => {
  expect(hasStateOf(answer, page)).toBe(false)
})

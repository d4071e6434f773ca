import { expect, it } from 'vitest'
import { finalAddress } from './final-address'

const redirectUri = 'https://127.0.0.1/jamfconnect'
const after = (asked: Record<string, string>) =>
  finalAddress({ url: `https://idp.example/authorize?${new URLSearchParams(asked)}`, redirectUri })

it('the pictured address has the parts that the sign-in asks for, where they come', () => {
  expect(after({ response_type: 'code' })).toBe('127.0.0.1/jamfconnect?code=…&state=…')
  expect(after({ response_type: 'code', response_mode: 'fragment' })).toBe(
    '127.0.0.1/jamfconnect#code=…&state=…',
  )
  expect(after({ response_type: 'code id_token' })).toBe('127.0.0.1/jamfconnect#code=…&id_token=…&state=…')
  expect(after({ response_type: 'id_token', response_mode: 'query' })).toBe(
    '127.0.0.1/jamfconnect?id_token=…&state=…',
  )
})

it('an answer that comes as a form is in no address', () => {
  expect(after({ response_type: 'code', response_mode: 'form_post' })).toBeNull()
})

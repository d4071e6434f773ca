import { expect, it } from 'vitest'
import { isWholeDiscoveryAddress } from './discovery-address'

const whole = 'https://idp.example.com/.well-known/openid-configuration'

it('is an https address with the document at its end', () => {
  for (const address of [whole, `${whole}?appid=1`, whole.replace('.com', '.com/tenant/v2.0')]) {
    expect(isWholeDiscoveryAddress(address), address).toBe(true)
  }
})

it('is nothing that is still being typed, without encryption, or filled in by the MDM', () => {
  const others = [
    '',
    whole.slice(0, -1),
    'https://idp.example.com',
    'https:///.well-known/openid-configuration',
    whole.replace('https', 'http'),
    ` ${whole}`,
    `${whole}#x`,
    whole.replace('idp', '$DOMAIN'),
  ]
  expect(others.filter(isWholeDiscoveryAddress)).toEqual([])
})

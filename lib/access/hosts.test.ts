import { expect, it } from 'vitest'
import { allowedHosts, isLoopback, ownOrigin } from './hosts'

it('the address to open is the public one when there is one', () => {
  expect(allowedHosts('127.0.0.1', 3000, null).home).toBe('http://127.0.0.1:3000')
  expect(allowedHosts('0.0.0.0', 3000, null).home).toBe('http://127.0.0.1:3000')
  expect(allowedHosts('::1', 3000, null).home).toBe('http://[::1]:3000')
  expect(allowedHosts('0.0.0.0', 3000, 'https://latchkey.example.com').home).toBe(
    'https://latchkey.example.com',
  )
})

it('a server on port 80 is called with and without its port', () => {
  const hosts = allowedHosts('127.0.0.1', 80, null)
  expect(ownOrigin(hosts, 'localhost')).toBe('http://localhost')
  expect(ownOrigin(hosts, 'localhost:80')).toBe('http://localhost')
})

it('a wildcard address is nobody’s name for a request from elsewhere', () => {
  expect(ownOrigin(allowedHosts('0.0.0.0', 3000, null), '10.0.0.5:3000')).toBeNull()
  expect(ownOrigin(allowedHosts('10.0.0.5', 3000, null), '10.0.0.5:3000')).toBe('http://10.0.0.5:3000')
})

it('tells addresses of this machine from others', () => {
  for (const host of ['127.0.0.1', '127.8.9.1', '::1', 'localhost']) {
    expect(isLoopback(host)).toBe(true)
  }
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.evil.example']) {
    expect(isLoopback(host)).toBe(false)
  }
})

import { expect, it } from 'vitest'
import { cacheControl, contentSecurityPolicy, isDroppedHeader, securityHeaders } from './headers'

it('the policy allows nothing unsafe and carries the nonce for scripts and styles', () => {
  const policy = contentSecurityPolicy('abc', false)
  expect(policy).not.toContain('unsafe')
  expect(policy).not.toContain('*')
  expect(policy.match(/'nonce-abc'/g)).toHaveLength(2)
  expect(policy).toContain("default-src 'none'")
})

it('workers are scripts of our own only, whose policy is that of their file', () => {
  expect(contentSecurityPolicy('abc', false)).toContain("; worker-src 'self';")
})

it('only an https address is pinned to https', () => {
  expect(securityHeaders('', false)).not.toHaveProperty('Strict-Transport-Security')
  expect(securityHeaders('', true)).toHaveProperty('Strict-Transport-Security')
})

const files = new Set(['/icon.svg'])

it('only assets with a hash in their name are kept by caches without asking', () => {
  const kept = 'public, max-age=31536000, immutable'
  expect(cacheControl('/_next/static/chunks/a.js', 200, kept, files)).toBe(kept)
  expect(cacheControl('/_next/static/chunks/a.js', 304, kept, files)).toBe(kept)
  expect(cacheControl('/_next/static/chunks/a.js', 404, kept, files)).toBe('no-store')
  expect(cacheControl('/api/configurations', 200, kept, files)).toBe('no-store')
  expect(cacheControl('/', 200, undefined, files)).toBe('no-store')
})

it('a file whose name says nothing of its content is asked for again before each use', () => {
  for (const url of ['/icon.svg', '/icon.svg?v=2']) {
    expect(cacheControl(url, 200, 'public, max-age=31536000', files)).toBe('no-cache')
    expect(cacheControl(url, 304, undefined, files)).toBe('no-cache')
    expect(cacheControl(url, 404, undefined, files)).toBe('no-store')
  }
  expect(cacheControl('/api/icon.svg', 200, 'public', files)).toBe('no-store')
  expect(cacheControl('/icon.svg/', 200, 'public', files)).toBe('no-store')
})

it('drops the headers that steer frameworks and proxies, and keeps those of a browser', () => {
  const dropped = [
    'x-middleware-subrequest',
    'x-middleware-rewrite',
    'x-nextjs-data',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-latchkey-pass',
    'x-http-method-override',
    'forwarded',
    'next-resume',
    'next-action',
    'content-security-policy',
    'content-security-policy-report-only',
  ]
  expect(dropped.filter((name) => !isDroppedHeader(name))).toEqual([])
  const kept = [
    'host',
    'accept',
    'cookie',
    'if-match',
    'rsc',
    'next-router-state-tree',
    'next-url',
    'content-type',
  ]
  expect(kept.filter(isDroppedHeader)).toEqual([])
})

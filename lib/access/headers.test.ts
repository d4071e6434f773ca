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

it('only assets with a hash in their name are kept by caches', () => {
  const kept = 'public, max-age=31536000, immutable'
  expect(cacheControl('/_next/static/chunks/a.js', 200, kept)).toBe(kept)
  expect(cacheControl('/_next/static/chunks/a.js', 404, kept)).toBe('no-store')
  expect(cacheControl('/api/configurations', 200, kept)).toBe('no-store')
  expect(cacheControl('/', 200, undefined)).toBe('no-store')
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

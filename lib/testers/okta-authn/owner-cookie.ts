import { unguessable } from './transactions'

const name = 'latchkey-okta'

/** The owner that a request's Cookie header names; '' when it names none of ours. */
export function ownerIn(cookies: string | null): string {
  const pairs = (cookies ?? '').split(/;\s*/)
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''
  return /^[\w-]{43}$/.test(value) ? value : ''
}

/** An owner for a browser that has none yet, with the Set-Cookie line that tells it. `secure`: the page is https. */
export function newOwner(secure: boolean): { readonly owner: string; readonly line: string } {
  const owner = unguessable()
  const rest = `Path=/api/tests/okta; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return { owner, line: `${name}=${owner}; ${rest}` }
}

import type { Authorize } from './use-catching'

/**
 * What the address bar shows once the sign-in has ended, as browsers show it: without https, secrets as an ellipsis. Null
 * when the answer is not in the address but in a form.
 */
export function finalAddress({ url, redirectUri }: Pick<Authorize, 'url' | 'redirectUri'>): string | null {
  const asked = new URL(url).searchParams
  const type = asked.get('response_type') ?? 'code'
  // OAuth 2.0 Multiple Response Type Encoding Practices, section 5
  const mode = asked.get('response_mode') ?? (type === 'code' ? 'query' : 'fragment')
  if (mode === 'form_post') {
    return null
  }
  const mark = mode === 'fragment' ? '#' : redirectUri.includes('?') ? '&' : '?'
  const names = [...type.split(' '), 'state'].map((name) => `${name}=…`)
  return `${redirectUri.replace(/^https?:\/\//, '')}${mark}${names.join('&')}`
}

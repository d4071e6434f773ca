import { describe, expect, it } from 'vitest'
import { longestAnswer } from './report'
import { oidcFinishBody, oktaAnswerBody, oktaBody, ropgBody } from './test-requests'

const content = 'PHBsaXN0Lz4='

/** What is said of each field, by its name. */
function said(read: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) {
  return Object.fromEntries(read.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [])
}

describe('what a person enters for a test', () => {
  it.each([
    ['ropg', ropgBody, ropgBody.pick({ userName: true, password: true })],
    ['okta', oktaBody, oktaBody.pick({ userName: true, password: true })],
  ])('is refused with a sentence for each field, by the page as by the server: %s', (_, body, parts) => {
    const none = { userName: ' \t', password: '' }
    const sentences = { userName: 'Enter a user name.', password: 'Enter a password.' }
    expect(said(parts.safeParse(none))).toEqual(sentences)
    expect(said(body.safeParse({ content, app: 'login', ...none }))).toEqual(sentences)
    const long = { userName: 'ö'.repeat(321), password: 'p'.repeat(1001) }
    expect(said(parts.safeParse(long))).toEqual({
      userName: 'A user name has at most 320 characters.',
      password: 'A password has at most 1,000 characters.',
    })
  })

  it('keeps the spaces of a password, and not those around a user name', () => {
    const read = ropgBody.parse({
      content,
      app: 'connect',
      userName: ' grace@navy.example ',
      password: ' pw ',
    })
    expect(read).toMatchObject({ userName: 'grace@navy.example', password: ' pw ' })
  })

  it('says how long an answer is that is too long, and repeats nothing of it', () => {
    const answer = `https://login.example/?code=${'x'.repeat(longestAnswer)}`
    const { answer: sentence } = said(oidcFinishBody.safeParse({ content, answer }))
    expect(sentence).toContain('These are 200,028 characters; an answer has at most 200,000.')
    expect(sentence).not.toContain('login.example')
    expect(said(oktaAnswerBody.pick({ value: true }).safeParse({ value: '1'.repeat(201) }))).toEqual({
      value: 'An answer has at most 200 characters.',
    })
  })
})

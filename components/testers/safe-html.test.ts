import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html } from './safe-html'

it('what is put in is text and can be read back, whatever it is', () => {
  const back = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
  fc.assert(
    fc.property(fc.string(), (given) => {
      const { text } = html`<p title="${given}">${given}</p>`
      expect(text.match(/[<>]/g)).toHaveLength(4)
      expect(back(text)).toBe(`<p title="${given}">${given}</p>`)
    }),
  )
})

it('takes HTML that was made the same way, lists of it, and nothing', () => {
  const items = ['<a>', 'b'].map((item) => html`<li>${item}</li>`)
  expect(html`<ul>${items}</ul>${null}${false}${undefined}${0}`.text).toBe(
    '<ul><li>&lt;a&gt;</li><li>b</li></ul>0',
  )
})

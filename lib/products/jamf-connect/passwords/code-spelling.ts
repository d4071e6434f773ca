/** The one spelling in which Latchkey writes a code: numbers of Entra ID with AADSTS in front. */
export function codeSpelled(text: string): string {
  const code = text.trim()
  const [, number] = /^(?:AADSTS)?[\s:_-]*(\d{5,7})$/i.exec(code) ?? []
  return number === undefined ? code : `AADSTS${number}`
}

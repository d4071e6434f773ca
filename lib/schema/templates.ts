/** Variables that an MDM or an installer fills in later: ${NAME}, {{name}}, <<NAME>>, $EMAIL, %EMAIL%. */
const VARIABLE = /\$\{[^}]*\}|\{\{[^}]*\}\}|<<[^<>]+>>|\$[A-Z][A-Z0-9_]+|%[A-Za-z_][A-Za-z0-9_]{2,}%/

/** Whether a text holds a variable, so that nothing can be said about the value it will have on the Mac. */
export function isTemplate(text: string): boolean {
  return VARIABLE.test(text)
}

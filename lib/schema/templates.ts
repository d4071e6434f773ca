import { isVariableInBraces } from './braced-variables'

/** Variables that an MDM or an installer fills in later: ${NAME}, {{name}}, <<NAME>>, $EMAIL, %EMAIL%. */
const VARIABLE = /\$\{[^}]*\}|\{\{[^}]*\}\}|<<[^<>]+>>|\$[A-Z][A-Z0-9_]+\w*|%[A-Za-z_][A-Za-z0-9_]{2,}%/

const WHOLE = new RegExp(`^(?:${VARIABLE.source})$`)
const EACH = new RegExp(VARIABLE, 'g')

/** Whether a text holds a variable, so that nothing can be said about the value it will have on the Mac. */
export function isTemplate(text: string): boolean {
  return VARIABLE.test(text) || variablesInBraces(text).length > 0
}

/** Whether a text has the shape of a variable from its beginning to its end. */
export function isWhollyVariable(text: string): boolean {
  const trimmed = text.trim()
  return WHOLE.test(trimmed) || variablesInBraces(trimmed)[0] === trimmed
}

/** The variables in a text, with their marks, but for those in single braces. */
export function markedVariables(text: string): string[] {
  return [...text.matchAll(EACH)].map(([each]) => each)
}

/** Workspace ONE writes {EmailAddress}; of other words in braces nobody knows who would fill them in. */
function variablesInBraces(text: string): string[] {
  return text.includes('{')
    ? (text.match(/(?<![{$#])\{[A-Za-z]{4,}\}(?!\})/g) ?? []).filter(isVariableInBraces)
    : []
}

/** What the person answered when asked whether Latchkey may catch the answer of a sign-in. */
export type CatchChoice = 'catch' | 'paste'

const item = 'latchkey-catch'

/** The answer that this browser keeps; null where nobody was asked yet, or the browser keeps nothing. */
export function rememberedCatchChoice(): CatchChoice | null {
  try {
    const kept = localStorage.getItem(item)
    return kept === 'catch' || kept === 'paste' ? kept : null
  } catch {
    return null
  }
}

/** Keeps the answer in this browser. */
export function rememberCatchChoice(choice: CatchChoice): void {
  try {
    localStorage.setItem(item, choice)
  } catch {
    // Without storage the answer holds until the sign-in is over.
  }
}

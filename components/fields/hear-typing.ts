/** What a key press raises behind `keydown`; nothing above a text field of the form listens for it. */
const RAISED = ['keypress', 'textInput', 'input', 'keyup'] as const

/**
 * Gives `take` the text of a field after each change by its user. The browser is heard directly, and what a key press
 * raises ends at the field: for each of these events React looks for listeners from there to the root of the page.
 * The returned function ends it.
 */
export function hearTyping(
  field: HTMLInputElement | HTMLTextAreaElement,
  take: (text: string) => void,
): () => void {
  const hear = () => take(field.value)
  const keep = (event: Event) => event.stopPropagation()
  const keepCharacter = (event: Event) => {
    if (isCharacter(event as KeyboardEvent)) {
      keep(event)
    }
  }
  field.addEventListener('input', hear)
  field.addEventListener('keydown', keepCharacter)
  for (const name of RAISED) {
    field.addEventListener(name, keep)
  }
  return () => {
    field.removeEventListener('input', hear)
    field.removeEventListener('keydown', keepCharacter)
    for (const name of RAISED) {
      field.removeEventListener(name, keep)
    }
  }
}

/** Whether a key press writes a character and nothing else: no shortcut is one in a text field. */
const isCharacter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && !ctrlKey && !metaKey && !altKey

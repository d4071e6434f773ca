const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const GUID_INSIDE = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/** The first GUID in a text, as it is written; undefined when there is none. */
export function guidIn(text: string): string | undefined {
  return GUID_INSIDE.exec(text)?.[0]
}

/** Whether the text is a GUID, whatever is a capital letter in it. */
export function isGuid(text: string): boolean {
  return GUID.test(text.trim())
}

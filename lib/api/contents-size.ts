import { MOST_BYTES } from '../plist/limits'

export const TOO_LARGE = 'A profile has at most 5 MB.'

/** What keeps so many bytes from being the contents of a configuration or draft, as a sentence; null when nothing does. */
export function sizeFault(bytes: number): string | null {
  if (bytes === 0) {
    return 'The body of the request is empty; send the bytes of the profile.'
  }
  return bytes > MOST_BYTES ? TOO_LARGE : null
}

/** Between asking again for what did not come. */
const AGAIN_MS = 2_000

/**
 * What `load` gives, however often it has to be asked: in a page the server may be away, and a module that awaits what
 * failed once has failed for as long as the page is open. Rejects with what is no failure to load a file.
 */
export async function persist<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      // The framework's name for a script of the page that did not come.
      if (!(error instanceof Error && error.name === 'ChunkLoadError')) {
        throw error
      }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

/** Hands a file to the browser's downloads. */
export function saveFile(file: { fileName: string; mediaType: string; bytes: Uint8Array }): void {
  const url = URL.createObjectURL(new Blob([file.bytes as BlobPart], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = file.fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** WebKit starts one download at a time: of several at once it keeps the last. */
const BETWEEN_MS = 400

/** Hands several files to the browser's downloads, one after the other. */
export async function saveFiles(files: readonly Parameters<typeof saveFile>[0][]): Promise<void> {
  for (const [at, file] of files.entries()) {
    if (at > 0) {
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
    }
    saveFile(file)
  }
}

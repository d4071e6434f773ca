import { saveFile } from '@/components/ui/save-file'
import type { ListedItem } from '@/lib/api/list'
import { readContents } from './requests'
import { fileNames, zip } from './zip'

/** Saves the newest version of each as a file of one archive; gives how many those are. Throws RequestFailed. */
export async function exportZip(items: readonly ListedItem[]): Promise<number> {
  const names = fileNames(items.map(({ name }) => name))
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [index, { id }] of items.entries()) {
    files.push({ name: names[index] ?? `${id}.mobileconfig`, bytes: await readContents(id) })
  }
  const day = new Date().toISOString().slice(0, 10)
  saveFile({ fileName: `Latchkey-${day}.zip`, mediaType: 'application/zip', bytes: zip(files, new Date()) })
  return files.length
}

import type { ImportedFile } from './import-file'

/** A file of an import, as it stands in the list. */
export type ImportRow = { readonly id: number; readonly file: ImportedFile }

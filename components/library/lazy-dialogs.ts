'use client'
import { lazyDialog } from '@/components/ui/lazy-dialog'

/** The dialog for tags and a note, loaded when it is first opened. */
export const TagDialog = lazyDialog('Tags and note', async () => (await import('./tag-dialog')).TagDialog)

/** The question before configurations are deleted that the table does not show. */
export const DeleteDialog = lazyDialog('Delete', async () => (await import('./delete-dialog')).DeleteDialog)

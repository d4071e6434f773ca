'use client'
import { lazyDialog } from '@/components/ui/lazy-dialog'

/** The dialog for tags and a note, loaded when it is first opened. */
export const TagDialog = lazyDialog('Tags and note', async () => (await import('./tag-dialog')).TagDialog)

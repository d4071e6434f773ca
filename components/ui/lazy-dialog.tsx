'use client'
import type { ComponentType } from 'react'
import { Dialog } from './dialog'
import { lazily, NotLoaded } from './lazily'

/**
 * A dialog that is loaded when it is first opened. One that cannot be loaded says so as a dialog with this title, which can
 * be closed: then it does not come when the server answers again.
 */
export function lazyDialog<P extends { readonly onClose: () => void }>(
  title: string,
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return lazily(load, {
    failed: ({ onClose }) => (
      <Dialog open onClose={onClose} title={title}>
        <NotLoaded />
      </Dialog>
    ),
  })
}

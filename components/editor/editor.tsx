'use client'
import { useCallback, useRef, useState } from 'react'
import { OpenProfileProvider } from '@/components/open-profile/open-profile'
import { editableText } from '@/components/open-profile/profile-file'
import { ProfileStore } from '@/components/open-profile/profile-store'
import { Dialog } from '@/components/ui/dialog'
import { notify } from '@/components/ui/toast'
import type { Configuration } from '@/lib/library/api'
import type { PlistDocument } from '@/lib/plist/document'
import { toProfile } from '@/lib/profile/edit'
import type { ProfileError } from '@/lib/profile/errors'
import type { Tab } from '@/lib/schema/manifest'
import { type BodyState, EditorBody } from './editor-body'
import { EditorToolbar } from './editor-toolbar'
import { ExportDialog } from './export-dialog'
import { SidePanel, type SideView } from './side-panel'
import { StaleDialog } from './stale-dialog'
import { useDraft } from './use-draft'
import { useReveal } from './use-reveal'
import { useSaving } from './use-saving'
import { useShortcuts } from './use-shortcuts'

export type OpenedConfiguration = {
  readonly configuration: Configuration
  readonly document: PlistDocument
  /** Unsaved text from an earlier visit. */
  readonly draft: string | null
}

/** The open configuration: toolbar, form and what it produces. */
export function Editor(props: OpenedConfiguration & { name: string; fileName: string }) {
  const [profile] = useState(() => openStore(props))
  const [state, setState] = useState<BodyState>({
    tab: 'identity-provider',
    view: 'form',
    query: '',
    configuredOnly: false,
  })
  const [side, setSide] = useState<SideView>('xml')
  const [sheet, setSheet] = useState(false)
  const [exporting, setExporting] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const { configuration, document, fileName, name } = props
  const saving = useSaving(
    configuration.id,
    { document, version: configuration.draft?.base ?? configuration.version },
    profile,
  )
  const change = useCallback((part: Partial<BodyState>) => setState((before) => ({ ...before, ...part })), [])
  const showTab = useCallback(
    (tab: Tab) => change({ tab, view: 'form', query: '', configuredOnly: false }),
    [change],
  )
  const reveal = useReveal(showTab, state)
  useDraft(configuration.id, saving.version, profile)
  useShortcuts({
    save: () => profile.dirty && saving.save(),
    undo: () => profile.undo(),
    redo: () => profile.redo(),
    search: () => searchField.current?.focus(),
    exportFile: () => setExporting(true),
  })
  return (
    <OpenProfileProvider profile={profile} reveal={reveal}>
      <div className="flex h-full min-h-0 flex-col">
        <EditorToolbar
          name={name}
          version={saving.version}
          saving={saving.saving}
          onSave={saving.save}
          onExport={() => setExporting(true)}
          onPanel={() => setSheet(true)}
        />
        <div className="flex min-h-0 flex-1">
          <EditorBody state={state} onChange={change} searchField={searchField} />
          <aside
            aria-label="What the form produces"
            className="hidden w-[400px] shrink-0 border-l border-line bg-panel columns:block"
          >
            <SidePanel view={side} onView={setSide} />
          </aside>
        </div>
      </div>
      <Dialog open={sheet} onClose={() => setSheet(false)} title={name} place="right" flush>
        <SidePanel view={side} onView={setSide} onReveal={() => setSheet(false)} />
      </Dialog>
      {exporting && (
        <ExportDialog
          id={configuration.id}
          name={name}
          fileName={fileName}
          document={document}
          onClose={() => setExporting(false)}
        />
      )}
      {saving.stale && (
        <StaleDialog
          id={configuration.id}
          stale={saving.stale}
          onSaveOver={saving.saveOver}
          onTakeTheirs={saving.takeTheirs}
          onClose={saving.dismiss}
        />
      )}
    </OpenProfileProvider>
  )
}

function openStore({ document, draft, fileName, name }: Parameters<typeof Editor>[0]): ProfileStore {
  const store = new ProfileStore(editableText(document), {
    ...(draft === null ? {} : { draft }),
    fileName,
    onRefused: (error) => explainRefusal(error, store, name),
  })
  return store
}

/** A bare property list holds one domain; a key of another one needs a profile around it. */
function explainRefusal(error: ProfileError, store: ProfileStore, name: string): void {
  const [place] = store.places
  if (error.code === 'bare-one-domain' && place) {
    const run = () => store.replaceRoot(toProfile(store.root, place.domain, { name }))
    notify(error.message, { tone: 'error', action: { label: 'Convert', run } })
  } else {
    notify(error.message, { tone: 'error' })
  }
}

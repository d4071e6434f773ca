'use client'
import { useRef, useState } from 'react'
import { useCommands } from '@/components/commands/commands'
import { OpenProfileProvider } from '@/components/open-profile/open-profile'
import { Dialog } from '@/components/ui/dialog'
import { KeepPage } from '@/components/ui/keep-page'
import { lazily } from '@/components/ui/lazily'
import { lazyDialog } from '@/components/ui/lazy-dialog'
import { EditorPanes } from './editor-panes'
import { EditorToolbar } from './editor-toolbar'
import { Meanwhile } from './meanwhile'
import { type OpenedConfiguration, useOpened } from './opened'
import { SidePanel } from './side-panel'
import { Arrivals } from './use-address'
import { useEditorView } from './use-editor-view'
import { usePlaceTitle } from './use-place-title'

const ExportDialog = lazyDialog('Export', async () => (await import('./export-dialog')).ExportDialog)
const ToldMarks = lazily(async () => (await import('./told-marks')).ToldMarks, { quiet: true })

/** The open configuration: toolbar, form and what it produces. `newest`: the version that the library has. */
export function Editor(props: OpenedConfiguration & { name: string; newest: number }) {
  const { configuration, profile, drafts, name, newest } = props
  const { id } = configuration
  const view = useEditorView(profile)
  const { side, setSide, reveal } = view
  const [sheet, setSheet] = useState(false)
  const [exporting, setExporting] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const saving = useOpened(props)
  const { version, note, save } = saving
  const toggleTests = () => view.setTest(view.test === null ? view.lastTest : null)
  const dirty = () => profile.dirty
  useCommands({
    save: () => dirty() && save(),
    undo: () => profile.undo(),
    redo: () => profile.redo(),
    search: () => {
      view.showSearch()
      searchField.current?.focus()
    },
    export: () => setExporting(true),
    test: toggleTests,
    showKey: reveal,
    settings: () => profile.settings,
    can: { save: dirty, saveNote: dirty, undo: () => profile.canUndo, redo: () => profile.canRedo },
  })
  const test = { id, configuration: { name, version } }
  usePlaceTitle(name, view)
  return (
    <OpenProfileProvider profile={profile} reveal={reveal}>
      <ToldMarks configuration={configuration} />
      <Arrivals keeper={view.keeper} onArrive={view.onArrive} />
      {/* Without the bar at the lower edge of a small screen: what scrolls here ends above it. */}
      <div className="relative flex h-full min-h-0 flex-col max-sheet:h-[calc(100%-3.5rem)] max-columns:low:overflow-y-auto">
        <EditorToolbar
          id={id}
          name={name}
          version={version}
          saving={saving.isPending}
          testing={view.test !== null}
          onTest={toggleTests}
          note={note}
          onSave={save}
          onExport={() => setExporting(true)}
          onPanel={() => setSheet(true)}
        />
        <Meanwhile id={id} newest={newest} drafts={drafts} saving={saving} />
        <KeepPage note="What you typed is still there. Show the part again, or export the profile from the toolbar first.">
          <EditorPanes view={view} searchField={searchField} test={test} />
        </KeepPage>
      </div>
      <Dialog open={sheet} onClose={() => setSheet(false)} title={name} place="right" flush>
        <SidePanel view={side} onView={setSide} onReveal={() => setSheet(false)} />
      </Dialog>
      {exporting && <ExportDialog id={id} name={name} onClose={() => setExporting(false)} />}
    </OpenProfileProvider>
  )
}

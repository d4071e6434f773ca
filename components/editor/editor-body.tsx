'use client'
import { Code, List, ListFilter, Search } from 'lucide-react'
import { type RefObject, useDeferredValue, useMemo, useState } from 'react'
import { useOpenProfile, useProfile } from '@/components/open-profile/open-profile'
import { Button } from '@/components/ui/button'
import { lazily } from '@/components/ui/lazily'
import { TabList } from '@/components/ui/tab-list'
import { allKeys } from '@/lib/products/keys'
import { tabsFor } from '@/lib/products/layout'
import type { AddressKeeper } from './address-keeper'
import { EditorForm } from './editor-form'
import { outlineOf } from './outline'
import type { BodyState } from './use-editor-view'

const OtherCount = lazily(async () => (await import('./other-count')).OtherCount, { quiet: true })
const XmlView = lazily(async () => (await import('./xml-view')).XmlView)

type EditorBodyProps = {
  state: BodyState
  onChange: (change: Partial<BodyState>) => void
  searchField: RefObject<HTMLInputElement | null>
  keeper: AddressKeeper
}

const NO_FILTER = { query: '', configuredOnly: false, place: null } as const

/** The tabs for what the profile holds; a list that stays the same while it holds the same domains. */
function useTabs() {
  const domains = useProfile(({ settings }) => [...settings.keys()].join(' '))
  const { profile } = useOpenProfile()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the domains decide
  return useMemo(() => tabsFor(profile.settings), [profile, domains])
}

/** The tabs of the products with their form, or the XML of the profile. */
export function EditorBody({ state, onChange, searchField, keeper }: EditorBodyProps) {
  const tabs = useTabs()
  const [form, setForm] = useState<HTMLElement | null>(null)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const sections = useMemo(() => ({ form, slot, keeper }), [form, slot, keeper])
  const filtered = state.query.trim() !== '' || state.configuredOnly
  const query = useDeferredValue(state.query.trim())
  const filter = useMemo(
    () => ({ query, configuredOnly: state.configuredOnly }),
    [query, state.configuredOnly],
  )
  return (
    <main id="content" tabIndex={-1} className="@container flex min-h-0 min-w-0 flex-1 flex-col outline-none">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 pt-3 pb-2 sheet:px-6">
        <TabList
          tabs={tabs}
          value={state.view === 'form' && !filtered ? state.tab : null}
          entry={state.tab}
          onChange={(tab) => onChange({ ...NO_FILTER, tab, view: 'form' })}
          label="Parts of the configuration"
          look="segments"
          panelId="tab-panel"
        />
        <div className="ml-auto flex items-center gap-3 max-sheet:order-last">
          <ConfiguredCount />
          <ViewSwitch state={state} onChange={onChange} />
        </div>
        {state.view === 'form' && (
          <div className="find-keys relative flex min-w-0 flex-1 items-center gap-2 sheet:w-full sheet:flex-none sheet:flex-wrap">
            <input
              ref={searchField}
              type="search"
              aria-label="Search the keys"
              placeholder="Search names, labels and descriptions"
              value={state.query}
              onChange={(event) => onChange({ query: event.target.value })}
              className="control min-w-0 max-sheet:order-2 sheet:flex-1 sheet:basis-40"
            />
            <SearchMark />
            {!filtered && (
              <div
                ref={setSlot}
                className="min-w-0 flex-1 max-sheet:order-1 empty:hidden sheet:basis-36 @min-[760px]:hidden"
              />
            )}
            <Button
              aria-pressed={state.configuredOnly}
              onClick={() => onChange({ configuredOnly: !state.configuredOnly })}
              className="order-3 aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent max-sheet:px-3"
            >
              <ListFilter aria-hidden size={15} className="sheet:hidden" />
              <span className="sr-only sheet:not-sr-only">Configured only</span>
            </Button>
          </div>
        )}
      </div>
      <PendingXml view={state.view} onShow={() => onChange({ view: 'xml' })} />
      {state.view === 'xml' ? (
        <div className="flex min-h-0 flex-1 flex-col px-3 pb-3 max-columns:low:h-dvh max-columns:low:flex-none sheet:px-6">
          <XmlView />
        </div>
      ) : (
        <div
          ref={setForm}
          id="tab-panel"
          {...(filtered
            ? { role: 'region', 'aria-label': 'What was found' }
            : { role: 'tabpanel', 'aria-label': tabs.find(({ id }) => id === state.tab)?.title })}
          className="min-h-0 flex-1 overflow-y-auto contain-strict px-3 pt-1 pb-16 max-columns:low:flex-none max-columns:low:overflow-visible max-columns:low:contain-none sheet:px-6"
        >
          <EditorForm
            tab={state.tab}
            filter={filter}
            place={state.place}
            sections={sections}
            onShowTab={(tab) => onChange({ ...NO_FILTER, tab })}
            onClear={() => onChange(NO_FILTER)}
          />
        </div>
      )}
    </main>
  )
}

/** Drawn over the field while that is a button; see .find-keys. */
const SearchMark = () => (
  <span
    aria-hidden
    className="pointer-events-none relative order-2 -ml-[52px] mr-auto grid w-11 place-items-center text-ink-2 sheet:hidden"
  >
    <Search size={16} />
  </span>
)

function ViewSwitch({ state, onChange }: Pick<EditorBodyProps, 'state' | 'onChange'>) {
  const views = [
    { view: 'form', name: 'Form', icon: <List aria-hidden size={15} /> },
    { view: 'xml', name: 'XML', icon: <Code aria-hidden size={15} /> },
  ] as const
  return (
    <fieldset aria-label="View" className="flex min-w-0 rounded-lg bg-sunken p-0.5">
      {views.map(({ view, name, icon }) => (
        <button
          key={view}
          type="button"
          aria-label={name}
          title={name}
          aria-pressed={state.view === view}
          onClick={() => onChange({ view })}
          className="touch flex min-h-[30px] w-9 items-center pointer-coarse:w-11 justify-center rounded-md text-ink-2 aria-pressed:bg-panel aria-pressed:text-ink aria-pressed:shadow-[0_0_0_1px_var(--line)]"
        >
          {icon}
        </button>
      ))}
    </fieldset>
  )
}

const fields = allKeys.filter(
  ({ definition, path }) => definition.kind !== 'dictionary' && !path.includes('[]'),
)

function ConfiguredCount() {
  const { profile } = useOpenProfile()
  // Which keys are configured stands in the outline; hundreds of keys are not looked for at every key press.
  const outline = useProfile(outlineOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the outline decides
  const count = useMemo(
    () => fields.filter(({ domain, path }) => profile.valueOf(domain, path) !== undefined).length,
    [profile, outline],
  )
  return (
    <p className="hidden text-xs whitespace-nowrap text-ink-2 @min-[600px]:block">
      {count} of {fields.length} keys configured
      <OtherCount />
    </p>
  )
}

function PendingXml({ view, onShow }: { view: BodyState['view']; onShow: () => void }) {
  const { profile } = useOpenProfile()
  const pending = useProfile((at) => at.pendingXml !== null)
  return pending && view === 'form' ? (
    <div role="alert" className="mx-3 mb-2 rounded-lg bg-error-soft px-4 py-2 text-error sheet:mx-6">
      The XML view holds text that cannot be read. The form shows the last XML that could.{' '}
      <Button look="link" onClick={onShow}>
        Go to the XML
      </Button>{' '}
      <Button look="link" onClick={() => profile.discardPendingXml()}>
        Discard that text
      </Button>
    </div>
  ) : null
}

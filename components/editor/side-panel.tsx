'use client'
import { type ReactNode, useId } from 'react'
import { useIssues } from '@/components/open-profile/open-profile'
import { Badge } from '@/components/ui/badge'
import { lazily } from '@/components/ui/lazily'
import { TabList } from '@/components/ui/tab-list'
import { countIssues } from '@/lib/api/issue'
import { counted } from '@/lib/schema/words'
import type { SideView } from './address'

const XmlPreview = lazily(async () => (await import('./xml-preview')).XmlPreview)
const IssuePanel = lazily(async () => (await import('./issue-panel')).IssuePanel)
const LoginWindowDrawing = lazily(async () => (await import('./login-window-drawing')).LoginWindowDrawing)

const titles = { xml: 'XML', issues: 'Issues', 'login-window': 'Login window' } as const

/** What the form produces: the XML, the issues, the login window. `onReveal` closes the sheet on narrow screens. */
export function SidePanel(props: {
  view: SideView
  onView: (view: SideView) => void
  onReveal?: () => void
}) {
  const { view, onReveal } = props
  const panelId = useId()
  const panels: Record<SideView, () => ReactNode> = {
    xml: () => <XmlPreview />,
    issues: () => <IssuePanel {...(onReveal ? { onReveal } : {})} />,
    'login-window': () => <LoginWindowDrawing />,
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <TabList
        tabs={views}
        value={view}
        onChange={props.onView}
        label="What the form produces"
        look="plain"
        panelId={panelId}
      />
      <div
        id={panelId}
        role="tabpanel"
        aria-label={titles[view]}
        className="relative flex min-h-0 flex-1 flex-col overflow-auto"
      >
        {panels[view]()}
      </div>
    </div>
  )
}

/** Number of issues; red when one of them is an error. Where there is little room, more than 99 are not told one by one. */
export function IssueCount({ short = false }: { short?: boolean }) {
  const issues = useIssues()
  if (!issues?.length) {
    return null
  }
  const { errors, advice } = countIssues(issues)
  return (
    <Badge
      tone={errors > 0 ? 'error' : 'warning'}
      label={`${counted(errors, 'error')}, ${counted(advice, 'piece of advice', 'pieces of advice')}`}
    >
      {short && issues.length > 99 ? '99+' : issues.length}
    </Badge>
  )
}

const views = [
  { id: 'xml', title: 'XML' },
  {
    id: 'issues',
    title: (
      <>
        Issues <IssueCount />
      </>
    ),
  },
  { id: 'login-window', title: 'Login window' },
] as const

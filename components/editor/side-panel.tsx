'use client'
import { Tabs } from 'radix-ui'
import { useIssues } from '@/components/open-profile/open-profile'
import { Badge } from '@/components/ui/badge'
import { IssuePanel } from './issue-panel'
import { LoginWindowDrawing } from './login-window-drawing'
import type { SideView } from './use-editor-view'
import { XmlPreview } from './xml-preview'

/** What the form produces: the XML, the issues, the login window. `onReveal` closes the sheet on narrow screens. */
export function SidePanel(props: {
  view: SideView
  onView: (view: SideView) => void
  onReveal?: () => void
}) {
  return (
    <Tabs.Root
      value={props.view}
      onValueChange={(view) => props.onView(view as SideView)}
      className="flex h-full min-h-0 flex-col"
    >
      <Tabs.List
        aria-label="What the form produces"
        className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-2.5"
      >
        <Trigger value="xml">XML</Trigger>
        <Trigger value="issues">
          Issues <IssueCount />
        </Trigger>
        <Trigger value="login-window">Login window</Trigger>
      </Tabs.List>
      <Tabs.Content value="xml" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
        <XmlPreview />
      </Tabs.Content>
      <Tabs.Content value="issues" tabIndex={-1} className="flex min-h-0 flex-1 flex-col">
        <IssuePanel {...(props.onReveal ? { onReveal: props.onReveal } : {})} />
      </Tabs.Content>
      <Tabs.Content value="login-window" tabIndex={-1} className="min-h-0 flex-1 overflow-auto">
        <LoginWindowDrawing />
      </Tabs.Content>
    </Tabs.Root>
  )
}

function Trigger({ value, children }: { value: SideView; children: React.ReactNode }) {
  return (
    <Tabs.Trigger
      value={value}
      className="touch flex min-h-8 items-center gap-1.5 rounded-md px-2 text-sm text-ink-2 hover:text-ink data-[state=active]:font-semibold data-[state=active]:text-ink"
    >
      {children}
    </Tabs.Trigger>
  )
}

/** Number of issues; red when one of them is an error. */
export function IssueCount() {
  const issues = useIssues()
  if (!issues || issues.length === 0) {
    return null
  }
  const errors = issues.filter(({ severity }) => severity === 'error').length
  return (
    <Badge
      tone={errors > 0 ? 'error' : 'warning'}
      label={`${errors} errors, ${issues.length - errors} pieces of advice`}
    >
      {issues.length}
    </Badge>
  )
}

'use client'
import { Component, type ReactNode } from 'react'
import { Button } from './button'

type KeepPageProps = {
  /** What is safe, and what can be done meanwhile; a sentence. */
  readonly note: string
  readonly children: ReactNode
}

/** Keeps a mistake in one part of the page to that part: everything around it stays, and so does what was typed. */
export class KeepPage extends Component<KeepPageProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? (
      <main id="content" tabIndex={-1} className="flex min-h-0 flex-1 p-6 outline-none">
        <div role="alert" className="m-auto max-w-md space-y-3">
          <h2 className="text-[15px] font-semibold">This part of the page cannot be shown</h2>
          <p className="text-ink-2">{this.props.note}</p>
          <Button look="primary" onClick={() => this.setState({ failed: false })}>
            Show it again
          </Button>
        </div>
      </main>
    ) : (
      this.props.children
    )
  }
}

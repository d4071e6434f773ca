import type { ReactNode } from 'react'
import { Frame } from '@/components/library/frame'

export default function WorkspaceLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>
}

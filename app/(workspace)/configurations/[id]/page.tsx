import type { Metadata } from 'next'
import { EditorLoader } from '@/components/editor/editor-loader'

export const metadata: Metadata = { title: 'Configuration' }

export default async function ConfigurationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <EditorLoader key={id} id={id} />
}

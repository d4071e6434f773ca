import type { Metadata } from 'next'
import { SetUpPage } from '@/components/set-up/set-up-page'

export const metadata: Metadata = { title: 'Set-up' }

export default async function ConfigurationSetUpPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <SetUpPage key={id} id={id} guide={null} />
}

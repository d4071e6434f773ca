import type { Metadata } from 'next'
import { SetUpPage } from '@/components/set-up/set-up-page'

export const metadata: Metadata = { title: 'Set-up' }

type Params = { readonly id: string; readonly guide: string }

export default async function ConfigurationGuidePage({ params }: { params: Promise<Params> }) {
  const { id, guide } = await params
  return <SetUpPage key={`${id} ${guide}`} id={id} guide={guide} />
}

import type { Metadata } from 'next'
import { Welcome } from '@/components/library/welcome'

export const metadata: Metadata = { title: 'Configurations' }

export default function HomePage() {
  return <Welcome />
}

import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RETIRED } from '@/components/reference/addresses'
import { ManifestPage } from '@/components/reference/manifest-page'
import { type Parameters, queryOf } from '@/components/reference/query-of'
import { RetiredPage } from '@/components/reference/retired-page'
import { manifests } from '@/lib/products/keys'

type Props = { params: Promise<{ manifest: string }>; searchParams: Promise<Parameters> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { manifest: wanted } = await params
  const manifest = manifests.find(({ id }) => id === wanted)
  const title = wanted === RETIRED ? 'Retired keys' : manifest && `${manifest.title} keys`
  return title === undefined ? {} : { title }
}

export default async function ReferenceManifestPage({ params, searchParams }: Props) {
  const { manifest: wanted } = await params
  const query = queryOf(await searchParams)
  if (wanted === RETIRED) {
    return <RetiredPage query={query} />
  }
  const manifest = manifests.find(({ id }) => id === wanted)
  return manifest ? <ManifestPage manifest={manifest} query={query} /> : notFound()
}

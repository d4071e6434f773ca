import type { ReactNode } from 'react'
import { helpOf, sourceOfSection } from '@/lib/products/help'
import { tabs } from '@/lib/products/layout'
import { inWords } from '@/lib/schema/condition-words'
import type { KnownKey } from '@/lib/schema/keys'
import { type Reference, referenceOf } from '@/lib/schema/reference'
import { stepsOf } from './addresses'
import { evidenceInWords } from './evidence'
import { KeyOptions } from './key-options'
import { LinkedKeys, linkedWith } from './linked-keys'
import { SourceLink } from './source-link'

/** Everything the manifest says of a key beyond its description: one row for each fact that there is. */
export function KeyFacts({ known }: { known: KnownKey }) {
  const reference = referenceOf(known, helpOf(known))
  return (
    <dl className="reference-facts mt-3">
      <Fact term="Type" detail={typeOf(known, reference)} />
      <Fact term="Switch" detail={reference.readings.length > 0 && <Readings {...reference} />} />
      <Fact term="Options" detail={hasOptions(known) && <KeyOptions definition={known.definition} />} />
      <Fact term="Not configured" detail={reference.defaultInWords} />
      <Conditions known={known} />
      <Fact term="Note" detail={helpOf(known).note} />
      <Fact term="Linked with" detail={linkedWith(known.id) && <LinkedKeys id={known.id} />} />
      <Fact term="Place" detail={<Place known={known} />} />
      <Fact term="In the editor" detail={editorPlace(known)} />
      <Fact term="Also called" detail={helpOf(known).alsoCalled?.join(', ')} />
      <Versions known={known} />
      <Fact term="Evidence" detail={<Grounds known={known} />} />
    </dl>
  )
}

function Fact({ term, detail }: { term: string; detail: ReactNode }) {
  return detail === undefined || detail === null || detail === false || detail === '' ? null : (
    <div>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </div>
  )
}

function Readings({ readings }: Pick<Reference, 'readings'>) {
  return readings.map((sentence) => (
    <span key={sentence} className="block">
      {sentence}
    </span>
  ))
}

function Conditions({ known: { definition, appliesWhen, product } }: { known: KnownKey }) {
  const { required, recommended, needs } = definition
  const { providers } = product
  return (
    <>
      <Fact term="Required" detail={required && sentence(inWords(required, providers))} />
      <Fact term="Recommended" detail={recommended && sentence(inWords(recommended, providers))} />
      <Fact term="Applies" detail={appliesWhen && sentence(inWords(appliesWhen, providers))} />
      <Fact term="Has an effect" detail={needs && sentence(inWords(needs, providers))} />
    </>
  )
}

function Versions({ known }: { known: KnownKey }) {
  const { definition, product } = known
  const { deprecated } = definition
  const { introduced } = helpOf(known)
  return (
    <>
      <Fact term="Introduced" detail={introduced && `${product.title} ${introduced}`} />
      <Fact term="Deprecated" detail={deprecated && `${product.title} ${deprecated}`} />
    </>
  )
}

function Place({ known }: { known: KnownKey }) {
  return (
    <span className="font-mono text-xs [overflow-wrap:anywhere]">
      {[known.domain, ...stepsOf(known)].join(' › ')}
    </span>
  )
}

function Grounds({ known }: { known: KnownKey }) {
  const { definition } = known
  const { source } = helpOf(known)
  return (
    <>
      <span className={definition.evidence === 'unverified' ? 'text-warning' : undefined}>
        {evidenceInWords[definition.evidence]}
      </span>{' '}
      <SourceLink address={source} again={source === sourceOfSection(known)} />
    </>
  )
}

function typeOf({ definition }: KnownKey, { typeInWords }: Reference): string {
  const also = definition.alsoAccept ?? []
  return also.length === 0 ? typeInWords : `${typeInWords} Also read: ${also.join(', ')}.`
}

function hasOptions({ definition }: KnownKey): boolean {
  return 'options' in definition && definition.options !== undefined
}

function editorPlace({ tab, group }: KnownKey): string {
  return `${tabs.find(({ id }) => id === tab)?.title ?? tab} › ${group}`
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`
}

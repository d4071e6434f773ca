'use client'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useComputed } from '@/components/open-profile/use-computed'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import type { StringKey } from '@/lib/schema/manifest'
import { type ControlProps, labelled } from './field-props'
import { ScopesControl } from './scopes-control'
import { textCodec } from './text-codec'
import { TextError } from './text-error'
import { usePlaceholder } from './use-placeholder'
import { useText } from './use-text'

/** One line or a block of text; credentials are masked until they are revealed. */
export function StringControl(props: ControlProps<StringKey>) {
  if (props.definition.format === 'scopes') {
    return <ScopesControl {...props} />
  }
  return props.definition.secret ? <SecretText {...props} /> : <PlainText {...props} />
}

function PlainText(props: ControlProps<StringKey>) {
  const { field, error } = useText(props, textCodec)
  const computed = useComputed(props.domain, props.path)
  const { definition } = props
  const example = usePlaceholder(props)
  const shared = {
    ...field,
    ...labelled(props, error),
    placeholder: computed?.value ?? definition.default ?? example,
    spellCheck: definition.multiline === true,
    autoComplete: 'off',
  }
  return (
    <>
      {definition.multiline ? (
        <textarea {...shared} rows={3} className="control" />
      ) : (
        <input
          {...shared}
          type="text"
          className={cn('control', !isProse(definition) && 'font-mono text-[12.5px]')}
        />
      )}
      <TextError error={error} />
    </>
  )
}

function SecretText(props: ControlProps<StringKey>) {
  const { field, error } = useText(props, textCodec)
  const [shown, setShown] = useState(false)
  return (
    <>
      <div className="flex gap-2">
        <input
          {...field}
          {...labelled(props, error)}
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          placeholder={props.definition.placeholder}
          className="control font-mono text-[12.5px]"
        />
        <Button
          size="icon"
          aria-pressed={shown}
          aria-label={`Show ${props.definition.title}`}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden size={15} /> : <Eye aria-hidden size={15} />}
        </Button>
      </div>
      <TextError error={error} />
    </>
  )
}

/** Names, ids and addresses have no spaces in their examples; prose has. */
function isProse({ format, placeholder = '' }: StringKey): boolean {
  return format === undefined && /\s/.test(placeholder)
}

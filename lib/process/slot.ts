/** What a process of Latchkey has one of, each held by the module that makes it. */
export type SlotName =
  | 'attempts'
  | 'egress-policy'
  | 'environment'
  | 'library'
  | 'okta-sign-ins'
  | 'pass'
  | 'redirect-listener'
  | 'sign-ins'
  | 'stopping'
  | 'test-runs'

/** One value of this process. */
export type Slot<T> = {
  /** Undefined until somebody puts a value there. */
  value: T | undefined
  /** The value; made and put there when there is none. */
  readonly orMake: (make: () => T) => T
}

/**
 * The place of one value of this process. The server and the framework hold a copy of every module each: what they
 * share stands in `globalThis`, under one name. `T` is the type that the one module which asks for `name` gives it.
 */
export function slot<T>(name: SlotName): Slot<T> {
  const holder = globalThis as { latchkey?: Map<SlotName, unknown> }
  holder.latchkey ??= new Map()
  const values = holder.latchkey
  const place: Slot<T> = {
    get value() {
      return values.get(name) as T | undefined
    },
    set value(value) {
      values.set(name, value)
    },
    orMake: (make) => {
      place.value ??= make()
      return place.value
    },
  }
  return place
}

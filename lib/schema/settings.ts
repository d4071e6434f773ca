import { valueAt } from '../plist/tree'
import type { PlistDict, PlistPath, PlistValue } from '../plist/value'

/** The settings of a configuration: one dict per preference domain. */
export type Settings = ReadonlyMap<string, PlistDict>

/** What a condition is decided against. */
export type Context<P extends string = string> = {
  /** The identity provider of the configuration; null while none is configured or the product does not know it. */
  readonly provider: P | null
  readonly settings: Settings
  /** The domain in which a condition's keys are looked up when they name none. */
  readonly domain: string
  /** Array positions that stand for the "[]" of a key inside a list, outermost first. */
  readonly positions?: readonly number[]
}

/** The text at `path` in the settings of `domain`; undefined when there is none or it is not a string. */
export function textAt(settings: Settings, domain: string, path: PlistPath): string | undefined {
  const value = settingAt(settings, domain, path)
  return value?.type === 'string' ? value.value : undefined
}

/** The value at `path` in the settings of `domain`. */
export function settingAt(settings: Settings, domain: string, path: PlistPath): PlistValue | undefined {
  const root = settings.get(domain)
  return root === undefined ? undefined : valueAt(root, path)
}

/**
 * Whether a value can be written at `path` in the settings of `domain`: what stands above it is a dictionary, or a list
 * with that element, and dictionaries that are missing are made.
 */
export function isWritable(settings: Settings, domain: string, path: PlistPath): boolean {
  let node: PlistValue | undefined = settings.get(domain)
  for (const [at, step] of path.entries()) {
    const fits =
      typeof step === 'string'
        ? node?.type === 'dict' || (node === undefined && at > 0)
        : node?.type === 'array' && step <= node.items.length
    if (!fits) {
      return false
    }
    // What stands at the place itself does not matter, and in a dictionary of many keys finding it takes long.
    node = node === undefined || at === path.length - 1 ? undefined : valueAt(node, [step])
  }
  return settings.has(domain)
}

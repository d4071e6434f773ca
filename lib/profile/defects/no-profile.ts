import type { Issue } from '../../api/issue'
import { child } from '../../plist/tree'
import type { PlistPath, PlistValue } from '../../plist/value'
import { profileFacts } from '../../products/apple/payloads/profile'
import { series } from '../../schema/condition-words'
import { nameOfPath, shortened } from '../../schema/words'
import { textOf } from '../payloads/payload-keys'

/** Deeper and further, no profile is looked for: every list of settings is searched. */
const DEEPEST = 6

/**
 * What keeps a list of settings from being a profile where somebody takes it for one: its name, going by `fileName`, and
 * whole profiles inside it, which neither a Mac nor this app reads there.
 */
export function noProfile(root: PlistValue, fileName: string): Issue[] {
  const named: Issue[] = /\.mobileconfig$/i.test(fileName)
    ? [
        {
          severity: 'error',
          domain: null,
          rule: 'not-a-profile',
          path: [],
          message: `The file has the name of a configuration profile and is none: it lacks ${series(lacking(root), 'and')}, which every profile needs. Export it as a configuration profile before you install it.`,
        },
      ]
    : []
  return [
    ...named,
    ...profilesBelow(root, []).map(
      (path): Issue => ({
        severity: 'error',
        domain: null,
        rule: 'profile-in-list',
        path,
        message: `A whole profile stands in this list at ${shortened(nameOfPath(path))}. Nothing is known to read it there, and it is not checked. Make it a file of its own.`,
      }),
    ),
  ]
}

function lacking(root: PlistValue): string[] {
  return Object.entries(profileFacts)
    .filter(([key, { required, type }]) => required && type !== 'array' && child(root, key) === undefined)
    .map(([key]) => key)
}

function profilesBelow(node: PlistValue, path: PlistPath): PlistPath[] {
  if (path.length > DEEPEST) {
    return []
  }
  if (path.length > 0 && isWholeProfile(node)) {
    return [path]
  }
  const children: readonly (readonly [string | number, PlistValue])[] =
    node.type === 'dict'
      ? node.entries.map(({ key, value }) => [key, value])
      : node.type === 'array'
        ? node.items.map((item, index) => [index, item])
        : []
  return children.flatMap(([step, value]) =>
    value.type === 'dict' || value.type === 'array' ? profilesBelow(value, [...path, step]) : [],
  )
}

function isWholeProfile(node: PlistValue): boolean {
  return textOf(node, 'PayloadType') === 'Configuration' && child(node, 'PayloadContent')?.type === 'array'
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { root } from './sources.mjs'

/**
 * What a source file asks for.
 * @typedef {object} Asked
 * @property {readonly string[]} modules Names as they are written, those of types and of import() included.
 * @property {boolean} network It uses fetch or another way of the browser to send something.
 */

const SENDERS = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon', 'WebTransport']

/**
 * Reads what a source file imports. A text that does not parse throws.
 * @param {string} path Its name tells whether it is TypeScript, and whether it has JSX.
 * @param {string} source
 * @returns {Asked}
 */
export function askedBy(path, source) {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) {
    throw new SyntaxError(`${path}: ${errors[0]?.message}`)
  }
  /** @type {string[]} */
  const modules = []
  let network = false
  /** @param {unknown} node */
  const take = (node) => {
    const value = /** @type {{ value?: unknown } | null} */ (node)?.value
    if (typeof value === 'string') {
      modules.push(value)
    }
  }
  const named = (/** @type {string} */ name) => {
    network ||= SENDERS.includes(name)
  }
  new Visitor({
    ImportDeclaration: ({ source: from }) => take(from),
    ExportNamedDeclaration: ({ source: from }) => take(from),
    ExportAllDeclaration: ({ source: from }) => take(from),
    ImportExpression: ({ source: from }) => take(from),
    TSImportType: ({ source: from }) => take(from),
    TSExternalModuleReference: ({ expression }) => take(expression),
    CallExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier') {
        named(callee.name)
      }
      if (callee.type === 'Identifier' && callee.name === 'require') {
        take(first)
      }
    },
    NewExpression: ({ callee }) => callee.type === 'Identifier' && named(callee.name),
    MemberExpression: ({ object, property, computed }) => {
      const global = object.type === 'Identifier' && /^(globalThis|window|self|navigator)$/.test(object.name)
      if (global && !computed && property.type === 'Identifier') {
        named(property.name)
      }
    },
  }).visit(program)
  return { modules, network }
}

const folders = ['app', 'bench', 'cli', 'components', 'demo', 'lib', 'scripts', 'server']

/** The source files that are no tests and no fixtures, as paths from the root. */
export function productFiles() {
  return folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:tsx?|mjs|js)$/.test(path) && !isTest(path)),
  )
}

/** @param {string} path */
export const isTest = (path) => /\.test\.tsx?$|\/fixtures\//.test(path)

/**
 * The path from the root that a module name leads to; the name as it is for a module of Node or of a package.
 * @param {string} from The importing file.
 * @param {string} name
 */
export function targetOf(from, name) {
  if (!/^(?:\.|@\/)/.test(name)) {
    return name
  }
  const bare = name.startsWith('@/') ? name.slice(2) : relative(root, resolve(root, dirname(from), name))
  const found = ['', '.ts', '.tsx', '.mjs'].find((ending) => isFile(join(root, bare + ending)))
  return bare + (found ?? '')
}

/** @param {string} path */
const isFile = (path) => existsSync(path) && statSync(path).isFile()

/**
 * What every product file asks for.
 * @returns {ReadonlyMap<string, Asked>}
 */
export function allImports() {
  return new Map(productFiles().map((path) => [path, askedBy(path, readFileSync(root + path, 'utf8'))]))
}

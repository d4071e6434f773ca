import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { root } from './sources.mjs'

/**
 * What a source file asks for.
 * @typedef {object} Asked
 * @property {readonly string[]} modules Names as they are written, those of types and of import() included.
 * @property {boolean} network It names fetch or another way of the browser to send something.
 * @property {boolean} unknown It asks for a module that is only known when it runs, or for types past the imports.
 */

/** What sends, wherever its name stands. */
const SENDERS = [
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sendBeacon',
  'WebTransport',
  'RTCPeerConnection',
  'Image',
]
/** Where `fetch` is that of the platform; elsewhere a member of that name may be anything. */
const GLOBALS = /^(globalThis|window|self|top|parent|frames)$/

/**
 * The syntax tree of a source file and its comments. A text that does not parse throws SyntaxError.
 * @param {string} path Its name tells whether it is TypeScript, and whether it has JSX.
 * @param {string} source
 */
export function parsed(path, source) {
  const { program, comments, errors } = parseSync(path, source)
  if (errors.length > 0) {
    throw new SyntaxError(`${path}: ${errors[0]?.message}`)
  }
  return { program, comments }
}

/**
 * Reads what a source file imports. A text that does not parse throws.
 * @param {string} path Its name tells whether it is TypeScript, and whether it has JSX.
 * @param {string} source
 * @returns {Asked}
 */
export function askedBy(path, source) {
  const { program, comments } = parsed(path, source)
  /** @type {string[]} */
  const modules = []
  let network = false
  let unknown = comments.some(({ value }) => /^\/\s*<reference\b/.test(value))
  /** @param {unknown} node */
  const take = (node) => {
    const value = textOf(node)
    if (value === undefined) {
      unknown = true
    } else {
      modules.push(value)
    }
  }
  /** @param {string | undefined} name @param {boolean} ofPlatform */
  const named = (name = '', ofPlatform) => {
    network ||= SENDERS.includes(name) || (ofPlatform && name === 'fetch')
  }
  /** Names of members and keys, which are no variables. @type {Set<unknown>} */
  const noReferences = new Set()
  /** @param {{ key: unknown, computed: boolean }} member */
  const keyed = ({ key, computed }) => {
    if (!computed) {
      noReferences.add(key)
    }
  }
  new Visitor({
    ImportDeclaration: ({ source: from }) => take(from),
    ExportNamedDeclaration: ({ source: from }) => from && take(from),
    ExportAllDeclaration: ({ source: from }) => take(from),
    ImportExpression: ({ source: from }) => take(from),
    TSImportType: ({ source: from }) => take(from),
    TSExternalModuleReference: ({ expression }) => take(expression),
    CallExpression: ({ callee, arguments: [first] }) => {
      const name = callee.type === 'MemberExpression' ? memberOf(callee) : nameOf(callee)
      if (name === 'require' || name === 'getBuiltinModule') {
        take(first)
      }
    },
    Property: keyed,
    TSPropertySignature: keyed,
    TSMethodSignature: keyed,
    PropertyDefinition: keyed,
    MethodDefinition: keyed,
    MemberExpression: (member) => {
      keyed({ key: member.property, computed: member.computed })
      named(memberOf(member), GLOBALS.test(nameOf(member.object) ?? memberOf(member.object) ?? ''))
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'ObjectPattern' && init && GLOBALS.test(nameOf(init) ?? '')) {
        for (const each of id.properties) {
          named(each.type === 'Property' ? nameOf(each.key) : undefined, true)
        }
      }
    },
    Identifier: (identifier) => {
      if (!noReferences.has(identifier)) {
        named(identifier.name, true)
      }
    },
  }).visit(program)
  return { modules, network, unknown }
}

/** @param {any} node @returns {string | undefined} */
const nameOf = (node) => (node?.type === 'Identifier' ? node.name : undefined)

/** The text of a literal. @param {any} node @returns {string | undefined} */
function textOf(node) {
  const whole = node?.type === 'TemplateLiteral' && node.expressions.length === 0
  const value = whole ? node.quasis[0]?.value.cooked : node?.value
  return typeof value === 'string' ? value : undefined
}

/** The name of a member, by either way to write it. @param {any} node @returns {string | undefined} */
function memberOf(node) {
  return node?.type === 'MemberExpression'
    ? node.computed
      ? textOf(node.property)
      : nameOf(node.property)
    : undefined
}

const folders = ['app', 'bench', 'cli', 'components', 'demo', 'lib', 'scripts', 'server']

/** The source files that are no tests and no fixtures, as paths from the root. */
export function productFiles() {
  return folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.(?:[cm]?[jt]sx?)$/.test(path) && !isTest(path)),
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

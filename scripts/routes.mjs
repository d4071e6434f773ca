import { parsed, targetOf } from './imports.mjs'

/** What the framework answers with, of the exports of a route file. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** What makes a route handler, by the file that it is imported from. */
const WRAPPERS = ['lib/access/handle.ts handle', 'lib/access/handle-stream.ts handleStream']

/** @param {string} path */
export const isRoute = (path) => /^app\/(?:.*\/)?route\.[cm]?[jt]sx?$/.test(path)

/**
 * The methods of a route file that nothing holds: each has to be an exported constant that is a call of a wrapper, or
 * the method of another route file. Another way to export one counts as bare, right or not, so that a reader sees the
 * wrapper where the method is.
 * @param {string} path From the root.
 * @param {string} source
 * @returns {string[]} Their names; "*" for all that another module exports.
 */
export function bareMethods(path, source) {
  const { program } = parsed(path, source)
  const imported = importsOf(path, program.body)
  /** @param {string | undefined} name */
  const isHeld = (name) => {
    const [file = '', what = ''] = imported.get(name ?? '')?.split(' ') ?? []
    return { wrapper: WRAPPERS.includes(`${file} ${what}`), method: isRoute(file) && METHODS.includes(what) }
  }
  /** @param {any} init */
  const isMade = (init) =>
    init?.type === 'CallExpression' ? isHeld(init.callee.name).wrapper : isHeld(init?.name).method
  return program.body.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration') {
      return statement.exportKind === 'type' ? [] : ['*']
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') {
      return []
    }
    const { declaration, specifiers } = statement
    const bare =
      declaration?.type === 'VariableDeclaration'
        ? declaration.declarations
            .filter(
              ({ id, init }) => id.type !== 'Identifier' || declaration.kind !== 'const' || !isMade(init),
            )
            .flatMap(({ id }) => namesIn(id))
        : namesIn(declaration && 'id' in declaration ? declaration.id : null)
    return [...bare, ...specifiers.flatMap(({ exported }) => namesIn(exported))].filter((name) =>
      METHODS.includes(name),
    )
  })
}

/**
 * Where the names of a module come from: the file from the root, a space, and what the file calls it.
 * @param {string} path
 * @param {readonly import('oxc-parser').Program['body'][number][]} body
 * @returns {ReadonlyMap<string, string>}
 */
function importsOf(path, body) {
  return new Map(
    body.flatMap((statement) =>
      statement.type === 'ImportDeclaration'
        ? statement.specifiers.flatMap((each) =>
            each.type === 'ImportSpecifier'
              ? [[each.local.name, `${targetOf(path, statement.source.value)} ${namesIn(each.imported)[0]}`]]
              : [],
          )
        : [],
    ),
  )
}

/** The names that a name or a pattern binds. @param {any} node @returns {string[]} */
function namesIn(node) {
  switch (node?.type) {
    case 'Identifier':
      return [node.name]
    case 'Literal':
      return [String(node.value)]
    case 'ObjectPattern':
      return node.properties.flatMap((/** @type {any} */ each) => namesIn(each.value ?? each.argument))
    case 'ArrayPattern':
      return node.elements.flatMap(namesIn)
    case 'AssignmentPattern':
      return namesIn(node.left)
    case 'RestElement':
      return namesIn(node.argument)
    default:
      return []
  }
}

import { isTest, targetOf } from './imports.mjs'
import { roomOf, rooms } from './rooms.mjs'

/**
 * What a file asks for against the table of rooms, as sentences; empty when everything is allowed.
 * @param {string} path From the root of the project.
 * @param {import('./imports.mjs').Asked} asked
 * @returns {string[]}
 */
export function violationsOf(path, { modules, network, unknown }) {
  const name = roomOf(path)
  const room = name === undefined ? undefined : rooms[name]
  if (name === undefined || room === undefined) {
    return [`${path} is in no room of scripts/rooms.mjs.`]
  }
  const refused = modules.filter((module) => !isAllowed(name, room, targetOf(path, module)))
  return [
    ...refused.map((module) => `${path}: ${name} may not import ${module}.`),
    ...(network && room.network === undefined ? [`${path}: requests go out through lib/egress.`] : []),
    ...(unknown && room.loads === undefined
      ? [`${path}: what it imports is only known when it runs; ${name} names what it imports.`]
      : []),
  ]
}

/**
 * @param {string} name
 * @param {import('./rooms.mjs').Room} room
 * @param {string} target
 */
function isAllowed(name, room, target) {
  if (target.startsWith('node:')) {
    return permits(room.node, target.slice('node:'.length))
  }
  const to = roomOf(target)
  if (to !== undefined) {
    return (to === name || room.uses.includes(to)) && (!isTest(target) || name === 'bench')
  }
  return isOwnFile(target) || permits(room.packages, packageOf(target))
}

/**
 * @param {readonly string[] | 'all' | undefined} allowed
 * @param {string} name
 */
export function permits(allowed, name) {
  return allowed === 'all' || (allowed?.includes(name) ?? false)
}

/** Files at the root of the project that are read. @param {string} target */
const isOwnFile = (target) => ['package.json', 'next.config.mjs'].includes(target)

/** "@scope/name/part" and "name/part" without the part. @param {string} module */
export function packageOf(module) {
  return module.split('/', module.startsWith('@') ? 2 : 1).join('/')
}

/**
 * The rooms and their arrows for ARCHITECTURE.md, in the language of Mermaid. An arrow that others imply is left out:
 * whoever uses a room may well use what stands below it.
 */
function drawing() {
  const all = Object.keys(rooms)
  const box = (/** @type {string} */ name) => rooms[name]?.drawnAs ?? name
  const id = (/** @type {string} */ name) => box(name).replaceAll(/[^a-z]/g, '_')
  const arrows = all.flatMap((from) => {
    const uses = rooms[from]?.uses ?? []
    const implied = new Set(uses.flatMap((each) => below(each)))
    return uses.filter((to) => !implied.has(to)).map((to) => `  ${id(from)} --> ${id(to)}`)
  })
  const boxes = all
    .toReversed()
    .map((name) => `  ${id(name)}["${box(name)}<br/><small>${rooms[name]?.holds}</small>"]`)
  return ['```mermaid', 'flowchart TD', ...new Set([...boxes, ...arrows]), '```'].join('\n')
}

/** The text of ARCHITECTURE.md with the drawing in its place. @param {string} page */
export function drawn(page) {
  return page.replace(/(?<=<!-- rooms -->\n)[\s\S]*(?=<!-- \/rooms -->)/, `${drawing()}\n`)
}

/** Every room that one uses, through others too. @param {string} name @returns {string[]} */
function below(name) {
  const uses = rooms[name]?.uses ?? []
  return [...new Set(uses.flatMap((each) => [each, ...below(each)]))]
}

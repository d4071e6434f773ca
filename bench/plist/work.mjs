/**
 * What each contestant does. `prepare` turns the bytes of a file into what the timed function takes; a contestant
 * that has no such format has no such entry. Every reader gets bytes, every XML writer gives a text.
 * @typedef {{ prepare: (bytes: Uint8Array) => unknown, run: (input: never) => unknown }} Work
 */

const roomy = { limits: { size: 1e9, nodes: 1e9, depth: 64 } }
const same = (bytes) => bytes
const utf8 = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

/** @param {string} bundle path of the bundled lib/plist */
async function latchkey(bundle) {
  const { decodeText, readBinary, readPlist, readXml, writeBinary, writeXml } = await import(bundle)
  const read = (bytes) => readXml(decodeText(bytes).text, roomy)
  return {
    'xml-read': { prepare: same, run: read },
    'xml-read-places': { prepare: same, run: (bytes) => readPlist(bytes, roomy) },
    'xml-write': { prepare: read, run: writeXml },
    'binary-read': { prepare: same, run: (bytes) => readBinary(bytes, roomy) },
    'binary-write': { prepare: read, run: writeBinary },
  }
}

async function plist() {
  const { build, buildBinary, parse, parseBinary } = await import('plist')
  const read = (bytes) => parse(utf8(bytes))
  return {
    'xml-read': { prepare: same, run: read },
    'xml-write': { prepare: read, run: (value) => build(value) },
    'binary-read': { prepare: same, run: (bytes) => parseBinary(bytes) },
    'binary-write': { prepare: read, run: buildBinary },
  }
}

async function bplistParser() {
  const { parseBuffer, setMaxObjectCount, setMaxObjectSize } = await import('bplist-parser')
  setMaxObjectCount(1e9)
  setMaxObjectSize(1e9)
  return { 'binary-read': { prepare: (bytes) => Buffer.from(bytes), run: parseBuffer } }
}

/** The floor: the same data in the format the engine itself reads and writes. */
async function json() {
  return {
    'json-read': { prepare: same, run: (bytes) => JSON.parse(utf8(bytes)) },
    'json-write': { prepare: (bytes) => JSON.parse(utf8(bytes)), run: (value) => JSON.stringify(value) },
  }
}

/** @type {Record<string, (bundle: string) => Promise<Record<string, Work>>>} */
export const contestants = { latchkey, plist, 'bplist-parser': bplistParser, json }

// biome-ignore lint/style/noRestrictedImports: only tests use this file, and they run in Node
import { spawnSync } from 'node:child_process'
import type { PlistValue } from '../value'

/** A value as nested arrays of strings, type first; the same on both sides of the comparison. */
export type Typed = readonly [type: string, content: string | readonly unknown[]]

const SCRIPT = `
import datetime, json, plistlib, struct, sys
def dump(v):
    # In XML, plistlib leaves the spelling of a UID as it stands.
    if isinstance(v, dict) and list(v) == ['CF$UID'] and isinstance(v['CF$UID'], int): return ['uid', str(v['CF$UID'])]
    if isinstance(v, dict): return ['dict', [[k, dump(x)] for k, x in v.items()]]
    if isinstance(v, list): return ['array', [dump(x) for x in v]]
    if isinstance(v, bool): return ['boolean', str(v).lower()]
    if isinstance(v, int): return ['integer', str(v)]
    if isinstance(v, float): return ['real', 'nan' if v != v else struct.pack('>d', v).hex()]
    if isinstance(v, bytes): return ['data', v.hex()]
    if isinstance(v, datetime.datetime):
        return ['date', str(round((v - datetime.datetime(2001, 1, 1)) / datetime.timedelta(microseconds=1)))]
    if isinstance(v, plistlib.UID): return ['uid', str(v.data)]
    return ['string', v]
for path in sys.stdin.read().splitlines():
    try:
        with open(path, 'rb') as file: result = {'value': dump(plistlib.load(file))}
    except Exception as error: result = {'error': type(error).__name__ + ': ' + str(error)}
    print(json.dumps(result))
`

/** Whether there is a CPython to compare with. */
export const HAS_PYTHON = spawnSync('python3', ['--version']).status === 0

/** What CPython's plistlib reads from each file: its value, or its error. */
export function plistlib(files: readonly string[]): { value?: Typed; error?: string }[] {
  const { stdout } = spawnSync('python3', ['-c', SCRIPT], {
    input: files.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { value?: Typed; error?: string })
}

/** The same form of one of our trees. */
export function typed(value: PlistValue): Typed {
  switch (value.type) {
    case 'dict':
      return ['dict', value.entries.map((entry) => [entry.key, typed(entry.value)])]
    case 'array':
      return ['array', value.items.map(typed)]
    case 'real':
      return ['real', Number.isNaN(value.value) ? 'nan' : doubleHex(value.value)]
    case 'data':
      return ['data', hex(value.value)]
    case 'date':
      return ['date', String(Math.round(value.value * 1e6))]
    default:
      return [value.type, String(value.value)]
  }
}

function doubleHex(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return hex(new Uint8Array(view.buffer))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

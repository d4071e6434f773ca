import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'libsql'

const data = resolve(process.env.LATCHKEY_DATA || 'data')
const copied = 'latchkey.db'
const key = 'secret.key'
const sums = 'SHA256SUMS'

/** A reason not to make a backup: `message` is one sentence that says what to change. */
class BackupError extends Error {}

/**
 * Copies the library as it is at one moment, also while a server changes it, with its key and the sums of both.
 * @param {string} target a folder that does not exist yet, or is empty
 */
function backUp(target) {
  if (!existsSync(join(data, copied))) {
    throw new BackupError(`There is no library in ${data}; set LATCHKEY_DATA to its folder.`)
  }
  mkdirSync(target, { recursive: true, mode: 0o700 })
  if (readdirSync(target).length > 0) {
    throw new BackupError(`${target} holds something already; name a new folder.`)
  }
  const umask = process.umask(0o077)
  const database = new Database(join(data, copied))
  database.exec('PRAGMA busy_timeout = 5000')
  database.prepare('VACUUM INTO ?').run(join(target, copied))
  database.close()
  const names = [copied]
  if (existsSync(join(data, key))) {
    copyFileSync(join(data, key), join(target, key))
    names.push(key)
  }
  writeFileSync(join(target, sums), names.map((name) => `${sumOf(join(target, name))}  ${name}\n`).join(''))
  process.umask(umask)
  return names.includes(key)
    ? `The library of ${data} is in ${target}, with its key: whoever has both can read it.`
    : `The library of ${data} is in ${target}, without its key, which is not in that folder.`
}

/** Compares a backup with its sums, as "shasum -a 256 -c SHA256SUMS" does. */
function check(target) {
  if (!existsSync(join(target, sums))) {
    throw new BackupError(`${target} is no backup: it has no ${sums}.`)
  }
  for (const line of readFileSync(join(target, sums), 'utf8').trim().split('\n')) {
    const [sum, name = ''] = line.split('  ')
    if (!existsSync(join(target, name)) || sumOf(join(target, name)) !== sum) {
      throw new BackupError(
        `${join(target, name)} is not as it was when the backup was made; use another backup.`,
      )
    }
  }
  return `The backup in ${target} is as it was made.`
}

function sumOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

const [first = '', second = ''] = process.argv.slice(2)
try {
  if (first === '' || (first === 'check' && second === '')) {
    throw new BackupError(
      'Name the folder of the backup: "npm run backup -- FOLDER", or "npm run backup -- check FOLDER".',
    )
  }
  console.log(first === 'check' ? check(resolve(second)) : backUp(resolve(first)))
} catch (error) {
  console.error(error instanceof BackupError ? error.message : `No backup was made: ${error.message}`)
  process.exitCode = 1
}

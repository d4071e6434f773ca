import { readFileSync, writeFileSync } from 'node:fs'
import { drawn } from './borders.mjs'
import { root } from './sources.mjs'

const page = `${root}ARCHITECTURE.md`
writeFileSync(page, drawn(readFileSync(page, 'utf8')))

import { buildModules } from '../../scripts/bundle.mjs'
import { root } from '../../scripts/sources.mjs'

/** One for each run: trials may run beside each other. */
const folder = `${root}.cache/endure/${process.pid}`

/** The programs that change and look at libraries, bundled for Node; paths by name. */
export async function modules() {
  await buildModules({
    entryPoints: [
      `${root}bench/store/writer.ts`,
      `${root}bench/store/verify.ts`,
      `${root}bench/store/editors.ts`,
    ],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  })
  return { writer: `${folder}/writer.mjs`, verify: `${folder}/verify.mjs`, editors: `${folder}/editors.mjs` }
}

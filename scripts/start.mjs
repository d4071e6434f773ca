import { build, isBuilt } from './build.mjs'
import { bundle, bundled } from './bundle.mjs'
import { root } from './sources.mjs'

const dev = process.argv.includes('--dev')
process.env.NODE_ENV = dev ? 'development' : 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'

try {
  const built = !dev && isBuilt()
  const server = await import(built ? await bundled('server') : await bundle('server'))
  const settings = server.readSettings(process.env)
  await server.tryPort(settings)
  await server.prepareData(settings)
  if (!dev && !built) {
    console.error('Building Latchkey. This happens once for each release and takes about a minute.')
    await build()
  }
  console.log(`Latchkey is running at ${await server.serve(settings, root, dev)}`)
} catch (error) {
  // A reason that has a sentence is told with it alone; anything else is a defect and comes with its stack.
  console.error(error.name === 'StartError' ? error.message : error)
  process.exit(1)
}

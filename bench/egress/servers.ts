// The other side, in a process of its own: with the number of a hostile answer it serves that one, without one it
// answers as a provider should. It tells its port over the channel of fork().
import { hostileServers } from '../../lib/egress/fixtures/hostile-servers'
import { answerText, listen, onRequest } from '../../lib/egress/fixtures/listen'

const friendly = onRequest((socket) => socket.write(answerText('200 OK', '{}')))
const [asked] = process.argv.slice(2)
const serves =
  asked === undefined ? [friendly] : asked.split(',').map((index) => hostileServers[Number(index)]?.serve)
const listeners = await Promise.all(serves.map((serve) => listen(serve ?? friendly)))
process.send?.({ ports: listeners.map(({ port }) => port) })
process.on('disconnect', () => process.exit())

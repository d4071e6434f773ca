import { answerCheck, type CheckRequest, type FromWorker } from './check-request'

const post = (message: FromWorker) => globalThis.postMessage(message)

globalThis.addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => answerCheck(data, post))
post('ready')

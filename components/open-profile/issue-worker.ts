import type { Issue } from '@/lib/api/issue'
import type { CheckAnswer, CheckRequest, FromWorker } from './check-request'

/** A worker that did not come until then does not come. */
const LOAD_MS = 10_000
/** The time is counted in so many parts: one in which the page was held up counts as one, however long it was. */
const PARTS = 10

/** What is used of a Worker. */
export type WorkerPort = {
  postMessage(request: CheckRequest): void
  addEventListener(type: 'message', listener: (event: { data: FromWorker }) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
  terminate(): void
}

type Job = {
  readonly request: CheckRequest
  readonly wanted: () => boolean
  readonly found: Issue[]
  readonly resolve: (issues: readonly Issue[] | null) => void
  readonly reject: (error: Error) => void
}

/**
 * Checks profiles in a worker, one after the other. The worker is made for the first profile and kept; after a failure
 * the next profile asks for a new one.
 */
export class IssueWorker {
  readonly #make: () => WorkerPort
  readonly #loadMs: number
  #worker: WorkerPort | null = null
  #loading: ReturnType<typeof setTimeout> | undefined
  #jobs: readonly Job[] = []
  #running: Job | null = null
  #asked = 0

  constructor(make: () => WorkerPort, loadMs = LOAD_MS) {
    this.#make = make
    this.#loadMs = loadMs
  }

  /**
   * The issues of a profile; null when `wanted` said that nobody waits for them any more. Rejects when the worker cannot
   * be loaded or breaks.
   */
  find(
    { text, fileName }: { readonly text: string; readonly fileName: string },
    wanted: () => boolean,
  ): Promise<readonly Issue[] | null> {
    return new Promise((resolve, reject) => {
      const request = { id: ++this.#asked, text, fileName }
      this.#jobs = [...this.#jobs, { request, wanted, found: [], resolve, reject }]
      this.#next()
    })
  }

  #next(): void {
    while (!this.#running && this.#jobs.length > 0) {
      const [job, ...others] = this.#jobs as [Job, ...Job[]]
      this.#jobs = others
      if (job.wanted()) {
        this.#running = job
        this.#ask(job)
      } else {
        job.resolve(null)
      }
    }
  }

  #ask(job: Job): void {
    try {
      this.#worker ??= this.#started()
      this.#worker.postMessage(job.request)
    } catch {
      this.#fail()
    }
  }

  #started(): WorkerPort {
    const worker = this.#make()
    const fail = () => worker === this.#worker && this.#fail()
    this.#waitFor(worker)
    worker.addEventListener('message', ({ data }) => {
      clearTimeout(this.#loading)
      if (data !== 'ready') {
        this.#take(data)
      }
    })
    worker.addEventListener('messageerror', fail)
    worker.addEventListener('error', (event) => {
      // The page checks on its own instead; that is no error of the page.
      event.preventDefault()
      fail()
    })
    return worker
  }

  /** A page that was busy for long has the worker's first words behind the end of a single pause. */
  #waitFor(worker: WorkerPort, parts = PARTS): void {
    this.#loading = setTimeout(() => {
      if (worker === this.#worker) {
        parts > 1 ? this.#waitFor(worker, parts - 1) : this.#fail()
      }
    }, this.#loadMs / PARTS)
  }

  #take({ id, issues, last }: CheckAnswer): void {
    const job = this.#running
    if (job?.request.id !== id) {
      return
    }
    job.found.push(...issues)
    if (last) {
      this.#running = null
      job.resolve(job.wanted() ? job.found : null)
      this.#next()
    }
  }

  #fail(): void {
    clearTimeout(this.#loading)
    this.#worker?.terminate()
    this.#worker = null
    const job = this.#running
    this.#running = null
    job?.reject(new Error('The check did not run beside the page.'))
    this.#next()
  }
}

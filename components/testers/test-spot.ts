/** What of a test has an address: its run, the kept report that is open, and the one that is compared with it. */
export type TestSpot = {
  readonly run: string | null
  readonly report: string | null
  readonly beside: string | null
}

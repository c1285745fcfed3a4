/**
 * The part of an industry's spend within reach of the scenario's own company. The simulated market is a slice of the
 * real one, so a company of the real one may be larger than the slice; it sells in a segment of its own that moves with
 * the slice: with the industry's tenders, with its rivals' strength, and with the company's own.
 */
export interface Segment {
  readonly industry: number
  /** New yearly revenue a month that explains the company's reported growth. */
  readonly salesAtStartUsd: number
  readonly weightAtStart: number
  readonly tenderAtStartUsd: number
  readonly rivalsAtStart: number
}

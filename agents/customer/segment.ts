import type { World } from '../market/world.ts'

/** Share of its segment that the followed company is taken to hold when it joins. Assumption; plausible 0.2-0.5. */
const shareAtStart = 1 / 3

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

/** Adds what the company may expect of this month's tenders in its segment. */
export function tenderSegment(world: World, industry: number, rivals: number): void {
  const { segment, startups, customers, companyRow: row } = world
  if (segment === null || segment.industry !== industry || row < 0) return
  if (!(segment.tenderAtStartUsd > 0 && segment.rivalsAtStart > 0)) return
  const size = customers.tenderedUsd[industry] / segment.tenderAtStartUsd
  const rivalry = segment.weightAtStart * (1 / shareAtStart - 1) * (rivals / segment.rivalsAtStart)
  const share = startups.weight[row] / (startups.weight[row] + rivalry)
  startups.expectedSalesUsd[row] += segment.salesAtStartUsd * size * (share / shareAtStart)
}

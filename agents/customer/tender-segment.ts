import type { World } from '../market/world.ts'

/** Share of its segment that the followed company is taken to hold when it joins. Assumption; plausible 0.2-0.5. */
const shareAtStart = 1 / 3

/**
 * Adds what the company may expect of this month's tenders in its segment. Rivals of the slice press with the square
 * root of their strength (assumption): the segment is wider than the slice, and only part of them reach it.
 */
export function tenderSegment(world: World, industry: number, rivals: number): void {
  const { segment, startups, customers, companyRow: row } = world
  if (segment === null || segment.industry !== industry || row < 0) return
  if (!(segment.tenderAtStartUsd > 0 && segment.rivalsAtStart > 0)) return
  const size = customers.tenderedUsd[industry] / segment.tenderAtStartUsd
  const pressure = Math.sqrt(rivals / segment.rivalsAtStart)
  const rivalry = segment.weightAtStart * (1 / shareAtStart - 1) * pressure
  const share = startups.weight[row] / (startups.weight[row] + rivalry)
  startups.expectedSalesUsd[row] += segment.salesAtStartUsd * size * (share / shareAtStart)
}

import { acceleratorsOf } from '../plan/layout.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import { estimateStepTime } from '../time/estimate-step-time.ts'
import { makeStepTime } from '../time/step-time.ts'
import { estimateMemory } from './estimate-memory.ts'
import type { LayoutChange } from './layout-change.ts'
import { listChanges } from './list-changes.ts'
import { makeMemoryUse } from './memory-use.ts'

/** A single change with which a plan fits into memory. */
export interface WayToFit {
  readonly change: LayoutChange
  /** The plan after the change. */
  readonly plan: TrainingPlan
  readonly acceleratorCount: number
  readonly memoryBytes: number
  /** Accelerator-seconds of a step over those of the plan that does not fit, less 1: what the change costs. */
  readonly slowdown: number
}

/** Bytes that a plan takes on its fullest accelerator. */
function bytesOf(plan: TrainingPlan): number {
  const use = makeMemoryUse()
  estimateMemory(plan, use)
  return use.total
}

/** Accelerator-seconds of one step. */
function workOf(plan: TrainingPlan): number {
  const time = makeStepTime()
  estimateStepTime(plan, time)
  return time.total * acceleratorsOf(plan.layout)
}

/** True if a plan fits into its accelerator's memory, by the most likely estimate. */
export const fitsMemory = (plan: TrainingPlan): boolean => bytesOf(plan) <= plan.accelerator.memoryBytes

/**
 * Lists the single changes of a layout that would make a plan fit: of each part the mildest that does, and sorted by
 * what it costs in speed. Empty for a plan that fits, and for one that no single change saves.
 *
 * Throws: RangeError as `estimateMemory`.
 */
export function waysToFit(plan: TrainingPlan): WayToFit[] {
  if (fitsMemory(plan)) return []
  const work = workOf(plan)
  const ways: WayToFit[] = []
  for (const changes of listChanges(plan)) {
    const found = changes.find((changed) => fitsMemory(changed.plan))
    if (found === undefined) continue
    ways.push({
      ...found,
      acceleratorCount: acceleratorsOf(found.plan.layout),
      memoryBytes: bytesOf(found.plan),
      slowdown: workOf(found.plan) / work - 1,
    })
  }
  return ways.toSorted((a, b) => a.slowdown - b.slowdown)
}

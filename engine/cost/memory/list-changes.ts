import type { Layout, Recompute, ZeroStage } from '../plan/layout.ts'
import type { TrainingPlan } from '../plan/training-plan.ts'
import { checkLayout } from '../search/check-layout.ts'
import { divisorsOf } from '../search/layout-options.ts'
import type { LayoutChange, WholePart } from './layout-change.ts'

/** A plan after one change. */
export interface ChangedPlan {
  readonly change: LayoutChange
  readonly plan: TrainingPlan
}

const zeroStages: readonly ZeroStage[] = [1, 2, 3]
const recomputes: readonly Recompute[] = ['none', 'selective', 'full']

const withLayout = (plan: TrainingPlan, layout: Partial<Layout>): TrainingPlan => ({
  ...plan,
  layout: { ...plan.layout, ...layout },
})

/** A whole part multiplied by each factor, the rest of the layout changed with it. */
function scaled(
  plan: TrainingPlan,
  part: WholePart,
  factors: readonly number[],
  rest: (factor: number) => Partial<Layout> = () => ({}),
): ChangedPlan[] {
  const from = plan.layout[part]
  return factors
    .filter((factor) => factor !== 1)
    .map((factor) => ({
      change: { part, from, to: from * factor },
      plan: withLayout(plan, { ...rest(factor), [part]: from * factor }),
    }))
}

/** More of a part that shares the model: at the cost of copies first, then with more accelerators. */
function spreadFurther(plan: TrainingPlan, part: 'tensor' | 'pipeline' | 'context'): ChangedPlan[] {
  const { data } = plan.layout
  return [
    ...scaled(plan, part, divisorsOf(data), (factor) => ({ data: data / factor })),
    ...scaled(plan, part, [2, 3, 4, 8, 16, 32, 64]),
  ]
}

const fewer = (whole: number): number[] => divisorsOf(whole).map((divisor) => 1 / divisor)

function listWholeChanges(plan: TrainingPlan): ChangedPlan[][] {
  const { layout, transformer } = plan
  const { globalBatch, data, microBatch, expert } = layout
  return [
    scaled(plan, 'microBatch', fewer(microBatch)),
    scaled(plan, 'interleave', fewer(layout.interleave)),
    spreadFurther(plan, 'tensor'),
    spreadFurther(plan, 'pipeline'),
    spreadFurther(plan, 'context'),
    scaled(plan, 'data', divisorsOf(Math.max(1, Math.floor(globalBatch / (data * microBatch))))),
    scaled(plan, 'expert', divisorsOf(Math.max(1, Math.floor(transformer.experts / expert)))),
  ]
}

function listOtherChanges(plan: TrainingPlan): ChangedPlan[][] {
  const { zero, recompute, sequenceParallel, tensor } = plan.layout
  const { gradientBytes } = plan.software
  return [
    zeroStages
      .filter((to) => to > zero)
      .map((to) => ({ change: { part: 'zero', from: zero, to }, plan: withLayout(plan, { zero: to }) })),
    recomputes
      .filter((to) => recomputes.indexOf(to) > recomputes.indexOf(recompute))
      .map((to) => ({
        change: { part: 'recompute', from: recompute, to },
        plan: withLayout(plan, { recompute: to }),
      })),
    sequenceParallel || tensor === 1
      ? []
      : [
          {
            change: { part: 'sequenceParallel', from: false, to: true },
            plan: withLayout(plan, { sequenceParallel: true }),
          },
        ],
    gradientBytes === 2
      ? []
      : [
          {
            change: { part: 'gradientBytes', from: 4, to: 2 },
            plan: { ...plan, software: { ...plan.software, gradientBytes: 2 } },
          },
        ],
  ]
}

/** True if a layout divides evenly and its tensor groups stay inside the fast fabric. */
const isSound = ({ transformer, layout, accelerator }: TrainingPlan): boolean =>
  checkLayout(transformer, layout, accelerator).every(
    ({ severity, kind }) => severity === 'warning' && kind !== 'beyondScaleUp',
  )

/**
 * Lists plans that differ from a plan in one part and need less memory there, one list a part, mildest first. More
 * tensor, pipeline or context degrees take accelerators from the data-parallel copies where they can.
 *
 * Shape: new lists; only layouts that divide evenly.
 */
export const listChanges = (plan: TrainingPlan): ChangedPlan[][] =>
  [...listOtherChanges(plan), ...listWholeChanges(plan)].map((changes) =>
    changes.filter(({ plan: changed }) => isSound(changed)),
  )

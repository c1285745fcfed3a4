import { experimentMultiples } from './experiments.ts'
import { loraWork } from './lora.ts'
import { reinforcementHours } from './post-training.ts'
import type { WorkMultiple } from './work-multiple.ts'

/** Ways to train that are not one plain pre-training run. */
export const trainingVariants = [
  'pre-training',
  'full-fine-tuning',
  'lora',
  'distillation',
  'reinforcement-learning',
  'experiments',
] as const
export type TrainingVariant = (typeof trainingVariants)[number]

/**
 * Work of each way to train if nothing more is known, relative to a plain pre-training run of the same model. Where
 * sizes are known, choose `fineTuningMultiple`, `loraFlopMultiple`, `distillationMultiple` or `reinforcementFlop`.
 */
export const variantMultiples: Readonly<Record<TrainingVariant, WorkMultiple>> = {
  'pre-training': { low: 1, mid: 1, high: 1, source: 'definition' },
  'full-fine-tuning': {
    low: 1e-5,
    mid: 5e-4,
    high: 0.02,
    source: 'assumption: 20 million to 40 billion tokens, most often 1 billion, after 2 trillion',
  },
  lora: {
    low: 1e-5 * loraWork.low,
    mid: 5e-4 * loraWork.mid,
    high: 0.02 * loraWork.high,
    source: `tokens as in full fine-tuning (assumption); ${loraWork.source}`,
  },
  distillation: {
    low: 1.2,
    mid: 2.7,
    high: 6,
    source: 'assumption: a teacher of 0.6, 5 or 15 times the parameters that a token meets, read forwards',
  },
  'reinforcement-learning': reinforcementHours,
  experiments: experimentMultiples.developer,
}

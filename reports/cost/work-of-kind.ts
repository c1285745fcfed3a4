import {
  distillationMultiple,
  exactly,
  loraWork,
  reinforcementFlop,
  variantMultiples,
  type Spread,
  type WorkMultiple,
} from '../../engine/cost/index.ts'
import type { RunWish } from '../../scenarios/index.ts'

/** Work a token against one plain pass forward and backward, and where that is from. */
export interface KindWork {
  readonly factor: Spread
  readonly source: string
}

const spreadOf = ({ low, mid, high }: WorkMultiple): Spread => ({ p10: low, p50: mid, p90: high })

/** Written, read by a frozen copy, and learnt from: each token of an answer. */
const answerWork =
  reinforcementFlop({ parameters: 1, rolloutTokens: 1, trainedShare: 1, hasReference: true }) / 6

const postTraining: KindWork = {
  factor: { p10: 1, p50: answerWork, p90: 2 * answerWork },
  source: 'postTraining',
}

/** The work of a token in a run of some kind; `studentParameters` are those that a token meets. */
export const workOfKind = ({ kind, teacherParameters }: RunWish, studentParameters: number): KindWork => {
  switch (kind) {
    case 'pretrain':
    case 'finetune':
      return { factor: exactly(1), source: '' }
    case 'lora':
      return { factor: spreadOf(loraWork), source: loraWork.source }
    case 'posttrain':
      return postTraining
    case 'distill': {
      if (teacherParameters === null) {
        const multiple = variantMultiples.distillation
        return { factor: spreadOf(multiple), source: multiple.source }
      }
      const factor = exactly(distillationMultiple(studentParameters, teacherParameters))
      return {
        factor,
        source: 'teacher',
      }
    }
  }
}

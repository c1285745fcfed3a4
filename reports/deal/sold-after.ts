import type { DealConvertible, DealHistory } from '../../engine/finance/index.ts'

/** SAFEs and notes sold after the last stage, which are outstanding at the exit; none after any other stage. */
export const soldAfter = ({ stages, atExit }: DealHistory, stage: number): readonly DealConvertible[] =>
  stage === stages.length - 1 ? atExit.joined : []

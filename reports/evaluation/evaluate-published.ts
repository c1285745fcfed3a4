import {
  predictPublished,
  publishedQuantities,
  type PublishedPrediction,
  type PublishedQuantity,
} from '../../engine/cost/index.ts'
import type { PublishedRow, Reported, RowIdentity, SkipReason, SkippedRow } from '../../scenarios/index.ts'
import type { EvaluatedRow, Evaluation, MemoryVerdicts, SkippedEntry } from './evaluation.ts'
import { identityOf, leftOut } from './left-out.ts'
import { summariseEvaluation } from './summarise-evaluation.ts'

/** What a skipped row of tier A or B misses: all that it reports, and its hours if it reports nothing. */
function missesOf({ tier }: RowIdentity, reported: Reported): readonly PublishedQuantity[] {
  if (tier === null) return []
  const some = publishedQuantities.filter((quantity) => reported[quantity] !== null)
  return some.length > 0 ? some : ['gpuHours']
}

const skippedWhole = (row: SkippedRow | PublishedRow, reason: SkipReason): SkippedEntry => ({
  ...identityOf(row),
  quantity: null,
  reason,
  missed: missesOf(row, row.reported),
})

/** A mistake's message without the function's name; those of the search are about the layout. */
function reasonOf({ message }: RangeError): SkipReason {
  const [, name = '', detail = message] = /^(\w+): (.*)$/su.exec(message) ?? []
  if (!/^(?:searchLayout|predictBenchmark)$/u.test(name)) return { code: 'noEstimate', detail }
  const isLeft = !detail.startsWith('given parts must leave')
  return { code: 'layoutCannotBe', detail: isLeft ? detail : 'its parts leave no way to split the model' }
}

/** Only what the facts themselves make impossible: anything else that is thrown is a mistake of ours. */
function tryToPredict(row: PublishedRow): PublishedPrediction | SkipReason {
  try {
    return predictPublished(row.facts)
  } catch (error) {
    if (error instanceof RangeError) return reasonOf(error)
    throw error
  }
}

/** A quantity that is predicted with numbers that can be printed; facts at the edge of reason may give none. */
function evaluateQuantity(
  row: PublishedRow,
  quantity: PublishedQuantity,
  prediction: PublishedPrediction,
): EvaluatedRow | null {
  const predicted = prediction[quantity]
  const isKept = !row.unpredicted.some((withheld) => withheld.quantity === quantity)
  if (predicted === null || !isKept) return null
  if (!(predicted.p10 > 0 && predicted.p50 > 0 && predicted.p90 < Infinity)) return null
  const reported = row.reported[quantity]
  const error = reported === null ? null : predicted.p50 / reported - 1
  return {
    ...identityOf(row),
    quantity,
    predicted,
    reported,
    error,
    standIn: row.standIn?.id ?? null,
    standInReason: row.standIn?.because ?? null,
    isProgramKnown: row.facts.isProgramKnown,
  }
}

/** Verdict on a row that ran out of memory, or whose memory was measured: does what is predicted fit? */
function judgeMemory(
  row: PublishedRow,
  rows: readonly EvaluatedRow[],
): { isOut: boolean; isPredictedOut: boolean } | null {
  const memory = rows.find(({ quantity }) => quantity === 'memoryBytes')
  const isOut = row.isOutOfMemory ?? (row.reported.memoryBytes === null ? null : false)
  if (memory === undefined || isOut === null) return null
  return { isOut, isPredictedOut: memory.predicted.p50 > row.facts.accelerator.memoryBytes }
}

/**
 * Predicts every row and sets each prediction beside what was reported. Rows keep the order of the file.
 *
 * Throws: nothing for what is in the rows: one that cannot be predicted is skipped with its reason.
 */
export function evaluatePublished(
  published: readonly PublishedRow[],
  unread: readonly SkippedRow[],
): Evaluation {
  const rows: EvaluatedRow[] = []
  const skipped: SkippedEntry[] = unread.map((row) => skippedWhole(row, row.reason))
  const verdicts = { tried: 0, outOfMemory: 0, found: 0, falseAlarms: 0 }
  for (const row of published) {
    const prediction = tryToPredict(row)
    const evaluated =
      'code' in prediction
        ? []
        : publishedQuantities.flatMap((quantity) => evaluateQuantity(row, quantity, prediction) ?? [])
    if (evaluated.length === 0)
      skipped.push(skippedWhole(row, 'code' in prediction ? prediction : { code: 'nothingToPredict' }))
    else skipped.push(...leftOut(row, evaluated))
    rows.push(...evaluated)
    countVerdict(judgeMemory(row, evaluated), verdicts)
  }
  skipped.sort((left, right) => left.index - right.index)
  return {
    rowCount: published.length + unread.length,
    predictedCount: new Set(rows.map(({ index }) => index)).size,
    rows,
    skipped,
    summary: summariseEvaluation(rows, skipped),
    memoryVerdicts: verdicts.tried === 0 ? null : verdicts,
  }
}

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] }

function countVerdict(verdict: ReturnType<typeof judgeMemory>, into: Mutable<MemoryVerdicts>): void {
  if (verdict === null) return
  into.tried += 1
  into.outOfMemory += verdict.isOut ? 1 : 0
  into.found += verdict.isOut && verdict.isPredictedOut ? 1 : 0
  into.falseAlarms += !verdict.isOut && verdict.isPredictedOut ? 1 : 0
}

import { expect, test } from 'vitest'
import {
  distillationMultiple,
  prunedStudentMultiple,
} from '../../../../engine/cost/workloads/distillation.ts'
import { experimentMultiples } from '../../../../engine/cost/workloads/experiments.ts'
import { fineTuningMultiple } from '../../../../engine/cost/workloads/fine-tuning.ts'
import { loraFlopMultiple, loraStateBytes, loraWork } from '../../../../engine/cost/workloads/lora.ts'
import { reinforcementFlop, reinforcementHours } from '../../../../engine/cost/workloads/post-training.ts'
import { effectiveTokens } from '../../../../engine/cost/workloads/repeated-epochs.ts'
import { trainingVariants, variantMultiples } from '../../../../engine/cost/workloads/variants.ts'

test('every multiple is in order, positive and says where it is from', () => {
  const all = [...Object.values(variantMultiples), ...Object.values(experimentMultiples), loraWork]
  expect(Object.keys(variantMultiples)).toEqual([...trainingVariants])
  for (const { low, mid, high, source } of all) {
    expect(low).toBeGreaterThan(0)
    expect(mid).toBeGreaterThanOrEqual(low)
    expect(high).toBeGreaterThanOrEqual(mid)
    expect(source).toMatch(/arXiv|Epoch AI|assumption|definition/)
  }
})

test('adapters that are the whole model cost more than training it, empty ones two thirds', () => {
  expect(loraFlopMultiple(0)).toBeCloseTo(2 / 3, 12)
  expect(loraFlopMultiple(1)).toBeGreaterThan(1)
  expect(loraWork.low).toBeCloseTo(loraFlopMultiple(0), 3)
})

// 43.1 and 32.5 tokens a second and V100 with and without adapters, Hu et al. 2021.
test('the measured gain of adapters on GPT-3 is between the arithmetic and none', () => {
  expect(loraWork.mid).toBeCloseTo(32.5 / 43.1, 3)
})

test('adapters need an eighth of the memory for weights and optimizer', () => {
  expect(loraStateBytes(0, 2) / 16).toBe(1 / 8)
  expect(loraStateBytes(0.01, 0.5)).toBeCloseTo(0.66, 12)
})

test('a student of its own size costs a third more to distil than to train', () => {
  expect(distillationMultiple(7e9, 7e9)).toBeCloseTo(4 / 3, 12)
  expect(prunedStudentMultiple(7e9, 7e9)).toBeCloseTo(1 / 30, 12)
})

test('training on every answer with no reference costs eight FLOP a parameter and token', () => {
  const run = { parameters: 1e9, rolloutTokens: 1e6, trainedShare: 1, hasReference: false }
  expect(reinforcementFlop(run)).toBe(8e15)
})

// 5 of 2,664 thousand H800-hours for V3; 147 of 2,788 thousand for R1.
test("DeepSeek's published post-training lies inside the range", () => {
  for (const share of [5 / 2664, 147 / 2788]) {
    expect(share).toBeGreaterThan(0.9 * reinforcementHours.low)
    expect(share).toBeLessThan(reinforcementHours.high)
  }
})

// Log-normal with 5 % below 1.2 and above 4: the median is the root of 4.8, a tenth lies below 1.37 and above 3.50.
test("a developer's experiments are Epoch AI's range, brought to 80 %", () => {
  const { low, mid, high } = experimentMultiples.developer
  const sigma = Math.log(4 / 1.2) / (2 * 1.6448536)
  expect(mid).toBeCloseTo(Math.sqrt(4.8), 2)
  expect(low).toBeCloseTo(Math.sqrt(4.8) * Math.exp(-1.2815516 * sigma), 2)
  expect(high).toBeCloseTo(Math.sqrt(4.8) * Math.exp(1.2815516 * sigma), 2)
})

test('82 % of compute in experiments is 5.6 times the final run', () => {
  expect(experimentMultiples.frontier.mid).toBeCloseTo(1 / (1 - 0.822), 1)
})

// Muennighoff et al. 2023: four epochs are worth nearly four times the tokens, many epochs at most 16.4 times.
test('repeated tokens are worth less and less', () => {
  expect(effectiveTokens(1e9, 4) / 4e9).toBeCloseTo(0.93, 2)
  expect(effectiveTokens(1, 1e6)).toBeCloseTo(16.39, 6)
  const gained = (epochs: number) => effectiveTokens(1, epochs + 1) - effectiveTokens(1, epochs)
  expect(gained(1)).toBeGreaterThan(gained(2))
  expect(gained(40)).toBeLessThan(0.1)
})

test.each([
  [() => fineTuningMultiple(0, 1), 'fineTuningMultiple: fineTuningTokens must be positive and finite, got 0'],
  [() => loraFlopMultiple(1.1), 'loraFlopMultiple: trainableShare must be between 0 and 1, got 1.1'],
  [() => loraStateBytes(NaN, 2), 'loraStateBytes: trainableShare must be between 0 and 1, got NaN'],
  [() => loraStateBytes(0, 0), 'loraStateBytes: frozenBytes must be positive and finite, got 0'],
  [
    () => distillationMultiple(1, -1),
    'distillationMultiple: teacherParameters must be positive and finite, got -1',
  ],
  [
    () => reinforcementFlop({ parameters: 1, rolloutTokens: 1, trainedShare: 2, hasReference: false }),
    'reinforcementFlop: trainedShare must be between 0 and 1, got 2',
  ],
  [() => effectiveTokens(1, 0.5), 'effectiveTokens: epochs must be at least 1 and finite, got 0.5'],
])('a bad argument is refused: %#', (action, message) => {
  expect(action).toThrow(new RangeError(message))
})

import { describe, expect, it } from 'vitest'
import { evaluateGates, StudyAccumulator, type Summary } from '../../reports/index.ts'
import type { Gate } from '../../scenarios/scenario.ts'
import { fakeScenario, identity, makeRun } from './fake-study.ts'

const summaryWith = (expect: readonly Gate[], withCompany = false): Summary => {
  const accumulator = new StudyAccumulator(fakeScenario({ runs: 40, withCompany, expect }))
  for (let run = 1; run <= 40; run++) accumulator.addRun(makeRun(run, 20, withCompany), 1)
  return accumulator.summarise(identity)
}

const gate = (
  metric: Gate['metric'],
  comparison: Gate['comparison'],
  threshold: number,
  text = 'gate',
): Gate => ({
  text,
  metric,
  comparison,
  threshold,
})

describe('gates', () => {
  it('read the same numbers that the summary shows', () => {
    const summary = summaryWith([
      gate({ kind: 'survival', months: 36 }, '>=', 0.5),
      gate({ kind: 'value', percentile: 90 }, '>', 1),
      gate({ kind: 'moic_below', multiple: 1 }, '<', 0.5),
      gate({ kind: 'moic_at_least', multiple: 3 }, '<=', 0.5),
      gate({ kind: 'verdict', verdict: 'gold_mine' }, '>=', 0.99),
    ])
    const below3 = summary.returns.cumulative.find((step) => step.multiple === 3)?.below
    expect(summary.gates.map(({ estimate }) => estimate)).toEqual([
      summary.survival.estimate[36],
      summary.valuation.postMoneyUsd.all.p90.estimate,
      summary.returns.lossShare.estimate,
      1 - (below3?.estimate ?? Number.NaN),
      summary.verdict.goldMine.estimate,
    ])
    expect(summary.gates[3].low).toBe(1 - (below3?.high ?? Number.NaN))
    expect(summary.gates.map(({ unit }) => unit)).toEqual(['share', 'usd', 'share', 'share', 'share'])
  })

  it('of a study that follows a company are about the company', () => {
    const summary = summaryWith(
      [
        gate({ kind: 'survival', months: 36 }, '>=', 0.5),
        gate({ kind: 'value', percentile: 50 }, '>', 1),
        gate({ kind: 'moic_below', multiple: 1 }, '<', 0.5),
      ],
      true,
    )
    expect(summary.gates.map(({ estimate }) => estimate)).toEqual([
      summary.company?.survival.estimate[36],
      summary.company?.valueUsd.all.p50.estimate,
      summary.company?.returns.lossShare.estimate,
    ])
  })

  it.each([
    ['<', 0.5, false],
    ['<=', 0.5, true],
    ['>', 0.5, false],
    ['>=', 0.5, true],
    ['<', 0.6, true],
    ['>', 0.4, true],
  ] as const)('judge the estimate itself: 0.5 %s %d is %s', (comparison, threshold, pass) => {
    const accumulator = new StudyAccumulator(
      fakeScenario({
        runs: 2,
        expect: [gate({ kind: 'verdict', verdict: 'gold_mine' }, comparison, threshold)],
      }),
    )
    for (const [run, verdict] of [
      [1, 0],
      [2, 3],
    ]) {
      const record = makeRun(run, 5)
      accumulator.addRun({ ...record, totals: { ...record.totals, verdict } }, 1)
    }
    expect(accumulator.summarise(identity).gates[0].pass).toBe(pass)
  })

  it('beyond the horizon are neither passed nor failed', () => {
    const [result] = summaryWith([gate({ kind: 'survival', months: 121 }, '>=', 0)]).gates
    expect(result).toMatchObject({ pass: null, estimate: null })
  })

  it('are found again in a stored summary by their text, and unknown where the study had no such gate', () => {
    const known = gate({ kind: 'survival', months: 12 }, '>=', 0.1, 'survival(12 months) >= 10%')
    const other = gate({ kind: 'survival', months: 12 }, '>=', 0.2, 'survival(12 months) >= 20%')
    const summary = JSON.parse(JSON.stringify(summaryWith([known]))) as Summary
    expect(evaluateGates([known, other], summary).map((result) => result.pass)).toEqual([true, null])
  })
})

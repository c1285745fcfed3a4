import { describe, expect, it } from 'vitest'
import { fundMetrics, type FundFlows } from '../../../../engine/finance/returns/fund-metrics.ts'

const flat: FundFlows = {
  days: [0, 365],
  amountsUsd: [-100, 30],
  netAssetValues: [{ day: 730, usd: 90 }],
  index: [100, 100, 100],
}

describe('fundMetrics', () => {
  // fund-multiples. PME-F6: calls 100, 0, 0; distributions 0, 30, 0; value 90 at the end; flat index; seen and derived.
  // https://github.com/ogulcan-ozyavuz/algorithmic-game-theory-for-private-equity
  it('gives the published multiples, rate, KS-PME and direct alpha', () => {
    const metrics = fundMetrics(flat)
    expect(metrics.dpi).toBeCloseTo(0.3, 12)
    expect(metrics.rvpi).toBeCloseTo(0.9, 12)
    expect(metrics.tvpi).toBeCloseTo(1.2, 12)
    expect(metrics.ksPme).toBeCloseTo(1.2, 12)
    expect(metrics.irr.rates[0].rate).toBeCloseTo(0.1104686356149273, 12)
    expect(metrics.directAlpha?.rates[0].rate).toBeCloseTo(0.1104686356149273, 12)
  })

  it('finds no excess in a fund that does what the index does', () => {
    const metrics = fundMetrics({
      ...flat,
      amountsUsd: [-100, 50],
      index: [200, 300, 400],
      netAssetValues: [{ day: 730, usd: 400 / 3 }],
    })
    expect(metrics.ksPme).toBeCloseTo(1, 12)
    expect(metrics.directAlpha?.rates[0].rate).toBeCloseTo(0, 12)
    expect(metrics.irr.rates[0].rate).toBeGreaterThan(0.3)
  })

  it('takes the index away from the rate when there are two flows', () => {
    const metrics = fundMetrics({
      days: [0, 365],
      amountsUsd: [-100, 132],
      netAssetValues: [],
      index: [50, 55],
    })
    expect(metrics.directAlpha?.rates[0].rate).toBeCloseTo(1.32 / 1.1 - 1, 12)
    expect(metrics.ksPme).toBeCloseTo(1.2, 12)
  })

  it('has no multiple of nothing, and calls a value of nothing a total loss', () => {
    expect(fundMetrics({ days: [0], amountsUsd: [5], netAssetValues: [], index: null })).toMatchObject({
      dpi: null,
      tvpi: null,
      ksPme: null,
      directAlpha: null,
      irr: { kind: 'nothingInvested' },
    })
    const lost = fundMetrics({
      days: [0],
      amountsUsd: [-5],
      netAssetValues: [{ day: 9, usd: 0 }],
      index: null,
    })
    expect(lost).toMatchObject({ tvpi: 0, irr: { kind: 'totalLoss' } })
  })

  it('refuses an index with gaps or without levels, and a negative value', () => {
    expect(() => fundMetrics({ ...flat, index: [1, 2] })).toThrow(/index must have 3 levels, got 2/u)
    expect(() => fundMetrics({ ...flat, index: [1, 0, 2] })).toThrow(/must be positive and finite, got 0/u)
    expect(() => fundMetrics({ ...flat, netAssetValues: [{ day: 1, usd: -1 }] })).toThrow(
      /at least 0, got -1/u,
    )
  })
})

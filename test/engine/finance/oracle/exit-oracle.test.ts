import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exitBreakpointsUsd, makeExitSplit, splitExit } from '../../../../engine/finance/index.ts'
import type { CapTable, ExitSplit, ExitTerms } from '../../../../engine/finance/index.ts'
import { exactCompanyOf } from './exact-company.ts'
import { exactPayouts, largestGain, type ExactCompany } from './exact-exit.ts'
import { exact } from './exact-numbers.ts'
import { exactBreakpoints, exactEquity } from './exact-prices.ts'
import { notesOf, randomCompany, randomExit, tableOf, type CompanyDraw } from './random-company.ts'

/** An exit between nothing and a few times all preferences, in whole dollars. */
const priceOf = (draw: CompanyDraw, level: number): number => {
  const invested = draw.series.reduce((total, one) => total + one.shares * one.price * one.multiple, 0)
  const owed = draw.convertibles.reduce((total, { owedUsd }) => total + owedUsd, 0)
  return Math.round(level * (invested + owed + draw.common))
}

/** Who gives its money up for shares: series of a sale say so, the others by what their shares come to. */
const choicesOf = (company: ExactCompany, { kind }: ExitTerms, split: ExitSplit): readonly boolean[] =>
  company.claims.map(({ preference, bonus, converted }, i) =>
    kind === 'sale' && i < split.seriesConverts.length
      ? split.seriesConverts[i]
      : converted.valueOf() * split.perCommonShareUsd > preference.add(bonus).valueOf(),
  )

const levels = fc.integer({ min: 0, max: 1200 }).map((hundredths) => hundredths / 100)

/** How many of the companies show what a mistake would hide behind. */
const isFavoured = ({ convertibles }: CapTable): boolean =>
  convertibles.some(({ isMostFavoured }) => isMostFavoured)

describe('the waterfall against exact rational arithmetic, 10,000 random companies with SAFEs and notes', () => {
  it('pays what exact arithmetic pays when all choose as reported, and nobody gains by another choice', () => {
    const split = makeExitSplit()
    const counts = { converted: 0, convertibles: 0, favoured: 0, listed: 0, refused: 0 }
    fc.assert(
      fc.property(randomCompany, randomExit, levels, (draw, terms, level) => {
        const exit = { ...terms, priceUsd: priceOf(draw, level) }
        const table = tableOf(draw)
        const company = exactCompanyOf(draw, exit.kind)
        if (company === null) {
          counts.refused++
          expect(() => splitExit(table, exit, split)).toThrow(/post-money caps must leave something/)
          return
        }
        splitExit(table, exit, split)
        const choices = choicesOf(company, exit, split)
        const equity = exactEquity(exit, exact(notesOf(draw)))
        const payouts = exactPayouts(company, choices, equity)
        const tolerance = 1e-9 * (1 + exit.priceUsd)
        const paid = [split.equityUsd, split.commonUsd, ...split.rightsUsd, ...split.seriesUsd]
        const wanted = [equity, payouts.common, ...payouts.rights, ...payouts.claims]
        wanted.forEach((usd, i) => {
          const got = [...paid, ...split.convertiblesUsd][i]
          expect(Math.abs(got - usd.valueOf())).toBeLessThan(tolerance)
        })
        expect(largestGain(company, choices, equity).valueOf()).toBeLessThan(tolerance)
        counts.converted += split.seriesConverts.filter(Boolean).length
        counts.convertibles += split.convertibleConverts.filter(Boolean).length
        if (isFavoured(table)) counts.favoured++
        if (exit.kind === 'listing') counts.listed++
      }),
      { numRuns: 10_000, seed: 20_261 },
    )
    // The companies are not all of one kind.
    expect(counts.converted).toBeGreaterThan(2000)
    expect(counts.convertibles).toBeGreaterThan(2000)
    expect(counts.favoured).toBeGreaterThan(2000)
    expect(counts.listed).toBeGreaterThan(1000)
    expect(counts.refused).toBeGreaterThan(10)
  })

  it('turns at the exit prices at which exact arithmetic turns', () => {
    fc.assert(
      fc.property(randomCompany, randomExit, (draw, exit) => {
        const company = exactCompanyOf(draw, exit.kind)
        if (company === null) return
        const found = exitBreakpointsUsd(tableOf(draw), exit)
        const wanted = exactBreakpoints(company, exit, exact(notesOf(draw))).map((usd) => usd.valueOf())
        const isIn = (usd: number, all: readonly number[]): boolean =>
          all.some((one) => Math.abs(one - usd) <= 1e-9 * (1 + usd))
        expect(found.filter((usd) => !isIn(usd, wanted))).toEqual([])
        expect(wanted.filter((usd) => !isIn(usd, found))).toEqual([])
      }),
      { numRuns: 10_000, seed: 20_263 },
    )
  })
})

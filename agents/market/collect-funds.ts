import { returnRate, soleRate } from '../../engine/finance/index.ts'
import type { FundTable } from '../records.ts'
import type { World } from './world.ts'

/**
 * What the limited partners of each firm paid and got by the horizon. A firm counts as one fund that calls and pays
 * back all along; what it holds then, cash and stakes at fair value (`heldUsd`), is its net asset value.
 */
export function collectFunds(world: World, heldUsd: Float64Array): FundTable {
  const { firms, ledger } = world
  const cashUsd = Float64Array.from(firms.type, (_, firm) => ledger.balanceUsd(ledger.firmAccount(firm)))
  const perPaidIn = (read: (firm: number) => number): Float64Array =>
    Float64Array.from(firms.type, (_, firm) =>
      firms.calledUsd[firm] > 0 ? read(firm) / firms.calledUsd[firm] : Number.NaN,
    )
  return {
    count: firms.count,
    type: firms.type.slice(),
    paidInUsd: firms.calledUsd.slice(),
    feesUsd: firms.feesUsd.slice(),
    investedUsd: firms.investedUsd.slice(),
    distributedUsd: firms.distributedUsd.slice(),
    cashUsd,
    heldUsd,
    dpi: perPaidIn((firm) => firms.distributedUsd[firm]),
    rvpi: perPaidIn((firm) => cashUsd[firm] + heldUsd[firm]),
    tvpi: perPaidIn((firm) => firms.distributedUsd[firm] + cashUsd[firm] + heldUsd[firm]),
    irr: Float64Array.from(firms.type, (_, firm) => internalRate(world, firm, cashUsd[firm] + heldUsd[firm])),
  }
}

function internalRate({ firms, horizonMonths, parameters }: World, firm: number, assetsUsd: number): number {
  const years: number[] = []
  const amounts: number[] = []
  const endYears = (horizonMonths + parameters.world.burnIn) / 12
  for (let year = 0; year < firms.years; year++) {
    const usd = firms.flowsUsd[firm * firms.years + year]
    if (usd === 0) continue
    years.push(Math.min(year + 0.5, endYears))
    amounts.push(usd)
  }
  years.push(endYears)
  amounts.push(assetsUsd)
  const rate = soleRate(years, amounts)
  if (!Number.isNaN(rate)) return rate
  const { kind, rates } = returnRate(years, amounts)
  return kind === 'one' || kind === 'totalLoss' ? rates[0].rate : Number.NaN
}

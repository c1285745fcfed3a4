import type { RoundSolution } from '../round/round-solution.ts'
import type { CapTable } from '../table/cap-table.ts'
import type { DealBook } from './deal-book.ts'
import type { ConversionReason, DealAdjustment, DealConversion } from './deal-history.ts'

/** Relative difference of prices below which they are the same price. */
const sameness = 1e-9

function reasonOf(table: CapTable, solution: RoundSolution, place: number): ConversionReason {
  const { discount } = table.convertibles[solution.convertibleTerms[place]]
  const discounted = solution.priceUsd * (1 - discount)
  if (solution.convertiblePriceUsd[place] < discounted * (1 - sameness)) return 'cap'
  return discount > 0 ? 'discount' : 'round_price'
}

/** Name of the shadow series that a SAFE or note becomes. */
export const shadowName = (round: string, convertible: string): string => `${round} (${convertible})`

/** What every SAFE and note converts into, before the round is closed and they are gone. */
export function listConversions(
  { table, convertibles }: DealBook,
  solution: RoundSolution,
  round: string,
): readonly DealConversion[] {
  return convertibles.map(({ name, holder }, place) => {
    const terms = solution.convertibleTerms[place]
    return {
      name,
      holder,
      owedUsd: table.convertibles[place].owedUsd,
      shares: solution.convertibleShares[place],
      priceUsd: solution.convertiblePriceUsd[place],
      reason: reasonOf(table, solution, place),
      termsOf: terms === place ? null : convertibles[terms].name,
      series: shadowName(round, name),
    }
  })
}

/** What anti-dilution does to the older series, before the round is closed. */
export function listAdjustments(
  { table, series }: DealBook,
  solution: RoundSolution,
): readonly DealAdjustment[] {
  return table.series
    .map(({ conversionPriceUsd, convertedShares }, place) => ({
      series: series[place].name,
      fromPriceUsd: conversionPriceUsd,
      toPriceUsd: solution.conversionPriceUsd[place],
      addedShares: solution.convertedShares[place] - convertedShares,
    }))
    .filter(({ fromPriceUsd, toPriceUsd }) => toPriceUsd < fromPriceUsd)
}

import type { ExitTerms } from './exit-terms.ts'

/**
 * The exit price that leaves a sum to the holders of shares, SAFEs and notes, once debt, costs and carve-out are paid.
 *
 * Units: US dollars; `exit.priceUsd` is not used; `notesUsd` is what notes are owed, which the carve-out does not touch.
 * Infinity if costs and carve-out take every dollar.
 * @example priceOfEquityUsd({ ...plainSale, debtUsd: 2e6, carveOutShare: 0.1 }, 9e6, 0) // => 12e6
 * @example priceOfEquityUsd({ ...plainSale, carveOutShare: 0.1 }, 11e6, 2e6) // => 12e6
 */
export function priceOfEquityUsd(exit: ExitTerms, equityUsd: number, notesUsd: number): number {
  const uncapped = (equityUsd - exit.carveOutShare * notesUsd) / (1 - exit.carveOutShare)
  const beforeCarveOutUsd = Math.max(equityUsd, Math.min(uncapped, equityUsd + exit.carveOutMostUsd))
  return (beforeCarveOutUsd + exit.debtUsd + exit.costsUsd) / (1 - exit.costsShare)
}

import type { ExitTerms } from './exit-terms.ts'

/** Throws a RangeError that names the caller unless all amounts are 0 or more and all shares of them below 1. */
export function requireExit(caller: string, exit: ExitTerms): void {
  if (!isAmount(exit.priceUsd)) refuseAmount(caller, 'priceUsd', exit.priceUsd)
  if (!isAmount(exit.debtUsd)) refuseAmount(caller, 'debtUsd', exit.debtUsd)
  if (!isAmount(exit.costsUsd)) refuseAmount(caller, 'costsUsd', exit.costsUsd)
  if (!isShare(exit.costsShare)) refuseShare(caller, 'costsShare', exit.costsShare)
  if (!isShare(exit.carveOutShare)) refuseShare(caller, 'carveOutShare', exit.carveOutShare)
  if (!(exit.carveOutMostUsd >= 0))
    throw new RangeError(`${caller}: carveOutMostUsd must be at least 0, got ${exit.carveOutMostUsd}`)
}

const isAmount = (value: number): boolean => value >= 0 && value < Infinity

const isShare = (value: number): boolean => value >= 0 && value < 1

function refuseAmount(caller: string, name: string, value: number): never {
  throw new RangeError(`${caller}: ${name} must be at least 0 and finite, got ${value}`)
}

function refuseShare(caller: string, name: string, value: number): never {
  throw new RangeError(`${caller}: ${name} must be 0 or more and below 1, got ${value}`)
}

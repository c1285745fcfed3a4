import type { Fraction } from 'fraction.js'
import type { ExitTerms } from '../../../../engine/finance/index.ts'
import { dueByRank, type ExactClaim, type ExactCompany } from './exact-exit.ts'
import { exact, least, most, sum, zero } from './exact-numbers.ts'

/** What is left to holders of shares, SAFEs and notes, in exact numbers; notes are owed `notes`. */
export function exactEquity(exit: ExitTerms, notes: Fraction): Fraction {
  const price = exact(exit.priceUsd)
  const afterDebt = most(zero, price.sub(exact(exit.debtUsd)))
  const left = most(zero, afterDebt.sub(exact(exit.costsUsd)).sub(price.mul(exact(exit.costsShare))))
  const afterNotes = most(zero, left.sub(notes))
  const carveOut = afterNotes.mul(exact(exit.carveOutShare))
  return left.sub(exit.carveOutMostUsd === Infinity ? carveOut : least(carveOut, exact(exit.carveOutMostUsd)))
}

/** The price that leaves an equity: each way to pay the carve-out is tried, and the one that holds is taken. */
function priceOf(exit: ExitTerms, notes: Fraction, equity: Fraction): Fraction {
  const share = exact(exit.carveOutShare)
  const shared = equity.sub(notes.mul(share)).div(exact(1).sub(share))
  const isUntouched = equity.compare(notes) <= 0
  const isMost =
    exit.carveOutMostUsd < Infinity && shared.sub(equity).compare(exact(exit.carveOutMostUsd)) > 0
  const carved = isMost ? equity.add(exact(exit.carveOutMostUsd)) : shared
  const left = isUntouched ? equity : carved
  return left
    .add(exact(exit.debtUsd))
    .add(exact(exit.costsUsd))
    .div(exact(1).sub(exact(exit.costsShare)))
}

/** Values of a common share at which a claim turns. */
function turnsOf({ preference, bonus, converted, cap, participates }: ExactClaim): readonly Fraction[] {
  if (converted.compare(zero) === 0) return []
  if (!participates) return [preference.add(bonus).div(converted)]
  return cap === null ? [] : [cap.sub(preference).div(converted), cap.div(converted)]
}

/** What is claimed in all when a share of common gets so much. */
function claimedAt({ common, rights, claims }: ExactCompany, share: Fraction): Fraction {
  const fromRights = rights.map(({ shares, strike }) => shares.mul(most(zero, share.sub(strike))))
  const fromClaims = claims.map(({ preference, bonus, converted, cap, participates }) => {
    const asShares = converted.mul(share)
    const held = preference.add(bonus).add(participates ? asShares : zero)
    return most(cap === null ? held : least(held, cap), asShares)
  })
  return common.mul(share).add(sum(fromRights)).add(sum(fromClaims))
}

/** Exit prices at which a rank is paid up, a claim turns, or what comes before the owners changes, rising, each once. */
export function exactBreakpoints(
  company: ExactCompany,
  exit: ExitTerms,
  notes: Fraction,
): readonly Fraction[] {
  const turns = [zero, ...company.rights.map(({ strike }) => strike), ...company.claims.flatMap(turnsOf)]
  let paid = zero
  const ranksPaid = dueByRank(company.claims).map((due) => (paid = paid.add(sum(due))))
  const equities = [zero, ...ranksPaid, ...turns.map((share) => claimedAt(company, share))]
  if (exit.carveOutShare > 0 && exit.carveOutMostUsd < Infinity) {
    const before = exact(exit.carveOutMostUsd).div(exact(exit.carveOutShare))
    equities.push(notes.add(before).sub(exact(exit.carveOutMostUsd)))
  }
  // A carve-out starts where notes are paid.
  if (exit.carveOutShare > 0) equities.push(notes)
  const prices = [zero, ...equities.map((equity) => priceOf(exit, notes, equity))]
  return prices
    .toSorted((a, b) => a.compare(b))
    .filter((one, i, all) => i === 0 || one.compare(all[i - 1]) > 0)
}

import type { Convertible } from '../table/convertible.ts'
import type { Claims } from './claims.ts'

/**
 * Finds the best that each SAFE or note may take at an exit: the lowest cap of either basis and the largest discount
 * among its own terms and, if it is most favoured, those of the securities it favours, and of those that these favour.
 * A discount is a SAFE's: that of a note counts in rounds only.
 *
 * Shape: overwrites `postCapUsd`, `preCapUsd` and `discount`, and grows them when needed.
 */
export function takeInstruments(all: readonly Convertible[], into: Claims): void {
  if (all.length > into.discount.length) fit(all.length, into)
  for (let i = 0; i < all.length; i++) {
    const { capUsd, capBasis, discount, isDebt } = all[i]
    into.postCapUsd[i] = capBasis === 'post_money' ? capUsd : Infinity
    into.preCapUsd[i] = capBasis === 'pre_money' ? capUsd : Infinity
    into.discount[i] = isDebt ? 0 : discount
  }
  let changes = true
  while (changes) {
    changes = false
    for (let i = 0; i < all.length; i++)
      if (all[i].isMostFavoured && takeBetter(all[i], i, into)) changes = true
  }
}

/** Takes over what is better in the securities that one favours; true if anything is. */
function takeBetter({ favours }: Convertible, i: number, into: Claims): boolean {
  const { postCapUsd, preCapUsd, discount } = into
  let changes = false
  for (let k = 0; k < favours.length; k++) {
    const other = favours[k]
    const isAsGood = discount[i] >= discount[other] && postCapUsd[i] <= postCapUsd[other]
    if (isAsGood && preCapUsd[i] <= preCapUsd[other]) continue
    discount[i] = Math.max(discount[i], discount[other])
    postCapUsd[i] = Math.min(postCapUsd[i], postCapUsd[other])
    preCapUsd[i] = Math.min(preCapUsd[i], preCapUsd[other])
    changes = true
  }
  return changes
}

function fit(length: number, into: Claims): void {
  into.postCapUsd = new Float64Array(2 * length)
  into.preCapUsd = new Float64Array(2 * length)
  into.discount = new Float64Array(2 * length)
}

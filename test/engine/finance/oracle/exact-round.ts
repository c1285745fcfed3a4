import type { Fraction } from 'fraction.js'
import type { CapTable, Convertible, PreferredSeries, RoundTerms } from '../../../../engine/finance/index.ts'
import { exact, sum, zero } from './exact-numbers.ts'

/** x = 1 / price, S = shares of all convertibles, T = options added, in exact numbers. */
export interface ExactRound {
  readonly perUsd: Fraction
  readonly converting: Fraction
  readonly added: Fraction
}

/** constant + x · perUsd + s · converting + t · added */
interface Affine {
  readonly constant: Fraction
  readonly x: Fraction
  readonly s: Fraction
  readonly t: Fraction
}

const one = exact(1)
const affine = (parts: Partial<Affine>): Affine => ({ constant: zero, x: zero, s: zero, t: zero, ...parts })
const plus = (a: Affine, b: Affine): Affine => ({
  constant: a.constant.add(b.constant),
  x: a.x.add(b.x),
  s: a.s.add(b.s),
  t: a.t.add(b.t),
})
const times = (a: Affine, factor: Fraction): Affine => ({
  constant: a.constant.mul(factor),
  x: a.x.mul(factor),
  s: a.s.mul(factor),
  t: a.t.mul(factor),
})
const at = (a: Affine, point: ExactRound): Fraction =>
  a.constant.add(a.x.mul(point.perUsd)).add(a.s.mul(point.converting)).add(a.t.mul(point.added))

/** The larger of some pieces at a point; of equals, the first. */
const largest = (pieces: readonly Affine[], point: ExactRound): Affine =>
  pieces.reduce((best, piece) => (at(piece, point).compare(at(best, point)) > 0 ? piece : best))

/** The equations of a round, each side a maximum of affine pieces. */
export function equationsOf(table: CapTable, terms: RoundTerms) {
  const rights = sum(table.rights.map(({ shares }) => exact(shares)))
  const plain = exact(table.commonShares)
    .add(rights)
    .add(exact(table.promisedShares))
    .add(exact(table.availableShares))
  const preferred = sum(table.series.map(({ convertedShares }) => exact(convertedShares)))
  const before = plain.add(preferred)
  const amount = exact(terms.amountUsd)

  const perUsdOf = ({ capUsd, capBasis, discount }: Convertible): readonly Affine[] => {
    const byDiscount = affine({ x: one.div(one.sub(exact(discount))) })
    if (capUsd === Infinity) return [byDiscount]
    const counted = affine(
      capBasis === 'post_money' ? { constant: before, s: one } : { constant: before, t: one },
    )
    return [byDiscount, times(counted, one.div(exact(capUsd)))]
  }
  const piecesOf = (place: number, seen: readonly number[] = []): readonly Affine[] => {
    const convertible = table.convertibles[place]
    const favoured = convertible.favours.filter((other) => !seen.includes(other))
    return [...perUsdOf(convertible), ...favoured.flatMap((other) => piecesOf(other, [...seen, place]))]
  }
  const convertibles = table.convertibles.map(({ owedUsd }, place) =>
    piecesOf(place).map((piece) => times(piece, exact(owedUsd))),
  )

  const averaged = (series: PreferredSeries): Fraction => {
    const outstanding = exact(table.commonShares).add(preferred)
    return series.antiDilution === 'narrow_based'
      ? outstanding
      : outstanding.add(rights).add(exact(table.promisedShares))
  }
  const older = table.series.map((series) => {
    const converted = exact(series.convertedShares)
    const price = exact(series.conversionPriceUsd)
    const kept = affine({ constant: converted })
    if (series.antiDilution === 'none' || !terms.protectsOlder) return [kept]
    if (series.antiDilution === 'full_ratchet') return [kept, affine({ x: converted.mul(price) })]
    const base = averaged(series)
    const scale = converted.div(base.add(amount.div(price)))
    return [kept, affine({ constant: scale.mul(base), x: scale.mul(amount) })]
  })

  const target = exact(terms.pool.targetShare)
  const poolPieces = (olderSum: Affine): readonly Affine[] => {
    const added = affine({ constant: exact(terms.pool.addedShares) })
    if (target.compare(zero) === 0) return [added]
    // available + T = target (plain + older + S + T + amount x)
    const others = plus(plus(affine({ constant: plain, s: one, x: amount }), olderSum), affine({}))
    const lacking = plus(times(others, target), affine({ constant: exact(table.availableShares).mul(-1) }))
    return [added, times(lacking, one.div(one.sub(target)))]
  }
  const owed = sum(table.convertibles.map(({ owedUsd }) => exact(owedUsd)))
  const value = exact(terms.preMoneyUsd).add(terms.convention === 'dollars_invested' ? owed : zero)
  return { plain, convertibles, older, poolPieces, value }
}

/** Solves the three linear equations of chosen pieces by Cramer's rule; null if they have no solution. */
function solveLinear(rows: readonly Affine[]): ExactRound | null {
  // Each row says 0 = constant + x X + s S + t T.
  const [a, b, c] = rows
  const det = (p: readonly Fraction[], q: readonly Fraction[], r: readonly Fraction[]): Fraction =>
    p[0]
      .mul(q[1].mul(r[2]).sub(q[2].mul(r[1])))
      .sub(p[1].mul(q[0].mul(r[2]).sub(q[2].mul(r[0]))))
      .add(p[2].mul(q[0].mul(r[1]).sub(q[1].mul(r[0]))))
  const row = (one_: Affine, replaced: number): readonly Fraction[] => {
    const cells = [one_.x, one_.s, one_.t]
    if (replaced >= 0) cells[replaced] = one_.constant.mul(-1)
    return cells
  }
  const whole = det(row(a, -1), row(b, -1), row(c, -1))
  if (whole.compare(zero) === 0) return null
  const [perUsd, converting, added] = [0, 1, 2].map((k) => det(row(a, k), row(b, k), row(c, k)).div(whole))
  return { perUsd, converting, added }
}

/**
 * Solves a round in exact numbers from below, where the price is highest: pieces that are greatest at a point are
 * solved as linear equations, until they are the greatest at their own solution. Null if there is none.
 */
export function exactRound(table: CapTable, terms: RoundTerms): ExactRound | null {
  const { plain, convertibles, older, poolPieces, value } = equationsOf(table, terms)
  let point: ExactRound = { perUsd: zero, converting: zero, added: zero }
  for (let pass = 0; pass < 100; pass++) {
    const olderSum = older.map((pieces) => largest(pieces, point)).reduce(plus, affine({}))
    const shares = convertibles.map((pieces) => largest(pieces, point)).reduce(plus, affine({}))
    const pool = largest(poolPieces(olderSum), point)
    const covered = plus(
      plus(affine({ constant: plain }), olderSum),
      affine({
        ...(terms.convention === 'pre_money' ? {} : { s: one }),
        ...(terms.pool.isAfterMoney ? {} : { t: one }),
      }),
    )
    const next = solveLinear([
      plus(covered, affine({ x: value.mul(-1) })),
      plus(shares, affine({ s: one.mul(-1) })),
      plus(pool, affine({ t: one.mul(-1) })),
    ])
    if (next === null || next.perUsd.compare(point.perUsd) < 0 || next.converting.compare(zero) < 0)
      return null
    if (
      next.perUsd.compare(point.perUsd) === 0 &&
      next.converting.compare(point.converting) === 0 &&
      next.added.compare(point.added) === 0
    )
      return point
    point = next
  }
  throw new Error('exactRound: no end')
}

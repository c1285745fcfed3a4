import type { CapTable } from '../table/cap-table.ts'
import { choosePieces } from './choose-pieces.ts'
import type { RoundSystem } from './round-system.ts'
import { solvePieces } from './solve-pieces.ts'

// Rounding moves a solved unknown by a few parts in 1e16, which is no step up.
const leastStep = 1e-14

// Each step changes a piece; hundreds of securities take a dozen steps.
const mostSteps = 1000

/**
 * Moves the system from zero to its solution, of which there is one at most.
 *
 * Policy iteration: solve the linear equations of the active pieces, choose the pieces that are greatest there, and so
 * on. The solution of any pieces lies below that of the round, and each step goes up; so the first point whose pieces
 * stay is the solution, found exactly. If some pieces have no solution, neither has the round.
 *
 * There is one solution at most. Written for the whole pool instead of its increase, the equations y = f(y) have no
 * negative constant, and every unknown is fed by a positive one; so what is claimed grows by less than in proportion,
 * f(k y) < k f(y) for k > 1. Were z a solution beside y, and k > 1 the least number with z <= k y, then
 * z = f(z) <= f(k y) < k y, which k as the least excludes.
 *
 * Returns false if there is none. Throws: Error if rounding keeps it from settling.
 */
export function solveSystem(system: RoundSystem, table: CapTable): boolean {
  for (let step = 0; step < mostSteps; step++) {
    const { perUsd, convertingShares, poolIncreaseShares } = system
    choosePieces(system, table)
    if (!solvePieces(system)) return false
    const rises =
      system.perUsd > perUsd * (1 + leastStep) ||
      system.convertingShares > convertingShares * (1 + leastStep) ||
      system.poolIncreaseShares > poolIncreaseShares * (1 + leastStep)
    if (!rises && step > 0) return true
  }
  throw new Error(
    `solveRound: no settled pieces after ${mostSteps} steps; 1 / price ${system.perUsd}, ` +
      `converting ${system.convertingShares}, pool ${system.poolIncreaseShares}`,
  )
}

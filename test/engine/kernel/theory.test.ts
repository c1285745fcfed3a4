import { describe, expect, it } from 'vitest'
import { Calendar } from '../../../engine/kernel/index.ts'
import { runQueue } from './models/queue.ts'
import type { QueueEstimates, QueueParameters } from './models/queue.ts'
import { runRuin } from './models/ruin.ts'

/**
 * Queues: 40 independent runs from fixed streams, each from empty, 2,000 mean service times of warm-up (relaxation
 * takes below 100 of them at these loads, so what is left of the start is under e^-20) and 15,000 measured. The mean
 * of the runs is compared with theory in units of its standard error: |t| on 39 degrees of freedom exceeds 7 by
 * chance with probability 2.2e-8, four times a queue and three queues: a false alarm below 3e-7 in all.
 */
const runCount = 40
const limit = 7

function tOf(values: readonly number[], theory: number): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length
  const variance = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (values.length - 1)
  return (mean - theory) / Math.sqrt(variance / values.length)
}

/** Erlang's C: the chance that an arrival has to wait, for an offered load in units of one server. */
function chanceOfWaiting(serverCount: number, load: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; k < serverCount; k++) sum += term *= load / k
  const last = ((term * load) / serverCount) * (serverCount / (serverCount - load))
  return last / (sum + last)
}

function runMany(parameters: QueueParameters): QueueEstimates[] {
  const calendar = new Calendar()
  return Array.from({ length: runCount }, (_, run) => runQueue(parameters, run, calendar))
}

const queues = [
  { name: 'M/M/1 at load 0.5', arrivalRate: 0.5, serverCount: 1 },
  { name: 'M/M/1 at load 0.8', arrivalRate: 0.8, serverCount: 1 },
  { name: 'M/M/3 at load 0.8', arrivalRate: 2.4, serverCount: 3 },
]

for (const { name, arrivalRate, serverCount } of queues) {
  describe(`an ${name} on the kernel`, () => {
    const runs = runMany({ arrivalRate, serverCount, serviceRate: 1, warmUp: 2000, horizon: 17_000 })
    const wait = chanceOfWaiting(serverCount, arrivalRate) / (serverCount - arrivalRate)

    it('has the mean wait of theory', () => {
      expect(
        Math.abs(
          tOf(
            runs.map((run) => run.wait),
            wait,
          ),
        ),
      ).toBeLessThan(limit)
    })

    it('keeps its servers as busy as its load says', () => {
      expect(
        Math.abs(
          tOf(
            runs.map((run) => run.utilisation),
            arrivalRate / serverCount,
          ),
        ),
      ).toBeLessThan(limit)
    })

    it('has the mean line of theory', () => {
      expect(
        Math.abs(
          tOf(
            runs.map((run) => run.lineLength),
            arrivalRate * wait,
          ),
        ),
      ).toBeLessThan(limit)
    })

    it("obeys Little's law, in the mean and within 2 % in each run", () => {
      const differences = runs.map((run) => run.lineLength / (run.arrivalRate * run.wait) - 1)
      expect(Math.abs(tOf(differences, 0))).toBeLessThan(limit)
      expect(Math.max(...differences.map(Math.abs))).toBeLessThan(0.02)
    })
  })
}

describe('the mean-wait check', () => {
  it('would notice a wait that is 5 % off (M/M/1 at load 0.5)', () => {
    const runs = runMany({ arrivalRate: 0.5, serverCount: 1, serviceRate: 1, warmUp: 2000, horizon: 17_000 })
    expect(
      Math.abs(
        tOf(
          runs.map((run) => run.wait),
          1.05,
        ),
      ),
    ).toBeGreaterThan(limit)
  })
})

describe('a Cramér-Lundberg reserve on the kernel', () => {
  /**
   * Claims Exp(1) at rate 1, premium 1.25: the chance of ruin ever is psi(u) = 0.8 exp(-u / 5) (Asmussen and
   * Albrecher, Ruin Probabilities, 2010, chapter I). Runs stop at a reserve of 60, which leaves out ruins with
   * probability below psi(60) = 5e-6, against a standard error of 6e-3: 6,000 insurers from a fixed stream, limit 6
   * standard errors, false alarm below 3e-9 each.
   */
  const insurerCount = 6000
  for (const initialReserve of [0, 5]) {
    it(`is ruined as often as theory says, from a reserve of ${initialReserve}`, () => {
      const parameters = { insurerCount, initialReserve, premiumRate: 1.25, safeReserve: 60 }
      const { ruined, safe } = runRuin(parameters, new Calendar())
      const theory = 0.8 * Math.exp(-initialReserve / 5)
      const error = Math.sqrt((theory * (1 - theory)) / insurerCount)
      expect(ruined + safe).toBe(insurerCount)
      expect(Math.abs(ruined / insurerCount - theory) / error).toBeLessThan(6)
    })
  }
})

/** How often machines fail a job and what a failure takes: properties of a time, not of one run. */
export interface Reliability {
  /** Accelerator-hours between two interruptions that nobody planned. */
  readonly gpuHoursPerFailure: number
  /** Billed hours from a failure to the next step: noticing, exchange of the machine, start, reading the checkpoint. */
  readonly restartHours: number
  /** Hours a failure in which the run waits for a repair and nothing is billed. */
  readonly repairHours: number
  /** Seconds that a checkpoint stops the training whatever its size. */
  readonly stallSeconds: number
  /** Share of the time to write a checkpoint in which training stands still: 1 if it waits for storage, else 0. */
  readonly blockingShare: number
  /** Share of the storage's speed that one accelerator has, bytes a second. */
  readonly storageBytesPerSecond: number
  /** Share of a long run's billed hours that goes into planned stops, evaluations and work thrown away. */
  readonly interventionShare: number
  /** Share of calendar time in which the site is down for maintenance and bills nothing. */
  readonly maintenanceShare: number
  /** Standard deviation of the accelerators' speeds, relative, that a run of weeks adds to a short benchmark. */
  readonly speedSpread: number
}

/** Years between which a quantity changed. */
interface Change {
  readonly from: number
  readonly to: number
}

/** Years between which machines came to fail less often. */
const failures: Change = { from: 2021.9, to: 2024 }

/** Years between which programs took over from people, who had watched over runs and restarted them by hand. */
const automation: Change = { from: 2022.2, to: 2023.5 }

/**
 * What was usual in a year. Machines came to fail less often from the end of 2021 to 2024, and programs took over from
 * people, who had watched over runs and restarted them by hand, from early 2022 to mid-2023; before and after, values
 * are held.
 *
 * | quantity              | before | after  | source; where it is an assumption, its range                                  |
 * | --------------------- | ------ | ------ | ----------------------------------------------------------------------------- |
 * | GPU-hours per failure | 9,000  | 50,700 | OPT-175B: about 90 restarts in 809,000 h; Llama 3: 16,384 x 54 d / 419          |
 * | restart, hours        | 2      | 0.12   | assumption (1-4; 0.05-0.3): OPT's and GLM's calendars; MegaScale: under 15 min  |
 * | repair, hours         | 1.5    | 0      | assumption (0-4; 0-0.2): OPT's calendar; hot spares later                       |
 * | stall, seconds        | 60     | 6      | assumption (20-150); PyTorch's asynchronous checkpoint of a 7B model: 6.3 s     |
 * | blocking share        | 1      | 0      | the same: 148.8 s before                                                        |
 * | storage, bytes/s      | 0.12e9 | 0.12e9 | Llama 3: 2 TB/s for 16,384 (0.05e9-0.5e9)                                       |
 * | intervention share    | 0.08   | 0.05   | assumption (0.03-0.15; 0.02-0.1): OLMo 3 7B kept 0.91 of its speed              |
 * | maintenance share     | 0.02   | 0.02   | assumption (0-0.05)                                                             |
 * | spread of speeds      | 0.003  | 0.003  | assumption (0-0.01): Llama 3 varied by 1-2 % over a day at 16,384               |
 *
 * Other clusters agree with the failures: 25,000 GPU-hours on 440 A100 in spring 2023 (28,500 here), 29,500 on 16,000
 * A100 in 2023 (33,600 here), 66,500 on 504 B200 in 2026 (50,700 here).
 *
 * Units: year with a fraction, 2024.5 for its middle.
 * Throws: RangeError for a year that is not finite.
 * Source: Zhang et al. 2022, OPT, arXiv 2205.01068, and its logbook; Grattafiori et al. 2024, Llama 3, arXiv
 * 2407.21783, section 3.3; Jiang et al. 2024, MegaScale, arXiv 2402.15627; Kokolis et al. 2024, arXiv 2410.21680;
 * Pasqualin et al. 2024, pytorch.org/blog/reducing-checkpointing-times; B200: arXiv 2605.09370.
 * @example reliabilityOfYear(2025).gpuHoursPerFailure // => 50700
 */
export function reliabilityOfYear(year: number): Reliability {
  if (!Number.isFinite(year)) throw new RangeError(`reliabilityOfYear: year must be finite, got ${year}`)
  const automatic = shareOf(automation, year)
  return {
    gpuHoursPerFailure: growing(9000, 50_700, shareOf(failures, year)),
    restartHours: 2 - 1.88 * automatic,
    repairHours: 1.5 * (1 - automatic),
    stallSeconds: growing(60, 6, automatic),
    blockingShare: 1 - automatic,
    storageBytesPerSecond: 0.12e9,
    interventionShare: 0.08 - 0.03 * automatic,
    maintenanceShare: 0.02,
    speedSpread: 0.003,
  }
}

/** How far a change has come, 0 to 1. */
const shareOf = ({ from, to }: Change, year: number): number =>
  Math.min(1, Math.max(0, (year - from) / (to - from)))

/** From one positive value to another at a constant rate; both ends are met exactly. */
function growing(from: number, to: number, share: number): number {
  return share === 1 ? to : from * Math.exp(share * Math.log(to / from))
}

/**
 * One generation of accelerators, as the market rents it. Tables of these are handed in by the caller; the
 * engine holds none. The default one is `scenarios/data/accelerator-generations.json`.
 */
export interface AcceleratorGeneration {
  readonly name: string
  /** Month from which it can be had, counted from the scenario's start; negative if it is older. */
  readonly launchMonth: number
  /** Dense 16-bit peak of one accelerator, FLOP a second: not the sparse figure, which is twice that. */
  readonly peakFlopPerSecond: number
  /** Thermal design power of one accelerator, watts. */
  readonly powerWatts: number
}

import type { Layout } from '../plan/layout.ts'
import { copyLayout, makeScratchLayout, type ScratchLayout } from './scratch-layout.ts'

interface Entry {
  readonly layout: ScratchLayout
  /** Seconds of a step for each of its sequences: layouts may round the batch differently. */
  pace: number
  stepSeconds: number
}

const length = 4

/** True if two layouts spread the model over accelerators in the same way. */
const isSameSplit = (a: Layout, b: Layout): boolean =>
  a.tensor === b.tensor && a.pipeline === b.pipeline && a.context === b.context && a.expert === b.expert

/**
 * The fastest layouts met so far, one for each way of splitting the model, fastest first by the time that a
 * sequence takes. Of two that are equally fast the one met first stays ahead.
 */
export class Shortlist {
  readonly #entries: Entry[] = Array.from({ length }, () => ({
    layout: makeScratchLayout(),
    pace: Infinity,
    stepSeconds: Infinity,
  }))

  /** Seconds a sequence: a layout that takes this long or longer does not enter. */
  get limit(): number {
    return this.#entries[length - 1].pace
  }

  /** True while no layout has entered. */
  get isEmpty(): boolean {
    return this.#entries[0].pace === Infinity
  }

  /** Offers a layout, which is copied. */
  offer(layout: Layout, stepSeconds: number): void {
    const entries = this.#entries
    const pace = stepSeconds / layout.globalBatch
    let from = length - 1
    for (let i = 0; i < length; i++)
      if (entries[i].pace < Infinity && isSameSplit(entries[i].layout, layout)) from = i
    if (!(pace < entries[from].pace)) return
    const freed = entries[from]
    copyLayout(layout, freed.layout)
    freed.pace = pace
    freed.stepSeconds = stepSeconds
    for (; from > 0 && entries[from - 1].pace > pace; from--) entries[from] = entries[from - 1]
    entries[from] = freed
  }

  /** The layouts in order, copied. */
  ranked(): { layout: Layout; stepSeconds: number }[] {
    return this.#entries
      .filter(({ pace }) => pace < Infinity)
      .map(({ layout, stepSeconds }) => ({ layout: { ...layout }, stepSeconds }))
  }
}

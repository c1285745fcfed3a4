import type { Layout } from '../plan/layout.ts'
import { copyLayout, makeScratchLayout, type ScratchLayout } from './scratch-layout.ts'

interface Entry {
  readonly layout: ScratchLayout
  seconds: number
}

const length = 4

/** True if two layouts spread the model over accelerators in the same way. */
const isSameSplit = (a: Layout, b: Layout): boolean =>
  a.tensor === b.tensor && a.pipeline === b.pipeline && a.context === b.context && a.expert === b.expert

/**
 * The fastest layouts met so far, one for each way of splitting the model, fastest first. Of two that are equally fast
 * the one met first stays ahead.
 */
export class Shortlist {
  readonly #entries: Entry[] = Array.from({ length }, () => ({
    layout: makeScratchLayout(),
    seconds: Infinity,
  }))

  /** A layout that takes this long or longer does not enter. */
  get limit(): number {
    return this.#entries[length - 1].seconds
  }

  /** Offers a layout, which is copied. */
  offer(layout: Layout, seconds: number): void {
    const entries = this.#entries
    let from = length - 1
    for (let i = 0; i < length; i++)
      if (entries[i].seconds < Infinity && isSameSplit(entries[i].layout, layout)) from = i
    if (!(seconds < entries[from].seconds)) return
    const freed = entries[from]
    copyLayout(layout, freed.layout)
    freed.seconds = seconds
    for (; from > 0 && entries[from - 1].seconds > seconds; from--) entries[from] = entries[from - 1]
    entries[from] = freed
  }

  /** The layouts in order, copied. */
  ranked(): { layout: Layout; stepSeconds: number }[] {
    return this.#entries
      .filter(({ seconds }) => seconds < Infinity)
      .map(({ layout, seconds }) => ({ layout: { ...layout }, stepSeconds: seconds }))
  }
}

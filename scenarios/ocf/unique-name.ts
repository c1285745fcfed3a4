import type { OcfItem } from './ocf-item.ts'

/** Gives names that differ, since a deal knows everything by its name. */
export class UniqueNames {
  private readonly taken: Set<string>

  constructor(taken: readonly string[] = []) {
    this.taken = new Set(taken)
  }

  /** The name itself, or with a number behind it where it is taken; that is noted. */
  claim(name: string, item: OcfItem): string {
    let free = name
    for (let number = 2; this.taken.has(free); number += 1) free = `${name} (${number})`
    if (free !== name) item.log.note('name_changed', item, { name, renamed: free })
    this.taken.add(free)
    return free
  }
}

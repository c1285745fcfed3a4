import type { EventTable } from '../../agents/index.ts'
import type { EventObserver } from '../../engine/kernel/index.ts'

const firstCapacity = 1 << 14

/** Writes down the events of a run from month 0 on, in calendar order. It only looks: no result depends on it. */
export class EventLog {
  #count = 0
  #month = new Float64Array(firstCapacity)
  #kind = new Uint8Array(firstCapacity)
  #agent = new Int32Array(firstCapacity)
  #argument = new Float64Array(firstCapacity)

  readonly observe: EventObserver = (time, kind, agent, argument) => {
    if (time < 0) return
    if (this.#count === this.#month.length) this.#grow()
    const i = this.#count
    this.#month[i] = time
    this.#kind[i] = kind
    this.#agent[i] = agent
    this.#argument[i] = argument
    this.#count += 1
  }

  /** Forgets the run before. */
  clear(): void {
    this.#count = 0
  }

  /** Shape: views of buffers that the next run overwrites. */
  table(): EventTable {
    const count = this.#count
    return {
      count,
      month: this.#month.subarray(0, count),
      kind: this.#kind.subarray(0, count),
      agent: this.#agent.subarray(0, count),
      argument: this.#argument.subarray(0, count),
    }
  }

  #grow(): void {
    const size = 2 * this.#month.length
    const month = new Float64Array(size)
    const kind = new Uint8Array(size)
    const agent = new Int32Array(size)
    const argument = new Float64Array(size)
    month.set(this.#month)
    kind.set(this.#kind)
    agent.set(this.#agent)
    argument.set(this.#argument)
    this.#month = month
    this.#kind = kind
    this.#agent = agent
    this.#argument = argument
  }
}

/** One event as the oracle keeps it. */
export interface OracleEvent {
  readonly time: number
  readonly priority: number
  readonly kind: number
  readonly agent: number
  readonly argument: number
}

/** The plainest calendar that can be right: a list kept sorted by (time, priority), later arrivals after ties. */
export class SortedListOracle {
  readonly pending: OracleEvent[] = []

  schedule(time: number, kind: number, agent: number, argument: number, priority: number): OracleEvent {
    const event = { time, priority, kind, agent, argument }
    let at = this.pending.length
    while (at > 0 && isAfter(this.pending[at - 1], event)) at--
    this.pending.splice(at, 0, event)
    return event
  }

  cancel(event: OracleEvent): boolean {
    const at = this.pending.indexOf(event)
    if (at >= 0) this.pending.splice(at, 1)
    return at >= 0
  }

  next(): OracleEvent | undefined {
    return this.pending.shift()
  }
}

const isAfter = (a: OracleEvent, b: OracleEvent): boolean =>
  a.time !== b.time ? a.time > b.time : a.priority > b.priority

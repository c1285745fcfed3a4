/** Says why an event at this time cannot be scheduled. */
export function refuseTime(time: number, now: number): never {
  throw new RangeError(`schedule: time must be finite and not before now (${now}), got ${time}`)
}

/** Says which field of an event cannot hold its value. */
export function refuseEvent(kind: number, agent: number, priority: number): never {
  if ((kind & 255) !== kind)
    throw new RangeError(`schedule: kind must be a whole number from 0 to 255, got ${kind}`)
  if ((agent | 0) !== agent)
    throw new RangeError(`schedule: agent must be a 32-bit whole number, got ${agent}`)
  throw new RangeError(`schedule: priority must be a whole number from -100 to 100, got ${priority}`)
}

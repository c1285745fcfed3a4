import { drain } from '../../../../engine/kernel/index.ts'
import type { Calendar, Handler } from '../../../../engine/kernel/index.ts'
import { makeStream, sampleExponential } from '../../../../engine/random/index.ts'
import type { Stream } from '../../../../engine/random/index.ts'

/** A queue with Poisson arrivals, exponential service and one line, first come first served. */
export interface QueueParameters {
  readonly arrivalRate: number
  readonly serviceRate: number
  readonly serverCount: number
  /** Nothing is counted before this time. */
  readonly warmUp: number
  readonly horizon: number
}

/** What one run shows from the end of the warm-up on. */
export interface QueueEstimates {
  /** Mean time in line of the customers whose service began. */
  readonly wait: number
  /** Share of the servers that is busy. */
  readonly utilisation: number
  /** Mean number in line over time. */
  readonly lineLength: number
  /** Mean number of customers who came per unit of time. */
  readonly arrivalRate: number
}

interface Queue extends QueueParameters {
  readonly calendar: Calendar
  readonly arrivals: Stream
  readonly services: Stream
  readonly line: number[]
  busyCount: number
  clock: number
  lineArea: number
  busyArea: number
  arrivedCount: number
  beganCount: number
  waitSum: number
}

const arrival = 0
const departure = 1

const arrive: Handler<Queue> = (queue, _agent, _argument, time) => {
  advance(queue, time)
  if (time >= queue.warmUp) queue.arrivedCount++
  queue.line.push(time)
  if (queue.busyCount < queue.serverCount) serve(queue, time)
  queue.calendar.schedule(time + sampleExponential(queue.arrivals, queue.arrivalRate), arrival)
}

const depart: Handler<Queue> = (queue, _agent, _argument, time) => {
  advance(queue, time)
  queue.busyCount--
  if (queue.line.length > 0) serve(queue, time)
}

function serve(queue: Queue, time: number): void {
  const arrivedAt = queue.line.shift() ?? NaN
  queue.busyCount++
  if (time >= queue.warmUp) {
    queue.beganCount++
    queue.waitSum += time - arrivedAt
  }
  queue.calendar.schedule(time + sampleExponential(queue.services, queue.serviceRate), departure)
}

function advance(queue: Queue, time: number): void {
  const elapsed = Math.max(0, time - Math.max(queue.clock, queue.warmUp))
  queue.lineArea += elapsed * queue.line.length
  queue.busyArea += elapsed * queue.busyCount
  queue.clock = time
}

/** Runs the queue once, from empty. */
export function runQueue(parameters: QueueParameters, run: number, calendar: Calendar): QueueEstimates {
  calendar.clear(0)
  const queue: Queue = {
    ...parameters,
    calendar,
    arrivals: makeStream('queue', run, 'arrivals'),
    services: makeStream('queue', run, 'services'),
    line: [],
    busyCount: 0,
    clock: 0,
    lineArea: 0,
    busyArea: 0,
    arrivedCount: 0,
    beganCount: 0,
    waitSum: 0,
  }
  calendar.schedule(0, arrival)
  drain(calendar, [arrive, depart], queue, parameters.horizon)
  advance(queue, parameters.horizon)
  const span = parameters.horizon - parameters.warmUp
  return {
    wait: queue.waitSum / queue.beganCount,
    utilisation: queue.busyArea / span / parameters.serverCount,
    lineLength: queue.lineArea / span,
    arrivalRate: queue.arrivedCount / span,
  }
}

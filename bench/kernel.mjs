// Speed of the event calendar: see README.md. Run after `npm run build`: node bench/kernel.mjs
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Calendar, drain } from '../dist/engine/kernel/index.js'
import { makeStream, sampleExponential } from '../dist/engine/random/index.js'

const tableSize = 65_536
const mask = tableSize - 1
const repeats = 7
const holds = 1_000_000
const sizes = [100, 1000, 10_000, 100_000]

const shapes = {
  exponential: (u) => -Math.log(1 - u()),
  uniform: (u) => 2 * u(),
  'all one apart': () => 1,
  'all at once': () => 0,
  'clusters 1e-9 wide': (u) => Math.floor(u() * 3) + u() * 1e-9,
  'near, or 10,000 away': (u) => (u() < 0.9 ? u() : 1e4 + u()),
  'Pareto, shape 1/3': (u) => 1 / (1 - u()) ** 3,
  'log-uniform, 26 decades': (u) => Math.exp(60 * (u() - 0.5)),
  'monthly, 5 % rarer': (u) => (u() < 0.95 ? 1 : 36 * u()),
}

function makeTable(shape) {
  const stream = makeStream('bench', shape)
  return Float64Array.from({ length: tableSize }, () => shapes[shape](() => stream.next()))
}

function fill(calendar, pending, increments) {
  calendar.clear(0)
  const handles = new Float64Array(pending)
  const stream = makeStream('bench', 'fill')
  for (let agent = 0; agent < pending; agent++) {
    handles[agent] = calendar.schedule(increments[Math.floor(stream.next() * tableSize)], 0, agent)
  }
  return handles
}

/** Holds with increments from a table: what is timed is the calendar. */
function holdFromTable(calendar, pending, increments) {
  fill(calendar, pending, increments)
  const start = processorSeconds()
  for (let i = 0; i < holds; i++) {
    calendar.next()
    calendar.schedule(calendar.eventTime + increments[i & mask], 0, calendar.eventAgent)
  }
  return holds / (processorSeconds() - start)
}

/** The same, and at every tenth hold another event is cancelled and scheduled anew. */
function holdWithCancels(calendar, pending, increments) {
  const handles = fill(calendar, pending, increments)
  const start = processorSeconds()
  for (let i = 0; i < holds; i++) {
    calendar.next()
    const agent = calendar.eventAgent
    handles[agent] = calendar.schedule(calendar.eventTime + increments[i & mask], 0, agent)
    if (i % 10 !== 0) continue
    const other = (i * 7919) % pending
    calendar.cancel(handles[other])
    handles[other] = calendar.schedule(calendar.now + increments[(i + 777) & mask], 0, other)
  }
  return holds / (processorSeconds() - start)
}

/** Holds with increments drawn as they are needed. */
function holdFromStream(calendar, pending, increments) {
  fill(calendar, pending, increments)
  const stream = makeStream('bench', 'live')
  const start = processorSeconds()
  for (let i = 0; i < holds; i++) {
    calendar.next()
    calendar.schedule(calendar.eventTime + sampleExponential(stream, 1), 0, calendar.eventAgent)
  }
  return holds / (processorSeconds() - start)
}

/** Customers a second of an M/M/1 queue (load 0.8) by handlers, drain and two draws a customer. */
function serveCustomers(calendar) {
  const customers = 500_000
  calendar.clear(0)
  const world = { arrivals: makeStream('arrivals'), services: makeStream('services'), waiting: 0, served: 0 }
  const arrive = (queue, _agent, _argument, time) => {
    if (queue.waiting++ === 0) calendar.schedule(time + sampleExponential(queue.services, 1), 1)
    calendar.schedule(time + sampleExponential(queue.arrivals, 0.8), 0)
  }
  const depart = (queue, _agent, _argument, time) => {
    queue.served++
    if (--queue.waiting > 0) calendar.schedule(time + sampleExponential(queue.services, 1), 1)
  }
  calendar.schedule(0, 0)
  const start = processorSeconds()
  drain(calendar, [arrive, depart], world, customers / 0.8)
  return world.served / (processorSeconds() - start)
}

/** Runs a second of a short run: clear, 200 events in, 200 out. */
function runShort(calendar, increments) {
  const runs = 2000
  const start = processorSeconds()
  for (let run = 0; run < runs; run++) {
    calendar.clear(0)
    for (let agent = 0; agent < 200; agent++) calendar.schedule(increments[(run + agent) & mask], 0, agent)
    while (calendar.next());
  }
  return runs / (processorSeconds() - start)
}

/** Time of this process on a processor, its helper threads included: other work on the machine counts less. */
function processorSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function measure(work) {
  const rates = Array.from({ length: repeats }, work).sort((a, b) => a - b)
  return { best: rates[repeats - 1], median: rates[repeats >> 1], worst: rates[0] }
}

const million = (rate) => (rate / 1e6).toFixed(2).padStart(6)
const show = ({ best, median, worst }) =>
  `${million(best)} best ${million(median)} median ${million(worst)} worst`

function compileReference() {
  const folder = mkdtempSync(join(tmpdir(), 'froth-bench-'))
  try {
    const binary = join(folder, 'hold')
    execFileSync('g++', ['-O2', '-o', binary, fileURLToPath(new URL('reference/hold.cpp', import.meta.url))])
    return { folder, binary }
  } catch {
    console.log('no g++ here: reference left out')
    rmSync(folder, { recursive: true })
    return null
  }
}

function referenceRates({ binary }, pending) {
  const [best, median, worst] = execFileSync(binary, [String(pending), String(repeats)], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .map(Number)
  return { best, median, worst }
}

const calendar = new Calendar()
const reference = compileReference()
const exponential = makeTable('exponential')
const kinds = {
  'from a table': holdFromTable,
  'and 10 % cancels': holdWithCancels,
  'live draws': holdFromStream,
}

console.log(`Holds a second, in millions (${repeats} repeats of ${holds} holds, exponential increments)`)
for (const pending of sizes) {
  for (const [name, work] of Object.entries(kinds)) {
    const rates = measure(() => work(calendar, pending, exponential))
    console.log(`${String(pending).padStart(7)} pending, ${name.padEnd(17)} ${show(rates)}`)
    if (name !== 'from a table' || reference === null) continue
    const queue = referenceRates(reference, pending)
    console.log(`${String(pending).padStart(7)} pending, priority_queue    ${show(queue)}`)
    console.log(
      `${''.padStart(16)} calendar / priority_queue: ${(rates.median / queue.median).toFixed(2)} of medians`,
    )
  }
}
if (reference !== null) rmSync(reference.folder, { recursive: true })

console.log('\nOther increments, from a table: median holds a second, in millions, by events pending')
console.log(`${''.padEnd(26)}${sizes.map((pending) => String(pending).padStart(8)).join('')}`)
for (const shape of Object.keys(shapes)) {
  const table = makeTable(shape)
  const cells = sizes.map((pending) => million(measure(() => holdFromTable(calendar, pending, table)).median))
  console.log(`${shape.padEnd(26)}${cells.map((cell) => cell.padStart(8)).join('')}`)
}

console.log('\nM/M/1 through schedule, handlers and drain, with draws: customers a second, in millions')
console.log(show(measure(() => serveCustomers(calendar))))
const short = measure(() => runShort(calendar, exponential))
console.log(
  `\nShort runs (clear, 200 events in and out): ${(1e6 / short.median).toFixed(1)} µs a run, median`,
)

// The main job as a whole process: time, memory, events a second, how well two workers share the machine, and how soon
// a command answers. Usage: node bench/study.mjs [runs]   (after `npm run build`)
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'

const froth = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const runs = Number(process.argv[2] ?? 1000)
const scratch = mkdtempSync(join(tmpdir(), 'froth-bench-'))

/** Runs one command; resolves to its wall seconds. */
function timed(...args) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [froth, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('exit', (code) =>
      code === 0
        ? resolve((performance.now() - start) / 1000)
        : reject(new Error(`froth ${args[0]} ended with ${code}`)),
    )
  })
}

let folder = 0
const study = (count, jobs, seed = 1) => {
  const out = join(scratch, String(++folder))
  const args = ['run', 'book', '--runs', String(count), '--jobs', String(jobs), '--seed', String(seed)]
  return timed(...args, '--progress', 'none', '-o', out).then((seconds) => ({ seconds, out }))
}
const timing = (out) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).timing
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const show = (label, text) => console.log(label.padEnd(46), text)

try {
  const whole = await study(runs, 2)
  const t = timing(whole.out)
  show(`froth run book --runs ${runs}, 2 workers`, `${whole.seconds.toFixed(1)} s`)
  show('peak memory', `${(t.peakRssBytes / 2 ** 20).toFixed(0)} MiB`)
  show('runs a second', t.runsPerSecond.toFixed(1))
  show('events a second and core, in the model', `${(t.eventsPerSecond / 1e6).toFixed(2)} M`)
  show('startup-months a second and core', `${(t.startupMonthsPerSecond / 1e3).toFixed(0)} k`)

  // Two workers in one process against two processes of one worker each, side by side, three times in turn.
  const half = Math.max(20, Math.round(runs / 4))
  const ratios = []
  for (let round = 0; round < 3; round++) {
    const together = (await study(2 * half, 2)).seconds
    const apart = performance.now()
    await Promise.all([study(half, 1, 11), study(half, 1, 12)])
    ratios.push((performance.now() - apart) / 1000 / together)
  }
  show(`two workers over two processes, ${2 * half} runs`, ratios.map((r) => r.toFixed(2)).join(' '))
  show('  median', median(ratios).toFixed(2))

  for (const args of [['--version'], ['check', 'book']]) {
    const seconds = []
    for (let i = 0; i < 7; i++) seconds.push(await timed(...args))
    show(`froth ${args.join(' ')}, median of 7`, `${(1000 * median(seconds)).toFixed(0)} ms`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

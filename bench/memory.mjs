// Peak memory of a study against its number of runs, each study in a process of its own:
//   node bench/memory.mjs            a toy study: the machinery alone
//   node bench/memory.mjs market     the market over 12 months
// Prints MiB and the ratio to the smaller study; ten times the runs should stay within 1.25. In less time than
// these take, the heaps of the engine have not yet grown to their working size.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'froth-memory-'))
const isMarket = process.argv[2] === 'market'
const sizes = isMarket ? [1000, 10_000] : [10_000, 100_000]

const describeToy = (runs, outDirectory) => [
  here('../test/fixtures/study/run-toy.mjs'),
  JSON.stringify({
    request: {
      scenario: { steps: 1000, rows: 300 },
      name: 'memory',
      scenarioText: '',
      scenarioSha256: '0',
      id: '0',
      seed: 1,
      runs,
      jobs: 2,
      outDirectory,
      fresh: false,
      tables: ['runs', 'startups'],
      commandLine: '',
      packageVersion: '0',
      build: '0',
    },
  }),
]
const describeMarket = (runs, outDirectory) => {
  const words = `run book --jobs 2 --runs ${runs} --set horizon=12months --json -q -o`
  return [here('../dist/cli/main.js'), ...words.split(' '), outDirectory]
}

let smallest = 0
try {
  for (const runs of sizes) {
    const out = join(folder, String(runs))
    execFileSync(process.execPath, (isMarket ? describeMarket : describeToy)(runs, out), {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const { timing } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
    const mebibytes = timing.peakRssBytes / 2 ** 20
    smallest ||= mebibytes
    const ratio = (mebibytes / smallest).toFixed(2)
    process.stdout.write(
      `${runs} runs  ${mebibytes.toFixed(0)} MiB  ${ratio}x  ${timing.wallSeconds.toFixed(1)} s\n`,
    )
    rmSync(out, { recursive: true, force: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

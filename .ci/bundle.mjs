// Bundles the command, the worker and the market program, each with what it imports: a few files load in a third of the
// time of three hundred. Ink and React stay outside, since only a live screen needs them. The other built files stay
// beside the bundles, for tests and benchmarks.
import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const entries = ['cli/main', 'cli/study/worker', 'cli/program/market-program']

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, `${dist}${name}.js`])),
  platform: 'node',
  external: ['ink', 'react', /^react\//, /^node:/],
})
await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  // Beside the market program, so that a path relative to a module's own file means the same in its chunk.
  chunkFileNames: 'cli/program/[name]-[hash].js',
  sourcemap: true,
})
await bundle.close()
chmodSync(`${dist}cli/main.js`, 0o755)

// Runs every workload of this folder, one after the other: npm run bench
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('.', import.meta.url)
const workloads = readdirSync(folder).filter((name) => name.endsWith('.mjs') && name !== 'run.mjs')
for (const name of workloads.sort()) {
  console.log(`\n== ${name}`)
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, folder))], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}

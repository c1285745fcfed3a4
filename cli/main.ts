#!/usr/bin/env node
import { findPackageRoot } from './package-root.ts'

// Only the version is answered here: everything else is loaded when it is needed.
const isVersionAlone = process.argv.length === 3 && process.argv[2] === '--version'

if (isVersionAlone) {
  process.stdout.write(`froth ${findPackageRoot().version}\n`)
} else {
  const { runCommandLine } = await import('./command-line.ts')
  process.exitCode = await runCommandLine()
}

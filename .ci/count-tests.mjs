// Adds up steps and test reports and prints the closing line: N passed, N failed[, N skipped].
// Usage: node count-tests.mjs PASSED_STEPS FAILED_STEPS SKIPPED_STEPS [REPORT.json=EXIT_CODE]...
// Ends with 1 if anything failed or no test ran.
import { readFileSync } from 'node:fs'

/** Counts one report; a report that is missing, or a runner that failed without naming a test, is one failure. */
function countReport(argument) {
  const [, path, code] = /^(.*)=(\d+)$/.exec(argument)
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    const brokenFiles = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    )
    const failed = report.numFailedTests + brokenFiles.length
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== '0' ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch (error) {
    console.log(`no readable test report ${path}: ${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const [passedSteps, failedSteps, skippedSteps, ...reports] = process.argv.slice(2)
const counts = reports.map(countReport)
const sum = (kind) => counts.reduce((total, count) => total + count[kind], 0)
const passed = Number(passedSteps) + sum('passed')
const failed = Number(failedSteps) + sum('failed') + (sum('passed') + sum('failed') === 0 ? 1 : 0)
const skipped = Number(skippedSteps) + sum('skipped')

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed > 0 ? 1 : 0

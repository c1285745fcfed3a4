import type { Summary } from '../../reports/index.ts'
import type { Scenario } from '../../scenarios/index.ts'
import { nodeFiles } from '../files/index.ts'
import type { StudyEnvironment } from '../study/index.ts'
import { marketReporter } from './market-reporter.ts'

/** Where the built program lies; worker threads load built JavaScript only. */
const programUrl = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/cli/program/market-program.js' : './market-program.js',
  import.meta.url,
)

/** What a market study stands on: the real file system, the model, and the reports. */
export const marketEnvironment: StudyEnvironment<Scenario, Summary> = {
  files: nodeFiles,
  programUrl,
  reporter: marketReporter,
}

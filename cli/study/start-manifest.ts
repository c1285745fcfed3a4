import type { Shard } from '../../engine/study/index.ts'
import { manifestSchema, orderTables } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import type { StudyRequest } from './study-request.ts'

/** The manifest of a study that begins. */
export function startManifest(
  request: StudyRequest<unknown>,
  shards: readonly Shard[],
  startedAt: string,
): Manifest {
  return {
    schema: manifestSchema,
    id: request.id,
    name: request.name,
    status: 'running',
    froth: request.packageVersion,
    build: request.build,
    command: request.commandLine,
    seed: request.seed,
    runs: request.runs,
    tables: orderTables(request.tables),
    scenario: { sha256: request.scenarioSha256, text: request.scenarioText },
    startedAt,
    doneRuns: null,
    failedRuns: null,
    failures: [],
    files: [],
    timing: null,
    shards: shards.map((shard) => ({ ...shard, failedRuns: null, events: null, seconds: null })),
  }
}

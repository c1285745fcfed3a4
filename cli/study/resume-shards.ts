import { join } from 'node:path'
import type { Shard } from '../../engine/study/index.ts'
import type { Files } from '../files/index.ts'
import type { FinishedShard } from './compute-shard.ts'
import { inspectShard, shardName } from './shard-folder.ts'

/** What to look for in a shards folder, and who hears of it. */
export interface ResumeOrder {
  readonly files: Files
  readonly shardsFolder: string
  readonly study: string
  readonly plan: readonly Shard[]
  readonly onSound: (finished: FinishedShard) => void
  readonly onNotice: (notice: string) => void
}

/**
 * Finds the shards that earlier sessions finished, checks every byte of them, and removes the rest: what was
 * half written, what is damaged (and says so), what belongs to another study.
 */
export async function resumeShards(order: ResumeOrder): Promise<void> {
  const { files, shardsFolder, plan } = order
  await files.makeFolder(shardsFolder)
  const shards = new Map(plan.map((shard) => [shardName(shard.index), shard]))
  for (const name of await files.list(shardsFolder)) {
    const shard = shards.get(name)
    if (shard === undefined) await files.remove(join(shardsFolder, name))
    else await resumeShard(order, shard)
  }
}

async function resumeShard(order: ResumeOrder, shard: Shard): Promise<void> {
  const finding = await inspectShard(order.files, order.shardsFolder, order.study, shard)
  if (finding.status === 'sound') return order.onSound(finding)
  if (finding.status === 'damaged') {
    const runs = `runs ${shard.firstRun} to ${shard.firstRun + shard.runCount - 1}`
    order.onNotice(`shard ${shard.index} (${runs}) is damaged, computing it again: ${finding.reason}`)
  }
  await order.files.remove(join(order.shardsFolder, shardName(shard.index)))
}

export type { EventObserver, Handle, Handler } from './kernel/index.ts'
export type { Model, Replication, Shard } from './study/index.ts'

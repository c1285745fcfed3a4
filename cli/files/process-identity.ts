import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Which process, on which machine, since when. */
export interface ProcessIdentity {
  readonly processId: number
  readonly host: string
  /** ISO 8601, in UTC. */
  readonly startedAt: string
  /** The system's own start mark of the process, where it has one: tells a reused process id from the first. */
  readonly startMark: string
}

let described: ProcessIdentity | null = null

/** This process; always the same text. */
export function describeThisProcess(): ProcessIdentity {
  described ??= {
    processId: process.pid,
    host: hostname(),
    startedAt: new Date(Date.now() - 1000 * process.uptime()).toISOString(),
    startMark: readStartMark(process.pid),
  }
  return described
}

/** Whether a process of this machine still runs (and is not another one that was given its number). */
export function isProcessAlive(identity: ProcessIdentity): boolean {
  try {
    process.kill(identity.processId, 0)
  } catch (error) {
    // EPERM: it is there, but belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const mark = readStartMark(identity.processId)
  return mark === '' || identity.startMark === '' || mark === identity.startMark
}

/** Linux: boot id and the clock tick at which the process began; elsewhere an empty text. */
function readStartMark(processId: number): string {
  try {
    const stat = readFileSync(`/proc/${processId}/stat`, 'latin1')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()
    // The second field, the program's name, may hold spaces and brackets; the 22nd is the start tick.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A killed process that nobody has waited for yet (state Z) runs no more.
    return fields[0] === 'Z' ? 'ended' : `${boot} ${fields[19]}`
  } catch {
    return ''
  }
}

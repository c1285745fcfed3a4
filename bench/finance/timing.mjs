const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/**
 * Processor time of one call, median of seven rounds after one to warm up, and the growth of the heap a call in the
 * last. The function is handed the running number of the call.
 */
export function measureCalls(call, count = 200_000) {
  const times = []
  let bytesACall = 0
  for (let round = 0; round < 8; round++) {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const start = process.cpuUsage()
    for (let i = 0; i < count; i++) call(i)
    const { user, system } = process.cpuUsage(start)
    bytesACall = (process.memoryUsage().heapUsed - before) / count
    if (round > 0) times.push(((user + system) * 1000) / count)
  }
  return { nsACall: middle(times), bytesACall }
}

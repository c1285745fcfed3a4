import { format, type CsvFormatterStream } from '@fast-csv/format'
import type { RunResult } from './run-result.ts'
import { tableHeader, tableRows, type TableName } from './tables.ts'

/** How a table is written. */
export interface CsvOptions {
  /** Whether the first line holds the column names; a part that is joined to others has none. */
  readonly header: boolean
  /** Names of the event kinds by code, for the table `events`. */
  readonly eventNames?: readonly string[]
}

/** Size of the pieces that the sink is given. */
const chunkBytes = 65_536

type Row = readonly string[]
type RowStream = CsvFormatterStream<string[], string[]>

/**
 * Writes one table, run by run, through `@fast-csv/format` into a sink that it is given, no faster than the sink
 * takes it. UTF-8, comma, line feed after every row, quotes only where a cell needs them.
 */
export class CsvWriter {
  readonly #name: TableName
  readonly #eventNames: readonly string[]
  readonly #sink: NodeJS.WritableStream
  readonly #done: Promise<void>
  #stream: RowStream | null = null
  #failure: Error | null = null
  #rowCount = 0
  /** Finished rows that wait to be sent on together: a write per row would cost as much as formatting it. */
  #pieces: Uint8Array[] = []
  #pieceBytes = 0
  /** Ends a wait for the sink that failed meanwhile. */
  #wake: (() => void) | null = null

  constructor(name: TableName, sink: NodeJS.WritableStream, options: CsvOptions) {
    this.#name = name
    this.#eventNames = options.eventNames ?? []
    this.#sink = sink
    this.#done = new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        this.#failure ??= error
        this.#stream?.destroy()
        this.#wake?.()
        reject(error)
      }
      sink.once('finish', resolve)
      sink.once('error', fail)
      sink.once('close', () =>
        fail(new Error(`the sink of table ${name} closed before it had taken everything`)),
      )
    })
    this.#done.catch(() => {})
    if (options.header) this.#send(tableHeader(name))
  }

  /** Data rows written so far, the header not counted. */
  get rowCount(): number {
    return this.#rowCount
  }

  /**
   * Writes the rows that a run adds to the table; resolves when the next run may be written.
   *
   * Fails with the sink's error.
   */
  async write(result: RunResult): Promise<void> {
    for (const row of tableRows(this.#name, result, this.#eventNames)) {
      this.#rowCount += 1
      if (!this.#send(row)) await this.#drained()
    }
  }

  /** Ends the sink and resolves once it has taken everything. Fails with the sink's error. */
  async end(): Promise<void> {
    if (this.#failure === null) (this.#stream ?? this.#sink).end()
    await this.#done
  }

  #send(row: Row): boolean {
    if (this.#failure !== null) throw this.#failure
    this.#stream ??= this.#open()
    return this.#stream.write(row)
  }

  /** Waits for the first row, since the formatter would end an empty table with a line feed. */
  #open(): RowStream {
    const stream: RowStream = format({ quoteColumns: false, includeEndRowDelimiter: true })
    stream.on('data', (piece: Uint8Array) => {
      this.#pieces.push(piece)
      this.#pieceBytes += piece.length
      if (this.#pieceBytes >= chunkBytes) this.#sendOn(stream)
    })
    stream.once('end', () => {
      this.#sendOn(stream)
      this.#sink.end()
    })
    return stream
  }

  /** Hands the waiting rows to the sink, and holds the formatter until the sink wants more. */
  #sendOn(stream: RowStream): void {
    const chunk = Buffer.concat(this.#pieces)
    this.#pieces = []
    this.#pieceBytes = 0
    if (this.#sink.write(chunk)) return
    stream.pause()
    this.#sink.once('drain', () => stream.resume())
  }

  #drained(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
      this.#stream?.once('drain', resolve)
    })
  }
}

/** Writes a whole table and gives the number of its data rows; see {@link CsvWriter}. */
export const renderCsv = async (
  name: TableName,
  results: Iterable<RunResult> | AsyncIterable<RunResult>,
  sink: NodeJS.WritableStream,
  options: CsvOptions,
): Promise<number> => {
  const writer = new CsvWriter(name, sink, options)
  for await (const result of results) await writer.write(result)
  await writer.end()
  return writer.rowCount
}

import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { Digest, Files, FileWriter } from '../files/index.ts'

const gatherBytes = 1 << 18

/** The file of one table of one shard, as a stream that knows the digest of what went through it. */
export class PartSink extends Writable {
  readonly #writer: FileWriter
  readonly #hash = createHash('sha256')
  #bytes = 0
  #isClosed = false

  private constructor(writer: FileWriter) {
    super({ highWaterMark: gatherBytes })
    this.#writer = writer
    // An error is kept in `errored` and thrown by `finish`; unheard, it would end the thread.
    this.on('error', () => {})
  }

  /** Creates the file. */
  static async open(files: Files, path: string): Promise<PartSink> {
    return new PartSink(await files.openWriter(path))
  }

  /** Ends the stream, if nobody has, and waits until all of it is written. Fails: `FileError`. */
  async finish(): Promise<Digest> {
    if (!this.writableEnded) this.end()
    await finished(this)
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') }
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.#append(chunk).then(() => done(), done)
  }

  /** Rows come in one by one; they go out together. */
  override _writev(chunks: readonly { chunk: Buffer }[], done: (error?: Error) => void): void {
    this.#append(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done)
  }

  override _final(done: (error?: Error) => void): void {
    this.#close().then(() => done(), done)
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#close().then(() => done(error), done)
  }

  async #append(data: Buffer): Promise<void> {
    this.#hash.update(data)
    this.#bytes += data.byteLength
    await this.#writer.append(data)
  }

  async #close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#writer.close()
  }
}

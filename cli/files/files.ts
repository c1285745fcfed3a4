/** What can be known of a path without opening it. */
export interface FileStat {
  readonly isFolder: boolean
  readonly bytes: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
}

/** An open file that grows at its end. */
export interface FileWriter {
  append(data: Uint8Array): Promise<void>
  /** Waits until the disk has what was appended. */
  flush(): Promise<void>
  close(): Promise<void>
}

/**
 * The file system as this program uses it. Everything that touches a disk goes through here, so that tests can
 * make any single operation fail. Each method rejects with a `FileError` and nothing else.
 */
export interface Files {
  read(path: string): Promise<Uint8Array>
  /** Creates or replaces a file. */
  write(path: string, data: Uint8Array | string): Promise<void>
  /** Creates a file that must not exist yet (code `EEXIST`). */
  create(path: string, data: Uint8Array | string): Promise<void>
  /** Creates or empties a file, to be filled piece by piece. */
  openWriter(path: string): Promise<FileWriter>
  /** The content in pieces of at most `pieceBytes`; a piece is overwritten by the next one. */
  readPieces(path: string, pieceBytes: number): AsyncIterable<Uint8Array>
  /** Waits until the disk has the folder's list of names. */
  flushFolder(path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  /** Creates a folder and those above it; one that exists is fine. */
  makeFolder(path: string): Promise<void>
  /** The names in a folder, sorted by code point. */
  list(path: string): Promise<readonly string[]>
  /** Removes a file, or a folder with all that is in it; what is missing is fine. */
  remove(path: string): Promise<void>
  /** Null if nothing is there. */
  inspect(path: string): Promise<FileStat | null>
}

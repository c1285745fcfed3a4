/** What was being done to a file when it failed. */
export type FileOperation =
  'read' | 'write' | 'create' | 'flush' | 'rename' | 'create folder' | 'list' | 'remove' | 'inspect'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the disk reported an input or output error',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is not a folder',
  EEXIST: 'it exists already',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
}

/**
 * A file operation that the system refused: tagged data with the operation, the path and the system's code
 * (`ENOSPC`, `EACCES` ...). A plain class, because worker threads throw it too and load nothing of Effect.
 */
export class FileError extends Error {
  readonly _tag = 'FileError'
  readonly operation: FileOperation
  readonly path: string
  readonly code: string
  /** The system's own words. */
  readonly detail: string

  /** Known by its tag: a program loaded into a worker from elsewhere brings a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && '_tag' in value && value._tag === 'FileError'
  }

  constructor(operation: FileOperation, path: string, code: string, detail = '') {
    super(`cannot ${operation} ${path}: ${reasons[code] ?? (detail || 'unknown reason')} (${code})`)
    this.name = 'FileError'
    this.operation = operation
    this.path = path
    this.code = code
    this.detail = detail
  }
}

/** Names the operation and path of whatever a system call threw. */
export function toFileError(operation: FileOperation, path: string, error: unknown): FileError {
  if (error instanceof FileError) return error
  const detail = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  return new FileError(operation, path, code, detail)
}

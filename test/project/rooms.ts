/** What the files of one room may import, beside their own room. */
export interface Room {
  /** Rooms that may be entered, by a door; a room stands for the rooms inside it too. */
  readonly rooms: readonly string[]
  /** Rooms of which only types may be taken. */
  readonly types?: readonly string[]
  /** Doors beside `index.ts`. */
  readonly doors?: readonly string[]
  /** Packages; null for any. */
  readonly packages: readonly string[] | null
  /** True if the room may talk to the machine (`node:`). */
  readonly node?: true
  /** True if the room may import files behind a door: tests and timed workloads look inside. */
  readonly looksInside?: true
}

const everyRoom = ['engine', 'scenarios', 'agents', 'reports', 'cli', 'bench', 'test']

/**
 * The walls of the project. A file belongs to the longest name here that its path starts with, so the file
 * `engine/index.ts` belongs to `engine` and `engine/kernel/clock.ts` to `engine/kernel`.
 */
export const rooms: Readonly<Record<string, Room>> = {
  engine: { rooms: ['engine'], packages: [] },
  'engine/kernel': { rooms: [], packages: [] },
  'engine/random': { rooms: [], packages: ['seedrandom'] },
  'engine/study': { rooms: ['engine/kernel', 'engine/random'], packages: [] },
  'engine/statistics': { rooms: ['engine/random'], packages: ['simple-statistics'] },
  'engine/design': { rooms: ['engine/random'], packages: [] },
  'engine/cost': { rooms: ['engine/statistics'], packages: [] },
  'engine/finance': { rooms: ['engine/statistics'], packages: [] },
  // The lists of words have a door of their own: by index.ts each worker would load the loader, YAML and Effect.
  scenarios: { rooms: [], types: ['engine'], doors: ['vocabulary.ts'], packages: ['effect', 'yaml'] },
  agents: { rooms: ['engine', 'scenarios'], packages: [] },
  reports: {
    rooms: ['engine', 'scenarios'],
    types: ['agents'],
    packages: ['@fast-csv/format', 'simple-statistics'],
  },
  cli: {
    rooms: ['engine', 'scenarios', 'agents', 'reports'],
    packages: ['effect', 'ink', 'react', 'yaml'],
    node: true,
  },
  bench: { rooms: everyRoom, packages: null, node: true, looksInside: true },
  test: { rooms: everyRoom, packages: null, node: true, looksInside: true },
}

/** Rooms that are not built yet and may be missing. */
export const roomsToCome: readonly string[] = ['engine/design']

/** Packages whose barrel is slow to load: only their modules may be imported. */
export const deepImportsOnly: readonly string[] = ['effect']

/** Files that may import a module whose name they are given: the worker, which can run any program of a study. */
export const importsByName: readonly string[] = ['cli/study/worker.ts']

/** The room that a file belongs to; undefined for a file outside all rooms. */
export function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path.startsWith(`${room}/`))
    .toSorted((a, b) => b.length - a.length)[0]
}

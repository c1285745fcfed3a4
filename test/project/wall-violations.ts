import { posix } from 'node:path'
import { findCycles } from './cycles.ts'
import { listImports, type Import } from './imports.ts'
import { deepImportsOnly, importsByName, roomOf, rooms, type Room } from './rooms.ts'

const isWithin = (room: string, list: readonly string[]) =>
  list.some((allowed) => room === allowed || room.startsWith(`${allowed}/`))

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function checkPackage(specifier: string, room: string, wall: Room): string | undefined {
  if (specifier.startsWith('node:')) return wall.node ? undefined : `${room} may not import ${specifier}`
  const name = packageOf(specifier)
  if (wall.packages !== null && !wall.packages.includes(name))
    return `${room} may not import the package ${name}`
  if (wall.packages !== null && deepImportsOnly.includes(specifier))
    return `import a module of ${name}, not the whole of it`
  return undefined
}

function checkFile(target: string, room: string, wall: Room, isTypeOnly: boolean): string | undefined {
  const targetRoom = roomOf(target)
  if (targetRoom === room) return undefined
  if (targetRoom === undefined) return wall.node ? undefined : `${room} may not import ${target}`
  const isAllowed = isWithin(targetRoom, wall.rooms) || (isTypeOnly && isWithin(targetRoom, wall.types ?? []))
  if (!isAllowed)
    return isWithin(targetRoom, wall.types ?? [])
      ? `${room} may import only types of ${targetRoom}`
      : `${room} may not import ${targetRoom}`
  const doors = ['index.ts', ...(rooms[targetRoom].doors ?? [])]
  if (!wall.looksInside && !doors.some((door) => target === `${targetRoom}/${door}`))
    return `enter ${targetRoom} by its index.ts, not by ${target}`
  return undefined
}

function checkImport(path: string, found: Import, files: ReadonlyMap<string, string>): string | undefined {
  const room = roomOf(path)
  if (room === undefined) return 'the file is in no room'
  const wall = rooms[room]
  const { specifier, isTypeOnly } = found
  if (specifier === null)
    return wall.looksInside || importsByName.includes(path)
      ? undefined
      : 'a dynamic import must name its module'
  if (!specifier.startsWith('.')) return checkPackage(specifier, room, wall)
  const target = posix.join(posix.dirname(path), specifier)
  if (/\.tsx?$/.test(target) && !files.has(target)) return `there is no file ${target}`
  return checkFile(target, room, wall, isTypeOnly)
}

/**
 * Checks the imports of some source files against the walls.
 *
 * Returns one line for each import that is not allowed, each file that cannot be parsed, and each ring of files
 * that import each other (types count: a ring of types is a ring of ideas).
 */
export function findWallViolations(files: ReadonlyMap<string, string>): string[] {
  const violations: string[] = []
  const graph = new Map<string, string[]>()
  for (const [path, text] of files) {
    try {
      const imports = listImports(path, text)
      graph.set(
        path,
        imports.map(({ specifier }) => posix.join(posix.dirname(path), specifier ?? '')),
      )
      for (const found of imports) {
        const problem = checkImport(path, found, files)
        if (problem !== undefined) violations.push(`${path}:${found.line}: ${problem}`)
      }
    } catch (error) {
      violations.push(`cannot be parsed: ${(error as Error).message}`)
    }
  }
  for (const cycle of findCycles(graph)) violations.push(`import each other: ${cycle.join(', ')}`)
  return violations
}

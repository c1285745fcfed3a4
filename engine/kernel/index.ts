export { Calendar } from './calendar.ts'
export type { CalendarOptions, Handle } from './calendar.ts'
export { drain } from './drain.ts'
export type { EventObserver, Handler } from './drain.ts'

/** `seedrandom` publishes types for its main entry only; this names the one generator we load. */
declare module 'seedrandom/lib/alea.js' {
  import type seedrandom from 'seedrandom'
  const alea: typeof seedrandom.alea
  export default alea
}

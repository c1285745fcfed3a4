import type { Increment } from './drive-against-oracle.ts'

/** Ways in which events may lie ahead of now: kind ones, and those that ruin a queue with one bucket width. */
export const increments: Readonly<Record<string, Increment>> = {
  exponential: (draw) => -Math.log(1 - draw()),
  uniform: (draw) => 2 * draw(),
  'all one apart': () => 1,
  'all at once': () => 0,
  'ties on a grid': (draw) => Math.floor(draw() * 6),
  'clusters a billionth wide': (draw) => Math.floor(draw() * 3) + draw() * 1e-9,
  'near or ten thousand away': (draw) => (draw() < 0.9 ? draw() : 1e4 + draw()),
  'heavy tailed': (draw) => 1 / (1 - draw()) ** 3,
  'log-uniform over 300 decades': (draw) => Math.exp(690 * (draw() - 0.5)),
  'shrinking scale': (draw, step) => draw() * Math.exp(-(step % 100_000) / 2000),
  'growing scale': (draw, step) => draw() * Math.exp((step % 100_000) / 2000),
  'monthly and staggered, with rarer ones': (draw) => (draw() < 0.95 ? 1 : 36 * draw()),
}

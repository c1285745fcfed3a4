/** A straight line: `base + factor * x`. */
export interface Line {
  readonly base: number
  readonly factor: number
}

/** The line with the least sum of squared relative errors. */
export function fitLine(x: readonly number[], y: readonly number[]): Line {
  let [a, b, c, p, q] = [0, 0, 0, 0, 0]
  x.forEach((value, index) => {
    const weight = 1 / y[index]
    const scaled = value * weight
    a += weight * weight
    b += weight * scaled
    c += scaled * scaled
    p += weight
    q += scaled
  })
  const determinant = a * c - b * b
  return { base: (c * p - b * q) / determinant, factor: (a * q - b * p) / determinant }
}

/** Predicts each point by the line that the points of all other folds give. */
export function predictOutOfFold(
  x: readonly number[],
  y: readonly number[],
  folds: readonly string[],
): number[] {
  return x.map((value, index) => {
    const others = x.map((_, other) => other).filter((other) => folds[other] !== folds[index])
    const line = fitLine(
      others.map((other) => x[other]),
      others.map((other) => y[other]),
    )
    return line.base + line.factor * value
  })
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** A quantile, between neighbours in proportion. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below] + (place - below) * (sorted[above] - sorted[below])
}

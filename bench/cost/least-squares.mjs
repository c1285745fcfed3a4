// Levenberg-Marquardt for parameters above zero: it works on their logarithms, with numerical derivatives.

function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]])
  const n = rows.length
  for (let i = 0; i < n; i++) {
    let pivot = i
    for (let j = i + 1; j < n; j++) if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) pivot = j
    ;[rows[i], rows[pivot]] = [rows[pivot], rows[i]]
    for (let j = i + 1; j < n; j++) {
      const factor = rows[j][i] / rows[i][i]
      for (let k = i; k <= n; k++) rows[j][k] -= factor * rows[i][k]
    }
  }
  const solution = Array.from({ length: n }, () => 0)
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i][n]
    for (let j = i + 1; j < n; j++) sum -= rows[i][j] * solution[j]
    solution[i] = sum / rows[i][i]
  }
  return solution
}

const costOf = (residuals) => residuals.reduce((sum, r) => sum + r * r, 0)

/**
 * Parameters that make the residuals' squares least. `priors` has [value, standard deviation of the logarithm] for each
 * parameter that is free; they count as residuals too. `most` has upper bounds.
 */
export function fitLogarithms(start, priors, most, residualsOf, rounds = 40) {
  const names = Object.keys(priors)
  const parametersAt = (logs) => ({
    ...start,
    ...Object.fromEntries(names.map((name, i) => [name, Math.exp(logs[i])])),
  })
  const residualsAt = (logs) => [
    ...residualsOf(parametersAt(logs)),
    ...names.map((name, i) => (logs[i] - Math.log(priors[name][0])) / priors[name][1]),
  ]
  let logs = names.map((name) => Math.log(start[name]))
  let residuals = residualsAt(logs)
  let damping = 0.01
  for (let round = 0; round < rounds; round++) {
    const slopes = names.map((_, i) => {
      const moved = logs.map((value, j) => (i === j ? value + 1e-4 : value))
      return residualsAt(moved).map((value, j) => (value - residuals[j]) / 1e-4)
    })
    const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0)
    const normal = slopes.map((a) => slopes.map((b) => dot(a, b)))
    const gradient = slopes.map((slope) => -dot(slope, residuals))
    let gain = 0
    for (let attempt = 0; attempt < 8 && gain === 0; attempt++) {
      const damped = normal.map((row, i) =>
        row.map((value, j) => (i === j ? value * (1 + damping) + 1e-9 : value)),
      )
      const step = solve(damped, gradient)
      const next = logs.map((value, i) =>
        Math.min(value + Math.max(-1, Math.min(1, step[i])), Math.log(most[names[i]] ?? Infinity)),
      )
      const nextResiduals = residualsAt(next)
      const [before, after] = [costOf(residuals), costOf(nextResiduals)]
      if (after < before) {
        gain = (before - after) / before
        logs = next
        residuals = nextResiduals
        damping = Math.max(1e-7, damping / 4)
      } else damping *= 4
    }
    if (gain < 1e-5) break
  }
  return parametersAt(logs)
}

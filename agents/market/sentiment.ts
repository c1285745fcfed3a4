import type { Parameters } from '../../scenarios/index.ts'

/**
 * Sentiment S: the mood that moves entry, pace and pilots. Mean-reverting, pushed by surprises, bounded.
 * Units: dimensionless, about -2.5 to 2.5. Source: ODD submodel "sentiment" in `agents/README.md`.
 */
export class Sentiment {
  value = 0
  private readonly p: Parameters['sentiment']
  private upShare: number
  private failShare: number
  private readonly keep: number
  private upRounds = 0
  private followOns = 0
  private failures = 0
  private attempts = 0
  private releases = 0
  /** Share of potential spend that turned disappointed since the last month. */
  disappointed = 0

  constructor(parameters: Parameters) {
    this.p = parameters.sentiment
    this.upShare = this.p.usualUpShare
    this.failShare = this.p.usualFailShare
    this.keep = 1 - 1 / this.p.memory
  }

  noteFollowOn(isUp: boolean): void {
    this.followOns++
    if (isUp) this.upRounds++
  }

  noteAttempt(isFailure: boolean): void {
    this.attempts++
    if (isFailure) this.failures++
  }

  noteRelease(): void {
    this.releases++
  }

  /** A month passes: `momentum` is the lagged log return of the index above its drift, a month. */
  step(momentum: number, discipline: number, usualReleases: number, crashed: boolean): void {
    const p = this.p
    this.updateShares()
    const surprise =
      p.upRoundWeight * (this.upShare - p.usualUpShare) +
      p.momentumWeight * momentum * (1 - p.disciplineDamping * discipline) +
      p.releaseWeight * (this.releases - usualReleases) -
      p.failedRaiseWeight * (this.failShare - p.usualFailShare) -
      p.disappointmentWeight * Math.max(0, this.disappointed - p.usualDisappointment)
    const next = this.value * (1 - p.reversion) + surprise - (crashed ? p.crashDrop : 0)
    this.value = Math.max(-p.bound, Math.min(p.bound, next))
    this.upRounds = 0
    this.followOns = 0
    this.failures = 0
    this.attempts = 0
    this.releases = 0
    this.disappointed = 0
  }

  private updateShares(): void {
    if (this.followOns > 0)
      this.upShare = this.keep * this.upShare + (1 - this.keep) * (this.upRounds / this.followOns)
    if (this.attempts > 0)
      this.failShare = this.keep * this.failShare + (1 - this.keep) * (this.failures / this.attempts)
  }
}

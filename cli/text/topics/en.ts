import { costFileTopic } from './cost-file.ts'
import { dealFileTopic } from './deal-file.ts'
import { returnsTopic } from './returns.ts'
import type { TopicName } from '../../arguments/commands.ts'

/** Help topics in English, at most 79 columns wide. */
export const topicsInEnglish: Readonly<Record<TopicName, string>> = {
  'exit-codes': `EXIT CODES

  0    done
  1    froth has a bug; please report it with the log it names
  2    wrong command, flag or value of a flag
  3    the scenario, or the file of a run or deal, is not valid
  4    an expect: gate failed; results are written
  5    some runs failed and are left out of every number; results are written
  6    a file or folder cannot be read or written
  130  stopped by Ctrl-C; finished runs are kept, the same command goes on`,

  environment: `ENVIRONMENT   flags win over variables; an empty variable counts as unset

  FROTH_RESULTS     folder for results, instead of ./results
  FROTH_LANG        en or zh; then LANGUAGE, LC_ALL, LC_MESSAGES, LANG
  FROTH_AMBIGUOUS   wide: the terminal draws marks two cells wide, so use ASCII
  FROTH_DEBUG       1: print the details of a bug instead of writing a log
  NO_COLOR          set: no colours
  FORCE_COLOR       1: colours also in a pipe; 0: none; wins over NO_COLOR
  CI                set: plain lines instead of a panel, no colours
  TERM              dumb: plain lines instead of a panel, no colours
  ACCESSIBLE        1: plain lines, fewer of them, and words instead of marks
  COLUMNS           width of text on standard output`,

  formatting: `FORMATTING   results go to standard output, everything else to standard error

  --json            one JSON document with a "schema" name; raw numbers;
                    within a major version fields are only added
  --csv             comma separated with a header (show, cost, deal)
  --plain           tab separated, one record a line, never cut
  --format NAME     table, json, csv, tsv, md (Markdown: cost, deal) or ocf
                    (Open Cap Table Format: deal)
                    deal --csv is one long table; its column section says
                    payout, paid_before, cap_table, breakpoint or football_field
  --quiet           nothing on standard error but errors

  Keys, column names, codes and exit codes are English in every language.
  In tables an empty cell means that something did not happen.`,

  units: `UNITS   every quantity in a scenario carries its unit

  money       $4M   $2.5B   $800k   3000万
  a month     $4.35M/month   1.4%/month   0.2/year
  growth      5%/month   80%/year (compounded)
  time        18 months   2 years   18个月
  shares      45%   0.45
  multiples   10x
  GPU price   2.20 $/gpu-hour   $2.20/h
  counts      70B   2T   4M   1.2亿

  Time is counted in months from the start; money is US dollars.
  An uncertain quantity is written { low, mid, high } or { p10, p50, p90 }.`,

  'cost-file': costFileTopic.en,

  'deal-file': dealFileTopic.en,

  returns: returnsTopic.en,

  reproducibility: `REPRODUCIBILITY

  A run is (scenario, seed, run number): nothing else enters it. The same
  scenario, seed and number of runs give the same bytes in every output, for
  any --jobs, and after a stop and a resume, as long as the version of froth
  is the same. The id of a study is made from these four.

  manifest.json names the command, the versions, the seed, the scenario and a
  SHA-256 of each file. To repeat a study from its folder:
    froth run FOLDER/scenario.yaml --seed S --runs N`,

  accessibility: `ACCESSIBILITY

  ACCESSIBLE=1      plain lines instead of a panel, at most one in 30 seconds,
                    words instead of marks; for screen readers
  --progress lines  plain lines;  --progress none  no progress at all
  --no-color        colour never carries meaning of its own
  --ascii           no drawing characters
  Nothing blinks or spins; numbers change at most four times a second.
  No command asks a question.`,

  glossary: `GLOSSARY

  scenario     a file that says what the market, and your company, are like
  run          one simulated history of the whole market
  study        a scenario, run many times from one seed
  standing     not closed: private, listed, acquired or acqui-hired
  survival     share of startups still standing at an age (Kaplan-Meier)
  post-money   price of the whole company right after a round
  fair value   worth of the whole equity with every contract counted
  MOIC         money multiple: money back divided by money in
  P10, P50     a tenth, half of all cases lie below
  runway       months until the cash is gone
  verdict      by collapse of prices (no, yes) and residual value (1 or more):
               gold mine (no, yes)         productive bubble (yes, yes)
               barren bubble (yes, no)     dud (no, no)
  +/- or low - high   a 95% interval of the Monte Carlo error`,
}

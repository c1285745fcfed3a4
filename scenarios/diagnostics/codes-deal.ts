import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })

/** F123-F137: how the parts of a deal file hang together. */
export const dealCodes: Readonly<Record<string, CodeEntry>> = {
  F123: {
    severity: 'error',
    title: both('not a deal file', '不是交易文件'),
    explanation: both(
      'A file that describes a cap table with its rounds and exits states `froth: deal/1`. `froth: 1` is a scenario, `froth: cost/1` a training run.',
      '描述股权结构、融资轮次和退出的文件须写明 `froth: deal/1`。`froth: 1` 是情景文件，`froth: cost/1` 是训练成本文件。',
    ),
    message: both('the file must state `froth: deal/1`', '文件必须写明 `froth: deal/1`'),
    label: both('a deal file says `froth: deal/1`', '交易文件应写 `froth: deal/1`'),
  },
  F124: {
    severity: 'error',
    title: both('name used twice', '名称重复'),
    explanation: both(
      'Series, rounds, SAFEs, notes, options and warrants call one another by name, so each name stands for one of them; `common` stands for the common shares. A SAFE without a name is called `SAFE 1`, `SAFE 2`, ... by its place.',
      '优先股系列、轮次、SAFE、可转债、期权和认股权证以名称相互引用，因此名称不得重复；`common` 表示普通股。未命名的 SAFE 按次序称为 `SAFE 1`、`SAFE 2` 等。',
    ),
    message: both('the name `{name}` is used twice', '名称 `{name}` 被使用两次'),
    label: both('give this one another name', '请另取名称'),
  },
  F125: {
    severity: 'error',
    title: both('unknown security', '未知证券'),
    explanation: both(
      'The field names a series, a SAFE or a note of the file, spelled as its `name:`. A series can be sold from its own round on.',
      '该字段须为文件中某一系列、SAFE 或可转债的名称，写法与其 `name:` 一致。系列自其所属轮次起才能转让。',
    ),
    message: both('`{path}`: there is no security `{value}` here', '`{path}`：此处没有名为 `{value}` 的证券'),
    label: both('no such security', '没有这一证券'),
    help: 'oneOf',
  },
  F126: {
    severity: 'error',
    title: both('unknown holder', '未知持有人'),
    explanation: both(
      'Who takes a pro-rata part, declines to pay to play, or sells must hold something before the round. Holders are the names below `common`, `holders`, `holder` and `investors`, and the buyers of earlier rounds.',
      '按比例跟投、拒绝跟投或出售股份的人须在该轮之前已有持股。持有人指 `common`、`holders`、`holder`、`investors` 下的名称以及此前轮次的买方。',
    ),
    message: both(
      '`{path}`: `{value}` holds nothing before this round',
      '`{path}`：`{value}` 在本轮之前没有持股',
    ),
    label: both('no such holder', '没有这一持有人'),
    help: 'oneOf',
  },
  F127: {
    severity: 'error',
    title: both('contradictory seniority', '优先顺序矛盾'),
    explanation: both(
      'Following `senior_to` (and `pari_passu_with`) from series to series leads back to the first: it would have to be paid before itself. Remove one of the statements.',
      '沿着 `senior_to`（以及 `pari_passu_with`）逐一查看会回到起点，即某一系列要先于自己受偿。请删去其中一条。',
    ),
    message: both('seniority goes in a circle: {chain}', '优先顺序成环：{chain}'),
    label: both('remove this, or the one that leads back', '请删去此处，或删去绕回来的那一条'),
  },
  F128: {
    severity: 'error',
    title: both('rank at odds', '等级矛盾'),
    explanation: both(
      'The order in which series are paid is said in two ways that differ. A higher rank is paid first, equal ranks share. Give every series a rank or none, and leave out `seniority`, `senior_to` and `pari_passu_with` where ranks say it.',
      '受偿顺序有两种说法且互相矛盾。等级（rank）越高越先受偿，等级相同则按比例分配。请为全部系列给出 rank 或全部不给；以 rank 说明时请去掉 `seniority`、`senior_to` 和 `pari_passu_with`。',
    ),
    message: both('`{name}`: {reason}', '`{name}`：{reason}'),
    label: both('say it in one way', '请只用一种说法'),
  },
  F129: {
    severity: 'error',
    title: both('circular most-favoured terms', '最惠条款成环'),
    explanation: both(
      'A most-favoured security (MFN) takes the terms of another. Here that leads back to itself, so none of them has terms to begin with. MFN looks at securities sold later: name those only.',
      '最惠证券（MFN）采用另一证券的条款。此处绕回了自身，因而没有任何一个有起始条款。最惠条款针对其后发行的证券，请只列出后者。',
    ),
    message: both('most-favoured terms go in a circle: {chain}', '最惠条款成环：{chain}'),
    label: both('take out the name that leads back', '请删去绕回来的名称'),
  },
  F130: {
    severity: 'error',
    title: both('dates out of order', '日期次序错误'),
    explanation: both(
      'Series and rounds stand oldest first, a note falls due after it was made, and nothing comes after the exit. A SAFE may be younger than a round: the next round converts it.',
      '系列和轮次按时间先后排列，可转债的到期日晚于发行日，退出之后不再有任何事项。SAFE 可以晚于某一轮，此时由下一轮转换。',
    ),
    message: both(
      '{name} ({date}) is before {other} ({otherDate})',
      '{name}（{date}）早于 {other}（{otherDate}）',
    ),
    label: both('must not be before {otherDate}', '不得早于 {otherDate}'),
  },
  F131: {
    severity: 'error',
    title: both('nobody holds a common share', '没有人持有普通股'),
    explanation: both(
      'A cap table starts with the common shares of the founders: `common: { Ada: 4M, Ben: 4M }`. Without them no price of a share follows from a value of the company.',
      '股权结构从创始人的普通股开始：`common: { Ada: 4M, Ben: 4M }`。没有普通股就无法由公司估值得出每股价格。',
    ),
    message: both('nobody holds a common share', '没有人持有普通股'),
    label: both('nobody here', '此处为空'),
    help: 'commonExample',
  },
  F132: {
    severity: 'error',
    title: both('round without a value', '轮次缺少估值'),
    explanation: both(
      'A round is agreed at a value of the company before the new money (`pre_money`), with it (`post_money`), or at the price of a share (`price`).',
      '每一轮须约定投前估值（`pre_money`）、投后估值（`post_money`）或每股价格（`price`）。',
    ),
    message: both('the round `{name}` has neither a value nor a price', '轮次 `{name}` 既无估值也无价格'),
    label: both('add pre_money, post_money or price', '请添加 pre_money、post_money 或 price'),
  },
  F133: {
    severity: 'error',
    title: both('said in two ways', '两种说法不一致'),
    explanation: both(
      'One number follows from others that are given too, and they do not agree. Keep one of them.',
      '某个数可由其他给出的数推出，而两者不一致。请只保留其一。',
    ),
    message: both('`{path}` is already said by `{other}`', '`{path}` 已由 `{other}` 说明'),
    label: both('leave this out, or `{other}`', '请去掉它，或去掉 `{other}`'),
  },
  F134: {
    severity: 'error',
    title: both('series of unknown size', '系列规模不明'),
    explanation: both(
      'A series is known by two of these: its shares (or the shares of its holders), the money invested, and the price of a share.',
      '一个系列须给出下列三项中的两项：股数（或各持有人的股数）、投资金额、每股价格。',
    ),
    message: both('`{name}`: how many shares, at what price?', '`{name}`：多少股，每股价格多少？'),
    label: both('give two of shares, amount, price', '请给出 shares、amount、price 中的两项'),
  },
  F135: {
    severity: 'error',
    title: both('date missing', '缺少日期'),
    explanation: both(
      'Interest and dividends run from day to day. Where a note or a series has them, its own date, the dates of the rounds that may convert it, and for dividends the date of the exit must be known.',
      '利息和股息按天计算。有利息或股息时，须知道该证券的日期、可能将其转换的轮次的日期；有股息时还须知道退出日期。',
    ),
    message: both(
      '`{name}` needs a date, because `{because}` earns interest or dividends',
      '`{name}` 需要日期，因为 `{because}` 计息或派息',
    ),
    label: both('add a date such as 2024-06-01', '请添加日期，例如 2024-06-01'),
  },
  F136: {
    severity: 'error',
    title: both('comma inside braces', '括号内的逗号'),
    explanation: both(
      'Inside `{ }` and `[ ]` a comma starts the next entry, so 4,000,000 would be three of them. Write 4M or 4_000_000 there; on a line of its own 4,000,000 is fine.',
      '在 `{ }` 和 `[ ]` 中逗号表示下一项，4,000,000 会被拆成三项。此处请写 4M 或 4_000_000；独占一行时可写 4,000,000。',
    ),
    message: both('a comma inside { } or [ ] starts the next entry', '{ } 或 [ ] 中的逗号表示下一项'),
    label: both('write 4M or 4_000_000', '请写 4M 或 4_000_000'),
  },
  F137: {
    severity: 'error',
    title: both('post-money without a meaning', '投后估值含义不明'),
    explanation: both(
      'Post-money is pre-money plus the new money only under `convention: percentage_ownership`. Under the others it depends on what converts, so give `pre_money`.',
      '仅在 `convention: percentage_ownership` 下，投后估值等于投前估值加新增资金。其他约定下取决于转换情况，请给出 `pre_money`。',
    ),
    message: both(
      '`{name}`: `post_money` does not fix the round under `{convention}`',
      '`{name}`：在 `{convention}` 约定下 `post_money` 不能确定该轮',
    ),
    label: both('give pre_money', '请给出 pre_money'),
  },
}

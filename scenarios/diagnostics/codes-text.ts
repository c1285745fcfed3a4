import type { CodeEntry } from './code-entry.ts'

const both = (en: string, zh: string): { readonly en: string; readonly zh: string } => ({ en, zh })
const nothing = both('', '')

/** F0xx: the text itself, before anything is known of its fields. */
export const textCodes: Readonly<Record<string, CodeEntry>> = {
  F001: {
    severity: 'error',
    title: both('not text', '不是文本'),
    explanation: both(
      'A scenario is a UTF-8 text file. This one holds bytes that are not text: a spreadsheet, an archive, a picture, or text in another encoding. Save it as UTF-8.',
      '情景文件必须是 UTF-8 文本。此文件含有非文本字节：可能是表格、压缩包、图片，或采用了其他编码。请另存为 UTF-8。',
    ),
    message: both('`{file}` is not a text file', '`{file}` 不是文本文件'),
    label: both('{found}', '{found}'),
    help: 'saveAsUtf8',
  },
  F002: {
    severity: 'error',
    title: both('empty file', '空文件'),
    explanation: both(
      'The file holds no field: nothing at all, or only white space and comments. The smallest scenario is the line `froth: 1`.',
      '文件中没有任何字段：完全为空，或只有空白与注释。最小的情景只需一行 `froth: 1`。',
    ),
    message: both('`{file}` is empty', '`{file}` 是空文件'),
    label: nothing,
    help: 'startFromTemplate',
  },
  F003: {
    severity: 'error',
    title: both('too large', '文件过大'),
    explanation: both(
      'A scenario may hold at most 1 MiB and 50,000 YAML tokens. Real ones hold a few kB; something else was probably named by mistake.',
      '情景文件最多 1 MiB、50,000 个 YAML 记号。正常文件只有几 kB，可能误选了其他文件。',
    ),
    message: both('`{file}` is too large for a scenario', '`{file}` 超出情景文件的大小上限'),
    label: nothing,
    help: 'sizeLimit',
  },
  F004: {
    severity: 'error',
    title: both('cannot be read', '无法读取'),
    explanation: both(
      'The file does not exist, is a folder, or may not be read by this user.',
      '文件不存在、是文件夹，或当前用户无权读取。',
    ),
    message: both('cannot read `{file}`: {reason}', '无法读取 `{file}`：{reason}'),
    label: nothing,
  },
  F005: {
    severity: 'error',
    title: both('not YAML', 'YAML 语法错误'),
    explanation: both(
      'The text does not follow YAML. Usual causes: a quote or bracket that is not closed, fields of one level indented differently, a missing space after a colon, or a value that starts with `@`, `%` or `*`.',
      '文本不符合 YAML 语法。常见原因：引号或括号未闭合、同级字段缩进不一致、冒号后缺少空格，或值以 `@`、`%`、`*` 开头。',
    ),
    message: both('the file is not valid YAML: {reason}', 'YAML 语法错误：{reason}'),
    label: both('here', '此处'),
  },
  F006: {
    severity: 'error',
    title: both('more than one document', '多个文档'),
    explanation: both(
      'A scenario file holds one YAML document. A line `---` starts a second one: split it into two files.',
      '一个情景文件只能含一个 YAML 文档。`---` 行会开始第二个文档：请拆成两个文件。',
    ),
    message: both('a scenario file holds one document', '情景文件只能含一个文档'),
    label: both('a second document starts here', '第二个文档从这里开始'),
  },
  F007: {
    severity: 'error',
    title: both('nested too deep', '嵌套过深'),
    explanation: both(
      'No field of a scenario lies deeper than a few levels; 32 are allowed.',
      '情景字段只有几层；上限为 32 层。',
    ),
    message: both('values are nested more than 32 levels deep', '嵌套超过 32 层'),
    label: both('too deep', '过深'),
  },
  F008: {
    severity: 'error',
    title: both('aliases out of hand', '别名过多'),
    explanation: both(
      'YAML aliases (`*name`) may be used, but at most 100 times, never in a circle, and their expansion may not pass 10,000 values.',
      '可以使用 YAML 别名（`*name`），但最多 100 次，不得循环，展开后不得超过 10,000 个值。',
    ),
    message: both('aliases {reason}', '别名{reason}'),
    label: nothing,
  },
  F009: {
    severity: 'error',
    title: both('unknown alias', '未定义的别名'),
    explanation: both(
      'A value that starts with `*` refers to an anchor `&name` earlier in the file. Quote the value if the star was meant as text.',
      '以 `*` 开头的值指向文件前面的锚点 `&name`。如果星号只是文本，请加引号。',
    ),
    message: both('no anchor `&{alias}` before this alias', '此别名之前没有锚点 `&{alias}`'),
    label: both('refers to nothing', '没有指向任何值'),
  },
  F010: {
    severity: 'error',
    title: both('field given twice', '字段重复'),
    explanation: both(
      'The same field stands twice at the same level; which one counts would be a guess.',
      '同一层出现了两个相同的字段，无法判断以哪个为准。',
    ),
    message: both('field `{key}` is given twice', '字段 `{key}` 重复'),
    label: both('first given on line {line}', '首次出现在第 {line} 行'),
  },
  F011: {
    severity: 'error',
    title: both('forbidden key', '禁用的键'),
    explanation: both(
      'Keys such as `__proto__`, `constructor` and `prototype`, and the YAML merge key `<<`, are refused. Use `extends` to build on another scenario.',
      '`__proto__`、`constructor`、`prototype` 等键以及 YAML 合并键 `<<` 一律拒绝。要沿用其他情景请用 `extends`。',
    ),
    message: both('key `{key}` is not allowed', '不允许使用键 `{key}`'),
    label: both('not allowed', '不允许'),
  },
  F012: {
    severity: 'error',
    title: both('YAML tag', 'YAML 标签'),
    explanation: both(
      'Tags (`!name`, `!!js/function`) are refused: a scenario is plain data.',
      '拒绝标签（`!name`、`!!js/function`）：情景只是普通数据。',
    ),
    message: both('YAML tag `{tag}` is not allowed', '不允许使用 YAML 标签 `{tag}`'),
    label: both('remove the tag', '请删除此标签'),
  },
  F013: {
    severity: 'error',
    title: both('key is not a word', '键不是单词'),
    explanation: both(
      'A field name is a plain word such as `cash`; lists, maps and empty keys cannot be names.',
      '字段名必须是普通单词，例如 `cash`；列表、映射和空键都不行。',
    ),
    message: both('a field name must be a word', '字段名必须是单词'),
    label: both('not a name', '不是字段名'),
  },
  F014: {
    severity: 'error',
    title: both('tab as indentation', '用制表符缩进'),
    explanation: both(
      'YAML is indented with spaces only. Most editors can convert tabs to spaces.',
      'YAML 只能用空格缩进。多数编辑器可以把制表符转换为空格。',
    ),
    message: both('a tab is used as indentation', '用了制表符缩进'),
    label: both('write spaces', '请改用空格'),
  },
  F015: {
    severity: 'error',
    title: both('no fields', '没有字段'),
    explanation: both(
      'The top level of a scenario is a list of `field: value` lines. A space must follow each colon.',
      '情景文件的顶层是若干 `字段: 值` 行，冒号后必须有空格。',
    ),
    message: both('expected `field: value` lines', '应为 `字段: 值` 形式'),
    label: both('this is {found}', '这里是{found}'),
    help: 'spaceAfterColon',
  },
  F017: {
    severity: 'error',
    title: both('full-width punctuation', '全角标点'),
    explanation: both(
      'Punctuation typed with a Chinese input method (：，“”　｛｝［］) looks like YAML and is not. Use the half-width character, and a space after a colon. Full-width marks inside texts and comments are fine.',
      '中文输入法打出的标点（：，“”　｛｝［］）看起来像 YAML，其实不是。请改用半角字符，冒号后加空格。文字和注释里的全角标点不受影响。',
    ),
    message: both('full-width {name} “{mark}” ({point})', '全角{name} “{mark}”({point})'),
    label: both('write {wanted}', '请改用 {wanted}'),
    help: 'fullWidth',
  },
  F018: {
    severity: 'error',
    title: both('control character', '控制字符'),
    explanation: both(
      'The text holds an invisible control character, often from copying out of a terminal or a PDF.',
      '文本中含有不可见的控制字符，常来自终端或 PDF 的复制。',
    ),
    message: both('control character {point}', '控制字符 {point}'),
    label: both('delete it', '请删除'),
  },
}

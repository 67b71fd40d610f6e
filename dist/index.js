import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 4006:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const pico = __nccwpck_require__(8016);
const utils = __nccwpck_require__(4059);

function picomatch(glob, options, returnState = false) {
  // default to os.platform()
  if (options && (options.windows === null || options.windows === undefined)) {
    // don't mutate the original options object
    options = { ...options, windows: utils.isWindows() };
  }

  return pico(glob, options, returnState);
}

Object.assign(picomatch, pico);
module.exports = picomatch;


/***/ }),

/***/ 5595:
/***/ ((module) => {



const WIN_SLASH = '\\\\/';
const WIN_NO_SLASH = `[^${WIN_SLASH}]`;

const DEFAULT_MAX_EXTGLOB_RECURSION = 0;

/**
 * Posix glob regex
 */

const DOT_LITERAL = '\\.';
const PLUS_LITERAL = '\\+';
const QMARK_LITERAL = '\\?';
const SLASH_LITERAL = '\\/';
const ONE_CHAR = '(?=.)';
const QMARK = '[^/]';
const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
const NO_DOT = `(?!${DOT_LITERAL})`;
const NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
const NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
const NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
const QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
const STAR = `${QMARK}*?`;
const SEP = '/';

const POSIX_CHARS = {
  DOT_LITERAL,
  PLUS_LITERAL,
  QMARK_LITERAL,
  SLASH_LITERAL,
  ONE_CHAR,
  QMARK,
  END_ANCHOR,
  DOTS_SLASH,
  NO_DOT,
  NO_DOTS,
  NO_DOT_SLASH,
  NO_DOTS_SLASH,
  QMARK_NO_DOT,
  STAR,
  START_ANCHOR,
  SEP
};

/**
 * Windows glob regex
 */

const WINDOWS_CHARS = {
  ...POSIX_CHARS,

  SLASH_LITERAL: `[${WIN_SLASH}]`,
  QMARK: WIN_NO_SLASH,
  STAR: `${WIN_NO_SLASH}*?`,
  DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
  NO_DOT: `(?!${DOT_LITERAL})`,
  NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
  NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
  QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
  START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
  END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
  SEP: '\\'
};

/**
 * POSIX Bracket Regex
 */

const POSIX_REGEX_SOURCE = {
  __proto__: null,
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  ascii: '\\x00-\\x7F',
  blank: ' \\t',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '\\x21-\\x7E',
  lower: 'a-z',
  print: '\\x20-\\x7E ',
  punct: '\\-!"#$%&\'()\\*+,./:;<=>?@[\\]^_`{|}~',
  space: ' \\t\\r\\n\\v\\f',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: 'A-Fa-f0-9'
};

module.exports = {
  DEFAULT_MAX_EXTGLOB_RECURSION,
  MAX_LENGTH: 1024 * 64,
  POSIX_REGEX_SOURCE,

  // regular expressions
  REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
  REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
  REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
  REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
  REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
  REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,

  // Replace globs with equivalent patterns to reduce parsing time.
  REPLACEMENTS: {
    __proto__: null,
    '***': '*',
    '**/**': '**',
    '**/**/**': '**'
  },

  // Digits
  CHAR_0: 48, /* 0 */
  CHAR_9: 57, /* 9 */

  // Alphabet chars.
  CHAR_UPPERCASE_A: 65, /* A */
  CHAR_LOWERCASE_A: 97, /* a */
  CHAR_UPPERCASE_Z: 90, /* Z */
  CHAR_LOWERCASE_Z: 122, /* z */

  CHAR_LEFT_PARENTHESES: 40, /* ( */
  CHAR_RIGHT_PARENTHESES: 41, /* ) */

  CHAR_ASTERISK: 42, /* * */

  // Non-alphabetic chars.
  CHAR_AMPERSAND: 38, /* & */
  CHAR_AT: 64, /* @ */
  CHAR_BACKWARD_SLASH: 92, /* \ */
  CHAR_CARRIAGE_RETURN: 13, /* \r */
  CHAR_CIRCUMFLEX_ACCENT: 94, /* ^ */
  CHAR_COLON: 58, /* : */
  CHAR_COMMA: 44, /* , */
  CHAR_DOT: 46, /* . */
  CHAR_DOUBLE_QUOTE: 34, /* " */
  CHAR_EQUAL: 61, /* = */
  CHAR_EXCLAMATION_MARK: 33, /* ! */
  CHAR_FORM_FEED: 12, /* \f */
  CHAR_FORWARD_SLASH: 47, /* / */
  CHAR_GRAVE_ACCENT: 96, /* ` */
  CHAR_HASH: 35, /* # */
  CHAR_HYPHEN_MINUS: 45, /* - */
  CHAR_LEFT_ANGLE_BRACKET: 60, /* < */
  CHAR_LEFT_CURLY_BRACE: 123, /* { */
  CHAR_LEFT_SQUARE_BRACKET: 91, /* [ */
  CHAR_LINE_FEED: 10, /* \n */
  CHAR_NO_BREAK_SPACE: 160, /* \u00A0 */
  CHAR_PERCENT: 37, /* % */
  CHAR_PLUS: 43, /* + */
  CHAR_QUESTION_MARK: 63, /* ? */
  CHAR_RIGHT_ANGLE_BRACKET: 62, /* > */
  CHAR_RIGHT_CURLY_BRACE: 125, /* } */
  CHAR_RIGHT_SQUARE_BRACKET: 93, /* ] */
  CHAR_SEMICOLON: 59, /* ; */
  CHAR_SINGLE_QUOTE: 39, /* ' */
  CHAR_SPACE: 32, /*   */
  CHAR_TAB: 9, /* \t */
  CHAR_UNDERSCORE: 95, /* _ */
  CHAR_VERTICAL_LINE: 124, /* | */
  CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279, /* \uFEFF */

  /**
   * Create EXTGLOB_CHARS
   */

  extglobChars(chars) {
    return {
      '!': { type: 'negate', open: '(?:(?!(?:', close: `))${chars.STAR})` },
      '?': { type: 'qmark', open: '(?:', close: ')?' },
      '+': { type: 'plus', open: '(?:', close: ')+' },
      '*': { type: 'star', open: '(?:', close: ')*' },
      '@': { type: 'at', open: '(?:', close: ')' }
    };
  },

  /**
   * Create GLOB_CHARS
   */

  globChars(win32) {
    return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
  }
};


/***/ }),

/***/ 8265:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const constants = __nccwpck_require__(5595);
const utils = __nccwpck_require__(4059);

/**
 * Constants
 */

const {
  MAX_LENGTH,
  POSIX_REGEX_SOURCE,
  REGEX_NON_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_BACKREF,
  REPLACEMENTS
} = constants;

/**
 * Helpers
 */

const expandRange = (args, options) => {
  if (typeof options.expandRange === 'function') {
    return options.expandRange(...args, options);
  }

  args.sort();
  const value = `[${args.join('-')}]`;

  try {
    /* eslint-disable-next-line no-new */
    new RegExp(value);
  } catch (ex) {
    return args.map(v => utils.escapeRegex(v)).join('..');
  }

  return value;
};

/**
 * Create the message for a syntax error
 */

const syntaxError = (type, char) => {
  return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
};

const splitTopLevel = input => {
  const parts = [];
  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let value = '';
  let escaped = false;

  for (const ch of input) {
    if (escaped === true) {
      value += ch;
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      value += ch;
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      value += ch;
      continue;
    }

    if (quote === 0) {
      if (ch === '[') {
        bracket++;
      } else if (ch === ']' && bracket > 0) {
        bracket--;
      } else if (bracket === 0) {
        if (ch === '(') {
          paren++;
        } else if (ch === ')' && paren > 0) {
          paren--;
        } else if (ch === '|' && paren === 0) {
          parts.push(value);
          value = '';
          continue;
        }
      }
    }

    value += ch;
  }

  parts.push(value);
  return parts;
};

const isPlainBranch = branch => {
  let escaped = false;

  for (const ch of branch) {
    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (/[?*+@!()[\]{}]/.test(ch)) {
      return false;
    }
  }

  return true;
};

const normalizeSimpleBranch = branch => {
  let value = branch.trim();
  let changed = true;

  while (changed === true) {
    changed = false;

    if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
      value = value.slice(2, -1);
      changed = true;
    }
  }

  if (!isPlainBranch(value)) {
    return;
  }

  return value.replace(/\\(.)/g, '$1');
};

const hasRepeatedCharPrefixOverlap = branches => {
  const values = branches.map(normalizeSimpleBranch).filter(Boolean);

  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      const char = a[0];

      if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
        continue;
      }

      if (a === b || a.startsWith(b) || b.startsWith(a)) {
        return true;
      }
    }
  }

  return false;
};

const parseRepeatedExtglob = (pattern, requireEnd = true) => {
  if ((pattern[0] !== '+' && pattern[0] !== '*') || pattern[1] !== '(') {
    return;
  }

  let bracket = 0;
  let paren = 0;
  let quote = 0;
  let escaped = false;

  for (let i = 1; i < pattern.length; i++) {
    const ch = pattern[i];

    if (escaped === true) {
      escaped = false;
      continue;
    }

    if (ch === '\\') {
      escaped = true;
      continue;
    }

    if (ch === '"') {
      quote = quote === 1 ? 0 : 1;
      continue;
    }

    if (quote === 1) {
      continue;
    }

    if (ch === '[') {
      bracket++;
      continue;
    }

    if (ch === ']' && bracket > 0) {
      bracket--;
      continue;
    }

    if (bracket > 0) {
      continue;
    }

    if (ch === '(') {
      paren++;
      continue;
    }

    if (ch === ')') {
      paren--;

      if (paren === 0) {
        if (requireEnd === true && i !== pattern.length - 1) {
          return;
        }

        return {
          type: pattern[0],
          body: pattern.slice(2, i),
          end: i
        };
      }
    }
  }
};

const buildCharClassStar = chars => {
  const source = chars.length === 1
    ? utils.escapeRegex(chars[0])
    : `[${chars.map(ch => utils.escapeRegex(ch)).join('')}]`;

  return `${source}*`;
};

const getStarExtglobSequenceChars = pattern => {
  let index = 0;
  const chars = [];

  while (index < pattern.length) {
    const match = parseRepeatedExtglob(pattern.slice(index), false);

    if (!match || match.type !== '*') {
      return;
    }

    const branches = splitTopLevel(match.body).map(branch => branch.trim());
    if (branches.length !== 1) {
      return;
    }

    const branch = normalizeSimpleBranch(branches[0]);
    if (!branch || branch.length !== 1) {
      return;
    }

    chars.push(branch);
    index += match.end + 1;
  }

  if (chars.length < 1) {
    return;
  }

  return chars;
};

const repeatedExtglobRecursion = pattern => {
  let depth = 0;
  let value = pattern.trim();
  let match = parseRepeatedExtglob(value);

  while (match) {
    depth++;
    value = match.body.trim();
    match = parseRepeatedExtglob(value);
  }

  return depth;
};

const analyzeRepeatedExtglob = (body, options) => {
  if (options.maxExtglobRecursion === false) {
    return { risky: false };
  }

  const max =
    typeof options.maxExtglobRecursion === 'number'
      ? options.maxExtglobRecursion
      : constants.DEFAULT_MAX_EXTGLOB_RECURSION;

  const branches = splitTopLevel(body).map(branch => branch.trim());

  if (branches.length > 1) {
    if (
      branches.some(branch => branch === '') ||
      branches.some(branch => /^[*?]+$/.test(branch)) ||
      hasRepeatedCharPrefixOverlap(branches)
    ) {
      return { risky: true };
    }
  }

  // A repeated extglob is "risky" (prone to catastrophic backtracking) when a
  // branch is itself a `*(...)` sequence, since that nests an unbounded quantifier
  // inside the outer `+(...)`/`*(...)`. When *every* branch reduces to single
  // characters we can emit one flat, ReDoS-safe character class that preserves the
  // meaning of ALL branches (e.g. `+(*(a)|*(b))` -> `[ab]*`), rather than dropping
  // every branch but the first.
  const safeChars = [];
  let sawStarSequence = false;
  let combinable = true;

  for (const branch of branches) {
    const chars = getStarExtglobSequenceChars(branch);
    if (chars) {
      sawStarSequence = true;
      safeChars.push(...chars);
      continue;
    }

    const literal = normalizeSimpleBranch(branch);
    if (literal && literal.length === 1) {
      safeChars.push(literal);
      continue;
    }

    combinable = false;

    if (repeatedExtglobRecursion(branch) > max) {
      return { risky: true };
    }
  }

  if (sawStarSequence) {
    return combinable
      ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) }
      : { risky: true };
  }

  return { risky: false };
};

/**
 * Parse the given input string.
 * @param {String} input
 * @param {Object} options
 * @return {Object}
 */

const parse = (input, options) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected a string');
  }

  input = REPLACEMENTS[input] || input;

  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;

  let len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  const bos = { type: 'bos', value: '', output: opts.prepend || '' };
  const tokens = [bos];

  const capture = opts.capture ? '' : '?:';

  // create constants based on platform, for windows or posix
  const PLATFORM_CHARS = constants.globChars(opts.windows);
  const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);

  const {
    DOT_LITERAL,
    PLUS_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOT_SLASH,
    NO_DOTS_SLASH,
    QMARK,
    QMARK_NO_DOT,
    STAR,
    START_ANCHOR
  } = PLATFORM_CHARS;

  const globstar = opts => {
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const nodot = opts.dot ? '' : NO_DOT;
  const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
  let star = opts.bash === true ? globstar(opts) : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  // minimatch options support
  if (typeof opts.noext === 'boolean') {
    opts.noextglob = opts.noext;
  }

  const state = {
    input,
    index: -1,
    start: 0,
    dot: opts.dot === true,
    consumed: '',
    output: '',
    prefix: '',
    backtrack: false,
    negated: false,
    brackets: 0,
    braces: 0,
    parens: 0,
    quotes: 0,
    globstar: false,
    tokens
  };

  input = utils.removePrefix(input, state);
  len = input.length;

  const extglobs = [];
  const braces = [];
  const stack = [];
  let prev = bos;
  let value;

  /**
   * Tokenizing helpers
   */

  const eos = () => state.index === len - 1;
  const peek = state.peek = (n = 1) => input[state.index + n];
  const advance = state.advance = () => input[++state.index] || '';
  const remaining = () => input.slice(state.index + 1);
  const consume = (value = '', num = 0) => {
    state.consumed += value;
    state.index += num;
  };

  const append = token => {
    state.output += token.output != null ? token.output : token.value;
    consume(token.value);
  };

  const negate = () => {
    let count = 1;

    while (peek() === '!' && (peek(2) !== '(' || peek(3) === '?')) {
      advance();
      state.start++;
      count++;
    }

    if (count % 2 === 0) {
      return false;
    }

    state.negated = true;
    state.start++;
    return true;
  };

  const increment = type => {
    state[type]++;
    stack.push(type);
  };

  const decrement = type => {
    state[type]--;
    stack.pop();
  };

  /**
   * Push tokens onto the tokens array. This helper speeds up
   * tokenizing by 1) helping us avoid backtracking as much as possible,
   * and 2) helping us avoid creating extra tokens when consecutive
   * characters are plain text. This improves performance and simplifies
   * lookbehinds.
   */

  const push = tok => {
    if (prev.type === 'globstar') {
      const isBrace = state.braces > 0 && (tok.type === 'comma' || tok.type === 'brace');
      const isExtglob = tok.extglob === true || (extglobs.length && (tok.type === 'pipe' || tok.type === 'paren'));

      if (tok.type !== 'slash' && tok.type !== 'paren' && !isBrace && !isExtglob) {
        state.output = state.output.slice(0, -prev.output.length);
        prev.type = 'star';
        prev.value = '*';
        prev.output = star;
        state.output += prev.output;
      }
    }

    if (extglobs.length && tok.type !== 'paren') {
      extglobs[extglobs.length - 1].inner += tok.value;
    }

    if (tok.value || tok.output) append(tok);
    if (prev && prev.type === 'text' && tok.type === 'text') {
      prev.output = (prev.output || prev.value) + tok.value;
      prev.value += tok.value;
      return;
    }

    tok.prev = prev;
    tokens.push(tok);
    prev = tok;
  };

  const extglobOpen = (type, value) => {
    const token = { ...EXTGLOB_CHARS[value], conditions: 1, inner: '' };

    token.prev = prev;
    token.parens = state.parens;
    token.output = state.output;
    token.startIndex = state.index;
    token.tokensIndex = tokens.length;
    const output = (opts.capture ? '(' : '') + token.open;

    increment('parens');
    push({ type, value, output: state.output ? '' : ONE_CHAR });
    push({ type: 'paren', extglob: true, value: advance(), output });
    extglobs.push(token);
  };

  const extglobClose = token => {
    const literal = input.slice(token.startIndex, state.index + 1);
    const body = input.slice(token.startIndex + 2, state.index);
    const analysis = analyzeRepeatedExtglob(body, opts);

    if ((token.type === 'plus' || token.type === 'star') && analysis.risky) {
      const safeOutput = analysis.safeOutput
        ? (token.output ? '' : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput)
        : undefined;
      const open = tokens[token.tokensIndex];

      open.type = 'text';
      open.value = literal;
      open.output = safeOutput || utils.escapeRegex(literal);

      for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
        tokens[i].value = '';
        tokens[i].output = '';
        delete tokens[i].suffix;
      }

      state.output = token.output + open.output;
      state.backtrack = true;

      push({ type: 'paren', extglob: true, value, output: '' });
      decrement('parens');
      return;
    }

    let output = token.close + (opts.capture ? ')' : '');
    let rest;

    if (token.type === 'negate') {
      let extglobStar = star;

      if (token.inner && token.inner.length > 1 && token.inner.includes('/')) {
        extglobStar = globstar(opts);
      }

      if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
        output = token.close = `)$))${extglobStar}`;
      }

      if (token.inner.includes('*') && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
        // Any non-magical string (`.ts`) or even nested expression (`.{ts,tsx}`) can follow after the closing parenthesis.
        // In this case, we need to parse the string and use it in the output of the original pattern.
        // Suitable patterns: `/!(*.d).ts`, `/!(*.d).{ts,tsx}`, `**/!(*-dbg).@(js)`.
        //
        // Disabling the `fastpaths` option due to a problem with parsing strings as `.ts` in the pattern like `**/!(*.d).ts`.
        const expression = parse(rest, { ...options, fastpaths: false }).output;

        output = token.close = `)${expression})${extglobStar})`;
      }

      if (token.prev.type === 'bos') {
        state.negatedExtglob = true;
      }
    }

    push({ type: 'paren', extglob: true, value, output });
    decrement('parens');
  };

  /**
   * Fast paths
   */

  if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
    let backslashes = false;

    let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
      if (first === '\\') {
        backslashes = true;
        return m;
      }

      if (first === '?') {
        if (esc) {
          return esc + first + (rest ? QMARK.repeat(rest.length) : '');
        }
        if (index === 0) {
          return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : '');
        }
        return QMARK.repeat(chars.length);
      }

      if (first === '.') {
        return DOT_LITERAL.repeat(chars.length);
      }

      if (first === '*') {
        if (esc) {
          return esc + first + (rest ? star : '');
        }
        return star;
      }
      return esc ? m : `\\${m}`;
    });

    if (backslashes === true) {
      if (opts.unescape === true) {
        output = output.replace(/\\/g, '');
      } else {
        output = output.replace(/\\+/g, m => {
          return m.length % 2 === 0 ? '\\\\' : (m ? '\\' : '');
        });
      }
    }

    if (output === input && opts.contains === true) {
      state.output = input;
      return state;
    }

    state.output = utils.wrapOutput(output, state, options);
    return state;
  }

  /**
   * Tokenize input until we reach end-of-string
   */

  while (!eos()) {
    value = advance();

    if (value === '\u0000') {
      continue;
    }

    /**
     * Escaped characters
     */

    if (value === '\\') {
      const next = peek();

      if (next === '/' && opts.bash !== true) {
        continue;
      }

      if (next === '.' || next === ';') {
        continue;
      }

      if (!next) {
        value += '\\';
        push({ type: 'text', value });
        continue;
      }

      // collapse slashes to reduce potential for exploits
      const match = /^\\+/.exec(remaining());
      let slashes = 0;

      if (match && match[0].length > 2) {
        slashes = match[0].length;
        state.index += slashes;
        if (slashes % 2 !== 0) {
          value += '\\';
        }
      }

      if (opts.unescape === true) {
        value = advance();
      } else {
        value += advance();
      }

      if (state.brackets === 0) {
        push({ type: 'text', value });
        continue;
      }
    }

    /**
     * If we're inside a regex character class, continue
     * until we reach the closing bracket.
     */

    if (state.brackets > 0 && (value !== ']' || prev.value === '[' || prev.value === '[^')) {
      if (opts.posix !== false && value === ':') {
        const inner = prev.value.slice(1);
        if (inner.includes('[')) {
          prev.posix = true;

          if (inner.includes(':')) {
            const idx = prev.value.lastIndexOf('[');
            const pre = prev.value.slice(0, idx);
            const rest = prev.value.slice(idx + 2);
            const posix = POSIX_REGEX_SOURCE[rest];
            if (posix) {
              prev.value = pre + posix;
              state.backtrack = true;
              advance();

              if (!bos.output && tokens.indexOf(prev) === 1) {
                bos.output = ONE_CHAR;
              }
              continue;
            }
          }
        }
      }

      if ((value === '[' && peek() !== ':') || (value === '-' && peek() === ']')) {
        value = `\\${value}`;
      }

      if (value === ']' && (prev.value === '[' || prev.value === '[^')) {
        value = `\\${value}`;
      }

      if (opts.posix === true && value === '!' && prev.value === '[') {
        value = '^';
      }

      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * If we're inside a quoted string, continue
     * until we reach the closing double quote.
     */

    if (state.quotes === 1 && value !== '"') {
      value = utils.escapeRegex(value);
      prev.value += value;
      append({ value });
      continue;
    }

    /**
     * Double quotes
     */

    if (value === '"') {
      state.quotes = state.quotes === 1 ? 0 : 1;
      if (opts.keepQuotes === true) {
        push({ type: 'text', value });
      }
      continue;
    }

    /**
     * Parentheses
     */

    if (value === '(') {
      increment('parens');
      push({ type: 'paren', value });
      continue;
    }

    if (value === ')') {
      if (state.parens === 0 && opts.strictBrackets === true) {
        throw new SyntaxError(syntaxError('opening', '('));
      }

      const extglob = extglobs[extglobs.length - 1];
      if (extglob && state.parens === extglob.parens + 1) {
        extglobClose(extglobs.pop());
        continue;
      }

      push({ type: 'paren', value, output: state.parens ? ')' : '\\)' });
      decrement('parens');
      continue;
    }

    /**
     * Square brackets
     */

    if (value === '[') {
      if (opts.nobracket === true || !remaining().includes(']')) {
        if (opts.nobracket !== true && opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('closing', ']'));
        }

        value = `\\${value}`;
      } else {
        increment('brackets');
      }

      push({ type: 'bracket', value });
      continue;
    }

    if (value === ']') {
      if (opts.nobracket === true || (prev && prev.type === 'bracket' && prev.value.length === 1)) {
        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      if (state.brackets === 0) {
        if (opts.strictBrackets === true) {
          throw new SyntaxError(syntaxError('opening', '['));
        }

        push({ type: 'text', value, output: `\\${value}` });
        continue;
      }

      decrement('brackets');

      const prevValue = prev.value.slice(1);
      if (prev.posix !== true && prevValue[0] === '^' && !prevValue.includes('/')) {
        value = `/${value}`;
      }

      prev.value += value;
      append({ value });

      // when literal brackets are explicitly disabled
      // assume we should match with a regex character class
      if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
        continue;
      }

      const escaped = utils.escapeRegex(prev.value);
      state.output = state.output.slice(0, -prev.value.length);

      // when literal brackets are explicitly enabled
      // assume we should escape the brackets to match literal characters
      if (opts.literalBrackets === true) {
        state.output += escaped;
        prev.value = escaped;
        continue;
      }

      // when the user specifies nothing, try to match both
      prev.value = `(${capture}${escaped}|${prev.value})`;
      state.output += prev.value;
      continue;
    }

    /**
     * Braces
     */

    if (value === '{' && opts.nobrace !== true) {
      increment('braces');

      const open = {
        type: 'brace',
        value,
        output: '(',
        outputIndex: state.output.length,
        tokensIndex: state.tokens.length
      };

      braces.push(open);
      push(open);
      continue;
    }

    if (value === '}') {
      const brace = braces[braces.length - 1];

      if (opts.nobrace === true || !brace) {
        push({ type: 'text', value, output: value });
        continue;
      }

      let output = ')';

      if (brace.dots === true) {
        const arr = tokens.slice();
        const range = [];

        for (let i = arr.length - 1; i >= 0; i--) {
          tokens.pop();
          if (arr[i].type === 'brace') {
            break;
          }
          if (arr[i].type !== 'dots') {
            range.unshift(arr[i].value);
          }
        }

        output = expandRange(range, opts);
        state.backtrack = true;
      }

      if (brace.comma !== true && brace.dots !== true) {
        const out = state.output.slice(0, brace.outputIndex);
        const toks = state.tokens.slice(brace.tokensIndex);
        brace.value = brace.output = '\\{';
        value = output = '\\}';
        state.output = out;
        for (const t of toks) {
          state.output += (t.output || t.value);
        }
      }

      push({ type: 'brace', value, output });
      decrement('braces');
      braces.pop();
      continue;
    }

    /**
     * Pipes
     */

    if (value === '|') {
      if (extglobs.length > 0) {
        extglobs[extglobs.length - 1].conditions++;
      }
      push({ type: 'text', value });
      continue;
    }

    /**
     * Commas
     */

    if (value === ',') {
      let output = value;

      const brace = braces[braces.length - 1];
      if (brace && stack[stack.length - 1] === 'braces') {
        brace.comma = true;
        output = '|';
      }

      push({ type: 'comma', value, output });
      continue;
    }

    /**
     * Slashes
     */

    if (value === '/') {
      // if the beginning of the glob is "./", advance the start
      // to the current index, and don't add the "./" characters
      // to the state. This greatly simplifies lookbehinds when
      // checking for BOS characters like "!" and "." (not "./")
      if (prev.type === 'dot' && state.index === state.start + 1) {
        state.start = state.index + 1;
        state.consumed = '';
        state.output = '';
        tokens.pop();
        prev = bos; // reset "prev" to the first token
        continue;
      }

      push({ type: 'slash', value, output: SLASH_LITERAL });
      continue;
    }

    /**
     * Dots
     */

    if (value === '.') {
      if (state.braces > 0 && prev.type === 'dot') {
        if (prev.value === '.') prev.output = DOT_LITERAL;
        const brace = braces[braces.length - 1];
        prev.type = 'dots';
        prev.output += value;
        prev.value += value;
        brace.dots = true;
        continue;
      }

      if ((state.braces + state.parens) === 0 && prev.type !== 'bos' && prev.type !== 'slash') {
        push({ type: 'text', value, output: DOT_LITERAL });
        continue;
      }

      push({ type: 'dot', value, output: DOT_LITERAL });
      continue;
    }

    /**
     * Question marks
     */

    if (value === '?') {
      const isGroup = prev && prev.value === '(';
      if (!isGroup && opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('qmark', value);
        continue;
      }

      if (prev && prev.type === 'paren') {
        const next = peek();
        let output = value;

        if ((prev.value === '(' && !/[!=<:]/.test(next)) || (next === '<' && !/<([!=]|\w+>)/.test(remaining()))) {
          output = `\\${value}`;
        }

        push({ type: 'text', value, output });
        continue;
      }

      if (opts.dot !== true && (prev.type === 'slash' || prev.type === 'bos')) {
        push({ type: 'qmark', value, output: QMARK_NO_DOT });
        continue;
      }

      push({ type: 'qmark', value, output: QMARK });
      continue;
    }

    /**
     * Exclamation
     */

    if (value === '!') {
      if (opts.noextglob !== true && peek() === '(') {
        if (peek(2) !== '?' || !/[!=<:]/.test(peek(3))) {
          extglobOpen('negate', value);
          continue;
        }
      }

      if (opts.nonegate !== true && state.index === 0) {
        negate();
        continue;
      }
    }

    /**
     * Plus
     */

    if (value === '+') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        extglobOpen('plus', value);
        continue;
      }

      if ((prev && prev.value === '(') || opts.regex === false) {
        push({ type: 'plus', value, output: PLUS_LITERAL });
        continue;
      }

      if ((prev && (prev.type === 'bracket' || prev.type === 'paren' || prev.type === 'brace')) || state.parens > 0) {
        push({ type: 'plus', value });
        continue;
      }

      push({ type: 'plus', value: PLUS_LITERAL });
      continue;
    }

    /**
     * Plain text
     */

    if (value === '@') {
      if (opts.noextglob !== true && peek() === '(' && peek(2) !== '?') {
        push({ type: 'at', extglob: true, value, output: '' });
        continue;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Plain text
     */

    if (value !== '*') {
      if (value === '$' || value === '^') {
        value = `\\${value}`;
      }

      const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
      if (match) {
        value += match[0];
        state.index += match[0].length;
      }

      push({ type: 'text', value });
      continue;
    }

    /**
     * Stars
     */

    if (prev && (prev.type === 'globstar' || prev.star === true)) {
      prev.type = 'star';
      prev.star = true;
      prev.value += value;
      prev.output = star;
      state.backtrack = true;
      state.globstar = true;
      consume(value);
      continue;
    }

    let rest = remaining();
    if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
      extglobOpen('star', value);
      continue;
    }

    if (prev.type === 'star') {
      if (opts.noglobstar === true) {
        consume(value);
        continue;
      }

      const prior = prev.prev;
      const before = prior.prev;
      const isStart = prior.type === 'slash' || prior.type === 'bos';
      const afterStar = before && (before.type === 'star' || before.type === 'globstar');

      if (opts.bash === true && (!isStart || (rest[0] && rest[0] !== '/'))) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      const isBrace = state.braces > 0 && (prior.type === 'comma' || prior.type === 'brace');
      const isExtglob = extglobs.length && (prior.type === 'pipe' || prior.type === 'paren');
      if (!isStart && prior.type !== 'paren' && !isBrace && !isExtglob) {
        push({ type: 'star', value, output: '' });
        continue;
      }

      // strip consecutive `/**/`
      while (rest.slice(0, 3) === '/**') {
        const after = input[state.index + 4];
        if (after && after !== '/') {
          break;
        }
        rest = rest.slice(3);
        consume('/**', 3);
      }

      // A globstar followed only by balanced closing parens is at the logical end of patterns like
      // `test(/utils/**)` and `test?(/utils/**)`. Treat it as EOS so the trailing `/**` can match its
      // parent path, except in negated extglobs where that would change the exclusion semantics.
      const isEnd = eos() || (
        state.parens > 0
        && rest === ')'.repeat(state.parens)
        && !extglobs.some(extglob => extglob.type === 'negate')
      );

      if (prior.type === 'bos' && eos()) {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = globstar(opts);
        state.output = prev.output;
        state.globstar = true;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && !afterStar && isEnd) {
        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = globstar(opts) + (opts.strictSlashes ? ')' : '|$)');
        prev.value += value;
        state.globstar = true;
        state.output += prior.output + prev.output;
        consume(value);
        continue;
      }

      if (prior.type === 'slash' && prior.prev.type !== 'bos' && rest[0] === '/') {
        const end = rest[1] !== void 0 ? '|$' : '';

        state.output = state.output.slice(0, -(prior.output + prev.output).length);
        prior.output = `(?:${prior.output}`;

        prev.type = 'globstar';
        prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
        prev.value += value;

        state.output += prior.output + prev.output;
        state.globstar = true;

        consume(value + advance());

        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      if (prior.type === 'bos' && rest[0] === '/') {
        prev.type = 'globstar';
        prev.value += value;
        prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
        state.output = prev.output;
        state.globstar = true;
        consume(value + advance());
        push({ type: 'slash', value: '/', output: '' });
        continue;
      }

      // remove single star from output
      state.output = state.output.slice(0, -prev.output.length);

      // reset previous token to globstar
      prev.type = 'globstar';
      prev.output = globstar(opts);
      prev.value += value;

      // reset output with globstar
      state.output += prev.output;
      state.globstar = true;
      consume(value);
      continue;
    }

    const token = { type: 'star', value, output: star };

    if (opts.bash === true) {
      token.output = '.*?';
      if (prev.type === 'bos' || prev.type === 'slash') {
        token.output = nodot + token.output;
      }
      push(token);
      continue;
    }

    if (prev && (prev.type === 'bracket' || prev.type === 'paren') && opts.regex === true) {
      token.output = value;
      push(token);
      continue;
    }

    if (state.index === state.start || prev.type === 'slash' || prev.type === 'dot') {
      if (prev.type === 'dot') {
        state.output += NO_DOT_SLASH;
        prev.output += NO_DOT_SLASH;

      } else if (opts.dot === true) {
        state.output += NO_DOTS_SLASH;
        prev.output += NO_DOTS_SLASH;

      } else {
        state.output += nodot;
        prev.output += nodot;
      }

      if (peek() !== '*') {
        state.output += ONE_CHAR;
        prev.output += ONE_CHAR;
      }
    }

    push(token);
  }

  while (state.brackets > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ']'));
    state.output = utils.escapeLast(state.output, '[');
    decrement('brackets');
  }

  while (state.parens > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', ')'));
    state.output = utils.escapeLast(state.output, '(');
    decrement('parens');
  }

  while (state.braces > 0) {
    if (opts.strictBrackets === true) throw new SyntaxError(syntaxError('closing', '}'));
    state.output = utils.escapeLast(state.output, '{');
    decrement('braces');
  }

  if (opts.strictSlashes !== true && (prev.type === 'star' || prev.type === 'bracket')) {
    push({ type: 'maybe_slash', value: '', output: `${SLASH_LITERAL}?` });
  }

  // rebuild the output if we had to backtrack at any point
  if (state.backtrack === true) {
    state.output = '';

    for (const token of state.tokens) {
      state.output += token.output != null ? token.output : token.value;

      if (token.suffix) {
        state.output += token.suffix;
      }
    }
  }

  return state;
};

/**
 * Fast paths for creating regular expressions for common glob patterns.
 * This can significantly speed up processing and has very little downside
 * impact when none of the fast paths match.
 */

parse.fastpaths = (input, options) => {
  const opts = { ...options };
  const max = typeof opts.maxLength === 'number' ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
  const len = input.length;
  if (len > max) {
    throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
  }

  input = REPLACEMENTS[input] || input;

  // create constants based on platform, for windows or posix
  const {
    DOT_LITERAL,
    SLASH_LITERAL,
    ONE_CHAR,
    DOTS_SLASH,
    NO_DOT,
    NO_DOTS,
    NO_DOTS_SLASH,
    STAR,
    START_ANCHOR
  } = constants.globChars(opts.windows);

  const nodot = opts.dot ? NO_DOTS : NO_DOT;
  const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
  const capture = opts.capture ? '' : '?:';
  const state = { negated: false, prefix: '' };
  let star = opts.bash === true ? '.*?' : STAR;

  if (opts.capture) {
    star = `(${star})`;
  }

  const globstar = opts => {
    if (opts.noglobstar === true) return star;
    return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
  };

  const create = str => {
    switch (str) {
      case '*':
        return `${nodot}${ONE_CHAR}${star}`;

      case '.*':
        return `${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*.*':
        return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '*/*':
        return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;

      case '**':
        return nodot + globstar(opts);

      case '**/*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;

      case '**/*.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;

      case '**/.*':
        return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;

      default: {
        const match = /^(.*?)\.(\w+)$/.exec(str);
        if (!match) return;

        const source = create(match[1]);
        if (!source) return;

        return source + DOT_LITERAL + match[2];
      }
    }
  };

  const output = utils.removePrefix(input, state);
  let source = create(output);

  if (source && opts.strictSlashes !== true) {
    source += `${SLASH_LITERAL}?`;
  }

  return source;
};

module.exports = parse;


/***/ }),

/***/ 8016:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const scan = __nccwpck_require__(1781);
const parse = __nccwpck_require__(8265);
const utils = __nccwpck_require__(4059);
const constants = __nccwpck_require__(5595);
const isObject = val => val && typeof val === 'object' && !Array.isArray(val);

/**
 * Creates a matcher function from one or more glob patterns. The
 * returned function takes a string to match as its first argument,
 * and returns true if the string is a match. The returned matcher
 * function also takes a boolean as the second argument that, when true,
 * returns an object with additional information.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch(glob[, options]);
 *
 * const isMatch = picomatch('*.!(*a)');
 * console.log(isMatch('a.a')); //=> false
 * console.log(isMatch('a.b')); //=> true
 *
 * // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
 * const picomatch = require('picomatch/posix');
 * // the same API, defaulting to posix paths
 * const isMatch = picomatch('a/*');
 * console.log(isMatch('a\\b')); //=> false
 * console.log(isMatch('a/b')); //=> true
 *
 * // you can still configure the matcher function to accept windows paths
 * const isMatch = picomatch('a/*', { options: windows });
 * console.log(isMatch('a\\b')); //=> true
 * console.log(isMatch('a/b')); //=> true
 * ```
 * @name picomatch
 * @param {String|Array} `globs` One or more glob patterns.
 * @param {Object=} `options`
 * @return {Function=} Returns a matcher function.
 * @api public
 */

const picomatch = (glob, options, returnState = false) => {
  if (Array.isArray(glob)) {
    const fns = glob.map(input => picomatch(input, options, returnState));
    const arrayMatcher = str => {
      for (const isMatch of fns) {
        const state = isMatch(str);
        if (state) return state;
      }
      return false;
    };
    return arrayMatcher;
  }

  const isState = isObject(glob) && glob.tokens && glob.input;

  if (glob === '' || (typeof glob !== 'string' && !isState)) {
    throw new TypeError('Expected pattern to be a non-empty string');
  }

  const opts = options || {};
  const posix = opts.windows;
  const regex = isState
    ? picomatch.compileRe(glob, options)
    : picomatch.makeRe(glob, options, false, true);

  const state = regex.state;
  delete regex.state;

  let isIgnored = () => false;
  if (opts.ignore) {
    const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
    isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
  }

  const matcher = (input, returnObject = false) => {
    const { isMatch, match, output } = picomatch.test(input, regex, options, { glob, posix });
    const result = { glob, state, regex, posix, input, output, match, isMatch };

    if (typeof opts.onResult === 'function') {
      opts.onResult(result);
    }

    if (isMatch === false) {
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (isIgnored(input)) {
      if (typeof opts.onIgnore === 'function') {
        opts.onIgnore(result);
      }
      result.isMatch = false;
      return returnObject ? result : false;
    }

    if (typeof opts.onMatch === 'function') {
      opts.onMatch(result);
    }
    return returnObject ? result : true;
  };

  if (returnState) {
    matcher.state = state;
  }

  return matcher;
};

/**
 * Test `input` with the given `regex`. This is used by the main
 * `picomatch()` function to test the input string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.test(input, regex[, options]);
 *
 * console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
 * // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp} `regex`
 * @return {Object} Returns an object with matching info.
 * @api public
 */

picomatch.test = (input, regex, options, { glob, posix } = {}) => {
  if (typeof input !== 'string') {
    throw new TypeError('Expected input to be a string');
  }

  if (input === '') {
    return { isMatch: false, output: '' };
  }

  const opts = options || {};
  const format = opts.format || (posix ? utils.toPosixSlashes : null);
  let match = input === glob;
  let output = (match && format) ? format(input) : input;

  if (match === false) {
    output = format ? format(input) : input;
    match = output === glob;
  }

  if (match === false || opts.capture === true) {
    if (opts.matchBase === true || opts.basename === true) {
      match = picomatch.matchBase(input, regex, options, posix);
    } else {
      match = regex.exec(output);
    }
  }

  return { isMatch: Boolean(match), match, output };
};

/**
 * Match the basename of a filepath.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.matchBase(input, glob[, options]);
 * console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
 * ```
 * @param {String} `input` String to test.
 * @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
 * @return {Boolean}
 * @api public
 */

picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
  const regex = glob instanceof RegExp ? glob : picomatch.makeRe(glob, options);
  return regex.test(utils.basename(input, { windows: posix }));
};

/**
 * Returns true if **any** of the given glob `patterns` match the specified `string`.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.isMatch(string, patterns[, options]);
 *
 * console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
 * console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
 * ```
 * @param {String|Array} str The string to test.
 * @param {String|Array} patterns One or more glob patterns to use for matching.
 * @param {Object} [options] See available [options](#options).
 * @return {Boolean} Returns true if any patterns match `str`
 * @api public
 */

picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);

/**
 * Parse a glob pattern to create the source string for a regular
 * expression.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const result = picomatch.parse(pattern[, options]);
 * ```
 * @param {String} `pattern`
 * @param {Object} `options`
 * @return {Object} Returns an object with useful properties and output to be used as a regex source string.
 * @api public
 */

picomatch.parse = (pattern, options) => {
  if (Array.isArray(pattern)) return pattern.map(p => picomatch.parse(p, options));
  return parse(pattern, { ...options, fastpaths: false });
};

/**
 * Scan a glob pattern to separate the pattern into segments.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.scan(input[, options]);
 *
 * const result = picomatch.scan('!./foo/*.js');
 * console.log(result);
 * { prefix: '!./',
 *   input: '!./foo/*.js',
 *   start: 3,
 *   base: 'foo',
 *   glob: '*.js',
 *   isBrace: false,
 *   isBracket: false,
 *   isGlob: true,
 *   isExtglob: false,
 *   isGlobstar: false,
 *   negated: true }
 * ```
 * @param {String} `input` Glob pattern to scan.
 * @param {Object} `options`
 * @return {Object} Returns an object with
 * @api public
 */

picomatch.scan = (input, options) => scan(input, options);

/**
 * Compile a regular expression from the `state` object returned by the
 * [parse()](#parse) method.
 *
 * ```js
 * const picomatch = require('picomatch');
 * const state = picomatch.parse('*.js');
 * // picomatch.compileRe(state[, options]);
 *
 * console.log(picomatch.compileRe(state));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {Object} `state`
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
 * @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
 * @return {RegExp}
 * @api public
 */

picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
  if (returnOutput === true) {
    return state.output;
  }

  const opts = options || {};
  const prepend = opts.contains ? '' : '^';
  const append = opts.contains ? '' : '$';

  let source = `${prepend}(?:${state.output})${append}`;
  if (state && state.negated === true) {
    source = `^(?!${source}).*$`;
  }

  const regex = picomatch.toRegex(source, options);
  if (returnState === true) {
    regex.state = state;
  }

  return regex;
};

/**
 * Create a regular expression from a parsed glob pattern.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.makeRe(state[, options]);
 *
 * const result = picomatch.makeRe('*.js');
 * console.log(result);
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `state` The object returned from the `.parse` method.
 * @param {Object} `options`
 * @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
 * @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
 * @return {RegExp} Returns a regex created from the given pattern.
 * @api public
 */

picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
  if (!input || typeof input !== 'string') {
    throw new TypeError('Expected a non-empty string');
  }

  let parsed = { negated: false, fastpaths: true };

  if (options.fastpaths !== false && (input[0] === '.' || input[0] === '*')) {
    parsed.output = parse.fastpaths(input, options);
  }

  if (!parsed.output) {
    parsed = parse(input, options);
  }

  return picomatch.compileRe(parsed, options, returnOutput, returnState);
};

/**
 * Create a regular expression from the given regex source string.
 *
 * ```js
 * const picomatch = require('picomatch');
 * // picomatch.toRegex(source[, options]);
 *
 * const { output } = picomatch.parse('*.js');
 * console.log(picomatch.toRegex(output));
 * //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
 * ```
 * @param {String} `source` Regular expression source string.
 * @param {Object} `options`
 * @return {RegExp}
 * @api public
 */

picomatch.toRegex = (source, options) => {
  try {
    const opts = options || {};
    return new RegExp(source, opts.flags || (opts.nocase ? 'i' : ''));
  } catch (err) {
    if (options && options.debug === true) throw err;
    return /$^/;
  }
};

/**
 * Picomatch constants.
 * @return {Object}
 */

picomatch.constants = constants;

/**
 * Expose "picomatch"
 */

module.exports = picomatch;


/***/ }),

/***/ 1781:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const utils = __nccwpck_require__(4059);
const {
  CHAR_ASTERISK,             /* * */
  CHAR_AT,                   /* @ */
  CHAR_BACKWARD_SLASH,       /* \ */
  CHAR_COMMA,                /* , */
  CHAR_DOT,                  /* . */
  CHAR_EXCLAMATION_MARK,     /* ! */
  CHAR_FORWARD_SLASH,        /* / */
  CHAR_LEFT_CURLY_BRACE,     /* { */
  CHAR_LEFT_PARENTHESES,     /* ( */
  CHAR_LEFT_SQUARE_BRACKET,  /* [ */
  CHAR_PLUS,                 /* + */
  CHAR_QUESTION_MARK,        /* ? */
  CHAR_RIGHT_CURLY_BRACE,    /* } */
  CHAR_RIGHT_PARENTHESES,    /* ) */
  CHAR_RIGHT_SQUARE_BRACKET  /* ] */
} = __nccwpck_require__(5595);

const isPathSeparator = code => {
  return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
};

const depth = token => {
  if (token.isPrefix !== true) {
    token.depth = token.isGlobstar ? Infinity : 1;
  }
};

/**
 * Quickly scans a glob pattern and returns an object with a handful of
 * useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
 * `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
 * with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
 *
 * ```js
 * const pm = require('picomatch');
 * console.log(pm.scan('foo/bar/*.js'));
 * { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
 * ```
 * @param {String} `str`
 * @param {Object} `options`
 * @return {Object} Returns an object with tokens and regex source string.
 * @api public
 */

const scan = (input, options) => {
  const opts = options || {};

  const length = input.length - 1;
  const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
  const slashes = [];
  const tokens = [];
  const parts = [];

  let str = input;
  let index = -1;
  let start = 0;
  let lastIndex = 0;
  let isBrace = false;
  let isBracket = false;
  let isGlob = false;
  let isExtglob = false;
  let isGlobstar = false;
  let braceEscaped = false;
  let backslashes = false;
  let negated = false;
  let negatedExtglob = false;
  let finished = false;
  let braces = 0;
  let prev;
  let code;
  let token = { value: '', depth: 0, isGlob: false };

  const eos = () => index >= length;
  const peek = () => str.charCodeAt(index + 1);
  const advance = () => {
    prev = code;
    return str.charCodeAt(++index);
  };

  while (index < length) {
    code = advance();
    let next;

    if (code === CHAR_BACKWARD_SLASH) {
      backslashes = token.backslashes = true;
      code = advance();

      if (code === CHAR_LEFT_CURLY_BRACE) {
        braceEscaped = true;
      }
      continue;
    }

    if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
      braces++;

      while (eos() !== true && (code = advance())) {
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          continue;
        }

        if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (braceEscaped !== true && code === CHAR_COMMA) {
          isBrace = token.isBrace = true;
          isGlob = token.isGlob = true;
          finished = true;

          if (scanToEnd === true) {
            continue;
          }

          break;
        }

        if (code === CHAR_RIGHT_CURLY_BRACE) {
          braces--;

          if (braces === 0) {
            braceEscaped = false;
            isBrace = token.isBrace = true;
            finished = true;
            break;
          }
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (code === CHAR_FORWARD_SLASH) {
      slashes.push(index);
      tokens.push(token);
      token = { value: '', depth: 0, isGlob: false };

      if (finished === true) continue;
      if (prev === CHAR_DOT && index === (start + 1)) {
        start += 2;
        continue;
      }

      lastIndex = index + 1;
      continue;
    }

    if (opts.noext !== true) {
      const isExtglobChar = code === CHAR_PLUS
        || code === CHAR_AT
        || code === CHAR_ASTERISK
        || code === CHAR_QUESTION_MARK
        || code === CHAR_EXCLAMATION_MARK;

      if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
        isGlob = token.isGlob = true;
        isExtglob = token.isExtglob = true;
        finished = true;
        if (code === CHAR_EXCLAMATION_MARK && index === start) {
          negatedExtglob = true;
        }

        if (scanToEnd === true) {
          let parens = 0;

          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }

            if (code === CHAR_LEFT_PARENTHESES) {
              parens++;
              continue;
            }

            if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
              finished = true;
              break;
            }
          }
          continue;
        }
        break;
      }
    }

    if (code === CHAR_ASTERISK) {
      if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_QUESTION_MARK) {
      isGlob = token.isGlob = true;
      finished = true;

      if (scanToEnd === true) {
        continue;
      }
      break;
    }

    if (code === CHAR_LEFT_SQUARE_BRACKET) {
      while (eos() !== true && (next = advance())) {
        if (next === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          advance();
          continue;
        }

        if (next === CHAR_RIGHT_SQUARE_BRACKET) {
          isBracket = token.isBracket = true;
          isGlob = token.isGlob = true;
          finished = true;
          break;
        }
      }

      if (scanToEnd === true) {
        continue;
      }

      break;
    }

    if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
      negated = token.negated = true;
      start++;
      continue;
    }

    if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
      isGlob = token.isGlob = true;

      if (scanToEnd === true) {
        let parens = 1;

        while (eos() !== true && (code = advance())) {
          if (code === CHAR_BACKWARD_SLASH) {
            backslashes = token.backslashes = true;
            advance();
            continue;
          }

          if (code === CHAR_LEFT_PARENTHESES) {
            parens++;
            continue;
          }

          if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
            finished = true;
            break;
          }
        }
        continue;
      }
      break;
    }

    if (isGlob === true) {
      finished = true;

      if (scanToEnd === true) {
        continue;
      }

      break;
    }
  }

  if (opts.noext === true) {
    isExtglob = false;
    isGlob = false;
  }

  let base = str;
  let prefix = '';
  let glob = '';

  if (start > 0) {
    prefix = str.slice(0, start);
    str = str.slice(start);
    lastIndex -= start;
  }

  if (base && isGlob === true && lastIndex > 0) {
    base = str.slice(0, lastIndex);
    glob = str.slice(lastIndex);
  } else if (isGlob === true) {
    base = '';
    glob = str;
  } else {
    base = str;
  }

  if (base && base !== '' && base !== '/' && base !== str) {
    if (isPathSeparator(base.charCodeAt(base.length - 1))) {
      base = base.slice(0, -1);
    }
  }

  if (opts.unescape === true) {
    if (glob) glob = utils.removeBackslashes(glob);

    if (base && backslashes === true) {
      base = utils.removeBackslashes(base);
    }
  }

  const state = {
    prefix,
    input,
    start,
    base,
    glob,
    isBrace,
    isBracket,
    isGlob,
    isExtglob,
    isGlobstar,
    negated,
    negatedExtglob
  };

  if (opts.tokens === true) {
    state.maxDepth = 0;
    if (!isPathSeparator(code)) {
      tokens.push(token);
    }
    state.tokens = tokens;
  }

  if (opts.parts === true || opts.tokens === true) {
    let prevIndex;

    for (let idx = 0; idx < slashes.length; idx++) {
      const n = prevIndex !== undefined ? prevIndex + 1 : start;
      const i = slashes[idx];
      const value = input.slice(n, i);
      if (opts.tokens) {
        if (idx === 0 && start !== 0) {
          tokens[idx].isPrefix = true;
          tokens[idx].value = prefix;
        } else {
          tokens[idx].value = value;
        }
        depth(tokens[idx]);
        state.maxDepth += tokens[idx].depth;
      }
      if (i >= start) {
        parts.push(value);
        prevIndex = i;
      }
    }

    const n = prevIndex !== undefined ? prevIndex + 1 : start;
    const value = input.slice(n);
    parts.push(value);

    if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
      tokens[tokens.length - 1].value = value;
      depth(tokens[tokens.length - 1]);
      state.maxDepth += tokens[tokens.length - 1].depth;
    }

    state.slashes = slashes;
    state.parts = parts;
  }

  return state;
};

module.exports = scan;


/***/ }),

/***/ 4059:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

/*global navigator*/


const {
  REGEX_BACKSLASH,
  REGEX_REMOVE_BACKSLASH,
  REGEX_SPECIAL_CHARS,
  REGEX_SPECIAL_CHARS_GLOBAL
} = __nccwpck_require__(5595);

exports.isObject = val => val !== null && typeof val === 'object' && !Array.isArray(val);
exports.hasRegexChars = str => REGEX_SPECIAL_CHARS.test(str);
exports.isRegexChar = str => str.length === 1 && exports.hasRegexChars(str);
exports.escapeRegex = str => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, '\\$1');
exports.toPosixSlashes = str => str.replace(REGEX_BACKSLASH, '/');

exports.isWindows = () => {
  if (typeof navigator !== 'undefined' && navigator.platform) {
    const platform = navigator.platform.toLowerCase();
    return platform === 'win32' || platform === 'windows';
  }

  if (typeof process !== 'undefined' && process.platform) {
    return process.platform === 'win32';
  }

  return false;
};

exports.removeBackslashes = str => {
  return str.replace(REGEX_REMOVE_BACKSLASH, match => {
    return match === '\\' ? '' : match;
  });
};

exports.escapeLast = (input, char, lastIdx) => {
  const idx = input.lastIndexOf(char, lastIdx);
  if (idx === -1) return input;
  if (input[idx - 1] === '\\') return exports.escapeLast(input, char, idx - 1);
  return `${input.slice(0, idx)}\\${input.slice(idx)}`;
};

exports.removePrefix = (input, state = {}) => {
  let output = input;
  if (output.startsWith('./')) {
    output = output.slice(2);
    state.prefix = './';
  }
  return output;
};

exports.wrapOutput = (input, state = {}, options = {}) => {
  const prepend = options.contains ? '' : '^';
  const append = options.contains ? '' : '$';

  let output = `${prepend}(?:${input})${append}`;
  if (state.negated === true) {
    output = `(?:^(?!${output}).*$)`;
  }
  return output;
};

exports.basename = (path, { windows } = {}) => {
  const segs = path.split(windows ? /[\\/]/ : '/');
  const last = segs[segs.length - 1];

  if (last === '') {
    return segs[segs.length - 2];
  }

  return last;
};


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7105);
/* harmony import */ var _runner_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2863);
// The entry point of the action. It exits explicitly once the log is written: a socket that a proxy
// left open would keep the process alive.


const code = await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.env, _runner_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m);
process.stdout.write("", () => process.exit(code));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// NAMESPACE OBJECT: ./build/runner/commands.js
var commands_namespaceObject = {};
__nccwpck_require__.r(commands_namespaceObject);
__nccwpck_require__.d(commands_namespaceObject, {
  annotate: () => (annotate),
  debug: () => (commands_debug),
  group: () => (commands_group),
  info: () => (commands_info),
  mask: () => (commands_mask),
  setOutput: () => (commands_setOutput),
  writeSummary: () => (writeSummary)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./build/model/secrets.js
var model_secrets = __nccwpck_require__(2115);
// EXTERNAL MODULE: ./build/model/version.js
var version = __nccwpck_require__(178);
// EXTERNAL MODULE: ./build/model/account.js
var model_account = __nccwpck_require__(741);
// EXTERNAL MODULE: ./build/model/equality.js
var equality = __nccwpck_require__(9440);
// EXTERNAL MODULE: ./build/model/format.js
var format = __nccwpck_require__(2359);
;// CONCATENATED MODULE: ./build/report/change.js


/** A field of a row as text; empty where it is none. */
function textOf(row, field) {
    const value = row[field];
    return typeof value === "string" ? value : "";
}
/** Of lists and mappings only what differs; of long texts what is around the first difference. */
function shownChange({ before, after }) {
    if (typeof before === "string" && typeof after === "string") {
        const [one, other] = aroundDifference(before, after);
        return { before: [one], after: [other], same: 0 };
    }
    const [olds, news] = [leaves(before), leaves(after)];
    const [oldSet, newSet] = [new Set(olds), new Set(news)];
    const gone = olds.filter((leaf) => !newSet.has(leaf));
    return {
        before: gone,
        after: news.filter((leaf) => !oldSet.has(leaf)),
        same: olds.length - gone.length,
    };
}
/** The value as texts: an element of a list, or `key: value` of a map, is one each. */
function leaves(value) {
    if ((0,equality/* isEmptyValue */.Po)(value))
        return [];
    if (Array.isArray(value))
        return value.map(leaf);
    if (typeof value === "object" && value !== null)
        return Object.entries(value).map(([key, inner]) => `${key}: ${leaf(inner)}`);
    return [leaf(value)];
}
/** The first of the texts, then how many more there are. */
function firstOf(texts, count) {
    const rest = texts.length - count;
    return rest <= 0 ? texts : [...texts.slice(0, count), `${(0,format/* formatCount */.B4)(rest)} more`];
}
function leaf(value) {
    return typeof value === "string" ? value : (0,equality/* canonicalJson */.dj)(value);
}
/**
 * Longer texts are cut where they are shown, so a difference further on must be brought to the
 * front.
 */
const SHOWN_WHOLE = 120;
const CONTEXT = 30;
function aroundDifference(one, other) {
    let same = 0;
    while (same < one.length && one[same] === other[same])
        same += 1;
    if (same <= SHOWN_WHOLE)
        return [one, other];
    const from = same - CONTEXT;
    return [`\u2026${one.slice(from)}`, `\u2026${other.slice(from)}`];
}

;// CONCATENATED MODULE: ./build/report/redaction.js
// What may be shown: the one place where personal values are masked and secrets are removed.
// Reporters take a ShownOutcome and nothing else, and only `show` can make one.




// Not exported: no other module can make a ShownOutcome without it.
const seal = Symbol("shown");
/**
 * The policy for the input `redact`. `accounts`: those of the rosters at this commit and at the
 * base of a pull request, which are as public as the repository.
 */
function redactionPolicy(redact, isPublic, accounts, key) {
    if (redact === "always")
        return { kind: "all", key };
    if (redact === "never" || !isPublic)
        return { kind: "none" };
    // Most runs have nothing to mask, and then need not look at every value.
    let known;
    return {
        kind: "foreign",
        known: () => {
            known ??= personalValues(accounts);
            return known;
        },
        key,
    };
}
const PERSONAL_FIELDS = model_account/* FIELDS */.cJ.filter(model_account/* isPersonalField */.fm);
function personalValues(accounts) {
    const known = new Set();
    for (const account of accounts) {
        for (const field of PERSONAL_FIELDS)
            addLeaves(account[field], known);
    }
    return known;
}
function addLeaves(value, into) {
    if (value === undefined)
        return;
    if (typeof value !== "object" || value === null)
        into.add(String(value));
    else {
        if (!Array.isArray(value))
            for (const key of Object.keys(value))
                into.add(key);
        for (const inner of Object.values(value))
            addLeaves(inner, into);
    }
}
/** The outcome as it may be shown. */
function show(outcome, policy, secrets) {
    return new Redactor(policy, secrets).outcome(outcome);
}
/** What is shown, with one more problem. */
function showProblem(shown, problem, policy, secrets) {
    const { kept, errors, warnings } = shown.problems;
    const { severity } = problem;
    return {
        ...shown,
        problems: {
            kept: [...kept, new Redactor(policy, secrets).problem(problem)],
            errors: errors + Number(severity === "error"),
            warnings: warnings + Number(severity === "warning"),
        },
    };
}
/** A masked value: its first character, `a\u2022\u2022\u2022`; of an email address both parts, `a\u2022\u2022\u2022@e\u2022\u2022\u2022`. */
function mask(field, value) {
    const first = firstCharacter(value);
    const domain = field === "externalUrl" ? undefined : /^[^@\s]+@([^@\s]+)$/.exec(value)?.[1];
    const isId = field === "uniqueId" || domain === undefined;
    return isId ? `${first}\u2022\u2022\u2022` : `${first}\u2022\u2022\u2022@${firstCharacter(domain)}\u2022\u2022\u2022`;
}
/**
 * The same with 8 hex digits of an HMAC-SHA-256, so that values can be told apart: `u\u2022\u2022\u2022#3f2a91c0`.
 */
function maskDistinct(field, value, key) {
    const digits = (0,external_node_crypto_.createHmac)("sha256", key).update(value, "utf8").digest("hex").slice(0, 8);
    return `${mask(field, value)}#${digits}`;
}
/** The first code point, never half of one. */
function firstCharacter(value) {
    const [first = ""] = value;
    return first;
}
/** How many different values both sides of a change have. */
function countOf({ before, after }) {
    return new Set([...leaves(before), ...leaves(after)]).size;
}
/** Why personal data is masked, by policy. */
const MASKED = {
    none: undefined,
    foreign: "this repository is public (redact: auto)",
    all: "redact is always",
};
class Redactor {
    #policy;
    #scrub;
    constructor(policy, secrets) {
        this.#policy = policy;
        this.#scrub = (0,model_secrets/* createScrubber */.H)(secrets);
    }
    outcome(outcome) {
        return {
            ...outcome,
            ...this.#ending(outcome),
            [seal]: true,
            maskedBecause: MASKED[this.#policy.kind],
            run: this.#run(outcome.run),
            problems: this.#problems(outcome.problems),
            violations: outcome.violations.map((one) => this.#violation(one)),
            resources: outcome.resources?.map((one) => this.#resource(one)),
            effect: outcome.effect?.map((one) => this.#effect(one)),
            effectViolations: outcome.effectViolations?.map((one) => this.#violation(one)),
            beyond: outcome.beyond?.map((one) => ({
                ...this.#effect(one),
                expired: one.expired.map((account) => this.#account(account)),
            })),
            exported: outcome.exported && {
                ...outcome.exported,
                files: outcome.exported.files.map((one) => this.#exportedFile(one)),
                exportFiles: outcome.exported.exportFiles.map((path) => this.#scrub(path)),
            },
            approvals: outcome.approvals && {
                ...outcome.approvals,
                file: this.#optional(outcome.approvals.file),
            },
            backup: this.#optional(outcome.backup),
            requests: outcome.requests.map((one) => ({
                ...one,
                resourceId: this.#optional(one.resourceId),
            })),
        };
    }
    #ending(ending) {
        switch (ending.outcome) {
            case "failed":
                return { ...ending, failures: ending.failures.map((one) => this.#message(one)) };
            case "superseded":
                return { ...ending, reason: this.#message(ending.reason) };
            default:
                return ending;
        }
    }
    #run(run) {
        return {
            ...run,
            repository: this.#optional(run.repository),
            ref: this.#optional(run.ref),
            actor: this.#optional(run.actor),
            serverUrl: this.#optional(run.serverUrl),
            url: this.#optional(run.url),
            workflowUrl: this.#optional(run.workflowUrl),
        };
    }
    #problems({ kept, errors, warnings }) {
        return { kept: kept.map((one) => this.problem(one)), errors, warnings };
    }
    problem(problem) {
        const { message, location } = problem;
        return {
            ...problem,
            message: this.#message(message),
            location: location && { ...location, file: this.#scrub(location.file) },
            account: this.#subject(problem.account),
        };
    }
    /** The account of this commit's roster that a problem is about. */
    #subject(account) {
        if (account === undefined || account === "defaults")
            return account;
        const { uniqueId, fullName } = account;
        const isMasked = this.#policy.kind === "all";
        return {
            uniqueId: uniqueId && (isMasked ? this.#id(uniqueId) : this.#scrub(uniqueId)),
            fullName: fullName && (isMasked ? this.#masked("fullName", fullName, false) : this.#scrub(fullName)),
        };
    }
    #violation(violation) {
        return {
            ...violation,
            resourceId: this.#optional(violation.resourceId),
            message: this.#message(violation.message),
            accounts: violation.accounts.map((id) => this.#id(id)),
        };
    }
    #resource(resource) {
        return {
            ...resource,
            ...this.#changes(resource),
            resourceId: this.#scrub(resource.resourceId),
            files: resource.files.map((file) => this.#scrub(file)),
            expired: resource.expired.map((one) => this.#account(one)),
            violations: resource.violations.map((one) => this.#violation(one)),
        };
    }
    #exportedFile({ path, resourceId, added, changed, takenOut, ...file }) {
        return {
            ...file,
            path: this.#scrub(path),
            resourceId: this.#scrub(resourceId),
            added: added.map((one) => ({ ...one, ...this.#account(one) })),
            changed: changed.map((one) => this.#changed(one)),
            takenOut: takenOut.map((one) => ({ ...one, ...this.#account(one) })),
        };
    }
    #effect(effect) {
        return { resourceId: this.#optional(effect.resourceId), ...this.#changes(effect) };
    }
    #changes({ added, removed, changed, rekeyed, deleted }) {
        return {
            added: added.map((one) => ({ ...one, ...this.#account(one) })),
            removed: removed.map((one) => ({ ...one, ...this.#account(one) })),
            changed: changed.map((one) => this.#changed(one)),
            rekeyed: rekeyed.map(({ from, to, fields }) => ({
                from: this.#id(from),
                to: this.#id(to),
                fields: fields.map((change) => this.#change(change)),
            })),
            deleted: deleted.map((one) => ({ ...one, ...this.#account(one) })),
        };
    }
    #changed(changed) {
        const fields = changed.fields.map((change) => this.#change(change));
        return { ...changed, ...this.#account(changed), fields };
    }
    #account({ uniqueId, account }) {
        return { uniqueId: this.#id(uniqueId), account: this.#row(account) };
    }
    /** Values that differ must not look equal. */
    #change({ field, before, after }) {
        const shown = (isDistinct) => ({
            field: this.#scrub(field),
            before: this.#value(field, before, isDistinct),
            after: this.#value(field, after, isDistinct),
        });
        const change = shown(false);
        return countOf(change) === countOf({ field, before, after }) ? change : shown(true);
    }
    #row(row) {
        const fields = this.#entries(row, (field, value) => [
            (0,model_account/* isField */.dt)(field) || !(0,model_account/* isPersonalField */.fm)(field) ? field : this.#masked(field, field, false),
            this.#value(field, value, false),
        ]);
        return { ...fields, uniqueId: this.#id(row.uniqueId) };
    }
    #id(uniqueId) {
        return this.#masked("uniqueId", uniqueId, true);
    }
    /** Lists by element; of objects the keys too. */
    #value(field, value, isDistinct) {
        if (value === null || value === undefined)
            return value;
        if (Array.isArray(value))
            return value.map((inner) => this.#value(field, inner, isDistinct));
        if (typeof value === "object") {
            return this.#entries(value, (key, inner) => [
                (0,model_account/* isPersonalField */.fm)(field) ? this.#masked(field, key, isDistinct) : key,
                this.#value(field, inner, isDistinct),
            ]);
        }
        if (typeof value === "string") {
            return (0,model_account/* isPersonalField */.fm)(field) ? this.#masked(field, value, isDistinct) : this.#scrub(value);
        }
        const text = String(value);
        // The first character of a number or a boolean may be all of it.
        if ((0,model_account/* isPersonalField */.fm)(field) && this.#isMasked(text)) {
            return isDistinct ? this.#masked("uniqueId", text, true).slice(1) : "\u2022\u2022\u2022";
        }
        return this.#scrub(text) === text ? value : this.#scrub(text);
    }
    /** Maps the entries of an object. Masked keys that look equal get a number. */
    #entries(object, map) {
        const mapped = new Map();
        for (const [key, value] of Object.entries(object)) {
            const [shownKey, shownValue] = map(key, value);
            const clean = this.#scrub(shownKey);
            mapped.set(mapped.has(clean) ? `${clean}${mapped.size + 1}` : clean, shownValue);
        }
        return Object.fromEntries(mapped);
    }
    /** A personal value as it may be shown. */
    #masked(field, value, isDistinct) {
        const policy = this.#policy;
        if (policy.kind === "none" || !this.#isMasked(value))
            return this.#scrub(value);
        return isDistinct ? maskDistinct(field, value, policy.key) : mask(field, value);
    }
    /** Masks quoted values. What a server said is left out, since it may contain any of them. */
    #message(message) {
        return message.map((part) => {
            if (typeof part === "string")
                return this.#scrub(part);
            if ("reply" in part) {
                return this.#policy.kind === "none"
                    ? { reply: this.#scrub(part.reply) }
                    : "(not quoted: personal data is hidden)";
            }
            return { ...part, quoted: this.#quoted(part) };
        });
    }
    #quoted({ quoted, field, origin }) {
        const isPersonal = field !== undefined && (0,model_account/* isPersonalField */.fm)(field);
        const isOfThisCommit = this.#policy.kind === "foreign" && origin === "roster";
        if (!isPersonal || isOfThisCommit)
            return this.#scrub(quoted);
        return this.#masked(field, quoted, field === "uniqueId");
    }
    #isMasked(value) {
        switch (this.#policy.kind) {
            case "none":
                return false;
            case "all":
                return true;
            case "foreign":
                return !this.#policy.known().has(value);
        }
    }
    #optional(text) {
        return text === undefined ? undefined : this.#scrub(text);
    }
}

// EXTERNAL MODULE: ./build/model/errors.js
var errors = __nccwpck_require__(2011);
// EXTERNAL MODULE: ./build/model/message.js
var model_message = __nccwpck_require__(497);
// EXTERNAL MODULE: ./build/model/ports.js
var ports = __nccwpck_require__(1954);
;// CONCATENATED MODULE: ./build/run/attempt.js
// The one catch: whatever ends a run by an error becomes a failure that is reported.



/** Runs the pipeline. Never rejects. */
async function attempt(pipeline, progress) {
    try {
        return await pipeline();
    }
    catch (error) {
        return { outcome: "failed", failures: [explain(error, progress)] };
    }
}
function explain(error, progress) {
    if (error instanceof ports/* VantaError */.vd)
        return (0,model_message/* msg */.ab) `${error.explanation} Nothing was sent.`;
    if (error instanceof ports/* Cancelled */.cJ)
        return (0,model_message/* msg */.ab) `The run was cancelled. Nothing was sent.`;
    // Only where it came from: the message may quote anything, and the debug log is not redacted.
    const frames = error instanceof Error ? (error.stack ?? "").split("\n") : [];
    for (const frame of frames.filter((line) => /^\s+at /.test(line)))
        progress.debug(frame);
    return (0,model_message/* msg */.ab) `Unexpected error: ${(0,model_message/* reply */.Tm)((0,errors/* errorMessage */.g)(error))}. Run again with debug logging, and please report it.`;
}

// EXTERNAL MODULE: ./build/plan/plan.js + 3 modules
var plan_plan = __nccwpck_require__(2826);
;// CONCATENATED MODULE: ./build/plan/effect.js
// The effect of a pull request: its roster against that of the commit it started from, without
// Vanta. Drift that was there before is not part of it.


/**
 * What a plan changes besides the effect of a pull request, by account and field. Accounts that
 * expire belong to no pull request.
 */
function changesBeyond(plans, effects) {
    return plans.map((plan) => {
        const { resourceId, expired } = plan;
        const effect = effects.find((one) => one.resourceId === resourceId);
        return { resourceId, expired, ...subtract(plan, effect ?? NO_CHANGES) };
    });
}
const NO_CHANGES = { added: [], removed: [], changed: [], rekeyed: [], deleted: [] };
function subtract(plan, effect) {
    const isNew = outsideOf(effect.added);
    const isLeft = outsideOf([...effect.removed, ...effect.deleted]);
    const own = new Map(effect.changed.map(({ uniqueId, fields }) => [uniqueId, fields]));
    const added = plan.added.filter(isNew);
    const removed = plan.removed.filter(isLeft);
    const ids = new Set([...removed, ...added].map(({ uniqueId }) => uniqueId));
    return {
        added,
        removed,
        changed: plan.changed.flatMap((one) => {
            const fields = one.fields.filter((change) => !isAmong(change, own.get(one.uniqueId) ?? []));
            return fields.length === 0 ? [] : [{ ...one, fields }];
        }),
        rekeyed: plan.rekeyed.filter(({ from, to }) => ids.has(from) && ids.has(to)),
        deleted: plan.deleted.filter(isLeft),
    };
}
function outsideOf(accounts) {
    const ids = new Set(accounts.map(({ uniqueId }) => uniqueId));
    return ({ uniqueId }) => !ids.has(uniqueId);
}
/** Whether the pull request sets the field to the same value, whatever it was before. */
function isAmong({ field, after }, own) {
    return own.some((change) => change.field === field && (0,equality/* sameValue */.eE)(field, change.after, after));
}
/**
 * What the change from `base` to `own` does to each resource, in order of resource ID. A roster
 * that only one side has counts as empty on the other.
 */
function planEffect(base, own, retention) {
    const before = new Map(base.map((roster) => [roster.resourceId, roster]));
    const after = new Map(own.map((roster) => [roster.resourceId, roster]));
    const resourceIds = [...new Set([...before.keys(), ...after.keys()])];
    // By code units, and without an ID last.
    return resourceIds.sort().map((resourceId) => {
        const rows = before.get(resourceId)?.entries.map(({ account }) => account) ?? [];
        const desired = after.get(resourceId) ?? { entries: [], forget: new Set() };
        return { resourceId, ...(0,plan_plan/* planChanges */.X)(rows, desired, retention) };
    });
}

;// CONCATENATED MODULE: ./build/model/outcome.js
// The outcome of a run: how it ended, and what it found out. run/ builds it, the reports read it.

/** The guards, in the order in which they are checked. */
const GUARD_CODES = (/* unused pure expression or super */ null && ([
    "empty-roster",
    "max-removals",
    "max-removals-per-day",
    "max-access-changes",
    "plan-changed",
    "public-repository",
    "empty-vanta",
]));
/** Whether the step passes. */
function passes(outcome) {
    return !["invalid", "failed", "blocked", "drifted"].includes(outcome.outcome);
}
/** Whether anything is added, removed, changed or deleted. */
function isChange({ added, removed, changed, deleted }) {
    return added.length + removed.length + changed.length + deleted.length > 0;
}
/** Whether what someone may do or how they sign in changes, or they return to ACTIVE. */
function isAccessChange(fields) {
    return fields.some(({ field, after }) => (0,model_account/* isAccessField */.DB)(field) || (field === "status" && after === "ACTIVE"));
}
/** Whether the plan is not empty; undefined without a plan. */
function hasChanges(outcome) {
    return outcome.resources?.some(isChange);
}

// EXTERNAL MODULE: ./build/plan/allowance.js
var allowance = __nccwpck_require__(8904);
;// CONCATENATED MODULE: ./build/plan/guards.js
// What a plan must not do without a person's approval. The only place that can make what the writer
// takes: `approve` seals the whole plan, or returns what is against it, and nothing can be sent.




// Not exported: no other module can make an Approved without it.
const guards_seal = Symbol("approved");
/** Checks every guard on every resource. All resources are approved together, or none is. */
function approve(plan, limits, approval) {
    const waivedBy = waiver(plan.digest, approval);
    const tripped = [
        ...plan.resources.flatMap(({ entries, resourceId }) => checkEmpty(entries.length, limits, resourceId)),
        ...checkLimits(plan.resources, limits),
    ];
    const violations = tripped.map((violation) => ({ ...violation, waivedBy }));
    const { approvedPlan } = approval;
    const isOther = approvedPlan !== undefined && approvedPlan !== plan.digest;
    if (isOther && plan.resources.some(isChange)) {
        violations.push(planChanged(plan.digest, approvedPlan));
    }
    if (violations.some(isInForce))
        return { violations };
    return { violations, approved: plan.resources.map(sealed) };
}
/** Whether a violation stops the run. */
function isInForce(violation) {
    return violation.waivedBy === undefined;
}
/** The guard that needs no plan: a roster without accounts. */
function checkEmpty(accounts, { allowEmpty }, resourceId) {
    if (accounts > 0 || allowEmpty)
        return [];
    const message = (0,model_message/* msg */.ab) `The roster has no accounts, so every account would be removed. If this is intended, set allow-empty: true.`;
    return [{ code: "empty-roster", resourceId, message, accounts: [] }];
}
/**
 * The guards with limits. A percentage is of each resource, a count of all resources together. A
 * violation of the whole run names a resource only where there is one.
 */
function checkLimits(plans, limits) {
    return LIMITED.flatMap((guard) => {
        const allowed = guard.limitsIn(limits);
        const tallies = plans.map((plan) => ({ resourceId: plan.resourceId, ...guard.tally(plan) }));
        const ofEach = tallies.flatMap((tally) => {
            const limit = exceeded(tally, (0,allowance/* ofKind */.CZ)(allowed, "percent"));
            return limit === undefined ? [] : [violationOf(guard, tally, limit, tally.resourceId)];
        });
        const [only] = tallies;
        if (only === undefined)
            return ofEach;
        const all = tallies.length === 1 ? only : sumOf(tallies);
        const limit = exceeded(all, (0,allowance/* ofKind */.CZ)(allowed, "count"));
        if (limit === undefined || (tallies.length === 1 && ofEach.length > 0))
            return ofEach;
        return [...ofEach, violationOf(guard, all, limit, all.resourceId)];
    });
}
const NO_CAUSES = { left: 0, deactivated: 0, cannotBeSent: 0, earlier: 0 };
const LIMITED = [
    {
        code: "max-removals",
        limitsIn: ({ maxRemovals }) => maxRemovals,
        tally: tallyRemovals,
        describe: ({ accounts, whole, causes }) => (0,model_message/* msg */.ab) `${accounts.length} of ${whole} ACTIVE accounts would be removed (${removalCauses(causes)})`,
    },
    {
        code: "max-removals-per-day",
        limitsIn: ({ maxRemovalsPerDay }) => maxRemovalsPerDay,
        tally: (plan) => {
            const { accounts, whole, causes, applies } = tallyRemovals(plan);
            const now = new Set(accounts);
            const earlier = plan.recentlyRemoved.filter((uniqueId) => !now.has(uniqueId));
            return {
                accounts: [...accounts, ...earlier],
                whole: whole + earlier.length,
                causes: { ...causes, earlier: earlier.length },
                applies,
            };
        },
        describe: ({ accounts, whole, causes }) => (0,model_message/* msg */.ab) `${accounts.length} of ${whole} accounts would be removed within 24 hours (${removalCauses(causes)}, ${causes.earlier} before this plan)`,
    },
    {
        code: "max-access-changes",
        limitsIn: ({ maxAccessChanges }) => maxAccessChanges,
        tally: tallyAccessChanges,
        describe: ({ accounts, whole }) => (0,model_message/* msg */.ab) `The access of ${accounts.length} of ${whole} accounts would change (email, permission level, sign-in, MFA, or back to ACTIVE)`,
    },
];
function tallyRemovals({ removed, changed, deleted, current, incomplete }) {
    const cannotBeSent = new Set(incomplete);
    const left = removed.filter(({ uniqueId }) => !cannotBeSent.has(uniqueId));
    const deactivated = changed.filter(isDeactivation);
    const lost = deleted.filter(({ why }) => why === "cannot-carry");
    const accounts = [...removed, ...deactivated, ...lost].map(({ uniqueId }) => uniqueId);
    return {
        accounts,
        whole: current.filter(model_account/* isActive */.$m).length,
        causes: {
            ...NO_CAUSES,
            left: left.length,
            deactivated: deactivated.length,
            cannotBeSent: incomplete.length + lost.length,
        },
        applies: accounts.length > 0,
    };
}
function removalCauses({ left, deactivated, cannotBeSent }) {
    const sent = cannotBeSent === 0 ? "" : `, ${cannotBeSent} cannot be sent`;
    return `${left} left the roster, ${deactivated} set to DEACTIVATED${sent}`;
}
/** A re-keyed pair is one account, compared field by field. */
function tallyAccessChanges({ changed, rekeyed, current }) {
    const pairs = rekeyed.filter(({ fields }) => fields.some(({ field }) => (0,model_account/* isAccessField */.DB)(field)));
    const ids = changed
        .filter(({ fields }) => isAccessChange(fields))
        .map(({ uniqueId }) => uniqueId);
    return {
        accounts: [...ids, ...pairs.map(({ to }) => to)],
        whole: current.length,
        causes: NO_CAUSES,
        applies: true,
    };
}
/** A change to DEACTIVATED in the roster, which is as much a removal as leaving it. */
function isDeactivation({ fields }) {
    return fields.some(({ field, after }) => field === "status" && after === "DEACTIVATED");
}
/** The first limit that the accounts exceed. */
function exceeded({ accounts, whole, applies }, limits) {
    if (!applies)
        return undefined;
    return limits.find((limit) => accounts.length > (0,allowance/* allowance */.nB)(limit, whole));
}
function sumOf(tallies) {
    const sum = (of) => tallies.reduce((total, tally) => total + of(tally), 0);
    return {
        resourceId: undefined,
        accounts: tallies.flatMap(({ accounts }) => accounts),
        whole: sum(({ whole }) => whole),
        causes: {
            left: sum(({ causes }) => causes.left),
            deactivated: sum(({ causes }) => causes.deactivated),
            cannotBeSent: sum(({ causes }) => causes.cannotBeSent),
            earlier: sum(({ causes }) => causes.earlier),
        },
        applies: tallies.some(({ applies }) => applies),
    };
}
function violationOf(guard, tally, limit, resourceId) {
    const { accounts, whole } = tally;
    const allowed = (0,allowance/* allowance */.nB)(limit, whole);
    const inWords = limit.kind === "count" ? `${allowed}` : `${allowed} (${limit.value}% of ${whole}, rounded up)`;
    return {
        code: guard.code,
        resourceId,
        counted: { accounts: accounts.length, whole, limit: allowed },
        message: (0,model_message/* msg */.ab) `${guard.describe(tally)}, and ${guard.code} allows ${inWords}.`,
        accounts,
    };
}
function waiver(digest, { approvedPlan, approvalsFile }) {
    if (approvedPlan === digest)
        return "approved-plan";
    return approvalsFile.has(digest) ? "approvals-file" : undefined;
}
function planChanged(digest, approved) {
    return {
        code: "plan-changed",
        message: (0,model_message/* msg */.ab) `approved-plan is ${approved}, but the plan of this run is ${digest}: the roster or Vanta changed since it was approved. Review this plan and approve its digest.`,
        accounts: [],
    };
}
function sealed(plan) {
    return { [guards_seal]: true, resourceId: plan.resourceId, resources: plan.resources, plan };
}

;// CONCATENATED MODULE: ./build/plan/overview.js
// The roster at a glance: accounts by permission level and status, and sign-ins without MFA.

/** Counts the accounts of a run. */
function overviewOf(accounts) {
    const count = (level, status) => accounts.filter((one) => one.permissionLevel === level && one.status === status).length;
    return {
        accounts: Object.fromEntries(model_account/* PERMISSION_LEVELS */.eO.map((level) => [
            level,
            Object.fromEntries(model_account/* STATUSES */.f.map((status) => [status, count(level, status)])),
        ])),
        withoutMfa: accounts.filter(isWithoutMfa).length,
    };
}
function isWithoutMfa({ status, authMethod, mfaEnabled, mfaMethods }) {
    const hasMfa = mfaEnabled && mfaMethods.some(model_account/* isSecondFactor */.G$);
    return status === "ACTIVE" && authMethod !== "SSO" && !hasMfa;
}

;// CONCATENATED MODULE: ./build/run/build-outcome.js



/** The outcome of a run that ended so. */
function buildOutcome(state, ending, facts) {
    const accounts = state.rosters?.flatMap(({ entries }) => entries.map(({ account }) => account));
    return {
        ...facts,
        mode: state.mode,
        modeReason: state.modeReason,
        problems: state.problems,
        accounts: accounts?.length,
        overview: accounts && overviewOf(accounts),
        digest: state.plan?.digest,
        violations: (state.guards?.violations ?? []).filter(isInForce),
        effect: state.effect?.map(toEffect),
        effectViolations: state.effectViolations,
        beyond: state.effect && state.plan && changesBeyond(state.plan.resources, state.effect),
        approvals: givenApprovals(state),
        resources: state.plan?.resources.map((plan) => toResource(plan, state)),
        exported: state.exported,
        backup: state.backup,
        ...ending,
    };
}
function toEffect(effect) {
    const { resourceId, added, removed, changed, rekeyed, deleted } = effect;
    return { resourceId, added, removed, changed, rekeyed, deleted };
}
function givenApprovals({ approval, approvalsPath, plan }) {
    const line = plan && approval?.approvalsFile.get(plan.digest);
    return { plan: approval?.approvedPlan, file: approvalsPath, line };
}
function toResource(plan, state) {
    const { guards, isSending, results, rosters } = state;
    const { resourceId, added, removed, changed, rekeyed, deleted, expired } = plan;
    const result = results?.find((one) => one.resourceId === resourceId);
    return {
        resourceId,
        files: rosters?.find((one) => one.resourceId === resourceId)?.files ?? [],
        current: plan.current.length,
        desired: plan.entries.length,
        added,
        removed,
        changed,
        rekeyed,
        deleted,
        expired,
        unchanged: plan.unchanged,
        refreshed: plan.refreshed,
        carried: plan.carried.length,
        deferred: plan.deferred,
        sent: plan.resources.length,
        violations: (guards?.violations ?? []).filter((one) => isAbout(one, resourceId)),
        synced: result?.synced ?? (isSending ? "unknown" : "no"),
        verified: result?.verified ?? false,
        notAsSent: result?.notAsSent,
    };
}
/** Whether a violation is about this resource, or about the accounts of all of them. */
function isAbout({ resourceId, code }, id) {
    return resourceId === id || (resourceId === undefined && code !== "plan-changed");
}

// EXTERNAL MODULE: ./build/model/problem.js
var problem = __nccwpck_require__(9241);
// EXTERNAL MODULE: ./build/model/problem-codes.js
var problem_codes = __nccwpck_require__(4722);
;// CONCATENATED MODULE: ./build/plan/active-elsewhere.js
// Removed accounts of people who are still ACTIVE in the roster of another resource of the run:
// they may have been moved by mistake.

/** Finds them, ignoring the case of emails. */
function findActiveElsewhere(plans) {
    const leaving = plans.flatMap(({ resourceId, removed }) => removed.map(({ uniqueId, account }) => ({ resourceId, uniqueId, email: account["email"] })));
    if (plans.length < 2 || leaving.length === 0)
        return [];
    const active = plans.map(({ resourceId, entries }) => ({
        resourceId,
        emails: new Set(entries
            .filter(({ account }) => (0,model_account/* isActive */.$m)(account))
            .map(({ account }) => account.email.toLowerCase())),
    }));
    return leaving.flatMap(({ resourceId, uniqueId, email }) => {
        if (typeof email !== "string")
            return [];
        const other = active.find((one) => one.resourceId !== resourceId && one.emails.has(email.toLowerCase()));
        return other === undefined ? [] : [{ from: resourceId, uniqueId, to: other.resourceId }];
    });
}

;// CONCATENATED MODULE: ./build/model/limits.js
// The limits that a plan must stay within, and the approvals that let it exceed them.
/** The form of a plan digest: the SHA-256 of a plan's effect. */
const DIGEST = /^sha256:[0-9a-f]{64}$/;

;// CONCATENATED MODULE: ./build/plan/approvals.js
// The approvals file: digests of plans that may exceed the limits, one per line, reviewed in the
// repository like any other change.



/**
 * The digests of an approvals file, each with its first line (1-based); `#` begins a comment. A
 * line that is not a digest is an error at its position. Its text is not quoted: a file that was
 * named by mistake may have secrets.
 */
function parseApprovals(file, content, problems) {
    const digests = new Map();
    const lines = content.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
        const entry = line.replace(/#.*/, "").trim();
        if (DIGEST.test(entry))
            digests.set(entry, digests.get(entry) ?? index + 1);
        else if (entry !== "") {
            const location = { file, line: index + 1, column: line.indexOf(entry) + 1 };
            const message = (0,model_message/* msg */.ab) `This line is not a plan digest. Write "sha256:" and 64 hex digits, as the summary of a blocked plan shows them; "#" begins a comment.`;
            problems.add((0,problem/* makeProblem */.km)("invalid-approval", message, location));
        }
    }
    return digests;
}

// EXTERNAL MODULE: ./build/roster/parse.js + 2 modules
var parse = __nccwpck_require__(6958);
// EXTERNAL MODULE: ./build/model/order.js
var order = __nccwpck_require__(4634);
// EXTERNAL MODULE: ./build/plan/rows.js
var plan_rows = __nccwpck_require__(8693);
;// CONCATENATED MODULE: ./build/sync/read-back.js
// What Vanta has after a PUT against what was sent: this decides whether a sync took place.





/** Compares rows (deleted ones included) with the accounts sent, in every field that was sent. */
function compareWithSent(sent, rows) {
    const live = new Map((0,plan_rows/* liveRows */.Y6)(rows).map((row) => [row.uniqueId, row]));
    const known = new Set(rows.map(({ uniqueId }) => uniqueId));
    const sentIds = new Set(sent.map(({ uniqueId }) => uniqueId));
    const returned = model_account/* FIELDS */.cJ.filter((field) => rows.some((row) => field in row));
    const differing = [];
    for (const account of sent) {
        const fields = differingFields(account, live.get(account.uniqueId), returned);
        if (fields.length > 0)
            differing.push({ uniqueId: account.uniqueId, fields });
    }
    const absent = [...sentIds].filter((uniqueId) => !live.has(uniqueId)).sort(order/* compareText */.n6);
    const extra = [...live.keys()].filter((uniqueId) => !sentIds.has(uniqueId));
    return {
        missing: absent.filter((uniqueId) => !known.has(uniqueId)),
        deleted: absent.filter((uniqueId) => known.has(uniqueId)),
        different: differing.sort(order/* byUniqueId */.m5),
        extra: [...new Set([...extra, ...liveTwice(rows)])].sort(order/* compareText */.n6),
        notCompared: model_account/* FIELDS */.cJ.filter((field) => !returned.includes(field) && sent.some((account) => field in account)),
    };
}
function differingFields(account, row, returned) {
    if (row === undefined)
        return [];
    return returned.filter((field) => 
    // Activity that was not sent may be Vanta's own.
    (field in account || !model_account/* ACCOUNT_FIELDS */.ai[field].activity) &&
        !(0,equality/* sameValue */.eE)(field, account[field], row[field]));
}
/** Whether Vanta has exactly what was sent, as far as it can be compared. */
function isExact(differences) {
    return countDifferences(differences) === 0;
}
/** How many accounts are not as they were sent. */
function countDifferences({ missing, deleted, different, extra }) {
    return missing.length + deleted.length + different.length + extra.length;
}
/** Whether the rows are the same accounts with the same values. */
function isSame(before, after) {
    return isExact(compareWithSent(before, after));
}
/** Whether some live row was written again: its `updatedAt` is newer. */
function isNewer(before, after) {
    const old = new Map(before.map((row) => [row.uniqueId, updatedAt(row)]));
    return (0,plan_rows/* liveRows */.Y6)(after).some((row) => {
        const [was, is] = [old.get(row.uniqueId), updatedAt(row)];
        return was !== undefined && is !== undefined && is > was;
    });
}
function updatedAt(row) {
    return (0,equality/* instantIn */.VC)(row["updatedAt"]);
}
/** `uniqueId`s of more than one live row. */
function liveTwice(rows) {
    const seen = new Set();
    return rows.filter(plan_rows/* isLive */.DG).flatMap(({ uniqueId }) => {
        const isTwice = seen.has(uniqueId);
        seen.add(uniqueId);
        return isTwice ? [uniqueId] : [];
    });
}
/** How many accounts a message names of each kind. */
const NAMED = 10;
/** The differences in words, naming the first of each kind. */
function describeDifferences(differences) {
    const { missing, deleted, different, extra } = differences;
    const kinds = [
        list("missing", missing.map(quoteId)),
        list("deleted", deleted.map(quoteId)),
        list("different", different.map(({ uniqueId, fields }) => (0,model_message/* msg */.ab) `${quoteId(uniqueId)} (${fields.join(", ")})`)),
        list("there but not sent", extra.map(quoteId)),
    ];
    return (0,model_message/* joinMessages */.hw)(kinds.filter((one) => one.length > 0), "; ");
}
/** External: rows that are kept for leavers were sent too, and are not in the roster. */
function quoteId(uniqueId) {
    return (0,model_message/* msg */.ab) `${(0,model_message/* quoteExternal */.Qp)(uniqueId, "uniqueId")}`;
}
function list(kind, names) {
    if (names.length === 0)
        return [];
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
    return (0,model_message/* msg */.ab) `${names.length} ${kind}: ${(0,model_message/* joinMessages */.hw)(names.slice(0, NAMED), ", ")}${more}`;
}

;// CONCATENATED MODULE: ./build/sync/send.js
// The PUTs of a sync: each resource once, whole, in order, until something says to stop.


/** Thrown into a PUT that must not be repeated. */
class Stopped extends Error {
    name = "Stopped";
}
/** Sends every resource. Never throws for what Vanta, GitHub or a signal does. */
async function sendAll(approved, environment) {
    const { signal, checkNewest } = environment;
    const puts = [];
    let stop = signal.aborted ? undefined : await checkNewest();
    let skipped;
    const beforeRepeat = async () => {
        stop = signal.aborted ? undefined : await checkNewest();
        if (stop !== undefined)
            throw new Stopped();
    };
    for (const one of approved) {
        if (stop !== undefined)
            skipped ??= { kind: "skipped" };
        const state = skipped ?? (await send(one, environment, beforeRepeat));
        puts.push({ approved: one, state });
        skipped ??= skipAfter(state);
    }
    return { puts, stop };
}
async function send(approved, { writer, signal }, beforeRepeat) {
    const cancelled = {
        kind: "skipped",
        why: (0,model_message/* msg */.ab) `the run was cancelled before it was sent`,
    };
    if (signal.aborted)
        return cancelled;
    try {
        await writer.replace(approved, beforeRepeat);
        return { kind: "accepted" };
    }
    catch (error) {
        if (error instanceof Stopped)
            return { kind: "skipped" };
        if (error instanceof ports/* Cancelled */.cJ)
            return cancelled;
        if (!(error instanceof ports/* VantaError */.vd))
            throw error;
        const kinds = { none: "refused", denied: "denied", unknown: "unclear" };
        return { kind: kinds[error.effect], error };
    }
}
/** The state of all further PUTs, where the credentials were refused or this one was skipped. */
function skipAfter(state) {
    if (state.kind === "accepted")
        return undefined;
    if (state.kind === "skipped")
        return state;
    if (!isAboutCredentials(state.error))
        return undefined;
    return { kind: "skipped", why: (0,model_message/* msg */.ab) `Vanta had refused the credentials before it was sent` };
}
/** Whether Vanta refused the credentials, so that no other request can succeed. */
function isAboutCredentials({ status }) {
    return status === 401 || status === 403;
}

;// CONCATENATED MODULE: ./build/sync/settle.js



/** Compares what was read back with what was sent. */
function toReadBack({ resources }, rows) {
    return { rows, differences: compareWithSent(resources, rows) };
}
/**
 * Decides what is known. `isOverwritten`: the PUT to another resource may have changed this one
 * afterwards.
 */
function settle({ approved, state }, readBack, isOverwritten) {
    switch (state.kind) {
        case "skipped":
            return {
                ...failed(approved, "no"),
                failure: state.why && (0,model_message/* msg */.ab) `Resource ${id(approved)} was not sent: ${state.why}.`,
            };
        case "accepted":
            return settleAccepted(approved, readBack, isOverwritten);
        case "refused":
        case "denied":
            return settleRefused(approved, state.error, readBack, isOverwritten);
        case "unclear":
            return settleUnclear(approved, state.error, readBack, isOverwritten);
    }
}
function settleAccepted(approved, readBack, isOverwritten) {
    if (readBack === undefined || "unread" in readBack) {
        const message = (0,model_message/* msg */.ab) `Resource ${id(approved)} was synced, but could not be read back: ${readBack?.unread ?? "it was not read."}`;
        return synced(approved, [(0,problem/* makeProblem */.km)("read-back-failed", message)]);
    }
    const { differences } = readBack;
    if (isExact(differences))
        return verified(approved, differences, []);
    // Rows as before are more likely a list that lags.
    const isBefore = isSame(approved.plan.current, readBack.rows);
    if (isOverwritten && !isBefore && isTaken(approved, differences)) {
        const accepted = (0,model_message/* msg */.ab) `Vanta accepted the accounts of resource ${id(approved)}.`;
        return {
            ...failed(approved, "unknown"),
            failure: sentences(accepted, taken(approved, differences)),
        };
    }
    const message = (0,model_message/* msg */.ab) `Vanta accepted the accounts of resource ${id(approved)}, but the read-back is not exactly what was sent: ${describeDifferences(differences)}. Another writer to this resource, or Vanta itself, may have changed them.`;
    return {
        ...synced(approved, [(0,problem/* makeProblem */.km)("read-back-differs", message)]),
        notAsSent: countDifferences(differences),
    };
}
/** Vanta said no, so the rows should be as before; only what contradicts that is reported. */
function settleRefused(approved, error, readBack, isOverwritten) {
    const problems = refusedAccount(approved, error);
    const before = approved.plan.current;
    if (readBack === undefined)
        return { ...failed(approved, "unknown"), failure: error.explanation, problems };
    if ("rows" in readBack && isSame(before, readBack.rows)) {
        return { ...failed(approved, "no"), failure: error.explanation, problems };
    }
    if ("unread" in readBack) {
        const unread = (0,model_message/* msg */.ab) `It could not be read back: ${readBack.unread}`;
        return {
            ...failed(approved, "unknown"),
            failure: sentences(error.explanation, unread),
            problems,
        };
    }
    const { differences } = readBack;
    if (isExact(differences)) {
        const found = (0,model_message/* msg */.ab) `The read-back found everything that was sent nevertheless.`;
        return { ...failed(approved, "yes"), failure: sentences(error.explanation, found), problems };
    }
    const changed = compareWithSent(before, readBack.rows);
    const wasTaken = isOverwritten && before.length > 0 && countLost(changed) === before.length;
    const found = wasTaken ? taken(approved, changed) : neither(differences);
    return { ...failed(approved, "unknown"), failure: sentences(error.explanation, found), problems };
}
/** The read-back shows whether the PUT took effect. Where it does not, it may still do so. */
function settleUnclear(approved, error, readBack, isOverwritten) {
    const unknown = (...found) => ({
        ...failed(approved, "unknown"),
        failure: sentences(error.explanation, ...found),
    });
    if (readBack === undefined)
        return unknown();
    if ("unread" in readBack) {
        return unknown((0,model_message/* msg */.ab) `Whether it took effect is not known: the read-back failed too. ${readBack.unread}`);
    }
    const before = approved.plan.current;
    const { differences } = readBack;
    if (isExact(differences)) {
        if (!isInEffect(approved, readBack.rows)) {
            return unknown((0,model_message/* msg */.ab) `Vanta had these accounts before, so the read-back does not show whether they were written again.`);
        }
        const message = sentences(error.explanation, (0,model_message/* msg */.ab) `The read-back found everything that was sent, so the sync took place.`);
        return verified(approved, differences, [(0,problem/* makeProblem */.km)("put-unclear", message)]);
    }
    if (isSame(before, readBack.rows)) {
        return unknown((0,model_message/* msg */.ab) `The read-back found the accounts as they were before. It may still take effect.`);
    }
    return unknown(isOverwritten && isTaken(approved, differences)
        ? taken(approved, differences)
        : neither(differences));
}
/**
 * Whether rows that are as sent show that the PUT took effect: they were not there, or are newer.
 */
function isInEffect({ plan, resources }, rows) {
    return !isExact(compareWithSent(resources, plan.current)) || isNewer(plan.current, rows);
}
function neither(differences) {
    return (0,model_message/* msg */.ab) `The read-back found neither the old accounts nor those sent: ${describeDifferences(differences)}.`;
}
/** A PUT that replaces the accounts of a whole application leaves none of another resource. */
function isTaken({ resources }, differences) {
    return resources.length > 0 && countLost(differences) === resources.length;
}
function countLost({ missing, deleted }) {
    return missing.length + deleted.length;
}
function taken(approved, differences) {
    return (0,model_message/* msg */.ab) `The PUT to another resource of this run took accounts of resource ${id(approved)} away (${describeDifferences(differences)}). Vanta replaces all accounts of one application: create one Vanta application for each resource, and sync each with its own credentials.`;
}
/** The account that Vanta named: at its line in the roster, or by name where it is a kept row. */
function refusedAccount({ plan, resources }, { element, explanation }) {
    if (element === undefined)
        return [];
    const entry = plan.entries[element];
    if (entry !== undefined)
        return [(0,problem/* makeProblem */.km)("refused-by-vanta", explanation, entry.location)];
    const row = resources[element];
    if (row === undefined)
        return [];
    const whose = (0,model_message/* msg */.ab) `Vanta refused the account ${(0,model_message/* quoteExternal */.Qp)(row.uniqueId, "uniqueId")}, which is not in the roster and was still sent as DEACTIVATED.`;
    return [(0,problem/* makeProblem */.km)("refused-by-vanta", sentences(whose, explanation))];
}
function verified({ resourceId }, { notCompared }, problems) {
    const result = { resourceId, synced: "yes", verified: true, notAsSent: 0 };
    if (notCompared.length === 0)
        return { ...result, problems };
    const message = (0,model_message/* msg */.ab) `Vanta returns no value of ${notCompared.join(", ")} for any account of resource ${(0,model_message/* quoteExternal */.Qp)(resourceId)}, so the read-back could not compare it.`;
    return { ...result, problems: [...problems, (0,problem/* makeProblem */.km)("not-compared", message)] };
}
function synced({ resourceId }, problems) {
    return { resourceId, synced: "yes", verified: false, problems };
}
function failed({ resourceId }, state) {
    return { resourceId, synced: state, verified: false, problems: [] };
}
function sentences(...messages) {
    return (0,model_message/* joinMessages */.hw)(messages, " ");
}
function id({ resourceId }) {
    return (0,model_message/* msg */.ab) `${(0,model_message/* quoteExternal */.Qp)(resourceId)}`;
}

;// CONCATENATED MODULE: ./build/sync/sync.js
// The approved plan \u2192 Vanta: one PUT for each resource, then the read-back of each.





/**
 * Sends every resource, once and whole, then reads each back. Never throws for what Vanta, GitHub
 * or a signal does.
 */
async function syncResources(approved, environment) {
    const { puts, stop } = await sendAll(approved, environment);
    const results = [];
    for (const [index, put] of puts.entries()) {
        // An accepted PUT can only be overwritten by later ones, a refused one by any.
        const others = isAnswered(put.state) ? puts.slice(index + 1) : puts;
        const isOverwritten = others.some(({ state }) => isAnswered(state));
        results.push(settle(put, await readBack(put, environment), isOverwritten));
    }
    return { results, stop };
}
/** Whether a PUT may have changed something. */
function isAnswered({ kind }) {
    return kind === "accepted" || kind === "unclear" || kind === "denied";
}
/** How often a resource is read, and how long Vanta gets in between to show what it was sent. */
const MAX_READS = 3;
const PAUSE_MS = 2_000;
/** Reads a resource until it shows what its PUT should have led to, or often enough. */
async function readBack({ approved, state }, { reader, clock, progress, signal }) {
    if (state.kind === "skipped")
        return undefined;
    try {
        for (let read = 1;; read += 1) {
            if (signal.aborted)
                throw new ports/* Cancelled */.cJ();
            const found = toReadBack(approved, await reader.list(approved.resourceId));
            if (read === MAX_READS || isExpected(approved, state, found))
                return found;
            progress.info(`Resource ${approved.resourceId} is not as expected yet; reading again in 2 s.`);
            await clock.sleep(PAUSE_MS, signal);
        }
    }
    catch (error) {
        if (error instanceof ports/* Cancelled */.cJ)
            return { unread: (0,model_message/* msg */.ab) `The run was cancelled.` };
        if (error instanceof ports/* VantaError */.vd)
            return { unread: error.explanation };
        throw error;
    }
}
function isExpected(approved, { kind }, { rows, differences }) {
    if (kind === "refused" || kind === "denied")
        return isSame(approved.plan.current, rows);
    return isExact(differences) && (kind === "accepted" || isInEffect(approved, rows));
}

// EXTERNAL MODULE: ./build/run/list-all.js
var list_all = __nccwpck_require__(9374);
;// CONCATENATED MODULE: ./build/run/run.js
// The pipeline: roster files \u2192 rosters \u2192 current accounts \u2192 plan \u2192 guards \u2192 sync. Each stage is a
// call that stores what it returns in the state; each early end is a line.















/**
 * Runs the pipeline to its end. Throws what the world does to it: VantaError, Cancelled, and
 * unexpected errors.
 */
async function run(task, settings, environment, state) {
    if (task.mode === "export") {
        // Loaded here, since it brings in the general parsers, which few other runs need.
        const { runExport } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(547), __nccwpck_require__.e(132)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3132));
        return runExport(task, settings, environment, state);
    }
    if (task.mode === "validate") {
        const read = await readFiles(parse/* parseRosters */.C, settings, environment, state);
        if (read === undefined)
            return { outcome: "invalid" };
        await findEffect(read.rosters, settings, environment, state);
        warnOfLimits(settings, state);
        return validate(read.rosters, settings, environment, state);
    }
    const read = await readFiles(parse/* parseAddressedRosters */.z, settings, environment, state);
    if (read === undefined)
        return { outcome: "invalid" };
    await findEffect(read.rosters, settings, environment, state);
    const checkNewest = createNewestCheck(task.mode, read.paths, environment, state.problems);
    const stop = await checkNewest();
    if (stop !== undefined)
        return endOf(stop, settings, state.problems);
    const inputs = await (0,list_all/* listAll */._)(read.rosters, task.reader, environment.progress);
    const plan = (0,plan_plan/* planAll */.n)(inputs, { ...settings, now: environment.clock.now() });
    state.plan = plan;
    warnOfPlan(plan, state.problems);
    const guards = approve(plan, settings, read.approval);
    state.guards = guards;
    noteNothingToApply(plan, read.approval, state.problems);
    environment.showPlan(state);
    if (settings.expectNoChanges && plan.resources.some(isChange))
        return { outcome: "drifted" };
    if (guards.approved === undefined)
        return { outcome: "blocked" };
    if (task.mode === "plan")
        return { outcome: "planned" };
    if ((await environment.confirm?.()) === false)
        return { outcome: "planned" };
    const unsaved = await saveBackups(plan, environment, state);
    if (unsaved !== undefined)
        return { outcome: "failed", failures: [unsaved] };
    state.isSending = true;
    const synced = await syncResources(guards.approved, { ...environment, ...task, checkNewest });
    state.results = synced.results;
    return endOfSync(synced, settings, environment.signal, state.problems);
}
/** Reads rosters and approvals. Undefined where they are not valid. */
async function readFiles(parse, settings, environment, state) {
    const { problems } = state;
    const warnedBefore = problems.warnings;
    const files = await environment.readRoster(problems);
    const options = { resourceId: settings.resourceId, now: environment.clock.now() };
    const rosters = await parse(files, options, problems);
    state.rosters = rosters;
    if (rosters !== undefined) {
        const accounts = rosters.reduce((sum, { entries }) => sum + entries.length, 0);
        environment.progress.info(`Read ${(0,format/* pluralize */.td)(accounts, "account")} from ${(0,format/* pluralize */.td)(files.length, "file")}.`);
    }
    const approval = await readApproval(settings, environment, problems);
    state.approval = approval;
    state.approvalsPath = settings.approvalsFile;
    if (rosters === undefined || problems.errors > 0)
        return undefined;
    if (settings.failOnWarnings && problems.warnings > warnedBefore)
        return undefined;
    const paths = files.flatMap(({ path, links = [] }) => [path, ...links]);
    if (settings.approvalsFile !== undefined)
        paths.push(settings.approvalsFile);
    return { rosters, approval, paths };
}
async function readApproval({ approvedPlan, approvalsFile }, { readText }, problems) {
    if (approvalsFile === undefined)
        return { approvedPlan, approvalsFile: new Map() };
    const file = await readText(approvalsFile, "approvals-file", problems);
    if (file.kind === "text") {
        return {
            approvedPlan,
            approvalsFile: parseApprovals(approvalsFile, file.text, problems),
        };
    }
    if (file.kind === "missing") {
        const message = (0,model_message/* msg */.ab) `approvals-file: ${(0,model_message/* quote */.hD)(approvalsFile)} does not exist, so no plan is approved by it.`;
        problems.add((0,problem/* makeProblem */.km)("no-approvals-file", message));
    }
    return { approvedPlan, approvalsFile: new Map() };
}
/** Finds what this pull request itself changes. A base that cannot be read is only a notice. */
async function findEffect(own, settings, { readBase, clock }, state) {
    if (readBase === undefined)
        return;
    const now = clock.now();
    try {
        const files = await readBase();
        // Before the first roster there was none: everyone in it is added.
        const options = { resourceId: settings.resourceId, now };
        const base = files.length === 0 ? [] : await (0,parse/* parseRosters */.C)(files, options, (0,problem/* collectProblems */.vX)());
        if (base === undefined) {
            const message = (0,model_message/* msg */.ab) `The roster of the base commit is not valid, so the effect of this pull request is not shown.`;
            state.problems.add((0,problem/* makeProblem */.km)("base-unreadable", message));
            return;
        }
        state.base = base;
        state.effect = planEffect(base, own, { ...settings, now });
    }
    catch (error) {
        if (!(error instanceof ports/* GitHubError */.y_))
            throw error;
        const message = (0,model_message/* msg */.ab) `The effect of this pull request is not shown: ${error.explanation}`;
        state.problems.add((0,problem/* makeProblem */.km)("base-unreadable", message));
    }
}
/** Without Vanta, a pull request can only be warned of limits that its own effect exceeds. */
function warnOfLimits(settings, state) {
    const { effect = [], problems } = state;
    const violations = [];
    for (const violation of checkLimits(effect, settings)) {
        const { code, message } = violation;
        if (!isLimit(code))
            continue;
        violations.push(violation);
        problems.add((0,problem/* makeProblem */.km)(code, (0,model_message/* msg */.ab) `A sync of this change would be blocked: ${message}`));
    }
    state.effectViolations = violations;
}
/** Whether a guard has a limit, and so a problem with its code. */
function isLimit(code) {
    return code in problem_codes/* PROBLEM_CODES */.z;
}
function validate(rosters, settings, environment, state) {
    const violations = rosters.flatMap(({ resourceId, entries }) => checkEmpty(entries.length, settings, resourceId));
    state.guards = { violations };
    environment.showPlan(state);
    return { outcome: violations.length > 0 ? "blocked" : "valid" };
}
/** Makes the check whether this commit still has the newest roster; only a sync needs it. */
function createNewestCheck(mode, paths, { checkFreshness, mustBeNewest }, problems) {
    return async () => {
        if (mode !== "sync" || checkFreshness === undefined)
            return undefined;
        try {
            const freshness = await checkFreshness(paths);
            return freshness.superseded ? { kind: "superseded", reason: freshness.reason } : undefined;
        }
        catch (error) {
            if (!(error instanceof ports/* GitHubError */.y_))
                throw error;
            if (mustBeNewest)
                return { kind: "failed", failure: mayBeOld(error) };
            const unknown = (0,model_message/* msg */.ab) `Whether this commit is still the newest roster is not known: ${error.explanation}`;
            problems.add((0,problem/* makeProblem */.km)("freshness-unknown", unknown));
            return undefined;
        }
    };
}
function mayBeOld(error) {
    return (0,model_message/* msg */.ab) `Whether this commit is still the newest roster is not known (${error.explanation}). An old roster could bring leavers back, so nothing more is sent on a re-run or after a workflow_run. Start a new run instead.`;
}
function endOf(stop, { approvedPlan }, problems) {
    if (stop.kind === "failed")
        return { outcome: "failed", failures: [stop.failure] };
    if (approvedPlan !== undefined) {
        const message = (0,model_message/* msg */.ab) `approved-plan: the approved plan was not sent, since a newer commit changed the roster.`;
        problems.add((0,problem/* makeProblem */.km)("approved-plan-not-sent", message));
    }
    return { outcome: "superseded", reason: stop.reason };
}
/** What a reviewer should know of a plan, although no guard looks at it. */
function warnOfPlan({ resources }, problems) {
    for (const { resourceId, incomplete, deleted } of resources) {
        const lost = deleted.filter(({ why }) => why === "cannot-carry");
        for (const uniqueId of [...incomplete, ...lost.map((one) => one.uniqueId)]) {
            const message = (0,model_message/* msg */.ab) `${(0,model_message/* quoteExternal */.Qp)(uniqueId, "uniqueId")} is not in the roster and cannot be sent as DEACTIVATED: Vanta's row (resource ${(0,model_message/* quoteExternal */.Qp)(resourceId)}) lacks a required field. It is left out.`;
            problems.add((0,problem/* makeProblem */.km)("cannot-carry", message));
        }
    }
    for (const { from, uniqueId, to } of findActiveElsewhere(resources)) {
        const message = (0,model_message/* msg */.ab) `${(0,model_message/* quoteExternal */.Qp)(uniqueId, "uniqueId")} leaves resource ${(0,model_message/* quoteExternal */.Qp)(from)}, but the same email is ACTIVE in the roster of resource ${(0,model_message/* quoteExternal */.Qp)(to)}. Check that this person should leave only one of the two.`;
        problems.add((0,problem/* makeProblem */.km)("active-elsewhere", message));
    }
}
function noteNothingToApply({ resources, digest }, { approvedPlan }, problems) {
    if (approvedPlan === undefined || approvedPlan === digest || resources.some(isChange))
        return;
    const message = (0,model_message/* msg */.ab) `approved-plan: there is nothing to apply, since this plan has no changes.`;
    problems.add((0,problem/* makeProblem */.km)("nothing-to-apply", message));
}
/** Writes the backup of every resource. Returns why one could not be written. */
async function saveBackups({ resources }, { saveBackup }, state) {
    // Loaded here, since the schemas of a roster take time to make and no other run needs them.
    const { renderBackup } = await __nccwpck_require__.e(/* import() */ 20).then(__nccwpck_require__.bind(__nccwpck_require__, 5020));
    for (const resource of resources) {
        const { parts, invalid } = renderBackup(resource);
        try {
            state.backup = saveBackup(resource.resourceId, parts);
        }
        catch (error) {
            const code = (0,errors/* systemCode */.x)(error);
            if (code === undefined)
                throw error;
            return (0,model_message/* msg */.ab) `The backup of resource ${(0,model_message/* quoteExternal */.Qp)(resource.resourceId)} could not be written (${code}). Free space, or correct report-file, and run again.`;
        }
        for (const uniqueId of invalid) {
            const message = (0,model_message/* msg */.ab) `${(0,model_message/* quoteExternal */.Qp)(uniqueId, "uniqueId")} (resource ${(0,model_message/* quoteExternal */.Qp)(resource.resourceId)}) is in the backup as Vanta has it, but is not a valid account of a roster. Fix it there before you sync the backup.`;
            state.problems.add((0,problem/* makeProblem */.km)("backup-invalid", message));
        }
    }
    return undefined;
}
function endOfSync({ results, stop }, settings, signal, problems) {
    for (const problem of results.flatMap((result) => result.problems))
        problems.add(problem);
    const failures = results.map(({ failure }) => failure).filter((one) => one !== undefined);
    if (stop?.kind === "failed")
        failures.unshift(stop.failure);
    if (signal.aborted)
        failures.unshift((0,model_message/* msg */.ab) `The run was cancelled.`);
    if (failures.length > 0)
        return { outcome: "failed", failures };
    return stop === undefined ? { outcome: "synced" } : endOf(stop, settings, problems);
}

;// CONCATENATED MODULE: ./build/run/state.js

/** The state before the first stage. */
function newState(problems = (0,problem/* collectProblems */.vX)()) {
    return { problems, isSending: false };
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/model/file-names.js
var file_names = __nccwpck_require__(2531);
;// CONCATENATED MODULE: ./build/runner/folders.js
// Folders that a file needs.



/**
 * Makes a folder, and those above it. Not by `recursive`, which tries for ever in a file system that
 * has no new folders, such as /proc.
 */
function makeFolders(path) {
    if ((0,external_node_fs_namespaceObject.statSync)(path, { throwIfNoEntry: false }) !== undefined)
        return;
    const parent = (0,external_node_path_.dirname)(path);
    if (parent !== path)
        makeFolders(parent);
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(path);
    }
    catch (error) {
        // Another process was first.
        if ((0,errors/* systemCode */.x)(error) !== "EEXIST")
            throw error;
    }
}

;// CONCATENATED MODULE: ./build/runner/report-files.js
// The files that a run leaves on the runner: the report, and beside it the backups. Both may have
// personal data, so only the runner's user can read them. Neither is ever written through a link.









const DEFAULT_NAME = "vanta-roster-report.json";
const PRIVATE = 0o600;
/** The runner's temporary folder, or the system's. */
function tempFolder(runnerTemp) {
    return (0,external_node_path_.resolve)(runnerTemp || (0,external_node_os_namespaceObject.tmpdir)());
}
/** What is wrong with the place that the user named. Nothing is written. */
function checkReportFile(named, places) {
    try {
        const flaw = findFlaw(named, places);
        return flaw && (0,problem/* makeProblem */.km)("invalid-input", (0,model_message/* msg */.ab) `report-file: ${(0,model_message/* quote */.hD)(named)} ${flaw}`);
    }
    catch (error) {
        return cannotWrite(named, error);
    }
}
function cannotWrite(named, error) {
    const file = named === undefined ? "" : (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(named)} `;
    const code = (0,errors/* systemCode */.x)(error) ?? "unknown error";
    const message = (0,model_message/* msg */.ab) `report-file: ${file}cannot be written (${code}); name a file in a folder that can be written to`;
    return (0,problem/* makeProblem */.km)("invalid-input", message);
}
function findFlaw(named, places) {
    const { workspace, temp } = places;
    const path = (0,external_node_path_.resolve)(workspace, named);
    if (!(0,external_node_path_.isAbsolute)(named) && path !== workspace && !isBelow(workspace, path)) {
        return (0,model_message/* msg */.ab) `leads out of the workspace; write a path in it, or an absolute one`;
    }
    const link = findLink(path, [workspace, temp]);
    if (link !== undefined) {
        return link === path
            ? (0,model_message/* msg */.ab) `is a link, and the report is not written through one; name another file`
            : (0,model_message/* msg */.ab) `leads through a link, ${(0,model_message/* quote */.hD)(link)}, and the report is not written through one; name another file`;
    }
    if ((0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false })?.isFile() === false) {
        return (0,model_message/* msg */.ab) `is not a file; name another one`;
    }
    return findOtherUse(path, places);
}
/** Why a report at this path would overwrite what the run reads or writes, or git does. */
function findOtherUse(path, places) {
    const { workspace, roster, approvalsFile, exportFiles, credentialsFile } = places;
    if (credentialsFile !== undefined &&
        realOf(path) === realOf((0,external_node_path_.resolve)(workspace, credentialsFile))) {
        return (0,model_message/* msg */.ab) `is the file with the credentials, and would be overwritten; name another file`;
    }
    for (const inWorkspace of pathsInWorkspace(path, workspace)) {
        if (inWorkspace.split("/").includes(".git")) {
            return (0,model_message/* msg */.ab) `is in git's own folder; name another file`;
        }
        if (roster?.matches(inWorkspace) === true) {
            return (0,model_message/* msg */.ab) `is a file that the roster's patterns match, and would be overwritten; name another file`;
        }
        if (isSamePath(approvalsFile, inWorkspace)) {
            return (0,model_message/* msg */.ab) `is the approvals-file, and would be overwritten; name another file`;
        }
        if (exportFiles.some((one) => isSamePath(one, inWorkspace))) {
            return (0,model_message/* msg */.ab) `is the export-file, or one of those that it stands for, and would be overwritten; name another file`;
        }
    }
    return undefined;
}
function isSamePath(named, inWorkspace) {
    return named !== undefined && (0,external_node_path_.resolve)("/", named) === (0,external_node_path_.resolve)("/", inWorkspace);
}
function isBelow(folder, path) {
    const below = (0,external_node_path_.relative)(folder, path);
    return below !== "" && below.split(external_node_path_.sep)[0] !== ".." && !(0,external_node_path_.isAbsolute)(below);
}
/**
 * The first link on the way to a path, below one of the folders; the path itself, wherever it is.
 */
function findLink(path, folders) {
    const folder = folders.find((one) => isBelow(one, path)) ?? (0,external_node_path_.dirname)(path);
    let way = folder;
    for (const name of (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep)) {
        way = (0,external_node_path_.join)(way, name);
        if ((0,external_node_fs_namespaceObject.lstatSync)(way, { throwIfNoEntry: false })?.isSymbolicLink() === true)
            return way;
    }
    return undefined;
}
/** The path from the workspace, as written and as it really is, with forward slashes. */
function pathsInWorkspace(path, workspace) {
    const real = (0,external_node_path_.join)(realOf((0,external_node_path_.dirname)(path)), (0,external_node_path_.basename)(path));
    return [(0,external_node_path_.relative)(workspace, path), (0,external_node_path_.relative)(realOf(workspace), real)].map((one) => one.replaceAll("\\", "/"));
}
/** Resolves the links of a path, as far as it exists. */
function realOf(folder) {
    try {
        return (0,external_node_fs_namespaceObject.realpathSync)(folder);
    }
    catch {
        const parent = (0,external_node_path_.dirname)(folder);
        return parent === folder ? folder : (0,external_node_path_.join)(realOf(parent), (0,external_node_path_.basename)(folder));
    }
}
/**
 * Makes sure, before anything is sent, that the report can be written where the user wants it, or
 * at the default place. A run that cannot be reported as asked does not start.
 */
function reserveReport(named, places) {
    try {
        return { path: named === undefined ? reserveDefault(places) : reserveNamed(named, places) };
    }
    catch (error) {
        const problem = cannotWrite(named, error);
        return named === undefined ? { problem } : { ...reserveReport(undefined, places), problem };
    }
}
function reserveNamed(named, { workspace }) {
    const path = (0,external_node_path_.resolve)(workspace, named);
    makeFolders((0,external_node_path_.dirname)(path));
    const attempt = temporaryName(path);
    createFile(attempt);
    (0,external_node_fs_namespaceObject.rmSync)(attempt);
    return path;
}
/** A default name that an earlier step of the job has taken gets a number. */
function reserveDefault({ temp, isShared = false }) {
    makeFolders(temp);
    // Created with mode 0700.
    const folder = isShared ? (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_.join)(temp, "vanta-roster-")) : temp;
    for (let step = 1;; step += 1) {
        const path = (0,external_node_path_.join)(folder, numbered(DEFAULT_NAME, step));
        try {
            createFile(path);
            return path;
        }
        catch (error) {
            if ((0,errors/* systemCode */.x)(error) !== "EEXIST")
                throw error;
        }
    }
}
function numbered(name, step) {
    const extension = (0,external_node_path_.extname)(name);
    return step === 1 ? name : `${(0,external_node_path_.basename)(name, extension)}-${step}${extension}`;
}
/** Creates an empty file; throws where there is one, or a link. */
function createFile(path) {
    (0,external_node_fs_namespaceObject.closeSync)((0,external_node_fs_namespaceObject.openSync)(path, "wx", PRIVATE));
}
function temporaryName(path) {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`);
}
/** Writes the report; what was at its place is replaced. */
function writeReport(path, content) {
    const temporary = temporaryName(path);
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(temporary, content, { mode: PRIVATE, flag: "wx" });
        (0,external_node_fs_namespaceObject.renameSync)(temporary, path);
    }
    finally {
        (0,external_node_fs_namespaceObject.rmSync)(temporary, { force: true });
    }
}
/** Makes the writer of a run's backups, beside its report. No file of an earlier run is touched. */
function createBackupWriter(reportFile, startedAt) {
    let stem;
    return (resourceId, parts) => {
        stem ??= freeStem(reportFile, startedAt);
        const path = `${stem}-${(0,file_names/* toFileName */.hw)(resourceId)}.json`;
        writeParts(path, parts);
        // `?` matches what is special in a glob.
        return `${stem.replace(/[[\]{}()*?!]/g, "?")}-*.json`;
    };
}
/** Writes a new file, or none. */
function writeParts(path, parts) {
    const file = (0,external_node_fs_namespaceObject.openSync)(path, "wx", PRIVATE);
    try {
        for (const part of parts)
            (0,external_node_fs_namespaceObject.writeFileSync)(file, part);
    }
    catch (error) {
        // Half a backup looks like a whole one.
        (0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
        throw error;
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/**
 * What the names of this run's backups begin with, such as `/tmp/report.backup-20260301T120000Z`.
 */
function freeStem(reportFile, startedAt) {
    const folder = (0,external_node_path_.dirname)(reportFile);
    const time = startedAt.toISOString().replace(/\.\d+|[-:]/g, "");
    const stem = `${(0,external_node_path_.basename)(reportFile, (0,external_node_path_.extname)(reportFile))}.backup-${time}`;
    const taken = (0,external_node_fs_namespaceObject.readdirSync)(folder).filter((name) => name.startsWith(stem));
    const free = [stem, ...taken.map((_, index) => `${stem}_${index + 2}`)].find((one) => !taken.some((name) => name.startsWith(`${one}-`)));
    return (0,external_node_path_.join)(folder, free ?? stem);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: ./build/roster/syntax/document.js + 2 modules
var syntax_document = __nccwpck_require__(6451);
// EXTERNAL MODULE: ./node_modules/picomatch/index.js
var picomatch = __nccwpck_require__(4006);
;// CONCATENATED MODULE: ./build/settings/patterns.js
// The patterns of the roster input, parsed once: which paths belong to the roster, in the workspace
// and in other commits alike.


/** Parses patterns. One that begins with `!` excludes files, or a directory with its files. */
function parsePatterns(written) {
    const included = written
        .filter((line) => !line.startsWith("!"))
        .map((line) => parsePattern(line, line));
    const excluded = written.filter((line) => line.startsWith("!")).map(parseExclusion);
    const isExcluded = (path) => excluded.some(({ matches }) => matches(path));
    return {
        written,
        included,
        excluded,
        matches: (path) => included.some(({ matches }) => matches(path)) && !isExcluded(path),
        reaches: (path) => included.some(({ reaches }) => reaches(path)) && !isExcluded(path),
    };
}
/** What makes a name of a glob more than a name. */
const SPECIAL = /[*?[\]{}()!+@|\\]/;
/**
 * Whether a path or pattern (without `!`) leads out of the workspace, or may do so: a `..` can only
 * take back a plain name.
 */
function leadsOut(glob) {
    const kept = [];
    for (const name of glob.split("/").filter((part) => part !== "" && part !== ".")) {
        if (name !== "..")
            kept.push(name);
        else if (SPECIAL.test(kept.pop() ?? "*"))
            return true;
    }
    return (external_node_path_.posix.isAbsolute(glob) ||
        /^[A-Za-z]:/.test(glob) ||
        kept.some((name) => name.split(/[\\{},()|]/).includes("..")));
}
/** The directories at the beginning of a glob that are plain names. */
function plainStart(glob) {
    const names = glob.split("/");
    const special = names.findIndex((name) => SPECIAL.test(name));
    return special === -1 ? names : names.slice(0, special);
}
/** Files whose name begins with a dot count: leaving one out silently would remove its people. */
const OPTIONS = { dot: true, nonegate: true, windows: false };
function parsePattern(written, line) {
    const glob = external_node_path_.posix.normalize(line).replace(/^\.\/|(?<=.)\/$/g, "");
    const isMatch = picomatch(glob, OPTIONS);
    return { written, glob, matches: (path) => isMatch(path), reaches: reachOf(glob) };
}
function parseExclusion(written) {
    const whole = parsePattern(written, written.slice(1).trim());
    const inside = picomatch(`${whole.glob}/**`, OPTIONS);
    return { ...whole, matches: (path) => whole.matches(path) || inside(path) };
}
function reachOf(glob) {
    // A brace or a bracket may span slashes. Such a pattern is followed from its plain start only.
    const segments = /[{(\\]/.test(glob)
        ? [...plainStart(glob), "**"]
        : glob.split("/").filter((segment) => segment !== "");
    const matchers = segments.map((segment) => picomatch(segment, OPTIONS));
    return (directory) => {
        const names = directory.split("/");
        for (const [index, name] of names.entries()) {
            if (segments[index]?.includes("**") === true)
                return true;
            if (segments[index] !== name && matchers[index]?.(name) !== true)
                return false;
        }
        return names.length < segments.length;
    };
}

;// CONCATENATED MODULE: ./build/runner/workspace.js


/** The workspace itself, with its links resolved. */
async function rootOf(workspace) {
    return (0,promises_namespaceObject.realpath)(workspace).catch(() => workspace);
}
/** What is at a path, without following a link; undefined where nothing can be seen. */
async function statOf(path) {
    return (0,promises_namespaceObject.lstat)(path).catch(() => undefined);
}
/** Resolves a path below `root`, which has no links itself. */
async function resolveInside(root, path) {
    const real = await (0,promises_namespaceObject.realpath)((0,external_node_path_.join)(root, path)).catch(() => undefined);
    if (real === undefined)
        return { kind: "missing" };
    const below = (0,external_node_path_.relative)(root, real);
    const names = below.split(external_node_path_.sep);
    // On Windows, the relative path to another drive is absolute.
    if (names[0] === ".." || below === real)
        return { kind: "outside" };
    return names.includes(".git") ? { kind: "outside" } : { kind: "inside", path: real };
}
/**
 * A directory below `root` with a repository of its own that one of the paths is in. A submodule
 * has a file in place of the directory .git.
 */
async function nestedRepository(root, paths) {
    const directories = new Set(paths.flatMap((path) => {
        const names = path.split("/").slice(0, -1);
        return names.map((_, index) => names.slice(0, index + 1).join("/"));
    }));
    for (const directory of directories) {
        const stats = await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(root, directory, ".git")).catch(() => undefined);
        if (stats?.isDirectory() === true)
            return directory;
    }
    return undefined;
}
/** More than any system follows. */
const MAX_LINKS = 64;
/**
 * Every link on the way from `root` to a path in it, and the file that they lead to, from `root`
 * and with forward slashes.
 */
async function linksTo(root, path) {
    const links = [];
    let way = "";
    let rest = path.split("/");
    for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
        way = external_node_path_.posix.join(way, name);
        const target = await (0,promises_namespaceObject.readlink)((0,external_node_path_.join)(root, way)).catch(() => undefined);
        if (target === undefined)
            continue;
        links.push(way);
        if (links.length > MAX_LINKS)
            break;
        const absolute = (0,external_node_path_.resolve)((0,external_node_path_.dirname)((0,external_node_path_.join)(root, way)), target);
        rest = [...(0,external_node_path_.relative)(root, absolute).split(external_node_path_.sep), ...rest];
        way = "";
    }
    return [...links, way];
}

;// CONCATENATED MODULE: ./build/runner/unmatched-patterns.js
// Why a pattern matches no file, in words that help to correct it.





/** Reports every pattern that brings in no file, also where it matches something else. */
async function reportUnmatched(root, { included, excluded }, { met, skippedDirectories }, fail) {
    for (const pattern of included) {
        if (met.some(pattern.matches))
            continue;
        const directory = skippedDirectories.find(pattern.matches);
        if (directory !== undefined)
            fail("pattern-unmatched", linkedDirectory(pattern, directory));
        else if (!(await explainByStart(root, pattern, fail))) {
            const except = excluded.length === 0 ? "" : ", apart from what patterns with ! leave out";
            fail("pattern-unmatched", (0,model_message/* msg */.ab) `The pattern ${(0,model_message/* quote */.hD)(pattern.written)} matches no file${except}. Correct it, or remove it if its accounts are to be removed. Patterns start at the workspace root.`);
        }
    }
}
/** Looks along the plain names at the beginning of a pattern for what stopped it. */
async function explainByStart(root, pattern, fail) {
    const { written, glob } = pattern;
    const start = plainStart(glob);
    for (let length = 1; length <= start.length; length++) {
        const path = start.slice(0, length).join("/");
        const entry = await (0,promises_namespaceObject.lstat)((0,external_node_path_.join)(root, path)).catch(() => undefined);
        if (entry?.isSymbolicLink() === true) {
            await explainLink(root, pattern, path, fail);
            return true;
        }
        if (path === glob && entry?.isDirectory() === true) {
            fail("not-a-file", (0,model_message/* msg */.ab) `The pattern ${(0,model_message/* quote */.hD)(written)} names a directory. Write ${(0,model_message/* quote */.hD)(`${glob}/*.yml`)} for the files in it, or ${(0,model_message/* quote */.hD)(`${glob}/**/*.yml`)} for those below it too.`);
            return true;
        }
    }
    return false;
}
async function explainLink(root, pattern, path, fail) {
    const target = await resolveInside(root, path);
    if (target.kind === "outside") {
        fail("link-outside-workspace", (0,model_message/* msg */.ab) `The pattern ${(0,model_message/* quote */.hD)(pattern.written)} goes through ${(0,model_message/* quote */.hD)(path)}, a link that leads out of the workspace.`);
        return;
    }
    const stats = target.kind === "inside" ? await (0,promises_namespaceObject.lstat)(target.path) : undefined;
    if (stats?.isDirectory() === true)
        fail("pattern-unmatched", linkedDirectory(pattern, path));
    else {
        const where = stats === undefined ? "is a broken link" : "is a link to a file";
        fail("pattern-unmatched", (0,model_message/* msg */.ab) `The pattern ${(0,model_message/* quote */.hD)(pattern.written)} matches no file: ${(0,model_message/* quote */.hD)(path)} ${where}. Correct the pattern or the link.`);
    }
}
function linkedDirectory({ written }, path) {
    return (0,model_message/* msg */.ab) `The pattern ${(0,model_message/* quote */.hD)(written)} matches no file: ${(0,model_message/* quote */.hD)(path)} is a link to a directory, and linked directories are not followed. Name the directory itself.`;
}

;// CONCATENATED MODULE: ./build/runner/roster-files.js









/**
 * Reads every file that the patterns match, once, in order of path (code units). Adds an error for
 * every pattern that matches nothing, and for everything matched that cannot be read. With
 * `mayBeNone`, the patterns together may match nothing.
 */
async function readRosterFiles(workspace, patterns, problems, mayBeNone = false) {
    const fail = (code, message, path) => {
        const location = path === undefined ? undefined : { file: path, line: 1, column: 1 };
        problems.add((0,problem/* makeProblem */.km)(code, message, location));
    };
    const root = await rootOf(workspace);
    const reader = new Reader(root, patterns, fail);
    const entries = [];
    for await (const entry of findEntries(root, "", patterns, fail))
        entries.push(entry);
    await reader.readAll(entries);
    if (mayBeNone && entries.length === 0) {
        await reportUnmatched(root, patterns, reader, exceptUnmatched(fail));
    }
    else if (entries.length > 0 || (await hasFile(root, "", fail))) {
        await reportUnmatched(root, patterns, reader, fail);
    }
    else
        fail("pattern-unmatched", NO_FILES);
    return reader.files.sort((one, other) => (0,order/* compareText */.n6)(one.path, other.path));
}
/** Reports what is wrong with a pattern in any case, such as that it names a directory. */
function exceptUnmatched(fail) {
    return (code, message, path) => {
        if (code !== "pattern-unmatched")
            fail(code, message, path);
    };
}
/** Walks the directories that the patterns reach, except linked ones and git's own. */
async function* findEntries(root, directory, patterns, fail) {
    for (const entry of await roster_files_list(root, directory, fail)) {
        // In a submodule, .git is a file.
        if (entry.name === ".git")
            continue;
        const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
        if (entry.isDirectory()) {
            if (patterns.reaches(path))
                yield* findEntries(root, path, patterns, fail);
        }
        else if (patterns.matches(path)) {
            yield { path, isFile: entry.isFile(), isLink: entry.isSymbolicLink() };
        }
    }
}
/** Whether anything is in a directory, or below it, that is not a directory. */
async function hasFile(root, directory, fail) {
    const entries = await roster_files_list(root, directory, fail);
    if (entries.some((entry) => !entry.isDirectory()))
        return true;
    for (const { name } of entries) {
        if (await hasFile(root, `${directory}/${name}`, fail))
            return true;
    }
    return false;
}
async function roster_files_list(root, directory, fail) {
    try {
        return await (0,promises_namespaceObject.readdir)((0,external_node_path_.join)(root, directory), { withFileTypes: true });
    }
    catch (error) {
        const name = directory === "" ? "the workspace" : "this directory";
        fail("file-unreadable", (0,model_message/* msg */.ab) `${name} cannot be read (${(0,errors/* systemCode */.x)(error) ?? "unknown error"}), so a part of the roster may be missing.`, directory || undefined);
        return [];
    }
}
/** Reads entries, and notes the result of each. */
class Reader {
    files = [];
    /** Paths that were read, or reported as unreadable. */
    met = [];
    /** Linked directories that a wildcard met, which are not walked. */
    skippedDirectories = [];
    #root;
    #patterns;
    #fail;
    /** Real paths, so that a file that is matched twice is read once. */
    #seen = new Set();
    /** Of all files that were read, in bytes. */
    #size = 0;
    constructor(root, patterns, fail) {
        this.#root = root;
        this.#patterns = patterns;
        this.#fail = fail;
    }
    async readAll(entries) {
        // Files before links, so that a file that is matched as both keeps its own name.
        for (const entry of entries.filter(({ isLink }) => !isLink))
            await this.#read(entry);
        for (const entry of entries.filter(({ isLink }) => isLink))
            await this.#read(entry);
    }
    async #read({ path, isFile, isLink }) {
        if (isLink)
            return this.#readLink(path);
        this.met.push(path);
        const real = (0,external_node_path_.join)(this.#root, path);
        if (isFile)
            await this.#readFile(path, real, await statOf(real));
        else
            this.#fail("not-a-file", NOT_A_FILE, path);
    }
    async #readLink(path) {
        const target = await resolveInside(this.#root, path);
        const stats = target.kind === "inside" ? await statOf(target.path) : undefined;
        if (stats?.isDirectory() === true && !this.#isNamed(path)) {
            this.skippedDirectories.push(path);
            return;
        }
        this.met.push(path);
        if (target.kind === "missing") {
            this.#fail("broken-link", (0,model_message/* msg */.ab) `Broken symbolic link. Correct or remove it.`, path);
        }
        else if (target.kind === "outside") {
            this.#fail("link-outside-workspace", (0,model_message/* msg */.ab) `This link leads out of the workspace, and only files in it are read. Put the file itself here.`, path);
        }
        else if (stats?.isDirectory() === true) {
            this.#fail("not-a-file", (0,model_message/* msg */.ab) `This is a link to a directory, and linked directories are not followed.`, path);
        }
        else if (!ROSTER_EXTENSION.test(target.path)) {
            this.#fail("wrong-extension", (0,model_message/* msg */.ab) `This link leads to a file that does not end in .yml, .yaml or .json. Put the file itself here.`, path);
        }
        else
            await this.#readFile(path, target.path, stats, await linksTo(this.#root, path));
    }
    /** Whether a pattern is this very path, so that it was meant to be read. */
    #isNamed(path) {
        return this.#patterns.included.some(({ glob }) => glob === path);
    }
    async #readFile(path, real, stats, links) {
        if (this.#seen.has(real))
            return;
        this.#seen.add(real);
        const total = this.#size + (stats?.size ?? 0);
        const refusal = refuse(path, stats, total);
        if (refusal !== undefined)
            return this.#fail(refusal.code, refusal.message, path);
        this.#size = total;
        try {
            this.files.push({ path, bytes: await (0,promises_namespaceObject.readFile)(real), links });
        }
        catch (error) {
            this.#fail("file-unreadable", (0,model_message/* msg */.ab) `This file cannot be read (${(0,errors/* systemCode */.x)(error) ?? "unknown error"}).`, path);
        }
    }
}
function refuse(path, stats, total) {
    if (stats?.isFile() === false)
        return { code: "not-a-file", message: NOT_A_FILE };
    if (!ROSTER_EXTENSION.test(path)) {
        const message = (0,model_message/* msg */.ab) `A roster file ends in .yml, .yaml or .json. Rename this file, or leave it out with a pattern that begins with !.`;
        return { code: "wrong-extension", message };
    }
    const message = (0,syntax_document/* refuseSize */.aU)(stats?.size ?? 0) ?? (0,syntax_document/* refuseTotal */.RQ)(total);
    return message === undefined ? undefined : { code: "file-too-large", message };
}
const NO_FILES = (0,model_message/* msg */.ab) `The workspace has no files, so there is no roster in it. Is the step actions/checkout missing before this one?`;
const ROSTER_EXTENSION = /\.(?:ya?ml|json)$/i;
const NOT_A_FILE = (0,model_message/* msg */.ab) `This is not a file but something else (a device, a pipe, a socket). Leave it out with a pattern that begins with !.`;

;// CONCATENATED MODULE: ./build/runner/roster-writer.js
// Writes roster files into the workspace: all of them or none, and never through a link.







/** Makes the writer of a workspace. */
function createRosterWriter(workspace, makeLink = promises_namespaceObject.link) {
    return {
        refuse: async (path, isNew) => roster_writer_refuse(await rootOf(workspace), path, isNew),
        writeAll: async (files) => writeAll(await rootOf(workspace), files, makeLink),
    };
}
async function roster_writer_refuse(root, path, isNew) {
    const names = path.split("/");
    const folders = names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
    for (const folder of folders) {
        const stats = await statOf((0,external_node_path_.join)(root, folder));
        if (stats?.isSymbolicLink() === true) {
            return (0,model_message/* msg */.ab) `leads through a link, ${(0,model_message/* quote */.hD)(folder)}, and an export does not write through one; name another file`;
        }
        if (stats?.isDirectory() === false) {
            return (0,model_message/* msg */.ab) `leads through ${(0,model_message/* quote */.hD)(folder)}, which is not a directory; name another file`;
        }
    }
    const stats = await statOf((0,external_node_path_.join)(root, path));
    if (stats?.isSymbolicLink() === true) {
        return (0,model_message/* msg */.ab) `is a link, and an export does not write through one; name another file`;
    }
    if (stats?.isFile() === false)
        return (0,model_message/* msg */.ab) `is not a file; name another one`;
    if (stats === undefined || !isNew)
        return undefined;
    return (0,model_message/* msg */.ab) `is there already, but no pattern of the roster matches it; add one to update the file, or name another file`;
}
/**
 * First every file under another name, so that a full disk changes nothing; then, if all are as they
 * were read, the renames.
 */
async function writeAll(root, files, makeLink) {
    const places = files.map((file) => placeOf(root, file));
    const done = [];
    let stuck = [];
    try {
        for (const place of places)
            await prepare(place);
        for (const place of places)
            await keepOld(root, place, makeLink);
        for (const place of places) {
            await putInPlace(place, makeLink);
            done.push(place);
        }
    }
    catch (error) {
        stuck = await putBack(done);
        throw notWritten(error, root, stuck);
    }
    finally {
        const needed = new Set(stuck.map(({ kept }) => kept));
        const names = places.flatMap(({ temporary, kept }) => [temporary, kept]);
        // What is left of them says nothing about the roster files.
        for (const name of names.filter((one) => !needed.has(one))) {
            await (0,promises_namespaceObject.rm)(name, { force: true }).catch(() => undefined);
        }
    }
}
function placeOf(root, file) {
    const target = (0,external_node_path_.join)(root, file.path);
    // Not after the file, whose name may be as long as a name can be.
    const stem = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.roster-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`);
    return { ...file, target, temporary: `${stem}.tmp`, kept: `${stem}.old` };
}
/** A file that is there keeps its permissions. */
async function prepare({ target, temporary, bytes }) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    await create(temporary, bytes, (await statOf(target))?.mode);
}
async function create(path, bytes, mode) {
    const file = await (0,promises_namespaceObject.open)(path, "wx");
    try {
        if (mode !== undefined)
            await file.chmod(mode & 0o777);
        await file.writeFile(bytes);
        await file.sync();
    }
    finally {
        await file.close();
    }
}
/** What systems say where a file cannot have two names, as on exFAT and some network drives. */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];
/** Whether the link could be made. */
async function hasLinked(makeLink, target, name) {
    try {
        await makeLink(target, name);
        return true;
    }
    catch (error) {
        if (NO_LINKS.includes((0,errors/* systemCode */.x)(error)))
            return false;
        throw error;
    }
}
/** Keeps the old file under a second name, and makes sure that the new content was made of it. */
async function keepOld(root, { path, before, target, kept }, makeLink) {
    const flaw = await roster_writer_refuse(root, path, false);
    if (flaw !== undefined)
        throw new ports/* NotWritten */.rl((0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(path)} ${flaw}.`);
    if (before === undefined)
        return;
    const isLinked = await hasLinked(makeLink, target, kept);
    if (!(await (0,promises_namespaceObject.readFile)(isLinked ? kept : target)).equals(before))
        throw changed(path);
    if (!isLinked)
        await create(kept, before, (await statOf(target))?.mode);
}
/**
 * A new file takes no one's place. Without links, an empty file takes the name first, and the new
 * one replaces it. Then what someone else writes into the empty file in that moment is lost, and a
 * process that dies there leaves it behind.
 */
async function putInPlace({ path, before, target, temporary }, makeLink) {
    if (before !== undefined)
        return (0,promises_namespaceObject.rename)(temporary, target);
    try {
        if (await hasLinked(makeLink, temporary, target))
            return;
        await create(target, new Uint8Array(), undefined);
    }
    catch (error) {
        throw (0,errors/* systemCode */.x)(error) === "EEXIST" ? changed(path) : error;
    }
    try {
        await (0,promises_namespaceObject.rename)(temporary, target);
    }
    catch (error) {
        await (0,promises_namespaceObject.rm)(target, { force: true });
        throw error;
    }
}
function changed(path) {
    return new ports/* NotWritten */.rl((0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(path)} changed while the export ran. Run it again.`);
}
/** Undoes as much as possible, and returns the rest. */
async function putBack(done) {
    const stuck = [];
    for (const place of [...done].reverse()) {
        const { before, target, kept } = place;
        await (before === undefined ? (0,promises_namespaceObject.rm)(target) : (0,promises_namespaceObject.rename)(kept, target)).catch(() => stuck.push(place));
    }
    return stuck.reverse();
}
function notWritten(error, root, stuck) {
    const why = error instanceof ports/* NotWritten */.rl
        ? error.explanation
        : (0,model_message/* msg */.ab) `The roster files could not be written (${(0,errors/* systemCode */.x)(error) ?? "unknown error"}). Check the permissions and the space of the workspace, and run again.`;
    const rest = stuck.map(({ path, before, kept }) => before === undefined
        ? (0,model_message/* msg */.ab) ` The new file ${(0,model_message/* quote */.hD)(path)} could not be removed.`
        : (0,model_message/* msg */.ab) ` ${(0,model_message/* quote */.hD)(path)} could not be put back; its old content is in ${(0,model_message/* quote */.hD)((0,external_node_path_.relative)(root, kept))}.`);
    const paths = stuck.map(({ path }) => path);
    return new ports/* NotWritten */.rl((0,model_message/* joinMessages */.hw)([why, ...rest], ""), paths);
}

;// CONCATENATED MODULE: ./build/runner/text-file.js
// A text file of the workspace that an input names. Unlike a roster, it may not be a link: what it
// says is reviewed where it is.






/** More than anyone writes by hand, in bytes. */
const SIZE_LIMIT = 1024 * 1024;
const IS_LINK = (0,model_message/* msg */.ab) `is a link, or leads through one; name the file itself`;
/**
 * Reads the UTF-8 file at `path` (from the workspace root). Where it cannot be read, a problem with
 * `input`, the name of the input, is added.
 */
async function readTextFile(workspace, path, input, problems) {
    const refuse = (why) => {
        problems.add((0,problem/* makeProblem */.km)("invalid-input", (0,model_message/* msg */.ab) `${input}: ${(0,model_message/* quote */.hD)(path)} ${why}`));
        return { kind: "refused" };
    };
    if (path.split("/").includes(".git"))
        return refuse((0,model_message/* msg */.ab) `is git's own; name a file of the repository`);
    const root = await rootOf(workspace);
    const file = (0,external_node_path_.join)(root, path);
    try {
        const stats = await (0,promises_namespaceObject.lstat)(file);
        if (stats.isSymbolicLink() || (await (0,promises_namespaceObject.realpath)(file)) !== file) {
            return refuse(IS_LINK);
        }
        if (!stats.isFile())
            return refuse((0,model_message/* msg */.ab) `is not a file`);
        if (stats.size > SIZE_LIMIT)
            return refuse((0,model_message/* msg */.ab) `is over 1 MiB`);
        const bytes = await (0,promises_namespaceObject.readFile)(file);
        return { kind: "text", text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    }
    catch (error) {
        const code = (0,errors/* systemCode */.x)(error);
        if (code === "ENOENT" || code === "ENOTDIR") {
            const links = await linksTo(root, path);
            return links.length > 1 ? refuse(IS_LINK) : { kind: "missing" };
        }
        if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
            return refuse((0,model_message/* msg */.ab) `is not UTF-8; save it as UTF-8`);
        }
        return refuse((0,model_message/* msg */.ab) `cannot be read (${code ?? "unknown error"})`);
    }
}

;// CONCATENATED MODULE: ./build/compose.js
// What every shell around a run needs: the run's access to Vanta and to this machine, its outcome,
// and what of it may be shown. main.ts is the shell of a runner.












/** Makes the shell of a run that starts now, and that the signal cancels. */
function createShell(context, clock, signal, output) {
    const secrets = new Set();
    return {
        context,
        clock,
        startedAt: clock.now(),
        signal,
        progress: {
            info: (message) => output.info((0,model_secrets/* scrub */._)(message, secrets)),
            debug: (message) => output.debug((0,model_secrets/* scrub */._)(message, secrets)),
        },
        requests: [],
        conceal: (secret) => {
            output.mask(secret);
            secrets.add(secret);
        },
        secrets,
    };
}
/** The state of a run with these settings, before its first stage. */
function stateOf(settings, problems) {
    const state = newState(problems);
    state.mode = settings.mode;
    state.modeReason = settings.reason;
    for (const problem of settings.problems)
        state.problems.add(problem);
    return state;
}
/** The first line of the log: version, mode and why. */
function startLine({ mode, reason }) {
    const chosen = mode === undefined ? "" : `, mode ${mode}${reason === undefined ? "" : `: ${reason}`}`;
    return `vanta-roster-sync ${version/* VERSION */.x}${chosen}`;
}
/** The outcome of a run whose state is this, and that ended so. */
function outcomeOf(state, ending, shell) {
    return buildOutcome(state, ending, {
        run: runFacts(shell.context, shell.startedAt, shell.clock.now()),
        requests: shell.requests,
        mergesToDefaultBranch: shell.context.mergesToDefaultBranch,
    });
}
/** Decides what may be shown of a run, at any time of it. */
function showingOf(settings, state, { context, secrets }) {
    const inputs = settings.ok ? settings.inputs : undefined;
    const key = maskKey(inputs);
    const redact = inputs?.redact ?? "auto";
    return () => ({
        policy: redactionPolicy(redact, context.isPublic, publicRows(state), key),
        secrets,
    });
}
/** Runs the pipeline. Never rejects. */
function runValid(valid, shell, state) {
    const { inputs, mode } = valid;
    return attempt(async () => {
        const environment = createEnvironment(valid, shell);
        const resourceId = inputs.resourceIds[0];
        const task = await createTask(inputs, mode, shell);
        return run(task, { ...inputs, resourceId }, environment, state);
    }, shell.progress);
}
/**
 * The access to Vanta that the mode may use: `plan` and `export` get no writer. Its HTTP client
 * takes as long to load as everything else, so only runs that need it load it.
 */
async function createTask(inputs, mode, shell) {
    if (mode === "validate")
        return { mode };
    const { connectReader, connectWriter } = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(942), __nccwpck_require__.e(205)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7205));
    if (inputs.credentials === undefined)
        throw new Error(`mode ${mode} without credentials`);
    const options = {
        ...shell,
        ...inputs.credentials,
        apiUrl: inputs.apiUrl,
        timeoutSeconds: inputs.requestTimeoutSeconds,
        mask: shell.conceal,
    };
    switch (mode) {
        case "plan":
            return { mode, ...connectReader(options) };
        case "sync":
            return { mode, ...connectWriter(options) };
        case "export":
            return { mode, ...connectReader(options), ...exportTo(inputs, shell) };
    }
}
/** Where an export writes, and whether it may. */
function exportTo({ exportFile, resourceIds, roster, redact }, { context }) {
    if (exportFile === undefined)
        throw new Error("mode export without export-file");
    return {
        files: createRosterWriter(context.workspace),
        exportFile,
        resourceIds,
        matches: roster.matches,
        isTooPublic: context.isPublic && redact !== "never",
    };
}
function createEnvironment({ inputs: { roster: patterns }, mode, reportFile, ofShell }, { context: { workspace }, clock, startedAt, signal, progress }) {
    let read = [];
    return {
        readRoster: async (problems) => {
            const files = await readRosterFiles(workspace, patterns, problems, mode === "export");
            read = files.map(({ path }) => path);
            return files;
        },
        readText: (path, input, problems) => readTextFile(workspace, path, input, problems),
        saveBackup: createBackupWriter(reportFile, startedAt),
        clock,
        progress,
        signal,
        ...ofShell(() => read),
    };
}
/** What the repository itself shows: at this commit, and at the base of a pull request. */
function publicRows({ rosters = [], base = [] }) {
    return [...rosters, ...base].flatMap(({ entries, forget }) => [
        ...entries.map(({ account }) => account),
        ...[...forget].map((uniqueId) => ({ uniqueId })),
    ]);
}
/** The key of the digits in masked values: the same in every run that knows the client secret. */
function maskKey(inputs) {
    return inputs?.credentials?.clientSecret ?? (0,external_node_crypto_.randomBytes)(32).toString("hex");
}
function runFacts(context, startedAt, finishedAt) {
    return {
        version: version/* VERSION */.x,
        repository: context.repository,
        commit: context.commit,
        ref: context.ref,
        event: context.event,
        runId: context.runId,
        attempt: context.attempt,
        actor: context.actor,
        serverUrl: context.serverUrl,
        url: context.url,
        workflowUrl: context.workflowUrl,
        startedAt: startedAt.toISOString(),
        finishedAt: finishedAt.toISOString(),
    };
}

;// CONCATENATED MODULE: ./build/report/classes.js
// What happens to each account, by the most important thing that happens to it. All reports count
// and list accounts by these classes, in this order.



/** The classes, the most important first. */
const ACCOUNT_CLASSES = [
    "loses-access",
    "becomes-admin",
    "comes-back",
    "access-change",
    "rekeyed",
    "other-change",
    "added",
    "deleted",
    "expired",
];
/** What happens to the accounts of one resource: each account once, in natural order. */
function classify(changes) {
    const { added, removed, changed, rekeyed, deleted, expired = [] } = changes;
    const oldIds = new Set(rekeyed.map(({ from }) => from));
    const newIds = new Set(rekeyed.map(({ to }) => to));
    const effects = [
        ...removed.filter(({ uniqueId }) => !oldIds.has(uniqueId)).map(ofRemoved),
        ...changed.map(ofChanged),
        ...pairsOf(changes),
        ...added.filter(({ uniqueId }) => !newIds.has(uniqueId)).map(ofAdded),
        ...deleted.map(ofDeleted),
        ...expired.map(ofExpired),
    ];
    return effects.sort((one, other) => inNaturalOrder(one.uniqueId, other.uniqueId));
}
/** The effects of one class. Those who lose ADMIN come first. */
function ofClass(effects, wanted) {
    const found = effects.filter((effect) => effect.class === wanted);
    if (wanted !== "loses-access")
        return found;
    return [...found.filter((one) => one.wasAdmin), ...found.filter((one) => !one.wasAdmin)];
}
const COLLATOR = new Intl.Collator("en", { numeric: true });
/** Orders `u-2` before `u-10`. */
function inNaturalOrder(one, other) {
    return COLLATOR.compare(one, other);
}
/** `3 lose access (1 ADMIN), 2 added`; empty where nothing happens. */
function effectsInWords(effects) {
    return ACCOUNT_CLASSES.map((wanted) => classInWords(wanted, effects.filter((effect) => effect.class === wanted)))
        .filter((words) => words !== "")
        .join(", ");
}
/** One account, and several. */
const WORDS = {
    "loses-access": ["loses access", "lose access"],
    "becomes-admin": ["becomes ADMIN", "become ADMIN"],
    "comes-back": ["comes back", "come back"],
    "access-change": ["other access change", "other access changes"],
    rekeyed: ["re-keyed", "re-keyed"],
    "other-change": ["other change", "other changes"],
    added: ["added", "added"],
    deleted: ["deleted", "deleted"],
    expired: ["expired", "expired"],
};
function classInWords(wanted, effects) {
    const count = effects.length;
    if (count === 0)
        return "";
    const [singular, plural] = WORDS[wanted];
    const words = `${(0,format/* formatCount */.B4)(count)} ${count === 1 ? singular : plural}`;
    const detail = detailOf(wanted, effects);
    return detail === "" ? words : `${words} (${detail})`;
}
function detailOf(wanted, effects) {
    if (wanted === "loses-access") {
        const admins = effects.filter(({ wasAdmin }) => wasAdmin).length;
        return admins === 0 ? "" : `${(0,format/* formatCount */.B4)(admins)} ADMIN`;
    }
    if (wanted === "becomes-admin") {
        const added = effects.filter(({ kind }) => kind === "added").length;
        return added === 0 ? "" : `${(0,format/* formatCount */.B4)(added)} new`;
    }
    return "";
}
function ofRemoved({ uniqueId, account, how, why }) {
    const wasAdmin = isAdmin(account);
    return { class: "loses-access", kind: "removed", uniqueId, account, how, why, wasAdmin };
}
function ofChanged({ uniqueId, account, fields, location }) {
    const before = rowBefore(account, fields);
    return {
        class: classOfChange(before, account, fields) ?? "other-change",
        kind: "changed",
        uniqueId,
        account,
        fields,
        location,
        wasAdmin: isActiveAdmin(before),
    };
}
function pairsOf({ rekeyed, removed, added }) {
    const before = new Map(removed.map((one) => [one.uniqueId, one]));
    const after = new Map(added.map((one) => [one.uniqueId, one]));
    return rekeyed.flatMap(({ from, to, fields }) => {
        const [old, current] = [before.get(from), after.get(to)];
        if (old === undefined || current === undefined)
            return [];
        const { account, location } = current;
        return [
            {
                class: classOfChange(old.account, account, fields) ?? "rekeyed",
                kind: "rekeyed",
                uniqueId: to,
                from,
                account,
                fields,
                location,
                wasAdmin: isAdmin(old.account),
            },
        ];
    });
}
function ofAdded({ uniqueId, account, location }) {
    return {
        class: isActiveAdmin(account) ? "becomes-admin" : "added",
        kind: "added",
        uniqueId,
        account,
        location,
        wasAdmin: false,
    };
}
function ofDeleted({ uniqueId, account, why }) {
    return { class: "deleted", kind: "deleted", uniqueId, account, why, wasAdmin: false };
}
function ofExpired({ uniqueId, account }) {
    return { class: "expired", kind: "expired", uniqueId, account, wasAdmin: false };
}
/** The class of a change of access; undefined where access stays the same. */
function classOfChange(before, account, fields) {
    if ((0,model_account/* isActive */.$m)(before) && !(0,model_account/* isActive */.$m)(account))
        return "loses-access";
    if (isActiveAdmin(account) && !isActiveAdmin(before))
        return "becomes-admin";
    if (!(0,model_account/* isActive */.$m)(before) && (0,model_account/* isActive */.$m)(account))
        return "comes-back";
    return isAccessChange(fields) ? "access-change" : undefined;
}
function rowBefore(account, fields) {
    const before = Object.fromEntries(fields.map((change) => [change.field, change.before]));
    return { ...account, ...before, uniqueId: account.uniqueId };
}
function isActiveAdmin(row) {
    return isAdmin(row) && (0,model_account/* isActive */.$m)(row);
}
/** Whether it has the highest permission level. */
function isAdmin(row) {
    return row["permissionLevel"] === "ADMIN";
}

;// CONCATENATED MODULE: ./build/report/verdict.js
// How a run ended, in one line: the outcome, then what happens to accounts. Never more than is
// known.



/** How the run ended. */
function verdict(outcome) {
    switch (outcome.outcome) {
        case "invalid":
            return {
                symbol: "\u274c",
                message: (0,model_message/* msg */.ab) `Invalid: ${problemsInWords(outcome)}. ${whatWasDone(outcome)}`,
            };
        case "failed":
            return { symbol: "\u274c", message: (0,model_message/* msg */.ab) `Failed: ${verdict_failed(outcome, outcome.failures)}` };
        case "blocked":
            return { symbol: "\u26d4", message: blocked(outcome) };
        case "drifted":
            return { symbol: "\u274c", message: (0,model_message/* msg */.ab) `Drift: ${drift(outcome)}. ${NOTHING_SENT}` };
        case "superseded":
            return superseded(outcome);
        case "valid":
            return valid(outcome);
        case "planned":
            return planned(outcome);
        case "synced":
            return verdict_synced(outcome);
        case "exported":
            return { symbol: "\u2705", message: (0,model_message/* msg */.ab) `Exported: ${exported(outcome)}` };
    }
}
const NOTHING_SENT = "Nothing was sent.";
const NOTHING_WRITTEN = "Nothing was written.";
/** The end of a verdict without a result. An export never sends anything. */
function whatWasDone({ mode, exported: result }) {
    if (mode !== "export")
        return NOTHING_SENT;
    if (result?.isWritten !== true)
        return NOTHING_WRITTEN;
    return `Written: ${exportInWords(result)}.`;
}
function exported({ exported: result }) {
    return result?.isWritten === true
        ? `${exportInWords(result)}.`
        : `the files match Vanta. ${NOTHING_WRITTEN}`;
}
/** `2 accounts changed, 1 added, 1 taken out, in 2 files`. */
function exportInWords({ files }) {
    const count = (of) => files.reduce((sum, file) => sum + of(file), 0);
    const counts = [
        [count(({ changed }) => changed.length), "changed"],
        [count(({ added }) => added.length), "added"],
        [count(({ takenOut }) => takenOut.length), "taken out"],
    ];
    const words = counts
        .filter(([number]) => number > 0)
        .map(([number, what], index) => index === 0 ? `${(0,format/* pluralize */.td)(number, "account")} ${what}` : `${(0,format/* formatCount */.B4)(number)} ${what}`);
    return [...words, `in ${(0,format/* pluralize */.td)(files.length, "file")}`].join(", ");
}
/** `6 errors, 1 warning`. */
function problemsInWords({ problems: { errors, warnings } }) {
    const counts = [
        errors > 0 ? (0,format/* pluralize */.td)(errors, "error") : "",
        warnings > 0 ? (0,format/* pluralize */.td)(warnings, "warning") : "",
    ];
    return counts.filter((count) => count !== "").join(", ");
}
function valid({ accounts = 0, effect, effectViolations = [] }) {
    const [first] = effectViolations;
    if (first !== undefined) {
        const each = effectViolations.map(({ code, counted }) => (0,model_message/* msg */.ab) `${code} (${counts(code, counted)})`);
        const which = (0,model_message/* joinMessages */.hw)(each, ", ");
        return { symbol: "\u26a0\ufe0f", message: (0,model_message/* msg */.ab) `Valid, but a sync would be blocked: ${which}.` };
    }
    const words = effect === undefined
        ? (0,format/* pluralize */.td)(accounts, "account")
        : `${effectsOrNone(effectsOf(effect))} in this pull request`;
    return { symbol: "\u2705", message: (0,model_message/* msg */.ab) `Valid: ${words}. Not compared with Vanta.` };
}
/** `13 of 30 lose access, limit 6`. */
function counts(code, counted) {
    if (counted === undefined)
        return "no limit";
    const { accounts, whole, limit } = counted;
    const [singular, plural] = COUNTED[code];
    const verb = accounts === 1 ? singular : plural;
    return `${(0,format/* formatCount */.B4)(accounts)} of ${(0,format/* formatCount */.B4)(whole)} ${verb}, limit ${(0,format/* formatCount */.B4)(limit)}`;
}
const COUNTED = {
    "empty-roster": ["", ""],
    "max-removals": ["loses access", "lose access"],
    "max-removals-per-day": ["loses access within 24 hours", "lose access within 24 hours"],
    "max-access-changes": ["changes access", "change access"],
    "plan-changed": ["", ""],
    "public-repository": ["", ""],
    "empty-vanta": ["", ""],
};
function planned(outcome) {
    const { effect, beyond, resources = [] } = outcome;
    if (effect === undefined) {
        const effects = effectsOf(resources);
        const message = (0,model_message/* msg */.ab) `Plan: ${effectsOrNone(effects)}.`;
        return { symbol: effects.length === 0 ? "\u2705" : "\ud83d\udccb", message };
    }
    const own = effectsOf(effect);
    const more = alsoInWords(beyond ?? [], effect);
    const symbol = own.length === 0 && more === "" ? "\u2705" : "\ud83d\udccb";
    return { symbol, message: (0,model_message/* msg */.ab) `Plan: ${effectsOrNone(own)}.${more}` };
}
/** What a sync would change besides the pull request, as sentences. */
function alsoInWords(beyond, effect) {
    const inEffect = new Set(effect.flatMap(idsOf));
    const others = beyond.flatMap(idsOf);
    const outside = others.filter((id) => !inEffect.has(id)).length;
    const inside = others.length - outside;
    return [
        outside === 0
            ? ""
            : ` A sync would also change ${(0,format/* pluralize */.td)(outside, "account")} that ${outside === 1 ? "is" : "are"} not in this pull request.`,
        inside === 0
            ? ""
            : ` ${outside === 0 ? "A sync" : "It"} would also change other fields of ${(0,format/* pluralize */.td)(inside, "account")} in ${outside === 0 ? "this pull request" : "it"}.`,
    ].join("");
}
/** One ID for each account that changes; a re-keyed pair is one account. */
function idsOf(changes) {
    const effects = classify(changes).filter((effect) => effect.class !== "expired");
    return effects.map(({ uniqueId }) => JSON.stringify([changes.resourceId, uniqueId]));
}
function verdict_synced(outcome) {
    const { resources = [] } = outcome;
    const effects = effectsOf(resources);
    const sent = resources.reduce((sum, resource) => sum + resource.sent, 0);
    const words = effects.length === 0
        ? `no changes, ${(0,format/* pluralize */.td)(sent, "account")} sent`
        : effectsInWords(effects);
    const unverified = resources.filter(({ verified }) => !verified);
    return unverified.length === 0
        ? { symbol: "\u2705", message: (0,model_message/* msg */.ab) `Synced: ${words}. Read back and verified.` }
        : { symbol: "\u26a0\ufe0f", message: (0,model_message/* msg */.ab) `Synced: ${words}. Not verified: ${whyUnverified(unverified)}.` };
}
function whyUnverified(resources) {
    const unread = resources.filter(({ notAsSent }) => notAsSent === undefined).length;
    const count = resources.reduce((sum, { notAsSent = 0 }) => sum + notAsSent, 0);
    const parts = [
        count === 0
            ? ""
            : `${(0,format/* pluralize */.td)(count, "account")} in Vanta ${count === 1 ? "is" : "are"} not as sent`,
        unread === 0 ? "" : unreadInWords(unread, resources.length),
    ];
    return parts.filter((part) => part !== "").join(", ");
}
function unreadInWords(unread, all) {
    if (unread === all && all === 1)
        return "Vanta could not be read back";
    return `${(0,format/* pluralize */.td)(unread, "resource")} could not be read back`;
}
/** `Blocked by max-removals: 15 of 40 accounts would be removed, limit 8.`, and the others. */
function blocked(outcome) {
    const [first, ...others] = outcome.violations;
    const done = whatWasDone(outcome);
    if (first === undefined)
        return (0,model_message/* msg */.ab) `Blocked. ${done}`;
    const why = (violation) => whyBlocked(violation, outcome);
    const also = others.slice(0, MAX_ALSO).map((one) => (0,model_message/* msg */.ab) ` Also: ${one.code}: ${why(one)}.`);
    const rest = others.length - also.length;
    const more = rest > 0 ? ` And ${(0,format/* formatCount */.B4)(rest)} more.` : "";
    return (0,model_message/* msg */.ab) `Blocked by ${first.code}: ${why(first)}.${(0,model_message/* joinMessages */.hw)(also, "")}${more} ${done}`;
}
/** How many guards the verdict names besides the first. */
const MAX_ALSO = 3;
function whyBlocked({ code, counted }, { mode }) {
    if (counted === undefined)
        return BLOCKED[code];
    const { accounts, whole, limit } = counted;
    const number = `${(0,format/* formatCount */.B4)(accounts)} of ${(0,format/* pluralize */.td)(whole, "account")}`;
    const what = mode === "export" ? "be taken out" : BLOCKED[code];
    return `${number} would ${what}, limit ${(0,format/* formatCount */.B4)(limit)}`;
}
/** Why a guard blocks; for guards with a limit, what too many accounts would do. */
const BLOCKED = {
    "empty-roster": "the roster has no accounts",
    "max-removals": "be removed",
    "max-removals-per-day": "be removed within 24 hours",
    "max-access-changes": "change access",
    "plan-changed": "this is not the plan that was approved",
    "public-repository": "an export would publish personal data",
    "empty-vanta": "Vanta has no accounts",
};
/** How Vanta differs from the roster. */
function drift({ resources = [] }) {
    const count = (of) => resources.reduce((sum, resource) => sum + of(resource), 0);
    const parts = [
        [count(({ changed }) => changed.length), "differs", "differ"],
        [count(({ added }) => added.length), "is missing in Vanta", "are missing in Vanta"],
        [
            count(({ removed, deleted }) => removed.length + deleted.length),
            "is in Vanta only",
            "are in Vanta only",
        ],
    ];
    return parts
        .filter(([number]) => number > 0)
        .map(([number, one, several]) => `${(0,format/* formatCount */.B4)(number)} ${number === 1 ? one : several}`)
        .join(", ");
}
function superseded(outcome) {
    const { approvals, resources = [] } = outcome;
    const sent = resources.filter(({ synced }) => synced !== "no").length;
    const all = (0,format/* pluralize */.td)(resources.length, "resource");
    const what = sent === 0
        ? nothing(outcome)
        : `${(0,format/* formatCount */.B4)(sent)} of ${all} ${sent === 1 ? "was" : "were"} sent before.`;
    const message = (0,model_message/* msg */.ab) `Superseded: a newer commit changed the roster. ${what}`;
    return approvals?.plan === undefined
        ? { symbol: "\u23ed\ufe0f", message }
        : { symbol: "\u26a0\ufe0f", message: (0,model_message/* msg */.ab) `${message} The approved plan was not sent.` };
}
/** A PUT that Vanta refused was sent, and changed nothing. */
function nothing(outcome) {
    return wroteAnything(outcome) ? STATE.no : NOTHING_SENT;
}
function verdict_failed(outcome, failures) {
    const { resources = [] } = outcome;
    if (wroteAnything(outcome) && resources.length > 1)
        return (0,model_message/* msg */.ab) `${statesInWords(resources)}.`;
    const cause = firstSentence(failures[0] ?? (0,model_message/* msg */.ab) `an error`);
    const state = wroteAnything(outcome)
        ? STATE[resources[0]?.synced ?? "unknown"]
        : whatWasDone(outcome);
    return (0,model_message/* msg */.ab) `${cause} ${state}`;
}
const STATE = {
    yes: "The sync took effect.",
    no: "Nothing changed.",
    unknown: "It may still take effect.",
};
/** `1 of 3 resources synced, 1 not changed, 1 unknown`. */
function statesInWords(resources) {
    const count = (state) => resources.filter(({ synced }) => synced === state).length;
    const others = [
        [count("no"), "not changed"],
        [count("unknown"), "unknown"],
    ];
    const words = others
        .filter(([number]) => number > 0)
        .map(([number, word]) => `${number} ${word}`);
    return [`${count("yes")} of ${resources.length} resources synced`, ...words].join(", ");
}
/** Whether any PUT was sent, whatever its result. */
function wroteAnything({ requests }) {
    return requests.some(({ method }) => method === "PUT");
}
/** A message up to the end of its first sentence. */
function firstSentence(message) {
    const sentence = [];
    for (const part of message) {
        const end = typeof part === "string" ? part.search(/\.(?=\s|$)/) : -1;
        if (typeof part === "string" && end >= 0)
            return [...sentence, part.slice(0, end + 1)];
        sentence.push(part);
    }
    return [...sentence, "."];
}
/** What happens to accounts, over all resources. */
function effectsOf(resources) {
    return resources.flatMap((changes) => classify(changes));
}
function effectsOrNone(effects) {
    return effects.length === 0 ? "no changes" : effectsInWords(effects);
}

;// CONCATENATED MODULE: ./build/report/annotations.js
// Outcome \u2192 annotations: the few lines that GitHub shows on the run and in the diff. It drops those
// beyond ten of a kind without a word, so we choose them, and one says how many more there are.




/** How many annotations of one severity GitHub shows for a step. */
const ANNOTATION_LIMIT = 10;
/** In UTF-16 units; GitHub cuts at 4,096. */
const MESSAGE_LIMIT = 4000;
/** At most ten of each severity. Where the step fails, the last error is the verdict. */
function chooseAnnotations(outcome) {
    const { errors, warnings } = outcome.problems;
    const ofRun = causes(outcome);
    const closing = passes(outcome) ? undefined : (0,model_message/* toPlainText */.bo)(verdict(outcome).message);
    return [
        ...limited("error", [...ofRun, ...ofProblems(outcome, "error")], ofRun.length + errors, closing),
        ...limited("warning", ofProblems(outcome, "warning"), warnings, undefined),
        ...noticesOf(outcome),
    ];
}
/** Failures and guards in force: errors without a line. */
function causes(outcome) {
    const failures = outcome.outcome === "failed" ? outcome.failures : [];
    return [
        ...failures.map((failure) => annotation("error", (0,model_message/* toPlainText */.bo)(failure), "failed")),
        ...outcome.violations.map(({ code, message }) => annotation("error", (0,model_message/* toPlainText */.bo)(message), code)),
    ];
}
function ofProblems({ problems: { kept } }, severity) {
    return kept
        .filter((problem) => problem.severity === severity)
        .map(({ message, code, location }) => ({
        ...annotation(severity, (0,model_message/* toPlainText */.bo)(message), code),
        ...location,
    }));
}
function noticesOf(outcome) {
    const reason = outcome.outcome === "superseded"
        ? [annotation("notice", (0,model_message/* toPlainText */.bo)(outcome.reason), "superseded")]
        : [];
    const notices = [...reason, ...ofProblems(outcome, "notice")];
    return limited("notice", notices, notices.length, undefined);
}
function annotation(severity, message, title) {
    return { severity, message: (0,format/* shorten */.ml)(message, MESSAGE_LIMIT), title: title };
}
/** `whole` may be above the length of `all`, of which only so many were kept. */
function limited(severity, all, whole, closing) {
    const fits = whole + (closing === undefined ? 0 : 1) <= ANNOTATION_LIMIT;
    const shown = all.slice(0, fits ? ANNOTATION_LIMIT : ANNOTATION_LIMIT - 1);
    const more = `${(0,format/* formatCount */.B4)(whole - shown.length)} more of this kind (${severity}): all are in the job summary and in the report file.`;
    const last = [closing, fits ? undefined : more]
        .filter((words) => words !== undefined)
        .join(" And ");
    return last === "" ? shown : [...shown, { severity, message: (0,format/* shorten */.ml)(last, MESSAGE_LIMIT) }];
}

;// CONCATENATED MODULE: ./build/report/html.js
// Text \u2192 inert HTML, for raw HTML blocks only: Markdown is not parsed there, but GitHub still turns
// mentions, references, hashes, emoji names and URLs into links, except in <code>.

/** Escapes for HTML text and for quoted attributes. */
function escapeHtml(value) {
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
/** User text as code: on one line, cut at 200 UTF-16 units. */
function code(value, limit) {
    return value === ""
        ? "<i>empty</i>"
        : `<code>${escapeHtml((0,format/* shorten */.ml)((0,format/* escapeInvisible */.ts)(value), limit))}</code>`;
}
/** User text as plain text where GitHub makes nothing else of it, else as code. */
function inert(value, limit) {
    const isWords = html_WORDS.test(value) || EMAIL.test(value);
    const isPlain = isWords && !MAY_BECOME_LINK.test(value) && !SPACE_THAT_GETS_LOST.test(value);
    return isPlain ? escapeHtml((0,format/* shorten */.ml)((0,format/* escapeInvisible */.ts)(value), limit)) : code(value, limit);
}
/** Letters of any script, digits, and punctuation that means nothing to GitHub. */
const html_WORDS = /^[\p{L}\p{M}\p{N} .,'_()\u2022\u2026-]+$/u;
/**
 * An address with an ASCII letter or digit before its `@`: after any other letter, GitHub takes the
 * rest for a mention.
 */
const EMAIL = /^[\p{L}\p{M}\p{N}._+'-]*[A-Za-z0-9]@[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*$/u;
/** Outside of code, a browser shows it as one space or as none. */
const SPACE_THAT_GETS_LOST = /^ | $| {2}/;
/** `GH-12`, advisories, the hash of a commit, and an address of the web without its scheme. */
const MAY_BECOME_LINK = /\b(?:GH-\d|CVE-\d|GHSA-)|(?<![A-Za-z0-9])[0-9a-f]{7,}(?![A-Za-z0-9])|www\./i;
/** A message as HTML: words of ours in `backquotes` are code, values and replies are inert. */
function richText(message) {
    return message
        .map((part) => {
        if (typeof part === "string") {
            return escapeHtml((0,format/* escapeInvisible */.ts)(part)).replace(/`([^`]+)`/g, "<code>$1</code>");
        }
        return "quoted" in part ? code(part.quoted) : code(part.reply, REPLY_LIMIT);
    })
        .join("");
}
const REPLY_LIMIT = 1000;
/** A row of a table on one line of its own; the cells are HTML. */
function tableRow(cells) {
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>\n`;
}
/** Says what is missing of a table: in its last row, or alone in its place. */
function restOfTable(words, columns, isAlone) {
    return isAlone ? `<p>${words}</p>\n\n` : `<tr><td colspan="${columns}">${words}</td></tr>\n`;
}
/**
 * The head of a table, to which rows and `</table>` are added without a blank line, which would end
 * the HTML block.
 */
function tableHead(titles) {
    return `<table>\n<tr>${titles.map((title) => `<th align="left">${title}</th>`).join("")}</tr>\n`;
}
/** A link of ours; only the words where there is nothing to link to. */
function html_anchor(url, words) {
    return url === undefined ? words : `<a href="${escapeHtml(url)}">${words}</a>`;
}
/**
 * The URL of a line of the repository, each part of the path percent-encoded. Undefined where no
 * link can be made.
 */
function urlOfLine(base, { file, line }) {
    const parts = file.split("/");
    // A lone surrogate cannot be encoded, and a browser would follow dots out of the commit.
    const isLinkable = !/\p{Surrogate}/u.test(file) && !parts.some((part) => ["", ".", ".."].includes(part));
    if (base === undefined || !/^https?:\/\//.test(base) || !isLinkable)
        return undefined;
    return `${base}/${parts.map(encodeURIComponent).join("/")}#L${line}`;
}
/** A path that may break after each slash, so that a long one does not make a table scroll. */
function html_path(file) {
    return file
        .split("/")
        .map((part) => (part === "" ? "" : inert(part)))
        .join("/<wbr>");
}

;// CONCATENATED MODULE: ./build/report/footer.js
// The small print of summary and comment: what was read and sent, how long it took, why this mode.


/** The small print as HTML. */
function footer(outcome, isComment) {
    const { digest, backup } = outcome;
    const sentences = [
        readAndSent(outcome),
        digest === undefined ? undefined : `Plan digest <code>${escapeHtml(digest)}</code>.`,
        isComment || backup === undefined
            ? undefined
            : `The accounts as they were before are in ${code(backup, 1000)}.`,
        outcome.resources === undefined
            ? undefined
            : "This changes what Vanta shows, not access in the system itself.",
        htmlOfMode(outcome),
        `${requestsInWords(outcome)}${durationOf(outcome)}.`,
        versionAndCommit(outcome),
    ];
    return `<p><sub>${sentences.filter((one) => one !== undefined).join(" ")}</sub></p>\n`;
}
function htmlOfMode({ mode, modeReason }) {
    if (mode === undefined)
        return undefined;
    return `Mode ${mode}${modeReason === undefined ? "" : `: ${inert(modeReason)}`}.`;
}
function versionAndCommit({ run: { version, commit } }) {
    const ofCommit = commit === undefined ? "" : `, commit ${code(commit.slice(0, 7))}`;
    return `vanta-roster-sync ${escapeHtml(version)}${ofCommit}.`;
}
function durationOf({ run }) {
    const took = duration(run);
    return took === undefined ? "" : `, ${took}`;
}
/** How long the run took, in words; undefined where the clock makes no sense. */
function duration(run) {
    const ms = Date.parse(run.finishedAt) - Date.parse(run.startedAt);
    if (!(ms >= 0))
        return undefined;
    if (ms < 120_000)
        return `${(ms / 1000).toFixed(1)} s`;
    return `${Math.floor(ms / 60_000)} min ${Math.floor((ms % 60_000) / 1000)} s`;
}
/** `4 requests to Vanta (1 for a token, 2 to read, 1 to write), 1 of them tried more than once`. */
function requestsInWords({ requests }) {
    if (requests.length === 0)
        return "No request to Vanta";
    const kinds = [
        ["POST", "for a token"],
        ["GET", "to read"],
        ["PUT", "to write"],
    ];
    const counts = kinds.map(([method, purpose]) => {
        const count = requests.filter((request) => request.method === method).length;
        return [count, purpose];
    });
    const again = requests.filter(({ attempts }) => attempts > 1).length;
    const retried = again === 0 ? "" : `, ${(0,format/* formatCount */.B4)(again)} of them tried more than once`;
    return `${(0,format/* pluralize */.td)(requests.length, "request")} to Vanta (${inWords(counts).join(", ")})${retried}`;
}
/** What was read and what was sent; undefined where Vanta was not read. */
function readAndSent(outcome) {
    const { resources, exported } = outcome;
    if (exported !== undefined) {
        const same = (0,format/* pluralize */.td)(exported.unchanged, "account");
        return `${same} of the roster ${exported.unchanged === 1 ? "is" : "are"} as in Vanta.`;
    }
    if (resources === undefined)
        return undefined;
    const sum = (of) => resources.reduce((total, one) => total + of(one), 0);
    const read = `${(0,format/* pluralize */.td)(sum(({ current }) => current), "account")} read from Vanta`;
    const desired = `${(0,format/* formatCount */.B4)(sum(({ desired }) => desired))} in the roster`;
    const kept = [
        [sum(({ unchanged }) => unchanged), "unchanged"],
        [sum(({ refreshed }) => refreshed), "with new activity only"],
        [sum(({ carried }) => carried), "still sent as DEACTIVATED"],
        [sum(({ deferred }) => deferred), "to expire in a later run"],
    ];
    return `${[read, desired, ...inWords(kept), ...sentInWords(outcome, resources)].join(", ")}.`;
}
/** What is not zero. */
function inWords(counts) {
    return counts
        .filter(([count]) => count > 0)
        .map(([count, word]) => `${(0,format/* formatCount */.B4)(count)} ${word}`);
}
/** A resource counts as sent where its PUT was sent. */
function sentInWords({ requests, mode }, resources) {
    const put = new Set(requests.filter(({ method }) => method === "PUT").map(({ resourceId }) => resourceId));
    const sent = (synced) => resources
        .filter((one) => one.synced === synced && put.has(one.resourceId))
        .reduce((total, one) => total + one.sent, 0);
    const parts = [
        [sent("yes"), "sent"],
        [sent("unknown"), "sent with unknown result"],
        [sent("no"), "sent and not applied"],
    ];
    const words = inWords(parts);
    if (words.length > 0)
        return words;
    return mode === "sync" ? ["nothing sent"] : [];
}

;// CONCATENATED MODULE: ./build/report/fit.js
// Fits a document into the size that GitHub accepts: parts are cut between their rows, the least
// important first, and each says how many rows are missing.
/** A part that is shown whole or not at all. */
function block(keep, content) {
    return {
        keep,
        heading: "",
        open: "",
        count: 1,
        row: () => content,
        more: () => "",
        close: "",
    };
}
/** The document in at most `limit` units of `size`. */
function fitInto({ top, parts, bottom, note }, limit, size) {
    const fixed = size(top) + size(bottom);
    const whole = fill(parts, limit - fixed, size);
    if (whole.isComplete && fixed <= limit)
        return [top, ...whole.texts, bottom].join("");
    const cut = fill(parts, limit - fixed - size(note), size);
    const candidates = [[top, note, ...cut.texts, bottom], [top, note, bottom], [top, note], [top]];
    const fitting = candidates.map((pieces) => pieces.join("")).find((text) => size(text) <= limit);
    return fitting ?? truncate(top, limit, size);
}
/**
 * Takes rows, the most important first, until one does not fit. Of everything after it only the
 * headings are shown, with how many rows are missing.
 */
function fill(parts, room, size) {
    const byImportance = parts
        .map((part, index) => ({ part, index, stub: stubOf(part) }))
        .sort((one, other) => other.part.keep - one.part.keep);
    const texts = new Array(parts.length).fill("");
    let left = room;
    const stubs = byImportance.filter(({ stub }) => {
        left -= size(stub);
        const fits = left >= 0;
        if (!fits)
            left += size(stub);
        return fits;
    });
    let isComplete = stubs.length === parts.length;
    for (const { part, index, stub } of stubs) {
        const taken = isComplete ? take(part, left + size(stub), size) : undefined;
        texts[index] = taken?.text ?? stub;
        if (taken === undefined)
            isComplete = false;
        else {
            left += size(stub) - size(taken.text);
            isComplete = taken.isWhole;
        }
    }
    return { texts, isComplete };
}
function stubOf({ heading, count, more }) {
    return count === 0 ? "" : `${heading}${more(count, true)}`;
}
/** As many rows of a part as fit; undefined where none does. */
function take(part, room, size) {
    const { heading, open, count, maxRows = count, row, more, close } = part;
    if (count === 0)
        return { text: "", isWhole: true };
    const frame = size(heading) + size(open) + size(close);
    const reserved = size(more(count, false));
    const wanted = Math.min(count, maxRows);
    const rows = [];
    let used = frame;
    // How many rows fit where one more line says that there are more.
    let fitting = 0;
    while (rows.length < wanted) {
        const next = row(rows.length);
        used += size(next);
        if (used > room)
            break;
        rows.push(next);
        if (used + reserved <= room)
            fitting = rows.length;
    }
    const shown = rows.length === count ? count : Math.min(fitting, wanted);
    if (shown === 0)
        return undefined;
    const end = shown === count ? "" : more(count - shown, false);
    return {
        text: [heading, open, ...rows.slice(0, shown), end, close].join(""),
        isWhole: shown === wanted,
    };
}
function truncate(text, limit, size) {
    let kept = "";
    let left = limit;
    for (const character of text) {
        left -= size(character);
        if (left < 0)
            break;
        kept += character;
    }
    return kept;
}

;// CONCATENATED MODULE: ./build/report/cells.js



/** Who it is: the name in bold, below it `uniqueId \u00b7 email`. */
function personCell({ uniqueId, account, }) {
    const name = textOf(account, "fullName") || textOf(account, "displayName");
    const email = textOf(account, "email");
    const small = [name === "" ? "" : uniqueId, email === uniqueId ? "" : email]
        .filter((text) => text !== "")
        .map((text) => inert(text));
    const bold = `<b>${inert(name === "" ? uniqueId : name)}</b>`;
    return small.length === 0 ? bold : `${bold}<br><sub>${small.join(" \u00b7 ")}</sub>`;
}
/** What an account may do and how it signs in: `BASE, PASSWORD, \u26a0\ufe0f no MFA`. */
function accessCell({ account }) {
    const status = leaves(account["status"]).filter((value) => value !== "ACTIVE");
    const method = leaves(account["authMethod"]);
    const words = [...leaves(account["permissionLevel"]), ...status, ...method].map((one) => inert(one));
    return [...words, ...(hasNoMfa(account) ? ["\u26a0\ufe0f no MFA"] : [])].join(", ");
}
/** Whether someone signs in with a password and without MFA. */
function hasNoMfa(account) {
    return account["authMethod"] === "PASSWORD" && account["mfaEnabled"] === false;
}
/** All changes of an account, one per line. */
function changeCell(effect, isDrift = false) {
    switch (effect.kind) {
        case "changed":
            return fieldsCell(effect.fields);
        case "rekeyed":
            return [formerId(effect, isDrift), ...effect.fields.map(fieldLine)].join("<br>");
        case "added":
            return isDrift ? `not in it${ARROW}${strong(effect)}` : `new account, ${strong(effect)}`;
        default:
            return "";
    }
}
/** Changes of fields, one per line. */
function fieldsCell(fields) {
    return fields.map(fieldLine).join("<br>");
}
function formerId({ from, uniqueId }, isDrift) {
    return isDrift ? `uniqueId: ${inert(from)}${ARROW}${inert(uniqueId)}` : `was ${inert(from)}`;
}
function strong(effect) {
    const access = accessCell(effect);
    return isAdmin(effect.account) ? access.replace("ADMIN", "<b>ADMIN</b>") : access;
}
/** `field: before \u2192 after`; of a list with elements that stay, what is added and removed. */
function fieldLine(change) {
    const name = inert(change.field);
    const { before, after, same } = shownChange(change);
    if (same > 0) {
        const parts = [
            ...after.map((one) => `+ ${inert(one)}`),
            ...before.map((one) => `\u2212 ${inert(one)}`),
        ];
        return `${name}: ${firstOf(parts, SHOWN_ELEMENTS).join(", ")}`;
    }
    const shownAfter = values(after);
    const isGrant = change.field === "permissionLevel" && change.after === "ADMIN";
    return `${name}: ${values(before)}${ARROW}${isGrant ? `<b>${shownAfter}</b>` : shownAfter}`;
}
// The marks keep a value written from right to left from swapping the two sides.
const ARROW = " &lrm;\u2192 ";
/** How many elements of a list are shown. */
const SHOWN_ELEMENTS = 20;
function values(texts) {
    if (texts.length === 0)
        return "<i>none</i>";
    const shown = texts.map((text) => inert(text));
    return firstOf(shown, SHOWN_ELEMENTS).join(", ");
}
/** The line in the roster, as a link. The file is named too where the table has several. */
function lineCell(location, linkBase, namesFile) {
    if (location === undefined)
        return "";
    const { file, line } = location;
    const words = namesFile ? `${html_path(file)}:${line}` : `${line}`;
    return html_anchor(urlOfLine(linkBase, location), words);
}

;// CONCATENATED MODULE: ./build/report/sections.js
// What happens to accounts \u2192 a section for each class, in the order of the verdict: one row for
// each account, with all its changes.






/** What is kept longest where room is short: the higher, the longer. */
const KEEP = {
    headings: 100,
    reasons: 95,
    resources: 92,
    guards: 90,
    "loses-access": 80,
    "becomes-admin": 80,
    deleted: 78,
    "comes-back": 72,
    "access-change": 70,
    guardAccounts: 65,
    problems: 60,
    rekeyed: 50,
    expired: 45,
    "other-change": 40,
    overview: 30,
    added: 20,
};
/** The sections of all resources together, in the order of the verdict. */
function sectionParts(resources, options) {
    const rows = resources.flatMap((changes) => classify(changes).map((effect) => ({ ...effect, resource: changes.name })));
    return ACCOUNT_CLASSES.flatMap((wanted) => {
        const found = ofClass(rows, wanted);
        return found.length === 0 ? [] : [section(wanted, found, options)];
    });
}
function section(wanted, rows, options) {
    const { isDrift = false, folds, maxRows, whereMore } = options;
    const layout = LAYOUTS[wanted];
    const title = isDrift ? DRIFT_TITLES[wanted] : layout.title;
    const count = (0,format/* formatCount */.B4)(rows.length);
    const columns = layout.columns(isDrift);
    const isFolded = folds && layout.mayFold && rows.length > FOLDED_ABOVE;
    const files = rows.flatMap(({ location }) => (location === undefined ? [] : [location.file]));
    const namesFile = new Set(files).size > 1;
    const fold = isFolded ? `<details><summary>Show all ${count}</summary>\n` : "";
    return {
        keep: KEEP[wanted],
        heading: `### ${title} (${count})\n\n`,
        open: `${fold}${tableHead(columns)}`,
        count: rows.length,
        maxRows,
        row: (index) => {
            const row = rows[index];
            return row === undefined ? "" : tableRow(layout.cells(row, { ...options, namesFile }));
        },
        more: (cut, isAlone) => restOfTable(`\u2026 and ${(0,format/* formatCount */.B4)(cut)} more${whereMore}`, columns.length, isAlone),
        close: `</table>\n${isFolded ? "</details>\n" : ""}\n`,
    };
}
/** Longer lists of what is less important fold. */
const FOLDED_ABOVE = 25;
const DRIFT_TITLES = {
    "loses-access": "ACTIVE in Vanta, not ACTIVE in the roster",
    "becomes-admin": "ADMIN in the roster, not in Vanta",
    "comes-back": "DEACTIVATED in Vanta, ACTIVE in the roster",
    "access-change": "Access differs",
    rekeyed: "Under another uniqueId in Vanta",
    "other-change": "Other fields differ",
    added: "Missing in Vanta",
    deleted: "DEACTIVATED in Vanta, to be deleted",
    expired: "Expired in Vanta",
};
const LEAVES = {
    mayFold: false,
    columns: (isDrift) => isDrift ? ["Person", "In Vanta", "In the roster"] : ["Person", "Access so far", "Result"],
    cells: (row, options) => [
        person(row),
        accessBefore(row),
        options.isDrift === true ? inRoster(row, options) : result(row, options),
    ],
};
const CHANGES = {
    mayFold: false,
    columns: (isDrift) => [
        "Person",
        isDrift ? "In Vanta \u2192 In the roster" : "Change",
        "Line",
    ],
    cells: (row, options) => [
        person(row),
        changeCell(row, options.isDrift),
        line(row, options),
    ],
};
const LAYOUTS = {
    "loses-access": { title: "Lose access", ...LEAVES },
    "becomes-admin": { title: "Become ADMIN", ...CHANGES },
    "comes-back": { title: "Come back", ...CHANGES },
    "access-change": { title: "Other access changes", ...CHANGES },
    rekeyed: { title: "Re-keyed", ...CHANGES },
    "other-change": { title: "Other changes", ...CHANGES, mayFold: true },
    added: {
        title: "Added",
        mayFold: true,
        columns: () => ["Person", "Access", "Line"],
        cells: (row, options) => [person(row), accessCell(row), line(row, options)],
    },
    deleted: { title: "Deleted", ...LEAVES },
    expired: {
        title: "Expired",
        mayFold: true,
        columns: () => ["Person", "DEACTIVATED since"],
        cells: (row) => [person(row), inert(textOf(row.account, "deactivatedTimestamp") || "unknown")],
    },
};
function person(row) {
    const cell = personCell(row);
    return row.resource === undefined ? cell : `${cell}<br><sub>in ${inert(row.resource)}</sub>`;
}
function line({ location }, { linkBase, namesFile }) {
    return lineCell(location, linkBase, namesFile);
}
function accessBefore(row) {
    const fields = row.kind === "changed" || row.kind === "rekeyed" ? row.fields : [];
    const change = fields.find(({ field }) => field === "permissionLevel");
    return leaves(change === undefined ? row.account["permissionLevel"] : change.before)
        .map((one) => inert(one))
        .join("");
}
/** What the roster says of an account that is ACTIVE in Vanta. */
function inRoster(row, options) {
    const isInRoster = row.kind === "changed" || row.kind === "rekeyed";
    return isInRoster ? withLine("DEACTIVATED", row, options) : "not in it";
}
function withLine(words, row, options) {
    const where = line(row, options);
    return where === "" ? words : `${words}, line ${where}`;
}
/** What happens to an account that leaves, and why. */
function result(row, options) {
    switch (row.kind) {
        case "removed":
            return row.how === "deactivate"
                ? "DEACTIVATED (left the roster)"
                : `deleted from Vanta (${whyOmitted(row)})`;
        case "deleted":
            return `deleted from Vanta (${row.why === "forget" ? "forget" : cannotBeSent(row)})`;
        case "changed":
        case "rekeyed":
            return withLine("DEACTIVATED in the roster", row, options);
        default:
            return "";
    }
}
function whyOmitted(row) {
    if (row.why === "cannot-carry")
        return cannotBeSent(row);
    return row.why === "forget" ? "forget" : "on-removal: omit";
}
function cannotBeSent({ account }) {
    const missing = (0,model_account/* missingFields */.SD)(account);
    return missing.length === 0 ? "cannot be sent" : `cannot be sent: no ${missing.join(", ")}`;
}

;// CONCATENATED MODULE: ./build/report/resources.js
// Resources in the reports: how each is called, and the result for it.





/** The name of a resource: what its files have in common, with its short ID. */
function resourceName({ resourceId, files }) {
    const name = commonName(files);
    const short = shortId(resourceId);
    return name === "" ? short : `${name} ${short}`;
}
/** The names of resources by ID; one whose files are not known is called by its ID. */
function resourceNames({ resources = [] }) {
    const names = new Map(resources.map((one) => [one.resourceId, resourceName(one)]));
    return (resourceId) => names.get(resourceId) ?? shortId(resourceId);
}
/** `65f0\u2026f1`; a short ID is whole. */
function shortId(resourceId) {
    return resourceId.length <= 10 ? resourceId : `${resourceId.slice(0, 4)}\u2026${resourceId.slice(-2)}`;
}
/**
 * The stem of one file; of several, the last directory that all are in, or what all stems begin
 * with.
 */
function commonName(files) {
    const [first = "", ...others] = files;
    const stem = stemOf(first);
    if (others.length === 0)
        return stem;
    const directories = files.map((file) => file.split("/").slice(0, -1));
    const shared = commonStart(directories);
    const directory = shared.at(-1);
    if (directory !== undefined)
        return directory;
    const start = commonStart(files.map((file) => [...stemOf(file)])).join("");
    const words = start.replace(/[-_. ]+$/, "");
    return words.length >= 2 ? words : `${stem} and ${(0,format/* formatCount */.B4)(others.length)} more`;
}
function stemOf(file) {
    return (file.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
}
function commonStart(lists) {
    const [first = []] = lists;
    const end = first.findIndex((one, index) => lists.some((list) => list[index] !== one));
    return end === -1 ? first : first.slice(0, end);
}
/** A line for each resource: right after the verdict where there are several, or the run failed. */
function resourceParts(outcome) {
    const { resources = [] } = outcome;
    if (resources.length < 2 && outcome.outcome !== "failed")
        return [];
    return [
        {
            keep: KEEP.resources,
            heading: "",
            open: tableHead(["Resource", "State", "Changes"]),
            count: resources.length,
            row: (index) => resourceRow(resources[index], outcome),
            more: (cut, isAlone) => restOfTable(`\u2026 and ${(0,format/* pluralize */.td)(cut, "more resource")}`, 3, isAlone),
            close: "</table>\n\n",
        },
    ];
}
function resourceRow(resource, outcome) {
    if (resource === undefined)
        return "";
    const changes = effectsInWords(effectsOf([resource]));
    return tableRow([
        inert(resourceName(resource)),
        resources_stateOf(resource, outcome),
        changes === "" ? "no changes" : escapeHtml(changes),
    ]);
}
/** The result for a resource, in words of ours. */
function resources_stateOf({ synced, verified, sent }, outcome) {
    if (!wroteAnything(outcome))
        return outcome.mode === "sync" ? "Not sent." : "Compared.";
    switch (synced) {
        case "yes":
            return verified
                ? `Synced, ${(0,format/* formatCount */.B4)(sent)} sent, read back and verified.`
                : `Synced, ${(0,format/* formatCount */.B4)(sent)} sent, not verified.`;
        case "no":
            return "Not changed.";
        case "unknown":
            return "Unknown: it may still take effect. Run again: a sync replaces everything.";
    }
}

;// CONCATENATED MODULE: ./build/report/guard-parts.js
// The guards that tripped: which accounts count, and how to approve exactly this plan. Only ways
// that work in this run are shown.









/** The guards in force with what to do, then those that an approval waived. */
function guardParts(outcome, { maxRows, whereMore }) {
    const { violations, resources = [] } = outcome;
    const waived = waivedOf(outcome);
    if (violations.length + waived.length === 0)
        return [];
    const names = namesOf(resources, outcome.exported?.files ?? []);
    return [
        ...violations.flatMap((violation) => violationParts(violation, outcome, names).map((part) => part.count > 1 ? { ...part, maxRows, more: moreAccounts(whereMore) } : part)),
        ...(violations.length === 0 || outcome.mode === "export" ? [] : approvalParts(outcome)),
        ...waived.map((violation) => waivedPart(violation, outcome)),
    ];
}
/** Each waived violation once: one of the whole run is listed in every resource. */
function waivedOf({ resources = [] }) {
    const waived = resources.flatMap(({ violations }) => violations.filter(({ waivedBy }) => waivedBy !== undefined));
    const byMessage = new Map(waived.map((one) => [JSON.stringify([one.code, one.resourceId, one.message]), one]));
    return [...byMessage.values()];
}
function violationParts(violation, outcome, names) {
    const { code: guard, message, accounts } = violation;
    const resource = resourceOf(violation, outcome);
    const where = resource === undefined ? "" : ` in ${inert(resource)}`;
    const words = block(KEEP.guards, `<p><b>${guard}</b>${where}: ${richText(message)}</p>\n\n`);
    if (accounts.length === 0)
        return [words];
    const table = {
        keep: KEEP.guardAccounts,
        heading: "",
        open: `<details><summary>The ${(0,format/* pluralize */.td)(accounts.length, "account")}</summary>\n${tableHead(["uniqueId", "Name"])}`,
        count: accounts.length,
        row: (index) => accountRow(accounts[index] ?? "", names),
        more: moreAccounts(""),
        close: "</table>\n</details>\n\n",
    };
    return [words, table];
}
function moreAccounts(whereMore) {
    return (cut, isAlone) => isAlone ? "" : `<tr><td colspan="2">\u2026 and ${(0,format/* formatCount */.B4)(cut)} more${whereMore}</td></tr>\n`;
}
function accountRow(uniqueId, names) {
    const name = names.get(uniqueId) ?? "";
    return tableRow([inert(uniqueId), name === "" ? "" : inert(name)]);
}
function namesOf(resources, exported) {
    const planned = resources.flatMap(({ removed, changed, added, deleted }) => [
        ...removed,
        ...deleted,
        ...changed,
        ...added,
    ]);
    const accounts = [...planned, ...exported.flatMap(({ takenOut }) => takenOut)];
    return new Map(accounts.map(({ uniqueId, account }) => [uniqueId, textOf(account, "fullName")]));
}
function waivedPart(violation, outcome) {
    const { code: guard, message } = violation;
    const by = richText(guard_parts_waiver(violation, outcome));
    return block(KEEP.guards, `<p><b>${guard}</b>, approved by ${by}: ${richText(message)}</p>\n\n`);
}
/** What waived a guard, and on whose start or in which line. */
function guard_parts_waiver({ waivedBy }, { approvals, run }) {
    if (waivedBy !== "approved-plan") {
        return (0,model_message/* msg */.ab) `approvals-file${approvals?.line === undefined ? "" : `, line ${approvals.line}`}`;
    }
    if (run.actor === undefined)
        return (0,model_message/* msg */.ab) `approved-plan`;
    return (0,model_message/* msg */.ab) `approved-plan, in the run that ${(0,model_message/* quoteExternal */.Qp)(run.actor)} started`;
}
/** The name of the resource that a guard is about, where there are several. */
function resourceOf({ resourceId }, outcome) {
    const isOneOfMany = (outcome.resources ?? []).length > 1;
    return resourceId === undefined || !isOneOfMany ? undefined : resourceNames(outcome)(resourceId);
}
/** The ways to approve this plan that work in this run. */
function approvalWays(outcome) {
    const { digest, violations, approvals, run, resources = [] } = outcome;
    if (digest === undefined || outcome.mode === undefined || outcome.mode === "validate")
        return [];
    const isOther = violations.some((one) => one.code === "plan-changed");
    const words = effectsInWords(effectsOf(resources));
    const comment = [words, run.url].filter((one) => one !== undefined && one !== "").join(", ");
    const line = comment === "" ? digest : `${digest} # ${comment}`;
    return [
        ...(isOnPullRequest(outcome) ? [] : [{ kind: "run", line: digest }]),
        ...(approvals?.file === undefined || isOther ? [] : [{ kind: "file", line }]),
    ];
}
function isOnPullRequest({ run: { event = "" } }) {
    return event.startsWith("pull_request") || event === "merge_group";
}
/** Said where nothing can be approved before the merge. */
const NO_APPROVAL = "this run cannot be approved. Merge the change: the sync then stops, and its summary shows the digest to approve.";
const FIX = "<b>If this is a mistake</b>, fix the roster";
function approvalParts(outcome) {
    const { approvals, run } = outcome;
    const ways = approvalWays(outcome);
    const empty = outcome.violations.every(({ code: guard }) => guard === "empty-roster");
    const start = empty
        ? `${FIX}. <b>If it is intended</b>, set <code>allow-empty: true</code>`
        : `${FIX}. <b>If it is intended</b>, approve exactly this plan`;
    if (ways.length === 0) {
        const words = empty ? `${start}.` : `${FIX}. <b>If it is intended</b>: ${NO_APPROVAL}`;
        return [block(KEEP.guards, `<p>${words}</p>\n\n`)];
    }
    const texts = ways.map(({ kind, line }, index) => {
        const words = kind === "run"
            ? `${html_anchor(run.workflowUrl, "run the workflow")} with <code>approved-plan</code>`
            : `merge a pull request that adds this line to ${code(approvals?.file ?? "")}`;
        const lead = index === 0 ? `${start}${empty ? ", or approve this plan" : ""}: ${words}` : `Or ${words}`;
        return `<p>${lead}:</p>\n\n\`\`\`text\n${escapeFence(line)}\n\`\`\`\n\n`;
    });
    return [block(KEEP.guards, texts.join(""))];
}
/** A line of ours in a code block; only the URL of the run has words of others. */
function escapeFence(line) {
    return line.replace(/[&<>"'`]/g, "");
}

;// CONCATENATED MODULE: ./build/report/problem-tables.js
// Problems \u2192 a table for each file: the line, the account, what is wrong and how to fix it.




/** All problems: those without a file first, then file by file in order of lines. */
function problemParts({ problems }, { linkBase, maxRows, whereMore }) {
    const { kept } = problems;
    if (kept.length === 0)
        return [];
    const rows = inOrder(kept);
    const dropped = countDropped(problems);
    return [
        {
            keep: KEEP.problems,
            heading: "",
            open: "",
            count: rows.length,
            maxRows,
            row: (index) => rowAt(rows, index, linkBase),
            more: (cut, isAlone) => {
                const words = `\u2026 and ${(0,format/* pluralize */.td)(cut, "more problem")}${whereMore}`;
                if (!isAlone)
                    return `<tr><td colspan="3">${words}</td></tr>\n`;
                const notKept = dropped === 0 ? "" : `. ${droppedWords(dropped)}`;
                return `<p>${words}${notKept}</p>\n\n`;
            },
            close: `${droppedRow(dropped)}</table>\n\n`,
        },
    ];
}
/** How many problems were counted, but not kept. */
function countDropped({ kept, errors, warnings }) {
    const notices = kept.filter(({ severity }) => severity === "notice").length;
    return errors + warnings + notices - kept.length;
}
function droppedRow(dropped) {
    if (dropped === 0)
        return "";
    return `<tr><td colspan="3">${droppedWords(dropped)}</td></tr>\n`;
}
function droppedWords(dropped) {
    return `${(0,format/* pluralize */.td)(dropped, "more problem was", "more problems were")} counted, but not kept`;
}
const RANK = { error: 0, warning: 1, notice: 2 };
/** Problems without a file by severity, then the others as they are: by file and line. */
function inOrder(problems) {
    const general = problems.filter(({ location }) => location === undefined);
    const located = problems.filter(({ location }) => location !== undefined);
    return [
        ...general.sort((one, other) => RANK[one.severity] - RANK[other.severity]),
        ...located.sort(byFile),
    ];
}
function byFile({ location: one }, { location: other }) {
    if (one === undefined || other === undefined)
        return 0;
    return (0,order/* compareLocations */.Qr)(one, other);
}
/** A row; before the first one of a file, its heading and the head of its table. */
function rowAt(rows, index, linkBase) {
    const problem = rows[index];
    if (problem === undefined)
        return "";
    const before = rows[index - 1];
    const { location } = problem;
    const isFirst = before === undefined || before.location?.file !== location?.file;
    const end = isFirst && before !== undefined ? "</table>\n\n" : "";
    return `${end}${isFirst ? headOf(problem) : ""}${problemRow(problem, linkBase)}`;
}
function headOf({ location }) {
    return location === undefined
        ? `### About the run\n\n${tableHead(["Problem"])}`
        : `<h3>${html_path(location.file)}</h3>\n\n${tableHead(["Line", "Account", "Problem"])}`;
}
const SYMBOLS = { error: "", warning: "\u26a0\ufe0f ", notice: "\u2139\ufe0f " };
function problemRow({ severity, code, message, location, account }, linkBase) {
    const words = `${SYMBOLS[severity]}${richText(message)} <sub>${code}</sub>`;
    if (location === undefined)
        return tableRow([words]);
    const line = html_anchor(urlOfLine(linkBase, location), `${location.line}`);
    return tableRow([line, accountCell(account), words]);
}
/** `u-1003 Alan Turing`, as far as it is known; the defaults of a file are named too. */
function accountCell(account) {
    if (account === undefined)
        return "";
    if (account === "defaults")
        return "<i>defaults</i>";
    const { uniqueId = "", fullName = "" } = account;
    return [uniqueId, fullName]
        .filter((text) => text !== "")
        .map((text) => inert(text))
        .join(" ");
}

;// CONCATENATED MODULE: ./build/report/export-sections.js
// What an export writes \u2192 a section for each kind of change, with the place of every account.





/** The sections: changed accounts, those that are new in the roster, and those taken out. */
function exportSections({ files }, options) {
    const placed = (of) => files
        .flatMap((file) => of(file).map((one) => ({ ...one, file: file.path })))
        .sort((one, other) => inNaturalOrder(one.uniqueId, other.uniqueId));
    return [
        export_sections_section("Changed", placed(({ changed }) => changed), options, {
            keep: KEEP["other-change"],
            column: "In the roster &lrm;\u2192 In Vanta",
            cell: ({ fields }) => fieldsCell(fields),
            where: newPlace,
        }),
        export_sections_section("Added", placed(({ added }) => added), options, {
            keep: KEEP.added,
            column: "Access",
            cell: accessCell,
            where: newPlace,
        }),
        export_sections_section("Taken out", placed(({ takenOut }) => takenOut), options, {
            keep: KEEP["loses-access"],
            column: "Access",
            cell: accessCell,
            // In the file as it was; another account may be on that line now.
            place: "Place before",
            where: ({ location, file }) => location === undefined ? html_path(file) : lineCell(location, options.linkBase, true),
        }),
    ].filter(({ count }) => count > 0);
}
/** Where it is now: no commit has it yet, so there is nothing to link to. */
function newPlace({ file, location }) {
    return location === undefined ? html_path(file) : `${html_path(file)}:${location.line}`;
}
function export_sections_section(title, accounts, { maxRows, whereMore }, { keep, column, cell, place = "Place", where }) {
    const row = (account) => tableRow([personCell(account), cell(account), where(account)]);
    return {
        keep,
        heading: `### ${title} (${(0,format/* formatCount */.B4)(accounts.length)})\n\n`,
        open: tableHead(["Person", column, place]),
        count: accounts.length,
        maxRows,
        row: (index) => accounts
            .slice(index, index + 1)
            .map(row)
            .join(""),
        more: (cut, isAlone) => restOfTable(`\u2026 and ${(0,format/* formatCount */.B4)(cut)} more${whereMore}`, 3, isAlone),
        close: "</table>\n\n",
    };
}

;// CONCATENATED MODULE: ./build/report/summary.js
// Outcome \u2192 Markdown, for the job summary and for the comment on a pull request: the verdict first,
// then what a reviewer must not miss.
















/** GitHub drops a summary above this size, in bytes. */
const SUMMARY_LIMIT = 1024 * 1024;
/** GitHub refuses a comment above this size, in characters. */
const COMMENT_LIMIT = 65_536;
/** How many rows of each section a comment has. */
const COMMENT_ROWS = 10;
/** The job summary. */
function renderSummary(outcome, options = {}) {
    const { limitBytes = SUMMARY_LIMIT, reportFile } = options;
    const style = {
        isComment: false,
        sections: {
            linkBase: linkBaseOf(outcome),
            whereMore: " in the report file",
            isDrift: outcome.outcome === "drifted",
            folds: true,
        },
    };
    const where = reportFile === undefined ? "" : `, ${code(reportFile, 1000)}`;
    const note = `<p>\u2702\ufe0f <b>Cut to the size that GitHub shows.</b> What is missing is in the report file${where}: keep it with <code>actions/upload-artifact</code>.</p>\n\n`;
    const document = { ...documentOf(outcome, style), note };
    return fitInto(document, limitBytes, (text) => Buffer.byteLength(text, "utf8"));
}
/** The comment on a pull request: short, with a link to the summary of the run. */
function renderComment(outcome, options) {
    const { marker, limitCharacters = COMMENT_LIMIT } = options;
    const { url } = outcome.run;
    const style = {
        isComment: true,
        sections: {
            linkBase: linkBaseOf(outcome),
            maxRows: COMMENT_ROWS,
            whereMore: url === undefined ? "" : `, in ${html_anchor(url, "the summary of the run")}`,
            isDrift: outcome.outcome === "drifted",
            folds: false,
        },
    };
    const document = documentOf(outcome, style);
    return fitInto({ ...document, top: `${marker}\n${document.top}`, note: "" }, limitCharacters, (text) => text.length);
}
/**
 * Whether there is something to tell a pull request: a change, a problem, a guard, or a failure.
 */
function hasNews(outcome) {
    const { errors, warnings } = outcome.problems;
    const isQuiet = ["valid", "planned", "synced", "superseded", "exported"].includes(outcome.outcome);
    const isExported = outcome.exported !== undefined && outcome.exported.files.length > 0;
    const changes = [...(outcome.effect ?? []), ...(outcome.resources ?? [])];
    return (changes.some(isChange) ||
        isExported ||
        errors + warnings > 0 ||
        outcome.violations.length > 0 ||
        !isQuiet);
}
function documentOf(outcome, { isComment, sections }) {
    const parts = [
        ...resourceParts(outcome),
        block(KEEP.headings, lead(outcome)),
        ...reasonParts(outcome),
        ...guardParts(outcome, sections),
        ...changeParts(outcome, sections),
        ...exportParts(outcome, sections),
        ...problemParts(outcome, sections),
        ...(isComment ? [] : overviewParts(outcome)),
    ];
    return { top: heading(outcome), parts, bottom: footer(outcome, isComment) };
}
/** The verdict. A value in it is inert in HTML only, so that the heading then is HTML. */
function heading(outcome) {
    const { symbol, message } = verdict(outcome);
    return message.every((part) => typeof part === "string")
        ? `## ${symbol} ${(0,model_message/* toPlainText */.bo)(message)}\n\n`
        : `<h2>${symbol} ${richText(message)}</h2>\n\n`;
}
/** What the reader needs next: what applies it, where all of it is, what is risky. */
function lead(outcome) {
    const { run, maskedBecause } = outcome;
    const links = [
        run.url === undefined ? undefined : html_anchor(run.url, "Run and full report"),
        rosterFile(outcome),
    ];
    const first = [appliedBy(outcome), ...links].filter((one) => one !== undefined).join(" \u00b7 ");
    const paragraphs = [
        first,
        riskLine(outcome),
        maskedBecause === undefined ? undefined : `\ud83d\udd12 Personal data is masked: ${maskedBecause}.`,
    ].filter((one) => one !== undefined && one !== "");
    return paragraphs.map((one) => `<p>${one}</p>\n\n`).join("");
}
function appliedBy(outcome) {
    if (outcome.exported?.isWritten === true) {
        return "<b>The files are changed in the workspace only.</b> Commit them in a later step.";
    }
    if (!mergeApplies(outcome))
        return undefined;
    return "<b>Merging applies this.</b> Nothing was sent yet.";
}
/** Whether merging the pull request syncs the plan that is shown. */
function mergeApplies(outcome) {
    const { mergesToDefaultBranch } = outcome;
    return outcome.outcome === "planned" && mergesToDefaultBranch === true && !!hasChanges(outcome);
}
/** The roster, where it is one file. */
function rosterFile(outcome) {
    const { resources = [] } = outcome;
    const [file, ...others] = new Set(resources.flatMap((resource) => resource.files));
    if (file === undefined || others.length > 0)
        return undefined;
    return `roster ${html_anchor(urlOfLine(linkBaseOf(outcome), { file, line: 1 }), html_path(file))}`;
}
/** How many accounts a risk names. */
const summary_NAMED = 3;
/** Outcomes in which the effects that are shown take place, or would after a step of the reader. */
const WITH_RISKS = new Set(["valid", "planned", "blocked", "synced"]);
function riskLine(outcome) {
    if (!WITH_RISKS.has(outcome.outcome))
        return "";
    const effects = effectsOf(outcome.effect ?? outcome.resources ?? []);
    const admins = ofClass(effects, "becomes-admin");
    const weak = effects.filter(({ kind, account }) => kind === "added" && hasNoMfa(account));
    const risks = [
        admins.length === 0
            ? ""
            : `${(0,format/* pluralize */.td)(admins.length, "account becomes", "accounts become")} ADMIN: ${names(admins)}.`,
        weak.length === 0
            ? ""
            : `${(0,format/* pluralize */.td)(weak.length, "new account signs", "new accounts sign")} in with a password and without MFA: ${names(weak, false)}.`,
    ].filter((risk) => risk !== "");
    return risks.length === 0 ? "" : `\u26a0\ufe0f <b>${risks.join(" ")}</b>`;
}
function names(effects, marksNew = true) {
    const shown = effects.slice(0, summary_NAMED).map((effect) => {
        const name = inert(textOf(effect.account, "fullName") || effect.uniqueId);
        return marksNew && effect.kind === "added" ? `${name} (new)` : name;
    });
    const rest = effects.length - shown.length;
    return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${(0,format/* formatCount */.B4)(rest)} more`;
}
/** Why a run failed or stopped. */
function reasonParts(outcome) {
    const heading = (0,model_message/* toPlainText */.bo)(verdict(outcome).message);
    const reasons = reasonsOf(outcome).filter((one) => !heading.includes((0,model_message/* toPlainText */.bo)(one)));
    if (reasons.length === 0)
        return [];
    const rest = (cut) => `<p>\u2026 and ${(0,format/* formatCount */.B4)(cut)} more</p>\n\n`;
    return [
        {
            keep: KEEP.reasons,
            heading: "",
            open: "",
            count: reasons.length,
            row: (index) => `<p>${richText(reasons[index] ?? [])}</p>\n\n`,
            more: rest,
            close: "",
        },
    ];
}
/** The failures of a run, or why it was superseded. */
function reasonsOf(outcome) {
    if (outcome.outcome === "failed")
        return outcome.failures;
    return outcome.outcome === "superseded" ? [outcome.reason] : [];
}
/** The pull request's own changes, then what else a sync would change; or the plan. */
function changeParts(outcome, sections) {
    const { effect, beyond = [] } = outcome;
    if (effect === undefined) {
        const planned = named(outcome, outcome.resources ?? []);
        const parts = sectionParts(planned, sections);
        const isPast = outcome.outcome === "failed" || outcome.outcome === "superseded";
        if (parts.length === 0 || !isPast)
            return parts;
        const words = wroteAnything(outcome)
            ? "What this run planned"
            : "What this run planned, not sent";
        return [title(words), ...parts];
    }
    const others = sectionParts(named(outcome, beyond), sections);
    const counts = effectsInWords(effectsOf(beyond));
    return [
        ...sectionParts(named(outcome, effect), { ...sections, isDrift: false }),
        ...(others.length === 0 ? [] : [title(`Not in this pull request: ${counts}`)]),
        ...others,
    ];
}
/** What an export wrote; or what it would write. */
function exportParts({ exported }, sections) {
    if (exported === undefined)
        return [];
    const parts = exportSections(exported, sections);
    return exported.isWritten || parts.length === 0
        ? parts
        : [title("What this export would write"), ...parts];
}
function title(words) {
    return block(KEEP.headings, `## ${words}\n\n`);
}
/** The changes with the names of their resources, where there are several. */
function named(outcome, changes) {
    if (changes.length < 2)
        return changes;
    const nameOf = resourceNames(outcome);
    return changes.map((one) => ({ ...one, name: one.resourceId && nameOf(one.resourceId) }));
}
/** The whole roster in one small table. */
function overviewParts({ overview, accounts = 0 }) {
    if (overview === undefined)
        return [];
    const levels = Object.entries(overview.accounts);
    const rows = levels.map(([level, byStatus]) => tableRow([escapeHtml(level), ...model_account/* STATUSES */.f.map((one) => (0,format/* formatCount */.B4)(byStatus[one] ?? 0))]));
    const admins = overview.accounts["ADMIN"]?.["ACTIVE"] ?? 0;
    const facts = `${(0,format/* pluralize */.td)(accounts, "account")}, ${(0,format/* formatCount */.B4)(admins)} ADMIN, ${(0,format/* formatCount */.B4)(overview.withoutMfa)} without MFA or SSO`;
    const content = `<details><summary>The roster at a glance: ${facts}</summary>\n${tableHead(["", ...model_account/* STATUSES */.f])}${rows.join("")}</table>\n</details>\n\n`;
    return [block(KEEP.overview, content)];
}
/** Where the files of this commit can be seen; undefined where it is not known. */
function linkBaseOf({ run }) {
    const { serverUrl, repository, commit } = run;
    if (serverUrl === undefined || repository === undefined || commit === undefined)
        return undefined;
    const parts = [...repository.split("/"), "blob", commit].map(encodeURIComponent);
    return [serverUrl, ...parts].join("/");
}

;// CONCATENATED MODULE: ./build/report/log.js
// Outcome \u2192 the log: the plan and the guards before anything is sent, then the problems, and the
// verdict as the last line.










/** How many lines of plan the log shows, and how many of problems. */
const LOG_LIMIT = 1000;
/** What changes, and the guards: what is logged before anything is sent. */
function renderPlan(outcome) {
    const { effect = [], beyond = [], resources = [] } = outcome;
    const nameOf = resourceNames(outcome);
    const titledAll = (what, changes) => changes.map((one) => titled(what, one, changes.length > 1 ? one.resourceId && nameOf(one.resourceId) : undefined));
    const groups = outcome.effect === undefined
        ? titledAll("Plan", resources)
        : [
            ...titledAll("This pull request", effect),
            ...titledAll("A sync would also change", beyond),
        ];
    return [...withinLimit([...groups, ...exportGroups(outcome)]), ...guardGroups(outcome)];
}
/** What an export changes, file by file. */
function exportGroups({ exported }) {
    if (exported === undefined)
        return [];
    const title = exported.files.length === 0 ? "no changes" : exportInWords(exported);
    return [{ title: `Export: ${title}`, lines: exported.files.flatMap(exportLines) }];
}
function exportLines({ path, changed, added, takenOut }) {
    const file = (0,format/* toSingleLine */.OX)(path);
    return [
        ...changed.map((one) => `~ ${whoIs(one)}: ${one.fields.map(fieldWords).join("; ")} (${file})`),
        ...added.map((one) => `+ ${whoIs(one)}: ${accessWords(one)} (${file})`),
        ...takenOut.map((one) => `- ${whoIs(one)}: taken out of ${file}`),
    ];
}
function whoIs(one) {
    return `${(0,format/* toSingleLine */.OX)(one.uniqueId)}${log_named(one)}`;
}
function titled(what, changes, resource) {
    const effects = classify(changes);
    const where = resource === undefined ? "" : ` in ${(0,format/* toSingleLine */.OX)(resource)}`;
    return {
        title: `${what}${where}: ${effectsInWords(effects) || "no changes"}`,
        lines: ACCOUNT_CLASSES.flatMap((wanted) => ofClass(effects, wanted)).flatMap(linesOf),
    };
}
/** The first {@link LOG_LIMIT} lines of all groups together. */
function withinLimit(groups) {
    let left = LOG_LIMIT;
    return groups.map(({ title, lines }) => {
        const shown = lines.slice(0, left);
        left -= shown.length;
        const rest = lines.length - shown.length;
        const more = rest === 0 ? [] : [`\u2026 and ${(0,format/* formatCount */.B4)(rest)} more, in the report file`];
        return { title, lines: [...shown, ...more] };
    });
}
/** A line for an account; for a re-keyed pair one for each `uniqueId`. */
function linesOf(effect) {
    const id = (0,format/* toSingleLine */.OX)(effect.uniqueId);
    const who = log_named(effect);
    switch (effect.kind) {
        case "removed":
            return [
                `- ${id}${who}: ${effect.how === "omit" ? "deleted from Vanta" : "set to DEACTIVATED"}`,
            ];
        case "changed":
            return [`~ ${id}${who}: ${effect.fields.map(fieldWords).join("; ")}`];
        case "rekeyed": {
            const from = (0,format/* toSingleLine */.OX)(effect.from);
            const fields = effect.fields.map(fieldWords).join("; ");
            return [
                `- ${from}${who}: re-keyed to ${id}`,
                `+ ${id}${who}: re-keyed from ${from}${fields === "" ? "" : `; ${fields}`}`,
            ];
        }
        case "added":
            return [`+ ${id}${who}: ${accessWords(effect)}`];
        case "deleted":
            return [
                `x ${id}${who}: deleted from Vanta (${effect.why === "forget" ? "forget" : "cannot be sent"})`,
            ];
        case "expired":
            return [`x ${id}${who}: expired, no longer sent`];
    }
}
function log_named({ account }) {
    const words = [textOf(account, "fullName"), textOf(account, "email")]
        .filter((value) => value !== "")
        .map((value) => (0,format/* toSingleLine */.OX)(value));
    return words.length === 0 ? "" : ` ${words.join(", ")}`;
}
function accessWords({ account }) {
    return ["permissionLevel", "status", "authMethod"]
        .flatMap((field) => leaves(account[field]))
        .map((value) => (0,format/* toSingleLine */.OX)(value))
        .join(", ");
}
function fieldWords(change) {
    const { before, after, same } = shownChange(change);
    const field = (0,format/* toSingleLine */.OX)(change.field);
    if (same === 0)
        return `${field} ${quotedValues(before)} \u2192 ${quotedValues(after)}`;
    const parts = [
        ...after.map((value) => `+ "${(0,format/* toSingleLine */.OX)(value)}"`),
        ...before.map((value) => `- "${(0,format/* toSingleLine */.OX)(value)}"`),
    ];
    return `${field} ${firstOf(parts, log_SHOWN_ELEMENTS).join(", ")}`;
}
function quotedValues(texts) {
    if (texts.length === 0)
        return "none";
    const quoted = texts.map((value) => `"${(0,format/* toSingleLine */.OX)(value)}"`);
    return firstOf(quoted, log_SHOWN_ELEMENTS).join(", ");
}
/** How many elements of a list a line shows. */
const log_SHOWN_ELEMENTS = 10;
function guardGroups(outcome) {
    const lines = [
        ...outcome.violations.map((one) => violationLine(one, outcome)),
        ...waivedOf(outcome).map((one) => {
            const by = (0,model_message/* toPlainText */.bo)(guard_parts_waiver(one, outcome));
            return `${violationLine(one, outcome)} Approved by ${by}.`;
        }),
    ];
    if (outcome.resources === undefined && lines.length === 0)
        return [];
    const title = outcome.violations.length > 0
        ? "Guards: blocked"
        : lines.length > 0
            ? "Guards: passed with an approval"
            : "Guards: passed";
    return [{ title, lines }];
}
/** How many accounts that count for a guard the log names; all of them are in the plan above. */
const NAMED_ACCOUNTS = 10;
function violationLine(violation, outcome) {
    const { code, message, accounts } = violation;
    const resource = resourceOf(violation, outcome);
    const where = resource === undefined ? "" : ` in ${(0,format/* toSingleLine */.OX)(resource)}`;
    const ids = firstOf(accounts, NAMED_ACCOUNTS).map((value) => (0,format/* toSingleLine */.OX)(value));
    const who = ids.join(", ");
    return `${code}${where}: ${(0,model_message/* toPlainText */.bo)(message)}${who === "" ? "" : ` Accounts: ${who}.`}`;
}
/** The problems, each as `file:line:column message`. */
function renderProblems({ problems }) {
    const { kept } = problems;
    const lines = kept.slice(0, LOG_LIMIT).map(({ severity, code, message, location }) => {
        const { file, line, column } = location ?? {};
        const where = file === undefined ? "" : `${(0,format/* toSingleLine */.OX)(file)}:${line}:${column} `;
        return `${where}${(0,model_message/* toPlainText */.bo)(message)} (${severity} ${code})`;
    });
    const rest = kept.length - lines.length + countDropped(problems);
    return rest > 0 ? [...lines, `\u2026 and ${(0,format/* pluralize */.td)(rest, "more problem")}`] : lines;
}
/**
 * Why the run failed or was blocked, how to go on, what was read and sent, and the verdict.
 * `approve`: how this shell takes the digest of a plan that is approved.
 */
function renderClosing(outcome, approve = "run the workflow with approved-plan") {
    const { symbol, message } = verdict(outcome);
    const applies = mergeApplies(outcome) ? " Merging applies this." : "";
    return [
        ...outcome.violations.map((one) => violationLine(one, outcome)),
        ...(outcome.outcome === "blocked" ? approvalLines(outcome, approve) : []),
        ...reasonsOf(outcome).map(model_message/* toPlainText */.bo),
        ...resourceLines(outcome),
        ...[readAndSent(outcome)].filter((line) => line !== undefined),
        ...(outcome.maskedBecause === undefined
            ? []
            : [`Personal data is masked: ${outcome.maskedBecause}.`]),
        `${requestsInWords(outcome)}.`,
        ...(outcome.digest === undefined ? [] : [`Plan digest: ${outcome.digest}`]),
        `${symbol} ${(0,model_message/* toPlainText */.bo)(message)}${applies}`,
    ];
}
/** The result for each resource, where there are several. */
function resourceLines(outcome) {
    const { resources = [] } = outcome;
    if (resources.length < 2)
        return [];
    return resources.map((one) => `${(0,format/* toSingleLine */.OX)(resourceName(one))}: ${resources_stateOf(one, outcome)}`);
}
function approvalLines(outcome, approve) {
    const ways = approvalWays(outcome);
    if (ways.length === 0)
        return outcome.digest === undefined ? [] : [`If it is intended: ${NO_APPROVAL}`];
    return ways.map(({ kind, line }, index) => {
        const start = index === 0 ? "To approve exactly this plan," : "Or";
        return kind === "run"
            ? `${start} ${approve}: ${line}`
            : `${start} add this line to ${(0,format/* toSingleLine */.OX)(outcome.approvals?.file ?? "")}: ${line}`;
    });
}

;// CONCATENATED MODULE: ./build/report/outputs.js
// Outcome \u2192 the outputs of the step, as far as they are known.


/** Every output of the action, in the order of action.yml. */
const OUTPUT_NAMES = (/* unused pure expression or super */ null && ([
    "mode",
    "outcome",
    "accounts",
    "added",
    "removed",
    "changed",
    "unchanged",
    "deleted",
    "expired",
    "has-changes",
    "plan-digest",
    "verified",
    "errors",
    "warnings",
    "report-file",
    "backup",
    "export-file",
    "changed-files",
]));
/**
 * The outputs by name, as text. Counts are of the plan; `verified` stands only after a sync that
 * sent something.
 */
function renderOutputs(outcome, reportFile) {
    const { mode, accounts, digest, backup, resources, problems } = outcome;
    const { exported } = outcome;
    const count = (of) => resources?.reduce((sum, resource) => sum + of(resource), 0);
    const inFiles = (of) => exported?.files.reduce((sum, file) => sum + of(file), 0);
    const verified = wroteAnything(outcome)
        ? resources?.every((resource) => resource.verified)
        : undefined;
    const known = {
        mode,
        outcome: outcome.outcome,
        accounts,
        added: count(({ added }) => added.length) ?? inFiles(({ added }) => added.length),
        removed: count(({ removed }) => removed.length) ?? inFiles(({ takenOut }) => takenOut.length),
        changed: count(({ changed }) => changed.length) ?? inFiles(({ changed }) => changed.length),
        unchanged: count(({ unchanged }) => unchanged) ?? exported?.unchanged,
        deleted: count(({ deleted }) => deleted.length),
        expired: count(({ expired }) => expired.length),
        "has-changes": hasChanges(outcome) ?? (exported && exported.files.length > 0),
        "plan-digest": digest,
        verified,
        errors: problems.errors,
        warnings: problems.warnings,
        "report-file": reportFile,
        backup,
        ...exportOutputs(outcome),
    };
    return Object.fromEntries(Object.entries(known).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]]));
}
/** The paths that an export wrote, one per line; empty where it wrote nothing. */
function exportOutputs({ mode, exported }) {
    if (mode !== "export")
        return { "export-file": undefined, "changed-files": undefined };
    const { isWritten = false, files = [], exportFiles = [] } = exported ?? {};
    const written = isWritten ? files.map(({ path }) => path) : [];
    return {
        "export-file": written.filter((path) => exportFiles.includes(path)).join("\n"),
        "changed-files": written.join("\n"),
    };
}

;// CONCATENATED MODULE: ./build/report/report-file.js
// Outcome \u2192 the report file: JSON for auditors and for other programs, in the form that
// report.schema.json describes. What is not known is absent, never null.

/**
 * The report with a line end behind it. `JSON.stringify` leaves out what is undefined, and so says
 * absent.
 */
function renderReport(outcome) {
    const { mode, digest, violations, resources, effect, problems, requests, backup } = outcome;
    const notices = problems.kept.filter(({ severity }) => severity === "notice");
    const report = {
        version: 1,
        mode,
        outcome: outcome.outcome,
        digest,
        violations: violations.map((violation) => violationJson(violation, violation.resourceId)),
        failures: outcome.outcome === "failed" ? outcome.failures.map(model_message/* toPlainText */.bo) : undefined,
        reason: outcome.outcome === "superseded" ? (0,model_message/* toPlainText */.bo)(outcome.reason) : undefined,
        run: runJson(outcome),
        resources: resources?.map(resourceJson),
        effect: effect === undefined ? undefined : effectJson(effect),
        export: outcome.exported && exportJson(outcome.exported),
        problems: problems.kept.filter(({ severity }) => severity !== "notice").map(problemJson),
        notices: notices.length > 0
            ? notices.map(({ code, message }) => ({ code, message: (0,model_message/* toPlainText */.bo)(message) }))
            : undefined,
        errors: problems.errors,
        warnings: problems.warnings,
        requests: requests.map(({ method, path, resourceId, attempts, status }) => ({
            method,
            path,
            resourceId,
            attempts,
            status,
        })),
        backup,
    };
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
function runJson({ run }) {
    const { serverUrl, workflowUrl, ...shown } = run;
    return shown;
}
function resourceJson(resource) {
    const { resourceId, current, desired, unchanged, refreshed, carried, expired, deferred, sent, violations, synced, verified, } = resource;
    return {
        resourceId,
        current,
        desired,
        ...changesJson(resource, undefined),
        expired: expired.map(({ uniqueId }) => uniqueId),
        deferred,
        unchanged,
        refreshed,
        carried,
        sent,
        violations: violations.map((violation) => violationJson(violation, undefined)),
        synced,
        verified,
    };
}
function exportJson({ isWritten, files, unchanged }) {
    return {
        written: isWritten,
        files: files.map(({ path, resourceId, isNew, added, changed, takenOut }) => ({
            path,
            resourceId,
            new: isNew,
            added: added.map(({ uniqueId, account }) => ({ uniqueId, account })),
            changed: changed.map(({ uniqueId, fields }) => ({ uniqueId, fields })),
            takenOut: takenOut.map(({ uniqueId, account }) => ({ uniqueId, account })),
        })),
        unchanged,
    };
}
/** The changes of a pull request over all resources; each says which, where that is known. */
function effectJson(effect) {
    const all = effect.map((changes) => changesJson(changes, changes.resourceId));
    return {
        added: all.flatMap(({ added }) => added),
        removed: all.flatMap(({ removed }) => removed),
        changed: all.flatMap(({ changed }) => changed),
        rekeyed: all.flatMap(({ rekeyed }) => rekeyed),
        deleted: all.flatMap(({ deleted }) => deleted),
    };
}
function changesJson({ added, removed, changed, rekeyed, deleted }, resourceId) {
    return {
        added: added.map(({ uniqueId, account }) => ({ resourceId, uniqueId, account })),
        removed: removed.map(({ uniqueId, how, account }) => ({ resourceId, uniqueId, how, account })),
        changed: changed.map(({ uniqueId, fields }) => ({ resourceId, uniqueId, fields })),
        rekeyed: rekeyed.map(({ from, to }) => ({ resourceId, from, to })),
        deleted: deleted.map(({ uniqueId, why, account }) => ({ resourceId, uniqueId, why, account })),
    };
}
function violationJson({ code, message, accounts, waivedBy }, resourceId) {
    return { code, resourceId, message: (0,model_message/* toPlainText */.bo)(message), accounts, waivedBy };
}
function problemJson({ severity, code, message, location }) {
    return { severity, code, message: (0,model_message/* toPlainText */.bo)(message), ...location };
}

;// CONCATENATED MODULE: ./build/report/show-safely.js
// What may be shown where even that may fail: the last resort of a shell that has to report how a
// run ended.



/** What may be shown; where that cannot be decided, only what has no data of others. */
function showSafely(outcome, { policy, secrets }) {
    try {
        return show(outcome, policy, secrets);
    }
    catch (error) {
        return show(withoutData(outcome, reasonOf(error)), { kind: "none" }, secrets);
    }
}
/** The system's code for an error. Its message is not shown: it may quote anything. */
function reasonOf(error) {
    return (0,errors/* systemCode */.x)(error) ?? "unexpected error";
}
/**
 * How the run ended and what is known of each resource, without anything from the roster or Vanta.
 */
function withoutData(outcome, why) {
    const failure = (0,model_message/* msg */.ab) `The reports could not be made in full (${why}). Please report this.`;
    return {
        outcome: "failed",
        failures: [failure],
        run: outcome.run,
        mode: outcome.mode,
        digest: outcome.digest,
        backup: outcome.backup,
        requests: outcome.requests,
        violations: [],
        problems: { kept: [], errors: outcome.problems.errors, warnings: outcome.problems.warnings },
        resources: outcome.resources?.map((resource) => ({
            ...resource,
            added: [],
            removed: [],
            changed: [],
            rekeyed: [],
            deleted: [],
            expired: [],
            violations: [],
        })),
    };
}

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./build/node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./build/runner/commands.js
// Commands to the runner: log, annotations, outputs, masks, job summary. The only import of
// @actions/core. Every line is made safe for the log here.



/** Writes one line to the log. */
function commands_info(line) {
    info((0,format/* toLogLine */.gD)(line));
}
/** Writes one line to the log of a run with debug logging. */
function commands_debug(line) {
    debug((0,format/* toLogLine */.gD)(line));
}
/** Writes the lines as a group that folds. */
function commands_group(title, lines) {
    startGroup((0,format/* toLogLine */.gD)(title));
    for (const line of lines)
        commands_info(line);
    endGroup();
}
/** Adds an annotation. The runner keeps ten of each severity for a step; the caller counts them. */
function annotate({ severity, message, title, file, line, column }) {
    const write = { error: error, warning: warning, notice: notice }[severity];
    write((0,format/* toLogLine */.gD)(message), {
        ...(title !== undefined && { title: (0,format/* toLogLine */.gD)(title) }),
        ...(file !== undefined && { file: (0,format/* toLogLine */.gD)(file) }),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column }),
    });
}
/** Sets an output. Without a runner (a run by hand) it is logged. */
function commands_setOutput(name, value) {
    if (process.env["GITHUB_OUTPUT"])
        setOutput(name, value);
    else
        commands_info(`${name}=${value}`);
}
/** Makes the runner hide a value in the log from here on; of several lines, each. */
function commands_mask(secret) {
    for (const line of new Set([secret, ...secret.split(/[\r\n]+/)])) {
        if (line.trim() !== "")
            setSecret(line);
    }
}
/** Appends markdown to the job summary, if there is one. Throws where it cannot be written. */
function writeSummary(markdown) {
    const path = process.env["GITHUB_STEP_SUMMARY"];
    if (path)
        (0,external_node_fs_namespaceObject.appendFileSync)(path, markdown.endsWith("\n") ? markdown : `${markdown}\n`);
}

;// CONCATENATED MODULE: ./build/publish.js













/**
 * Shows the outcome everywhere, and returns what was shown. What could not be written is a warning.
 * Never rejects.
 */
async function publish(outcome, publication) {
    const { reportFile, comment } = publication;
    const attempt = (what, write) => {
        try {
            write();
        }
        catch (error) {
            const message = `The ${what} could not be written (${reasonOf(error)}).`;
            annotate({ severity: "warning", message });
        }
    };
    const shown = await keepComment(showSafely(outcome, publication), comment, publication);
    if (reportFile !== undefined) {
        attempt("report file", () => writeReport(reportFile, renderReport(shown)));
    }
    attempt("log", () => {
        if (!publication.isPlanShown)
            logPlan(shown);
        for (const line of renderProblems(shown))
            commands_info(line);
    });
    attempt("job summary", () => writeSummary(renderSummary(shown, { reportFile })));
    attempt("outputs", () => {
        for (const [name, value] of Object.entries(renderOutputs(shown, reportFile))) {
            commands_setOutput(name, value);
        }
    });
    attempt("annotations", () => {
        for (const annotation of chooseAnnotations(shown))
            annotate(annotation);
    });
    attempt("end of the log", () => {
        for (const line of renderClosing(shown))
            commands_info(line);
    });
    return shown;
}
/** Logs the plan and the guards of a run that goes on. Never throws. */
function publishPlan(outcome, { policy, secrets }) {
    try {
        logPlan(show(outcome, policy, secrets));
    }
    catch (error) {
        const message = `The plan could not be logged (${reasonOf(error)}).`;
        annotate({ severity: "warning", message });
    }
}
function logPlan(shown) {
    for (const { title, lines } of renderPlan(shown))
        commands_group(title, lines);
}
/** Keeps the one comment on the pull request. What goes wrong with it is one more warning. */
async function keepComment(shown, comment, { policy, secrets }) {
    if (comment === undefined)
        return shown;
    const { github, number, marker, when } = comment;
    try {
        const body = when === "always" || hasNews(shown) ? renderComment(shown, { marker }) : undefined;
        await (await github()).upsertComment({ number, marker, body });
        return shown;
    }
    catch (error) {
        const message = (0,model_message/* msg */.ab) `The comment on the pull request could not be kept: ${publish_explain(error)}`;
        return showProblem(shown, (0,problem/* makeProblem */.km)("comment-failed", message), policy, secrets);
    }
}
function publish_explain(error) {
    if (error instanceof ports/* GitHubError */.y_)
        return error.explanation;
    return (0,model_message/* msg */.ab) `${(0,model_message/* reply */.Tm)((0,errors/* errorMessage */.g)(error))}`;
}

;// CONCATENATED MODULE: ./build/report/comment-marker.js
// The hidden first line of our comment on a pull request, by which the next run finds it again.
// Pure.

/**
 * The marker for one roster and one default resource ID, so that two steps keep two comments: an
 * HTML comment on one line.
 */
function commentMarker(patterns, resourceId) {
    const identity = JSON.stringify([patterns, resourceId ?? null]);
    return `<!-- vanta-roster-sync:${(0,external_node_crypto_.createHash)("sha256").update(identity).digest("hex").slice(0, 16)} -->`;
}

;// CONCATENATED MODULE: ./build/runner/signals.js
// Cancellation of the job.

/**
 * GitHub cancels a job by SIGINT, 7.5 s later by SIGTERM, and kills the process 2.5 s after that.
 * The handlers stay to the end, so that SIGTERM does not end the process in the middle of a report.
 */
function listenForSignals(signals = ["SIGINT", "SIGTERM"]) {
    const controller = new AbortController();
    for (const signal of signals) {
        process.on(signal, () => controller.abort(new ports/* Cancelled */.cJ("the run was cancelled")));
    }
    return controller.signal;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __nccwpck_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __nccwpck_require__(3305);
;// CONCATENATED MODULE: ./build/settings/context.js
// Where and why the action runs: the runner's GITHUB_* variables and the event file \u2192 RunContext.
// The only file that knows the form of GitHub's events. It never fails: what it cannot read is
// absent.


/** The same schema, but what it does not fit counts as missing, and the rest is still read. */
function ifRight(schema) {
    return schemas/* catch */.MfU(schemas/* optional */.lqM(schema), undefined);
}
const context_name = ifRight(schemas/* string */.YjP().check(api/* _minLength */.m9(1)));
const number = ifRight(schemas/* int */.Whr().check(api/* _positive */.NC()));
const context_boolean = ifRight(schemas/* boolean */.zMY());
function lenient(shape) {
    return ifRight(schemas/* object */.Ikc(shape));
}
const payloadSchema = lenient({
    repository: lenient({
        id: number,
        full_name: context_name,
        default_branch: context_name,
        visibility: context_name,
        private: context_boolean,
    }),
    pull_request: lenient({ number, base: lenient({ sha: context_name, ref: context_name }) }),
    issue: lenient({ number, pull_request: schemas/* unknown */.L5J() }),
    merge_group: lenient({ base_sha: context_name, base_ref: context_name }),
    workflow_run: lenient({
        event: context_name,
        head_branch: context_name,
        head_sha: context_name,
        head_repository: lenient({ id: number, full_name: context_name }),
    }),
});
/** Reads the runner's variables and the event file. Never throws. */
function readContext(env) {
    const payload = readPayloadFile(env["GITHUB_EVENT_PATH"]);
    const repository = nonEmpty(env["GITHUB_REPOSITORY"]) ?? payload.repository?.full_name;
    const serverUrl = withoutSlash(env["GITHUB_SERVER_URL"]);
    const runId = nonEmpty(env["GITHUB_RUN_ID"]);
    const attempt = parseAttempt(env["GITHUB_RUN_ATTEMPT"]);
    return {
        workspace: nonEmpty(env["GITHUB_WORKSPACE"]) ?? process.cwd(),
        repository,
        commit: nonEmpty(env["GITHUB_SHA"]),
        ref: nonEmpty(env["GITHUB_REF"]),
        event: nonEmpty(env["GITHUB_EVENT_NAME"]),
        runId,
        attempt,
        actor: nonEmpty(env["GITHUB_ACTOR"]),
        serverUrl,
        url: runUrl(serverUrl, repository, runId, attempt),
        workflowUrl: workflowUrl(serverUrl, env["GITHUB_WORKFLOW_REF"]),
        apiUrl: withoutSlash(env["GITHUB_API_URL"]),
        defaultBranch: payload.repository?.default_branch,
        isPublic: isPublic(payload.repository),
        pullRequestNumber: pullRequestNumber(payload),
        pullRequestBase: payload.pull_request?.base?.sha,
        mergeGroupBase: payload.merge_group?.base_sha,
        mergesToDefaultBranch: mergesToDefaultBranch(payload),
        workflowRun: triggeringRun(payload, repository),
    };
}
/** The page of an attempt of a run. */
function runUrl(serverUrl, repository, runId, attempt = 1) {
    if (serverUrl === undefined || repository === undefined || runId === undefined)
        return undefined;
    const page = `${serverUrl}/${repository}/actions/runs/${encodeURIComponent(runId)}`;
    return attempt === 1 ? page : `${page}/attempts/${attempt}`;
}
/** The page of a workflow, from `owner/name/.github/workflows/file.yml@ref`. */
function workflowUrl(serverUrl, workflow) {
    const [, repository, file] = /^([^/]+\/[^/]+)\/\.github\/workflows\/([^/@]+)@/.exec(workflow ?? "") ?? [];
    if (serverUrl === undefined || repository === undefined || file === undefined)
        return undefined;
    return `${serverUrl}/${repository}/actions/workflows/${encodeURIComponent(file)}`;
}
function mergesToDefaultBranch({ repository, pull_request, merge_group, }) {
    const branch = pull_request?.base?.ref ?? merge_group?.base_ref?.replace(/^refs\/heads\//, "");
    return branch === undefined ? undefined : branch === repository?.default_branch;
}
function readPayloadFile(path) {
    if (path === undefined || path === "")
        return {};
    try {
        return payloadSchema.parse(JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, "utf8"))) ?? {};
    }
    catch {
        return {};
    }
}
function isPublic(repository) {
    if (repository?.visibility !== undefined)
        return !["private", "internal"].includes(repository.visibility);
    return repository?.private !== true;
}
function pullRequestNumber({ pull_request, issue }) {
    if (pull_request?.number !== undefined)
        return pull_request.number;
    // In the event of a comment, a pull request is an issue with this key.
    return issue?.pull_request === undefined || issue.pull_request === null
        ? undefined
        : issue.number;
}
function triggeringRun(payload, repository) {
    const run = payload.workflow_run;
    if (run === undefined)
        return undefined;
    return {
        event: run.event,
        headBranch: run.head_branch,
        headSha: run.head_sha,
        ofThisRepository: isSameRepository(run.head_repository, {
            id: payload.repository?.id,
            full_name: repository,
        }),
    };
}
function isSameRepository(one, other) {
    if (one?.id !== undefined && other.id !== undefined)
        return one.id === other.id;
    return (one?.full_name !== undefined && one.full_name.toLowerCase() === other.full_name?.toLowerCase());
}
function parseAttempt(value) {
    return value !== undefined && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : undefined;
}
function withoutSlash(value) {
    return nonEmpty(value?.replace(/\/+$/, ""));
}
function nonEmpty(value) {
    return value === "" ? undefined : value;
}

// EXTERNAL MODULE: ./build/model/nearest.js
var nearest = __nccwpck_require__(376);
// EXTERNAL MODULE: ./build/model/url.js
var model_url = __nccwpck_require__(6895);
;// CONCATENATED MODULE: ./build/settings/api-url.js
// Checks the api-url input: to which hosts the client secret may be sent.

const HOW_TO_HOST = "write https://api.vanta.com, or https://api.vanta-gov.com for Vanta Gov";
/** Why credentials are not sent to this URL, as a predicate; undefined if they are. */
function refuseApiUrl(value) {
    const url = (0,model_url/* parseUrl */.D)(value);
    if (url === undefined)
        return `is not a URL; ${HOW_TO_HOST}`;
    const { protocol, hostname, username, password } = url;
    if (/^api\.(eu|aus)\.vanta\.com$/.test(hostname)) {
        return "only redirects, and loses the token on the way; write https://api.vanta.com, which serves every region";
    }
    if (protocol !== "https:" && protocol !== "http:")
        return `is not an https URL; ${HOW_TO_HOST}`;
    if (username !== "" || password !== "")
        return `has a user or a password; ${HOW_TO_HOST}`;
    // The URL parser also accepts a missing slash, a backslash, or a line end within the URL.
    if (!/^https?:\/\/[^\s/\\?#@]+\/?$/i.test(value))
        return `is more than an origin: no path, query or user may follow the host; ${HOW_TO_HOST}`;
    if (isLoopback(hostname))
        return undefined;
    if (!/^([^.]+\.)*(vanta|vanta-gov)\.com$/.test(hostname))
        return `is not a host of Vanta's, so the client secret is not sent there; ${HOW_TO_HOST}`;
    return protocol === "https:"
        ? undefined
        : `would send the client secret unencrypted; ${HOW_TO_HOST}`;
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./build/settings/input-rules.js
// What may be written in an input, one rule for each kind of value. The messages are predicates:
// the name of the input and the value come before them.






/** The longest timeout of one attempt, in seconds. */
const MAX_TIMEOUT = 3600;
/** A hundred years: more is a typing mistake. */
const MAX_DAYS = 36_500;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters and spaces
const BLANK_OR_CONTROL = /[\s\u0000-\u001F\u007F-\u009F]/;
/** One of a few words. */
function oneOf(...allowed) {
    return schemas/* enum */.k5n(allowed, {
        error: ({ input }) => `is not known; ${suggest(String(input), allowed)}`,
    });
}
/** Names the nearest of the names, or all of them where none is near. */
function suggest(word, names) {
    const near = (0,nearest/* nearest */.p)(word, names);
    return near === undefined
        ? `write ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`
        : `did you mean ${near}?`;
}
/**
 * Texts that pass all checks. Only the first that fails is reported. After the last one, the list that
 * a text is in is still checked.
 */
function textWhere(...checks) {
    const last = checks.length - 1;
    return schemas/* string */.YjP()
        .check(...checks.map(([isRight, error], index) => schemas/* refine */.YPB(isRight, { error, abort: index < last })));
}
const input_rules_boolean = schemas/* pipe */.FsL(textWhere([
    (value) => /^(true|True|TRUE|false|False|FALSE)$/.test(value),
    "is neither true nor false; write true or false",
]), schemas/* transform */.pdi((value) => value.toLowerCase() === "true"));
const secret = textWhere([
    (value) => !BLANK_OR_CONTROL.test(value),
    "has white space or a control character; store the secret again, on one line and without spaces",
]);
const identifier = textWhere([
    (value) => !BLANK_OR_CONTROL.test(value),
    "has white space or a control character; copy the Resource ID from Vanta's Developer Console",
]);
/** Resource IDs, one per line, each once. */
const identifiers = schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* string */.YjP(), schemas/* transform */.pdi(input_rules_linesOf)), schemas/* array */.YOg(identifier)), schemas/* transform */.pdi((ids) => [...new Set(ids)]));
const fileName = textWhere([(value) => !CONTROL.test(value), "has a control character; write a path"], [(value) => !/[\\/]$/.test(value), "is a folder; write the path of a file"]);
const fileInWorkspace = schemas/* pipe */.FsL(schemas/* pipe */.FsL(fileName, textWhere([
    (value) => !isAbsolute(value),
    "is an absolute path; write it from the root of the workspace",
], [(value) => !leadsOut(value), 'leads out of the workspace; write a path without ".."'])), 
// As git and GitHub write it.
schemas/* transform */.pdi((value) => external_node_path_.posix.normalize(value)));
/** A file that may be a roster. */
const input_rules_rosterFile = schemas/* pipe */.FsL(fileInWorkspace, textWhere([
    (value) => /\.(?:ya?ml|json)$/i.test(value),
    "is not a roster file; write a path that ends in .yml, .yaml or .json",
], [(value) => !value.split("/").includes(".git"), "is in git's own folder; name another file"]));
const pattern = textWhere([(value) => globOf(value) !== "", "is empty; write a pattern after the !"], [(value) => !CONTROL.test(value), "has a control character; write one pattern per line"], [
    (value) => !isAbsolute(globOf(value)),
    "is an absolute path; write it from the root of the workspace",
], [
    (value) => !leadsOut(globOf(value)),
    'leads out of the workspace, or may do so; write a pattern without ".."',
]);
const patternList = schemas/* array */.YOg(pattern).check(schemas/* refine */.YPB((all) => all.some((one) => !one.startsWith("!")), {
    error: "only has patterns that exclude files; add one without !",
}));
const MISSING_ROSTER = "is missing; write the path of the roster file, or glob patterns, one per line";
/** Glob patterns, one per line. `#` does not begin a comment: file names may have it. */
const patterns = schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* string */.YjP({ error: MISSING_ROSTER }), schemas/* transform */.pdi(input_rules_linesOf)), patternList), schemas/* transform */.pdi((lines) => parsePatterns(lines)));
/** A plan digest, as it is shown anywhere: with its input's name before it, in either case. */
const digest = schemas/* pipe */.FsL(schemas/* pipe */.FsL(schemas/* string */.YjP(), schemas/* transform */.pdi((value) => value.replace(/^approved-plan:\s*/i, "").toLowerCase())), textWhere([
    (value) => DIGEST.test(value),
    "is not a plan digest; copy the whole digest that a plan shows: sha256: and 64 hex digits",
]));
const days = schemas/* pipe */.FsL(textWhere([
    (value) => /^\d{1,9}$/.test(value),
    "is not a whole number of days; write a number such as 400, or 0 to keep no one",
], [(value) => Number(value) <= MAX_DAYS, `is more than ${MAX_DAYS} days, a hundred years`]), schemas/* transform */.pdi(Number));
const timeout = schemas/* pipe */.FsL(textWhere([(value) => /^\d{1,9}(\.\d{1,9})?$/.test(value), "is not a number of seconds; write 120, say"], [(value) => Number(value) > 0, "leaves no time for a response; write a number above 0"], [(value) => Number(value) <= MAX_TIMEOUT, `is more than ${MAX_TIMEOUT} seconds, an hour`]), schemas/* transform */.pdi(Number));
const HOW_TO_LIMIT = "write a count (50), a percentage (20%), or both with a comma (50, 20%)";
/** A count, a percentage, or one of each. */
const limits = schemas/* pipe */.FsL(textWhere([(value) => !limitsIn(value).includes(undefined), `is not a limit; ${HOW_TO_LIMIT}`], [hasOneOfEachKind, `has two limits of one kind; ${HOW_TO_LIMIT}`], [isAtMostAll, "is more than 100%; write a percentage from 0% to 100%"]), schemas/* transform */.pdi((value) => limitsIn(value).filter((limit) => limit !== undefined)));
function hasOneOfEachKind(value) {
    const kinds = limitsIn(value).map((limit) => limit?.kind);
    return new Set(kinds).size === kinds.length;
}
function isAtMostAll(value) {
    return limitsIn(value).every((limit) => limit?.kind !== "percent" || limit.value <= 100);
}
/** The parts between commas; undefined for those that are no limits. */
function limitsIn(value) {
    return value.split(",").map((part) => parseLimit(part.trim()));
}
function parseLimit(part) {
    if (/^\d{1,15}$/.test(part))
        return { kind: "count", value: Number(part) };
    if (!/^\d{1,15}(\.\d{1,2})?%$/.test(part))
        return undefined;
    return { kind: "percent", value: Number(part.slice(0, -1)) };
}
/** An origin that credentials may be sent to, without a slash at its end. */
const apiUrl = schemas/* pipe */.FsL(schemas/* string */.YjP().check(schemas/* refine */.YPB((value) => refuseApiUrl(value) === undefined, {
    error: ({ input }) => refuseApiUrl(String(input)),
})), schemas/* transform */.pdi((value) => new URL(value).origin));
/** The lines that are not empty, trimmed. */
function input_rules_linesOf(value) {
    return value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
/** A pattern without the `!` that makes it leave files out. */
function globOf(value) {
    return value.replace(/^!\s*/, "");
}
function isAbsolute(path) {
    return /^([\\/]|~[\\/]|[A-Za-z]:[\\/])/.test(path);
}

;// CONCATENATED MODULE: ./build/settings/inputs.js
// The inputs of action.yml: the runner's INPUT_* variables \u2192 Inputs, or every problem with them.
// Pure. What depends on the event (which mode runs) is in mode.ts.





/** Every input, and the default that an empty one means; action.yml has the same. */
const INPUT_DEFAULTS = {
    roster: undefined,
    mode: "auto",
    "client-id": undefined,
    "client-secret": undefined,
    "resource-id": undefined,
    "api-url": "https://api.vanta.com",
    "on-removal": "deactivate",
    "retain-deactivated-days": "400",
    "max-removals": "20%",
    "max-removals-per-day": "50%",
    "max-access-changes": "50%",
    "allow-empty": "false",
    "approved-plan": undefined,
    "approvals-file": undefined,
    "expect-no-changes": "false",
    "fail-on-warnings": "false",
    redact: "auto",
    "pr-comment": "never",
    // Only the runner can supply its default, `${{ github.token }}`.
    "github-token": undefined,
    // The default place is not a constant: a second step of a job gets another name.
    "report-file": undefined,
    "export-file": undefined,
    "request-timeout-seconds": "120",
};
/** The names of all inputs, in the order of action.yml. */
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);
/** Inputs whose value no message quotes. */
const SECRET = new Set([
    "client-id",
    "client-secret",
    "github-token",
]);
const schema = schemas/* object */.Ikc({
    roster: patterns,
    mode: oneOf("auto", "validate", "plan", "sync", "export"),
    "client-id": schemas/* optional */.lqM(secret),
    "client-secret": schemas/* optional */.lqM(secret),
    "resource-id": schemas/* optional */.lqM(identifiers),
    "api-url": apiUrl,
    "on-removal": oneOf("deactivate", "omit"),
    "retain-deactivated-days": days,
    "max-removals": limits,
    "max-removals-per-day": limits,
    "max-access-changes": limits,
    "allow-empty": input_rules_boolean,
    "approved-plan": schemas/* optional */.lqM(digest),
    "approvals-file": schemas/* optional */.lqM(fileInWorkspace),
    "expect-no-changes": input_rules_boolean,
    "fail-on-warnings": input_rules_boolean,
    redact: oneOf("auto", "always", "never"),
    "pr-comment": oneOf("never", "changes", "always"),
    "github-token": schemas/* optional */.lqM(secret),
    "report-file": schemas/* optional */.lqM(fileName),
    "export-file": schemas/* optional */.lqM(input_rules_rosterFile),
    "request-timeout-seconds": timeout,
});
/** Reads the INPUT_* variables. */
function readInputs(env) {
    const names = new Map(INPUT_NAMES.map((name) => [variableOf(name), name]));
    const values = Object.entries(INPUT_DEFAULTS).map(([name, fallback]) => {
        const value = env[variableOf(name)]?.trim();
        return [name, value === undefined || value === "" ? fallback : value];
    });
    const unknown = Object.keys(env)
        .filter((key) => key.startsWith("INPUT_") && env[key] !== undefined && !names.has(key))
        .map((key) => key.slice("INPUT_".length).toLowerCase());
    return { values: Object.fromEntries(values), unknown };
}
/** The runner's name for an input: upper case, spaces become `_`, hyphens stay. */
function variableOf(name) {
    return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}
/** The secrets among the inputs, to be masked before anything else is done with them. */
function secretsIn({ values }) {
    return [values["client-secret"], values["github-token"]].filter((value) => value !== undefined);
}
/** The inputs that decide where the report may be written; absent where they are not valid. */
function reportInputsIn({ values }) {
    const exportFile = schema.shape["export-file"].safeParse(values["export-file"]).data;
    const resourceIds = schema.shape["resource-id"].safeParse(values["resource-id"]).data;
    return {
        reportFile: schema.shape["report-file"].safeParse(values["report-file"]).data,
        roster: schema.shape.roster.safeParse(values["roster"]).data,
        approvalsFile: schema.shape["approvals-file"].safeParse(values["approvals-file"]).data,
        exportFiles: exportFile === undefined ? [] : exportFiles(exportFile, resourceIds),
    };
}
/** Every file that `export-file` stands for, in an update or from nothing. */
function exportFiles(exportFile, resourceIds = []) {
    return [exportFile, ...(0,file_names/* newFiles */.ei)(exportFile, resourceIds).values()];
}
/** Checks every input, and finds every problem at once. */
function parseInputs({ values, unknown }) {
    const parsed = schema.safeParse(values);
    const problems = [
        ...unknown.map(unknownInput),
        ...halfCredentials(values),
        ...approvalsToOverwrite(values),
        ...(parsed.error?.issues ?? []).map((issue) => problemOf(issue, values)),
    ];
    if (parsed.success && problems.length === 0) {
        return { ok: true, inputs: Object.freeze(toInputs(parsed.data)) };
    }
    return { ok: false, problems, forMode: parseModeInputs(values) };
}
/** The kebab-case of the inputs ends here. */
function toInputs(value) {
    const { "client-id": clientId, "client-secret": clientSecret } = value;
    return {
        roster: value.roster,
        mode: value.mode,
        credentials: clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret },
        resourceIds: value["resource-id"] ?? [],
        apiUrl: value["api-url"],
        onRemoval: value["on-removal"],
        retainDeactivatedDays: value["retain-deactivated-days"],
        maxRemovals: value["max-removals"],
        maxRemovalsPerDay: value["max-removals-per-day"],
        maxAccessChanges: value["max-access-changes"],
        allowEmpty: value["allow-empty"],
        approvedPlan: value["approved-plan"],
        approvalsFile: value["approvals-file"],
        expectNoChanges: value["expect-no-changes"],
        failOnWarnings: value["fail-on-warnings"],
        redact: value.redact,
        prComment: value["pr-comment"],
        githubToken: value["github-token"],
        reportFile: value["report-file"],
        exportFile: value["export-file"],
        requestTimeoutSeconds: value["request-timeout-seconds"],
    };
}
/** What the mode depends on, even if an input is invalid, so that one run reports all problems. */
function parseModeInputs(values) {
    const mode = schema.shape.mode.safeParse(values["mode"]);
    if (!mode.success)
        return undefined;
    const expectNoChanges = schema.shape["expect-no-changes"].safeParse(values["expect-no-changes"]);
    return {
        mode: mode.data,
        // If only one of the two is missing, `halfCredentials` says so.
        credentials: values["client-id"] ?? values["client-secret"],
        expectNoChanges: expectNoChanges.data ?? false,
        approvedPlan: values["approved-plan"],
        resourceIds: input_rules_linesOf(values["resource-id"] ?? ""),
        exportFile: values["export-file"],
    };
}
function problemOf(issue, values) {
    const [name = "", index] = issue.path.map(String);
    const value = values[name];
    if (value === undefined)
        return (0,problem/* makeProblem */.km)("missing-input", (0,model_message/* msg */.ab) `${name}: ${issue.message}`);
    const shown = quotable(name, value, index);
    const message = shown === undefined
        ? (0,model_message/* msg */.ab) `${name}: ${issue.message}`
        : (0,model_message/* msg */.ab) `${name}: ${(0,model_message/* quote */.hD)(shown)} ${issue.message}`;
    return (0,problem/* makeProblem */.km)("invalid-input", message);
}
/** The value to show: of several patterns the one in question; nothing that may be a secret. */
function quotable(name, value, index) {
    if (SECRET.has(name))
        return undefined;
    if (name === "api-url" && value.includes("@"))
        return undefined;
    return index === undefined ? value : input_rules_linesOf(value)[Number(index)];
}
function halfCredentials(values) {
    const pair = ["client-id", "client-secret"];
    const missing = pair.filter((name) => values[name] === undefined);
    if (missing.length !== 1)
        return [];
    return missing.map((name) => {
        const other = pair.find((one) => one !== name) ?? "";
        const message = (0,model_message/* msg */.ab) `${name}: is missing or empty, but ${other} is set; set both, or neither`;
        return (0,problem/* makeProblem */.km)("missing-input", message);
    });
}
/** What is approved must not be what is written. */
function approvalsToOverwrite(values) {
    const { approvalsFile, exportFiles: files } = reportInputsIn({ values, unknown: [] });
    if (approvalsFile === undefined || !files.includes(approvalsFile))
        return [];
    const message = (0,model_message/* msg */.ab) `approvals-file: ${(0,model_message/* quote */.hD)(approvalsFile)} is the export-file, or one of those that it stands for; name another file`;
    return [(0,problem/* makeProblem */.km)("invalid-input", message)];
}
function unknownInput(name) {
    const shown = /^[a-z0-9_-]+$/.test(name) ? name : (0,model_message/* quote */.hD)(name);
    const suggestion = suggest(name, INPUT_NAMES);
    const message = (0,model_message/* msg */.ab) `${shown}: is not an input of this action; ${suggestion}`;
    return (0,problem/* makeProblem */.km)("unknown-input", message);
}

;// CONCATENATED MODULE: ./build/settings/mode.js
// Which mode runs: what the user asked for, and what the event allows. Pure. The whole table is
// here.



/**
 * Events that outsiders can cause and that still run with the repository's secrets. Workflows for
 * them often check out the outsider's commit.
 */
const UNTRUSTED_EVENTS = new Set([
    "pull_request_target",
    "workflow_run",
    "issue_comment",
    "commit_comment",
    "issues",
    "discussion",
    "discussion_comment",
]);
/** Events that always run on the default branch. Their payload need not name it. */
const DEFAULT_BRANCH_EVENTS = new Set(["schedule", "repository_dispatch"]);
/** Events on which `auto` syncs from the default branch. */
const SYNC_EVENTS = new Set([
    "push",
    "schedule",
    "workflow_dispatch",
    "repository_dispatch",
]);
/**
 * Events on which an explicit `sync` is accepted besides: only people with write access cause them.
 */
const RELEASE_EVENTS = new Set(["release", "deployment"]);
/** Inputs and mode together, so that all problems with inputs come at once. */
function parseSettings(raw, context) {
    const parsed = parseInputs(raw);
    const problems = parsed.ok ? [] : parsed.problems;
    const forMode = parsed.ok ? parsed.inputs : parsed.forMode;
    if (forMode === undefined)
        return { ok: false, problems };
    const chosen = chooseMode(forMode, context);
    if (!chosen.ok)
        return { ...chosen, problems: [...problems, ...chosen.problems] };
    const { mode, reason, warnings } = chosen;
    const all = [...problems, ...warnings];
    return parsed.ok
        ? { ok: true, inputs: parsed.inputs, mode, reason, problems: all }
        : { ok: false, mode, reason, problems: all };
}
/** Chooses the mode. */
function chooseMode(inputs, context) {
    const chosen = inputs.mode === "auto"
        ? chooseForEvent(inputs, context)
        : chooseExplicit(inputs.mode, inputs, context);
    const misfits = inputs.mode === "export" ? [] : refuseExportInputs(inputs);
    if (misfits.length === 0)
        return chosen;
    const { mode, reason } = chosen;
    const problems = chosen.ok ? misfits : [...chosen.problems, ...misfits];
    return { ok: false, mode, reason, problems };
}
/** Whether the commit of the run is on the default branch. Unknown is no. */
function isOnDefaultBranch({ event = "", ref, defaultBranch }) {
    if (DEFAULT_BRANCH_EVENTS.has(event))
        return true;
    return defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`;
}
/** Whether the roster of this run may no longer be the newest one, so that GitHub is asked. */
function maySupersede(mode, context) {
    return mode === "sync" && (isOnDefaultBranch(context) || context.event === "workflow_run");
}
/** The table of mode `auto`: the first row that matches. */
function chooseForEvent(inputs, context) {
    const { event = "" } = context;
    const hasCredentials = inputs.credentials !== undefined;
    if (UNTRUSTED_EVENTS.has(event)) {
        const reason = `on ${event}, someone else's content may be checked out`;
        return chosen("validate", reason, warnUnchecked(inputs));
    }
    if (SYNC_EVENTS.has(event) && isOnDefaultBranch(context)) {
        const reason = `${event} on the default branch`;
        return hasCredentials
            ? chosen("sync", reason)
            : missingCredentials("sync", "on the default branch, mode auto is sync");
    }
    if (!hasCredentials)
        return chosen("validate", "no credentials", warnUnchecked(inputs));
    return chosen("plan", `${event === "" ? "a run" : event} with credentials`);
}
function chooseExplicit(mode, inputs, context) {
    const { isCommandLine = false } = context;
    const isPlanned = mode === "plan" || mode === "sync";
    // The command line has no event, and reports missing credentials by the names of its variables.
    const needsCredentials = mode !== "validate" && !isCommandLine;
    const problems = [
        ...(mode === "sync" && !isCommandLine ? refuseSync(context) : []),
        ...(isPlanned ? [] : refuseUnchecked(mode, inputs)),
        ...(needsCredentials && inputs.credentials === undefined
            ? missingCredentials(mode, `mode is ${mode}`).problems
            : []),
        ...(mode === "export" && inputs.exportFile === undefined ? [NO_EXPORT_FILE] : []),
    ];
    const reason = isCommandLine ? "as the verb says" : "as the input says";
    return problems.length === 0 ? chosen(mode, reason) : { ok: false, problems };
}
/** Checks that only a plan can make, in a mode that makes none. */
function refuseUnchecked(mode, inputs) {
    return uncheckedInputs(inputs).map((name) => invalid((0,model_message/* msg */.ab) `${name}: needs a plan, which mode ${mode} does not make; use mode plan or sync`));
}
const NO_EXPORT_FILE = (0,problem/* makeProblem */.km)("missing-input", (0,model_message/* msg */.ab) `export-file: is missing or empty, and export needs it; write the path of a roster file, to which accounts that no file has are written`);
/** What only an export takes. */
function refuseExportInputs({ exportFile, resourceIds }) {
    const several = (0,model_message/* msg */.ab) `resource-id: names several resources, which only an export may; write one Resource ID, or resourceId in each file`;
    const isFor = (0,model_message/* msg */.ab) `export-file: is only for mode export; remove it, or use mode export`;
    return [
        ...(exportFile === undefined ? [] : [invalid(isFor)]),
        ...(resourceIds.length > 1 ? [invalid(several)] : []),
    ];
}
/**
 * Why an explicit `sync` may not run on this event: what is checked out may not be reviewed yet.
 */
function refuseSync(context) {
    const { event = "", workflowRun, defaultBranch } = context;
    if (SYNC_EVENTS.has(event) || RELEASE_EVENTS.has(event))
        return [];
    if (event !== "workflow_run") {
        const allowed = [...SYNC_EVENTS, ...RELEASE_EVENTS].join(", ");
        return [
            invalid((0,model_message/* msg */.ab) `mode: sync is refused on ${(0,model_message/* quote */.hD)(event)}; it runs on ${allowed}, and on a workflow_run after a push to the default branch`),
        ];
    }
    const isPush = workflowRun?.event === "push" && workflowRun.ofThisRepository;
    const isDefault = defaultBranch !== undefined && workflowRun?.headBranch === defaultBranch;
    if (isPush && isDefault)
        return [];
    return [
        invalid((0,model_message/* msg */.ab) `mode: sync is refused on ${(0,model_message/* quote */.hD)(event)}, unless the run that triggered it was a push to this repository's default branch`),
    ];
}
function chosen(mode, reason, warnings = []) {
    return { ok: true, mode, reason, warnings };
}
function warnUnchecked(inputs) {
    const unchecked = uncheckedInputs(inputs);
    if (unchecked.length === 0)
        return [];
    const message = (0,model_message/* msg */.ab) `${unchecked.join(" and ")}: not checked, since mode auto is validate here, which makes no plan`;
    return [(0,problem/* makeProblem */.km)("not-checked", message)];
}
/** The inputs that only a plan can check. */
function uncheckedInputs({ expectNoChanges, approvedPlan }) {
    return [
        ...(expectNoChanges ? ["expect-no-changes"] : []),
        ...(approvedPlan === undefined ? [] : ["approved-plan"]),
    ];
}
function missingCredentials(mode, why) {
    const problems = ["client-id", "client-secret"].map((name) => (0,problem/* makeProblem */.km)("missing-input", (0,model_message/* msg */.ab) `${name}: is missing or empty, and ${mode} needs it (${why}); pass the secret, or set mode to validate`));
    return { ok: false, mode, reason: why, problems };
}
function invalid(message) {
    return (0,problem/* makeProblem */.km)("invalid-input", message);
}

;// CONCATENATED MODULE: ./build/main.js
// The shell of the action: reads the runner's environment, connects GitHub, runs the pipeline, and
// hands the outcome to the reports. What every shell needs is in compose.ts.













/** Runs the action once, in the environment of a runner. Returns the exit code. Never rejects. */
async function main(env, clock) {
    try {
        return await runAndPublish(env, clock);
    }
    catch {
        // Before there is anything to report on. The error may quote anything.
        const message = "Unexpected error before the run. Please report it.";
        annotate({ severity: "error", message });
        return 1;
    }
}
async function runAndPublish(env, clock) {
    const raw = readInputs(env);
    const shell = createShell(readContext(env), clock, listenForSignals(), commands_namespaceObject);
    secretsIn(raw).forEach(shell.conceal);
    const settings = parseSettings(raw, shell.context);
    const state = stateOf(settings);
    const reportFile = reserve(raw, env, shell.context, state.problems);
    shell.progress.info(startLine(settings));
    const inputs = settings.ok && state.problems.errors === 0 ? settings.inputs : undefined;
    const github = lazy(() => connectGitHub(inputs, shell));
    const showing = showingOf(settings, state, shell);
    let isPlanShown = false;
    const showPlan = () => {
        publishPlan(outcomeOf(state, { outcome: "planned" }, shell), showing());
        isPlanShown = true;
    };
    const ending = settings.ok && inputs !== undefined && reportFile !== undefined
        ? await runValid({
            inputs,
            mode: settings.mode,
            reportFile,
            ofShell: (read) => ({
                showPlan,
                ...askingGitHub(inputs, settings.mode, github, shell, read),
            }),
        }, shell, state)
        : { outcome: "invalid" };
    const outcome = outcomeOf(state, ending, shell);
    const comment = inputs && commentPlace(inputs, github, shell.context);
    const shown = await publish(outcome, { ...showing(), reportFile, comment, isPlanShown });
    return passes(shown) ? 0 : 1;
}
/** Reserves the place of the report. Where any input is wrong, that is the default one. */
function reserve(raw, env, { workspace }, problems) {
    const { reportFile: named, ...others } = reportInputsIn(raw);
    const places = { workspace, temp: tempFolder(env["RUNNER_TEMP"]), ...others };
    const flaw = named === undefined ? undefined : checkReportFile(named, places);
    if (flaw !== undefined)
        problems.add(flaw);
    const { path, problem } = reserveReport(problems.errors > 0 ? undefined : named, places);
    if (problem !== undefined)
        problems.add(problem);
    return path;
}
/** What the run asks GitHub: whether its roster is the newest, and what a pull request started from. */
function askingGitHub({ roster: patterns }, mode, github, { context }, read) {
    const { workspace, event, attempt: number = 1 } = context;
    /** GitHub's paths begin at the root of the repository, ours at the workspace. */
    const checkRoot = async () => {
        const nested = await nestedRepository(workspace, read());
        if (nested === undefined)
            return;
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(nested)} has a repository of its own, whose paths cannot be compared; check it out at the root of the workspace`);
    };
    const comparesBase = mode === "validate" || mode === "plan";
    const hasBase = (event === "pull_request" || event === "merge_group") && comparesBase;
    return {
        checkFreshness: maySupersede(mode, context)
            ? async (paths) => {
                await checkRoot();
                return (await github()).checkFreshness({ patterns, paths });
            }
            : undefined,
        // A re-run may bring leavers back; after a workflow_run, an older commit may be checked out.
        mustBeNewest: number > 1 || event === "workflow_run",
        readBase: hasBase
            ? async () => {
                await checkRoot();
                return (await github()).readBase(patterns);
            }
            : undefined,
    };
}
/** Half of the runs never ask GitHub, and its client takes as long to load as all the rest. */
async function connectGitHub(inputs, shell) {
    if (inputs === undefined)
        throw new Error("GitHub is not asked with invalid inputs");
    const client = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(413), __nccwpck_require__.e(364)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6364));
    return client.connectGitHub({
        token: inputs.githubToken,
        context: shell.context,
        timeoutSeconds: inputs.requestTimeoutSeconds,
        signal: shell.signal,
    });
}
function lazy(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}
function commentPlace({ prComment, roster, resourceIds }, github, { pullRequestNumber: number, event = "" }) {
    if (prComment === "never" || number === undefined)
        return undefined;
    if (!event.startsWith("pull_request"))
        return undefined;
    const marker = commentMarker(roster.written, resourceIds.join("\n") || undefined);
    return { github, number, marker, when: prComment };
}


/***/ }),

/***/ 741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $m: () => (/* binding */ isActive),
/* harmony export */   DB: () => (/* binding */ isAccessField),
/* harmony export */   G$: () => (/* binding */ isSecondFactor),
/* harmony export */   MA: () => (/* binding */ AUTH_METHODS),
/* harmony export */   SD: () => (/* binding */ missingFields),
/* harmony export */   Su: () => (/* binding */ MFA_METHODS),
/* harmony export */   Ws: () => (/* binding */ REQUIRED_FIELDS),
/* harmony export */   _0: () => (/* binding */ COMPARED_FIELDS),
/* harmony export */   ai: () => (/* binding */ ACCOUNT_FIELDS),
/* harmony export */   cJ: () => (/* binding */ FIELDS),
/* harmony export */   dt: () => (/* binding */ isField),
/* harmony export */   eO: () => (/* binding */ PERMISSION_LEVELS),
/* harmony export */   f: () => (/* binding */ STATUSES),
/* harmony export */   fm: () => (/* binding */ isPersonalField),
/* harmony export */   gx: () => (/* binding */ isRequired),
/* harmony export */   iX: () => (/* binding */ TEXT_FIELDS),
/* harmony export */   lu: () => (/* binding */ TIMESTAMP_FIELDS),
/* harmony export */   mB: () => (/* binding */ isTextField),
/* harmony export */   v8: () => (/* binding */ OPTIONAL_FIELDS)
/* harmony export */ });
// A user account as Vanta's UserAccount resource defines it. One table has all that is known of its
// fields; types, sets, schemas and readers are derived from it.
// Source: https://developer.vanta.com/reference/put-useraccount
const PERMISSION_LEVELS = ["ADMIN", "EDITOR", "BASE"];
const STATUSES = ["ACTIVE", "DEACTIVATED"];
const AUTH_METHODS = ["SSO", "PASSWORD", "TOKEN", "BIOMETRIC"];
const MFA_METHODS = [
    "UNSUPPORTED",
    "DISABLED",
    "SMS",
    "EMAIL",
    "OTP",
    "HARDWARE_TOKEN",
    "PUSH_PROMPT",
];
const PLAIN = { required: true, personal: false, access: false, activity: false };
const PERSONAL = { ...PLAIN, personal: true };
const ACCESS = { ...PLAIN, access: true };
const OPTIONAL = { ...PLAIN, required: false };
const ACTIVITY = { ...OPTIONAL, activity: true };
const OPTIONAL_PERSONAL = { ...OPTIONAL, personal: true };
/** Every field: the required ones, then the optional ones, each in Vanta's order. */
const ACCOUNT_FIELDS = {
    displayName: {
        ...PERSONAL,
        kind: "name",
        description: "The name on Vanta's pages: that of the person, or of a service account.",
        synonyms: "nickname label",
    },
    uniqueId: {
        ...PERSONAL,
        kind: "identifier",
        description: "The permanent ID of the account, most often the primary key in your system. A new ID is a new account.",
        synonyms: "id userid accountid externalid memberid employeeid uid uuid guid",
    },
    externalUrl: {
        ...PERSONAL,
        kind: "url",
        description: "An https link to this account in your system, for access reviews.",
        synonyms: "url link href profileurl weburl",
    },
    fullName: {
        ...PERSONAL,
        kind: "name",
        description: "The person's full name: given name, space, family name. For a service account, its name.",
        synonyms: "name realname legalname",
    },
    accountName: {
        ...PERSONAL,
        kind: "identifier",
        description: "The login name, often the email address. For a service account, its name.",
        synonyms: "username user login loginname userlogin handle account",
    },
    email: {
        ...PERSONAL,
        access: true,
        kind: "email",
        description: "The email address by which Vanta links the account to a person. For a service account, that of its owner.",
        synonyms: "mail emailaddress mailaddress primaryemail useremail",
    },
    permissionLevel: {
        ...ACCESS,
        kind: "choice",
        values: PERMISSION_LEVELS,
        description: "The closest of three levels: ADMIN can manage the system, EDITOR can change data, BASE is everyone else.",
        synonyms: "role permission permissions level accesslevel access privilege privileges usertype",
        valueSynonyms: {
            ADMIN: "administrator owner superuser superadmin superadministrator sysadmin root",
            EDITOR: "write writer edit readwrite contributor developer",
            BASE: "user member viewer view read readonly reader guest basic standard normal regular default",
        },
    },
    createdTimestamp: {
        ...PLAIN,
        kind: "timestamp",
        description: "When the account was created: RFC 3339 with an offset, such as 2024-03-01T09:00:00Z.",
        synonyms: "created createdat createdon createdate createddate creationdate creationtime joined joinedat startdate",
    },
    status: {
        ...PLAIN,
        kind: "choice",
        values: STATUSES,
        description: "ACTIVE can log in; DEACTIVATED can no longer log in.",
        synonyms: "state accountstatus userstatus",
        valueSynonyms: {
            DEACTIVATED: "inactive inactivated deactive unactive nonactive notactive disabled disable suspended blocked locked banned deleted removed terminated archived revoked expired left former offboarded closed off",
            ACTIVE: "activated enabled enable current live on open",
        },
    },
    mfaEnabled: {
        ...ACCESS,
        kind: "boolean",
        description: "Whether a second factor is needed to log in. Vanta ignores it where authMethod is SSO.",
        synonyms: "mfa hasmfa mfaactive 2fa 2faenabled twofactor twofactorenabled",
    },
    mfaMethods: {
        ...ACCESS,
        kind: "choices",
        values: MFA_METHODS,
        description: "The second factors. [] for SSO, [DISABLED] if none is set up, [UNSUPPORTED] if the system has none.",
        synonyms: "mfamethod mfatype mfatypes factors secondfactors 2famethods",
        valueSynonyms: {
            OTP: "totp hotp authenticator authenticatorapp googleauthenticator app onetimepassword onetimepasscode",
            HARDWARE_TOKEN: "webauthn yubikey fido fido2 u2f passkey securitykey hardwarekey hardware key token",
            PUSH_PROMPT: "push pushnotification duo",
            SMS: "text textmessage phone",
            EMAIL: "mail",
            DISABLED: "none off no false",
            UNSUPPORTED: "unavailable notsupported",
        },
    },
    authMethod: {
        ...ACCESS,
        kind: "choice",
        values: AUTH_METHODS,
        description: "The way to log in: SSO, PASSWORD, TOKEN (an API or service account), or BIOMETRIC.",
        synonyms: "auth authentication authenticationmethod authtype loginmethod signinmethod",
        valueSynonyms: {
            SSO: "saml saml2 oidc openid openidconnect oauth oauth2 singlesignon google okta azuread entraid idp federated",
            PASSWORD: "pwd passwd local basic credentials usernamepassword",
            TOKEN: "apikey apitoken accesstoken key bearer pat serviceaccount",
            BIOMETRIC: "fingerprint faceid touchid",
        },
    },
    roleDescription: {
        ...OPTIONAL_PERSONAL,
        kind: "name",
        description: "The role as your system calls it, since permissionLevel has only three levels.",
        synonyms: "title jobtitle description roletitle rolename job position",
    },
    updatedTimestamp: {
        ...ACTIVITY,
        kind: "timestamp",
        description: "When the account was last changed in your system. A change of this field alone is not a change of the roster.",
        synonyms: "updated updatedat updatedon updatedate lastupdated modified modifiedat lastmodified",
    },
    deactivatedTimestamp: {
        ...OPTIONAL,
        kind: "timestamp",
        description: "When the account was deactivated.",
        synonyms: "deactivated deactivatedat deactivatedon deactivationdate disabledat suspendedat terminatedat leftat enddate",
    },
    lastLoginTimestamp: {
        ...ACTIVITY,
        kind: "timestamp",
        description: "When the account last logged in. A change of this field alone is not a change of the roster.",
        synonyms: "lastlogin lastloginat lastlogindate lastsignin lastsigninat lastseen lastseenat lastactive lastactiveat",
    },
    lastPasswordResetTimestamp: {
        ...ACTIVITY,
        kind: "timestamp",
        description: "When the password was last set. A change of this field alone is not a change of the roster.",
        synonyms: "lastpasswordreset lastpasswordresetat lastpasswordchange passwordchanged passwordchangedat passwordresetat",
    },
    groupIds: {
        ...OPTIONAL_PERSONAL,
        kind: "identifiers",
        description: "The IDs of the groups or teams that the account belongs to.",
        synonyms: "groups group teams team groupid",
    },
    customProperties: {
        ...OPTIONAL_PERSONAL,
        kind: "properties",
        description: "Values for the properties that the resource in Vanta defines itself; leave it out if it defines none.",
        synonyms: "custom properties attributes customattributes customfields",
    },
};
const TEXT_KINDS = ["name", "identifier", "url", "email", "timestamp", "choice"];
/** Every field, in the order of the table. */
const FIELDS = Object.keys(ACCOUNT_FIELDS).filter(isField);
const REQUIRED_FIELDS = FIELDS.filter(isRequired);
const OPTIONAL_FIELDS = FIELDS.filter((field) => !isRequired(field));
/** The fields by which an account counts as changed. */
const COMPARED_FIELDS = FIELDS.filter((field) => !ACCOUNT_FIELDS[field].activity);
const TIMESTAMP_FIELDS = FIELDS.filter((field) => ACCOUNT_FIELDS[field].kind === "timestamp");
const TEXT_FIELDS = FIELDS.filter(isTextField);
/** Whether an account is active. A row with an unknown status counts as active. */
function isActive(row) {
    return row["status"] !== "DEACTIVATED";
}
/** Whether an entry of `mfaMethods` is a second factor, and not a word for none. */
function isSecondFactor(method) {
    return method !== "UNSUPPORTED" && method !== "DISABLED";
}
/** The required fields that a row has no value of. */
function missingFields(row) {
    return REQUIRED_FIELDS.filter((field) => row[field] === undefined || row[field] === null);
}
/** Whether a name is that of a field. */
function isField(name) {
    return Object.hasOwn(ACCOUNT_FIELDS, name);
}
/** Whether every account must have the field. */
function isRequired(field) {
    return ACCOUNT_FIELDS[field].required;
}
/** Whether the value of a field is a single text. */
function isTextField(field) {
    return TEXT_KINDS.some((kind) => kind === ACCOUNT_FIELDS[field].kind);
}
/** Whether a change of the field is a change of what someone may do, or how they sign in. */
function isAccessField(name) {
    return isField(name) && ACCOUNT_FIELDS[name].access;
}
/** Whether the field says something about a person. A field that is not known may, so it counts. */
function isPersonalField(name) {
    return isField(name) ? ACCOUNT_FIELDS[name].personal : !SERVER_FIELDS.has(name);
}
/** What only Vanta sets. */
const SERVER_FIELDS = new Set(["createdAt", "updatedAt", "deletedAt"]);


/***/ }),

/***/ 9440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IN: () => (/* binding */ normalForm),
/* harmony export */   Po: () => (/* binding */ isEmptyValue),
/* harmony export */   VC: () => (/* binding */ instantIn),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   nV: () => (/* binding */ parseInstant),
/* harmony export */   qb: () => (/* binding */ isSameAsWritten)
/* harmony export */ });
/* harmony import */ var _account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
// When two values of a field count as equal, and the normal form by which they are compared.

/** Whether a field has no value: it is undefined, or it is optional and null, `[]` or `{}`. */
function isAbsent(field, value) {
    return value === undefined || ((0,_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isField */ .dt)(field) && !(0,_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isRequired */ .gx)(field) && isEmptyValue(value));
}
/**
 * Whether two values of a field mean the same. Timestamps are compared as instants in milliseconds,
 * lists as sets. For optional fields undefined, null, `[]` and `{}` are equal.
 */
function sameValue(field, one, other) {
    // Most values are equal as they are, and need no normal form: 100,000 accounts in a second.
    return isSameAsWritten(one, other) || normalForm(field, one) === normalForm(field, other);
}
/** Whether two values are the same, or lists of the same texts in the same order. */
function isSameAsWritten(one, other) {
    return one === other || haveSameElements(one, other);
}
function haveSameElements(one, other) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length)
        return false;
    return one.every((element, index) => element === other[index]);
}
/** A string that is the same for two values of a field exactly if they are equal. */
function normalForm(field, value) {
    if (isAbsent(field, value))
        return "";
    if ((0,_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isField */ .dt)(field) && _account_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNT_FIELDS */ .ai[field].kind === "timestamp" && typeof value === "string") {
        const instant = parseInstant(value);
        // The @ keeps it apart from a number: a row of Vanta's may have any value in any field.
        return instant === undefined ? JSON.stringify(value) : `@${instant}`;
    }
    if (Array.isArray(value))
        return `[${[...new Set(value.map(canonicalJson))].sort().join(",")}]`;
    return canonicalJson(value);
}
/** Whether a value is undefined, null, `[]` or `{}`. */
function isEmptyValue(value) {
    if (value === undefined || value === null)
        return true;
    return typeof value === "object" && Object.keys(value).length === 0;
}
/** JSON with the keys of every object in code-unit order. */
function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(",")}]`;
    if (typeof value === "object" && value !== null) {
        const pairs = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
        return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
    }
    return JSON.stringify(value) ?? "null";
}
/** The instant in a field of a row, which may have any value. */
function instantIn(value) {
    return typeof value === "string" ? parseInstant(value) : undefined;
}
/** The usual form, which needs no taking apart. */
const SIMPLE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
/**
 * Milliseconds since 1970 of a date-time with an offset; undefined if it is not one. Digits after
 * the milliseconds are dropped, and a leap second counts as the next second. A space may replace
 * the T, since Vanta may return timestamps in another form than they were sent in.
 */
function parseInstant(value) {
    if (SIMPLE.test(value)) {
        const instant = Date.parse(value);
        if (!Number.isNaN(instant))
            return instant;
    }
    const match = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.exec(value);
    if (match === null)
        return undefined;
    const [, date, minute, second, fraction = "", offset = ""] = match;
    const leap = second === "60";
    const instant = Date.parse(`${date}T${minute}:${leap ? "59" : second}${fraction.slice(0, 4)}${offset.toUpperCase()}`);
    return Number.isNaN(instant) ? undefined : instant + (leap ? 1000 : 0);
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ errorMessage),
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
// What can be said of an error that anything may have thrown. By its form, not by its class: errors
// of the system may come from another realm.
/** The system's name for an error, such as `ECONNREFUSED`; undefined where it has none. */
function systemCode(error) {
    if (typeof error !== "object" || error === null || !("code" in error))
        return undefined;
    const code = String(error.code);
    return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : undefined;
}
/** Its message. It may quote anything, secrets too. */
function errorMessage(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 2531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   ei: () => (/* binding */ newFiles),
/* harmony export */   hw: () => (/* binding */ toFileName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
// Names of files that several folders agree on: which are JSON, where a new roster goes, and how an
// ID is a part of a name.


/** Whether a roster file is JSON; all others are YAML. */
function isJson(path) {
    return /\.json$/i.test(path);
}
/** The path of each resource's new file: `people.yml`, or of several `people-<resourceId>.yml`. */
function newFiles(exportFile, resourceIds) {
    if (resourceIds.length === 1)
        return new Map(resourceIds.map((id) => [id, exportFile]));
    const extension = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.extname(exportFile);
    const stem = exportFile.slice(0, exportFile.length - extension.length);
    return new Map(resourceIds.map((id) => [id, `${stem}-${toFileName(id)}${extension}`]));
}
/** A resource ID as part of a file name: itself where it is plain, else with a hash. */
function toFileName(resourceId) {
    if (/^[\w-]{1,100}$/.test(resourceId))
        return resourceId;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(resourceId).digest("hex").slice(0, 12);
    return `${resourceId.replace(/[^\w-]+/g, "-").slice(0, 80)}-${hash}`;
}


/***/ }),

/***/ 2359:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   OX: () => (/* binding */ toSingleLine),
/* harmony export */   Vg: () => (/* binding */ escapeCharacter),
/* harmony export */   gD: () => (/* binding */ toLogLine),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   td: () => (/* binding */ pluralize),
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
// Formats numbers and text for messages and reports, whatever characters the text has.
/** The default length limit of {@link shorten}, in UTF-16 units. */
const QUOTE_LIMIT = 200;
/** Cuts text to at most `limit` UTF-16 units, without splitting a character; "\u2026" marks the cut. */
function shorten(value, limit = QUOTE_LIMIT) {
    if (value.length <= limit)
        return value;
    const cut = value.slice(0, limit - 1);
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}\u2026`;
}
/**
 * Replaces invisible characters with `\uXXXX` escapes: controls, line ends, lone surrogates, and
 * characters that reorder or hide text.
 */
function escapeInvisible(value) {
    return value.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
    /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, escapeCharacter);
}
/** A UTF-16 unit as an escape of JSON, such as `\\u200b`. */
function escapeCharacter(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
/** Escapes and shortens a value so that it fits on one line; `limit` is in UTF-16 units. */
function toSingleLine(value, limit) {
    return shorten(escapeInvisible(value), limit);
}
/**
 * One line that the runner takes for text: without control characters and line ends, and without
 * workflow commands. The runner looks for `::` after leading blanks, and for `##[` anywhere.
 */
function toLogLine(line) {
    return escapeInvisible(line)
        .replaceAll("##[", "##\\u005b")
        .replace(/^(\s*):(?=:)/, "$1\\u003a");
}
/** Formats a count with thousands separators: `1,234,567`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** Formats a count with its noun: `1 account`, `2 accounts`. */
function pluralize(count, noun, plural = `${noun}s`) {
    return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}


/***/ }),

/***/ 497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qp: () => (/* binding */ quoteExternal),
/* harmony export */   Tm: () => (/* binding */ reply),
/* harmony export */   ab: () => (/* binding */ msg),
/* harmony export */   bo: () => (/* binding */ toPlainText),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   hw: () => (/* binding */ joinMessages)
/* harmony export */ });
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2359);
// A message for people. It keeps our own words apart from what the roster, GitHub or Vanta say, so
// that one pass can mask personal data, and each report can escape in its own way.

/** Template tag for a {@link Message}: ``msg`Unknown field ${quote(key)}.` ``. Messages nest. */
function msg(words, ...parts) {
    const message = [];
    for (const [index, word] of words.entries()) {
        if (word !== "")
            message.push(word);
        const part = parts[index];
        if (typeof part === "string" || typeof part === "number")
            message.push(String(part));
        else if (isMessage(part))
            message.push(...part);
        else if (part !== undefined)
            message.push(part);
    }
    return message;
}
function isMessage(part) {
    return Array.isArray(part);
}
/** Quotes a value of the roster at this commit. */
function quote(quoted, field) {
    return { quoted, field, origin: "roster" };
}
/** Quotes a value that came from Vanta, or from another commit's roster. */
function quoteExternal(quoted, field) {
    return { quoted, field, origin: "external" };
}
/** Quotes what a server said. */
function reply(words) {
    return { reply: words };
}
/** Joins messages with words of ours between them. */
function joinMessages(messages, between) {
    return messages.flatMap((one, index) => (index === 0 ? one : [between, ...one]));
}
/** How much of a server's reply is shown, in UTF-16 units. */
const REPLY_LIMIT = 1000;
/** The message on one line. Values are in double quotes, or in single ones around a double one. */
function toPlainText(message) {
    return message
        .map((part) => {
        if (typeof part === "string")
            return part;
        if ("reply" in part)
            return (0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(part.reply, REPLY_LIMIT);
        const mark = part.quoted.includes('"') ? "'" : '"';
        return `${mark}${(0,_format_js__WEBPACK_IMPORTED_MODULE_0__/* .toSingleLine */ .OX)(part.quoted)}${mark}`;
    })
        .join("");
}


/***/ }),

/***/ 376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ normalizeWord),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
// Finds the known name that a mistyped one most likely means.
/** How many letters may differ. In a name shorter than 9 letters, a third of them. */
const MAX_DISTANCE = 3;
/** Longer words are not compared: no name is that long. */
const MAX_LENGTH = 60;
/** The nearest candidate; undefined if none is near. Case, `_`, `-` and spaces are ignored. */
function nearest(word, candidates) {
    const wanted = normalizeWord(word);
    if (wanted === "" || word.length > MAX_LENGTH)
        return undefined;
    let best;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (const candidate of candidates) {
        const known = normalizeWord(candidate);
        if (Math.abs(known.length - wanted.length) > MAX_DISTANCE)
            continue;
        const distance = editDistance(wanted, known);
        if (distance < bestDistance)
            [best, bestDistance] = [candidate, distance];
    }
    const shorter = Math.min(wanted.length, normalizeWord(best ?? "").length);
    return bestDistance <= Math.min(MAX_DISTANCE, Math.floor(shorter / 3)) ? best : undefined;
}
/** A word in lower case, without `_`, `-` and white space. */
function normalizeWord(word) {
    return word.toLowerCase().replace(/[-_\s]/g, "");
}
/**
 * The optimal string alignment distance: the number of letters that are added, deleted, changed, or
 * swapped with their neighbor. Exact up to {@link MAX_DISTANCE}.
 */
function editDistance(one, other) {
    let beforeLast = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= one.length; i++) {
        const row = nextRow(i, one, other, last, beforeLast);
        // Later rows can only be larger, except for a swap that reaches back over this row.
        if (Math.min(...row) > MAX_DISTANCE + 1)
            return MAX_DISTANCE + 2;
        [beforeLast, last] = [last, row];
    }
    return last[other.length] ?? 0;
}
/** Row `i` of the distance matrix, from the two rows before it. */
function nextRow(i, one, other, last, beforeLast) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
        const changed = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
        const added = (row[j - 1] ?? 0) + 1;
        const deleted = (last[j] ?? 0) + 1;
        const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        const swapped = isSwap ? (beforeLast[j - 2] ?? i + j) + 1 : changed;
        row.push(Math.min(changed, added, deleted, swapped));
    }
    return row;
}


/***/ }),

/***/ 4634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qr: () => (/* binding */ compareLocations),
/* harmony export */   m5: () => (/* binding */ byUniqueId),
/* harmony export */   n6: () => (/* binding */ compareText)
/* harmony export */ });
/** Compares by UTF-16 code units, so that the order does not depend on the machine's locale. */
function compareText(one, other) {
    if (one < other)
        return -1;
    return one > other ? 1 : 0;
}
/** Compares places by file, then by position in it. */
function compareLocations(one, other) {
    return compareText(one.file, other.file) || one.line - other.line || one.column - other.column;
}
/** Compares accounts or rows by `uniqueId`, in code units. */
function byUniqueId(one, other) {
    return compareText(one.uniqueId, other.uniqueId);
}


/***/ }),

/***/ 1954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   rl: () => (/* binding */ NotWritten),
/* harmony export */   vd: () => (/* binding */ VantaError),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/** Thrown where roster files could not be written. */
class NotWritten extends Error {
    name = "NotWritten";
    explanation;
    /** Files that could not be put back as they were. */
    stuck;
    constructor(explanation, stuck = []) {
        super("the roster files could not be written");
        this.explanation = explanation;
        this.stuck = stuck;
    }
}
/** A request to Vanta that did not succeed, explained for the user. Contains no secret. */
class VantaError extends Error {
    name = "VantaError";
    /** What happened, the likely cause, and what to check. */
    explanation;
    effect;
    /** Of the last response to the request, or to its token request if it got none itself. */
    status;
    /** The index, among the accounts sent, of the one that Vanta refused. */
    element;
    constructor(explanation, facts) {
        super("a request to Vanta failed", { cause: facts.cause });
        this.explanation = explanation;
        this.effect = facts.effect;
        this.status = facts.status;
        this.element = facts.element;
    }
}
/** Thrown when a signal cancelled the run. No request to Vanta is sent after it. */
class Cancelled extends Error {
    name = "Cancelled";
}
/** A request to GitHub that failed or could not be made. Contains no secret. */
class GitHubError extends Error {
    name = "GitHubError";
    explanation;
    constructor(explanation, cause) {
        super("a request to GitHub failed", { cause });
        this.explanation = explanation;
    }
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ PROBLEM_CODES)
/* harmony export */ });
// The code of every problem, with its severity. Codes are a promise: they do not change between
// versions, and docs/problems.md explains each of them.
const PROBLEM_CODES = {
    // Inputs
    "missing-input": "error",
    "invalid-input": "error",
    "unknown-input": "error",
    "invalid-approval": "error",
    "not-checked": "warning",
    "nothing-to-apply": "notice",
    "approved-plan-not-sent": "warning",
    "no-approvals-file": "notice",
    // Roster: which files
    "pattern-unmatched": "error",
    "wrong-extension": "error",
    "not-a-file": "error",
    "broken-link": "error",
    "link-outside-workspace": "error",
    "file-unreadable": "error",
    "file-too-large": "error",
    // Roster: how they are written
    "invalid-utf8": "error",
    "nul-character": "error",
    "lone-surrogate": "error",
    "empty-file": "error",
    "merge-conflict": "error",
    "json-syntax": "error",
    "yaml-syntax": "error",
    "tab-indentation": "error",
    "yaml-version": "error",
    "several-documents": "error",
    "custom-tag": "error",
    "duplicate-key": "error",
    "bad-key": "error",
    "unknown-alias": "error",
    "circular-alias": "error",
    "bad-merge": "error",
    "alias-bomb": "error",
    "nested-too-deep": "error",
    "too-many-values": "error",
    "too-many-errors": "error",
    // Roster: what is in them
    "wrong-type": "error",
    "unknown-key": "error",
    "missing-field": "error",
    "null-value": "error",
    "empty-text": "error",
    "space-around": "error",
    "control-character": "error",
    "invisible-character": "error",
    "unknown-value": "error",
    "bad-timestamp": "error",
    "bad-url": "error",
    "bad-email": "error",
    "bad-integer": "error",
    "bad-property-name": "error",
    "bad-resource-id": "error",
    "unique-id-default": "error",
    "template-syntax": "error",
    "template-unknown-field": "error",
    "template-not-text": "error",
    "template-circle": "error",
    "template-unset": "error",
    "template-too-long": "error",
    "duplicate-unique-id": "error",
    "duplicate-forget": "error",
    "forget-in-roster": "error",
    // Roster: warnings
    "deactivated-without-time": "warning",
    "active-with-deactivation": "warning",
    "mfa-without-method": "warning",
    "method-without-mfa": "warning",
    "future-timestamp": "warning",
    "before-created": "warning",
    "similar-unique-id": "warning",
    "admin-without-mfa": "warning",
    // A pull request whose effect is over a limit, in `validate`; with the codes of the guards
    "max-removals": "warning",
    "max-removals-per-day": "warning",
    "max-access-changes": "warning",
    // Runs
    "base-unreadable": "notice",
    "freshness-unknown": "warning",
    "roster-not-committed": "warning",
    "not-default-branch": "warning",
    "cannot-carry": "warning",
    "active-elsewhere": "warning",
    "backup-invalid": "warning",
    "refused-by-vanta": "error",
    "put-unclear": "warning",
    "read-back-failed": "warning",
    "read-back-differs": "warning",
    "not-compared": "notice",
    "comment-failed": "warning",
    // Exports
    "cannot-update": "error",
    "export-unmatched": "warning",
};


/***/ }),

/***/ 9241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   km: () => (/* binding */ makeProblem),
/* harmony export */   vX: () => (/* binding */ collectProblems)
/* harmony export */ });
/* unused harmony export PROBLEM_LIMIT */
/* harmony import */ var _message_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(497);
/* harmony import */ var _problem_codes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4722);
// What a user can fix in a file, an input or a setting. Problems are data, never thrown, so that a
// run reports all of them at once.


/** Makes a problem with the severity of its code. */
function makeProblem(code, message, location, account) {
    const severity = _problem_codes_js__WEBPACK_IMPORTED_MODULE_0__/* .PROBLEM_CODES */ .z[code];
    return account === undefined
        ? { severity, code, message, location }
        : { severity, code, message, location, account };
}
/** How many errors and warnings a run keeps. Further ones are only counted. */
const PROBLEM_LIMIT = 10_000;
/** Makes an empty collector. `reword` may change the message of what is added. */
function collectProblems(reword = (problem) => problem) {
    const kept = [];
    const seen = new Set();
    const counts = { error: 0, warning: 0, notice: 0 };
    return {
        kept,
        get errors() {
            return counts.error;
        },
        get warnings() {
            return counts.warning;
        },
        add(added) {
            const problem = reword(added);
            const { severity, code, message, location } = problem;
            const { file = "", line = "", column = "" } = location ?? {};
            const key = `${code} ${file}:${line}:${column} ${(0,_message_js__WEBPACK_IMPORTED_MODULE_1__/* .toPlainText */ .bo)(message)}`;
            if (seen.has(key))
                return;
            seen.add(key);
            counts[severity] += 1;
            if (severity === "notice" || counts.error + counts.warning <= PROBLEM_LIMIT)
                kept.push(problem);
        },
    };
}


/***/ }),

/***/ 2115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ createScrubber),
/* harmony export */   _: () => (/* binding */ scrub)
/* harmony export */ });
// Removes secrets from text: those of this run, and everything in the form of Vanta's secrets.
/** Shorter secrets are not removed: the same letters may occur in ordinary words of a report. */
const MIN_LENGTH = 8;
/** The form of Vanta's client secrets (`vcs_`) and access tokens (`vat_`). */
const VANTA_PREFIX = /v(?:cs|at)_/;
const VANTA_SECRET = /(?<![\p{L}\p{N}_])v(?:cs|at)_[\w.~+/=-]{4,}/gu;
/** Makes the function that replaces secrets with `***`: as they are, URL-encoded, or in JSON. */
function createScrubber(secrets) {
    const spellings = [...secrets]
        .filter(({ length }) => length >= MIN_LENGTH)
        .flatMap((secret) => [
        ...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]),
    ])
        // The longest first: one secret may begin with another.
        .sort((one, other) => other.length - one.length);
    return (text) => {
        let clean = text;
        for (const spelling of spellings) {
            if (clean.includes(spelling))
                clean = clean.replaceAll(spelling, "***");
        }
        return VANTA_PREFIX.test(clean) ? clean.replace(VANTA_SECRET, "***") : clean;
    };
}
/** Replaces every secret in one text. */
function scrub(text, secrets) {
    return createScrubber(secrets)(text);
}


/***/ }),

/***/ 6895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseUrl)
/* harmony export */ });
// URLs, parsed without an exception.
/**
 * Parses a URL; undefined where it is none. `URL.canParse` of Node.js 20 errs when called often.
 */
function parseUrl(value, base) {
    try {
        return new URL(value, base);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ decodeUtf8)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4573);
// Bytes in UTF-8 \u2192 text.

/** The text without a byte order mark; bytes that are not UTF-8 become U+FFFD. */
function decodeUtf8(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The same for ASCII, without looking at each character.
    if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isAscii)(bytes))
        return buffer.toString("latin1");
    const text = buffer.toString("utf8");
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
}


/***/ }),

/***/ 178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
// The version of this action.
/** Shown in reports and sent as part of the User-Agent. Must equal `version` in package.json. */
const VERSION = "1.0.0";


/***/ }),

/***/ 8904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CZ: () => (/* binding */ ofKind),
/* harmony export */   YN: () => (/* binding */ leastAllowance),
/* harmony export */   nB: () => (/* binding */ allowance)
/* harmony export */ });
/**
 * How many of `whole` a limit allows. A percentage is rounded up, in hundredths of a percent: as
 * floats, 7% of 100 would be 7.000000000000001.
 */
function allowance(limit, whole) {
    if (limit.kind === "count")
        return limit.value;
    return Math.ceil((Math.round(limit.value * 100) * whole) / 10_000);
}
/** The limits of one kind. */
function ofKind(limits, kind) {
    return limits.filter((limit) => limit.kind === kind);
}
/** The least that limits of one kind allow; infinite where there are none. */
function leastAllowance(limits, kind, whole) {
    const allowed = ofKind(limits, kind).map((one) => allowance(one, whole));
    return Math.min(Number.POSITIVE_INFINITY, ...allowed);
}


/***/ }),

/***/ 2826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ planAll),
  X: () => (/* binding */ planChanges)
});

// EXTERNAL MODULE: ./build/model/account.js
var model_account = __nccwpck_require__(741);
// EXTERNAL MODULE: ./build/model/equality.js
var equality = __nccwpck_require__(9440);
// EXTERNAL MODULE: ./build/model/order.js
var order = __nccwpck_require__(4634);
// EXTERNAL MODULE: ./build/plan/allowance.js
var allowance = __nccwpck_require__(8904);
// EXTERNAL MODULE: ./build/plan/rows.js
var plan_rows = __nccwpck_require__(8693);
;// CONCATENATED MODULE: ./build/plan/departures.js
// What happens to the accounts that Vanta has and the roster has not.




/**
 * Decides what happens to the rows that are not in the roster. At most `maxExpired` of them expire,
 * those that are DEACTIVATED for longest.
 */
function decideDepartures(rows, forget, retention, maxExpired) {
    const departures = rows.map((row) => decideOne(row, forget, retention));
    const expiring = departures.filter(({ fate }) => fate === "defer").map(({ row }) => row);
    const expired = new Set(expiring.sort(byDeactivation).slice(0, maxExpired));
    return departures.map((departure) => expired.has(departure.row) ? { fate: "expire", row: departure.row } : departure);
}
/** What happens to a row on its own; one that may expire is deferred. */
function decideOne(row, forget, retention) {
    const isForgotten = forget.has(row.uniqueId);
    if ((0,model_account/* isActive */.$m)(row)) {
        if (isForgotten)
            return { fate: "omit", row, why: "forget" };
        if (retention.onRemoval === "omit")
            return { fate: "omit", row, why: undefined };
        const sent = toSendable({ ...row, ...deactivation(retention.now) });
        return sent === undefined
            ? { fate: "omit", row, why: "cannot-carry" }
            : { fate: "deactivate", row, sent };
    }
    if (isForgotten)
        return { fate: "delete", row, why: "forget" };
    const sent = toSendable(row);
    if (sent === undefined)
        return { fate: "delete", row, why: "cannot-carry" };
    return { fate: isRetained(row, retention) ? "carry" : "defer", row, sent };
}
function deactivation(now) {
    return { status: "DEACTIVATED", deactivatedTimestamp: now.toISOString() };
}
/** A day, in milliseconds. */
const DAY_MS = 24 * 60 * 60 * 1000;
/** Whether it is still sent. One whose time of deactivation cannot be read is kept, not lost. */
function isRetained(row, { onRemoval, retainDeactivatedDays, now }) {
    if (onRemoval === "omit" || retainDeactivatedDays === 0)
        return false;
    const instant = deactivatedAt(row);
    return instant === undefined || now.getTime() - instant <= retainDeactivatedDays * DAY_MS;
}
/** Milliseconds since 1970; undefined where it cannot be read. */
function deactivatedAt(row) {
    return (0,equality/* instantIn */.VC)(row["deactivatedTimestamp"]);
}
/** Longest DEACTIVATED first; those whose time cannot be read last. */
function byDeactivation(one, other) {
    const [first, second] = [deactivatedAt(one), deactivatedAt(other)];
    if (first === second)
        return (0,order/* compareText */.n6)(one.uniqueId, other.uniqueId);
    return (first ?? Number.POSITIVE_INFINITY) - (second ?? Number.POSITIVE_INFINITY);
}
/**
 * The row without Vanta's own fields and empty optional ones; undefined if a required one lacks.
 */
function toSendable(row) {
    const sent = (0,plan_rows/* fieldsOf */.Pf)(row);
    return (0,model_account/* missingFields */.SD)(sent).length === 0 ? sent : undefined;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./build/plan/digest.js
// The digest of a plan: what a person approves. It covers the effect of the plan, not its causes.



/**
 * `sha256:` and 64 hex digits over resource IDs, added accounts, removed ones and how, deleted ones
 * and why, and changed fields with before and after. The activity of added accounts is left out: in
 * a generated roster a login would otherwise void an approval.
 */
function digestOf(resources) {
    const effect = resources.map(({ resourceId, added, removed, deleted, changed }) => ({
        resourceId,
        added: added.map(({ account }) => model_account/* COMPARED_FIELDS */._0.map((field) => (0,equality/* normalForm */.IN)(field, account[field]))),
        removed: removed.map(({ uniqueId, how }) => [uniqueId, how]),
        deleted: deleted.map(({ uniqueId, why }) => [uniqueId, why]),
        changed: changed.map(({ uniqueId, fields }) => [uniqueId, fields.map(meaningOf)]),
    }));
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update((0,equality/* canonicalJson */.dj)(effect)).digest("hex")}`;
}
function meaningOf({ field, before, after }) {
    return [field, (0,equality/* normalForm */.IN)(field, before), (0,equality/* normalForm */.IN)(field, after)];
}

;// CONCATENATED MODULE: ./build/plan/recent-removals.js
// Who left in the last 24 hours, as far as Vanta's rows show it: what `max-removals-per-day` adds
// to a plan.




/**
 * The `uniqueId`s of live rows that were DEACTIVATED, and of rows that were deleted while not
 * DEACTIVATED, in the 24 hours before `now` or later. Those who are ACTIVE in the roster come back
 * and do not count; a deleted row does not count beside a live one of the same `uniqueId`.
 */
function recentlyRemoved(rows, entries, now) {
    const since = now.getTime() - DAY_MS;
    const recent = rows.filter((row) => (leftAt(row) ?? Number.NEGATIVE_INFINITY) >= since);
    if (recent.length === 0)
        return [];
    const active = new Set(entries.filter(({ account }) => (0,model_account/* isActive */.$m)(account)).map(({ account }) => account.uniqueId));
    const live = new Set(rows.filter(plan_rows/* isLive */.DG).map(({ uniqueId }) => uniqueId));
    const counted = recent.filter((row) => !active.has(row.uniqueId) && ((0,plan_rows/* isLive */.DG)(row) || !live.has(row.uniqueId)));
    return [...new Set(counted.map(({ uniqueId }) => uniqueId))];
}
/** When an account lost access, in milliseconds since 1970; undefined where it did not. */
function leftAt(row) {
    if ((0,plan_rows/* isLive */.DG)(row))
        return (0,model_account/* isActive */.$m)(row) ? undefined : (0,equality/* instantIn */.VC)(row["deactivatedTimestamp"]);
    return (0,model_account/* isActive */.$m)(row) ? (0,equality/* instantIn */.VC)(row["deletedAt"]) : undefined;
}

;// CONCATENATED MODULE: ./build/plan/plan.js
// Current accounts against the roster \u2192 the plan: only real changes, and all that would be sent.








/** Plans all resources of a run under one digest. */
function planAll(inputs, policy) {
    const { maxRemovals } = policy;
    // A count is for the whole run, shared out in order of resource ID.
    let mayExpire = (0,allowance/* leastAllowance */.YN)(maxRemovals, "count", 0);
    const ordered = [...inputs].sort((one, other) => (0,order/* compareText */.n6)(one.resourceId, other.resourceId));
    const resources = ordered.map(({ resourceId, rows, ...desired }) => {
        const current = (0,plan_rows/* liveRows */.Y6)(rows);
        const share = (0,allowance/* leastAllowance */.YN)(maxRemovals, "percent", current.length);
        const maxExpired = Math.min(share, mayExpire);
        const plan = planLive({ rows, current }, desired, policy, maxExpired);
        mayExpire -= plan.expired.length;
        return { resourceId, ...plan };
    });
    return { resources, digest: digestOf(resources) };
}
/** Compares the rows of a resource with its roster. All that may expire do. */
function planChanges(rows, desired, retention) {
    const current = (0,plan_rows/* liveRows */.Y6)(rows);
    return planLive({ rows, current }, desired, retention, Number.POSITIVE_INFINITY);
}
/** The same, with the live ones of the rows. At most `maxExpired` of them expire. */
function planLive({ rows, current }, { entries, forget }, retention, maxExpired) {
    const compared = compareEntries(current, entries);
    const inRoster = new Set(entries.map(({ account }) => account.uniqueId));
    const leftRoster = current.filter(({ uniqueId }) => !inRoster.has(uniqueId));
    const departures = decideDepartures(leftRoster, forget, retention, maxExpired);
    const removed = departures.flatMap(toRemoved);
    const sent = departures.filter((one) => "sent" in one);
    return {
        current,
        entries,
        ...compared,
        removed,
        rekeyed: pairByEmail(removed, compared.added),
        deleted: departures.flatMap(toDeleted),
        carried: sent.filter(({ fate }) => fate === "carry").map((one) => one.sent),
        expired: departures.filter(({ fate }) => fate === "expire").map(toExpired),
        deferred: sent.filter(({ fate }) => fate === "defer").length,
        recentlyRemoved: recentlyRemoved(rows, entries, retention.now),
        incomplete: departures.flatMap((one) => one.fate === "omit" && one.why === "cannot-carry" ? [one.row.uniqueId] : []),
        resources: [...entries.map(({ account }) => account), ...sent.map((one) => one.sent)],
    };
}
/** Compares the accounts of the roster with the rows of the same `uniqueId`. */
function compareEntries(current, entries) {
    const rows = new Map(current.map((row) => [row.uniqueId, row]));
    const added = [];
    const changed = [];
    let unchanged = 0;
    let refreshed = 0;
    for (const entry of entries) {
        const { account } = entry;
        const { uniqueId } = account;
        const row = rows.get(uniqueId);
        const fields = row === undefined ? [] : (0,plan_rows/* changedFields */.E0)(row, account);
        // A location is found when it is asked for: most accounts are unchanged and need none.
        if (row === undefined)
            added.push({ uniqueId, account, location: entry.location });
        else if (fields.length > 0) {
            changed.push({ uniqueId, fields, account, location: entry.location });
        }
        else {
            unchanged += 1;
            const isRefreshed = model_account/* FIELDS */.cJ.some((field) => !(0,equality/* sameValue */.eE)(field, row[field], account[field]));
            if (isRefreshed)
                refreshed += 1;
        }
    }
    return {
        added: added.sort(order/* byUniqueId */.m5),
        changed: changed.sort(order/* byUniqueId */.m5),
        unchanged,
        refreshed,
    };
}
function toRemoved(departure) {
    const { row } = departure;
    const { uniqueId } = row;
    if (departure.fate === "deactivate")
        return [{ uniqueId, how: "deactivate", account: row }];
    if (departure.fate !== "omit")
        return [];
    return [{ uniqueId, how: "omit", why: departure.why, account: row }];
}
function toDeleted(departure) {
    if (departure.fate !== "delete")
        return [];
    const { row, why } = departure;
    return [{ uniqueId: row.uniqueId, why, account: row }];
}
function toExpired({ row }) {
    return { uniqueId: row.uniqueId, account: row };
}
/** Pairs a removed with an added account where only these two have their email, ignoring case. */
function pairByEmail(removed, added) {
    const removedWith = countByEmail(removed);
    const addedWith = countByEmail(added);
    const successors = new Map(added.map(({ account }) => [emailOf(account), account]));
    return removed.flatMap(({ uniqueId, account }) => {
        const email = emailOf(account);
        const isOnly = removedWith.get(email) === 1 && addedWith.get(email) === 1;
        const successor = isOnly && email !== undefined ? successors.get(email) : undefined;
        if (successor === undefined)
            return [];
        const fields = (0,plan_rows/* changedFields */.E0)(account, successor).filter(({ field }) => field !== "uniqueId");
        return [{ from: uniqueId, to: successor.uniqueId, fields }];
    });
}
function countByEmail(accounts) {
    const counts = new Map();
    for (const { account } of accounts) {
        const email = emailOf(account);
        counts.set(email, (counts.get(email) ?? 0) + 1);
    }
    return counts;
}
/** Undefined only for a row of Vanta's: an account of a roster has an address. */
function emailOf(row) {
    const email = row["email"];
    return typeof email === "string" ? email.toLowerCase() : undefined;
}


/***/ }),

/***/ 8693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ isLive),
/* harmony export */   E0: () => (/* binding */ changedFields),
/* harmony export */   Pf: () => (/* binding */ fieldsOf),
/* harmony export */   Y6: () => (/* binding */ liveRows)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_equality_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9440);
/* harmony import */ var _model_order_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4634);
// Rows as Vanta returns them: which count as current, and in which fields two of them differ.



/**
 * The rows that are not deleted, in order of `uniqueId`. Of rows with the same one, the last that
 * is active counts, so that no guard takes someone with access for one who left.
 */
function liveRows(rows) {
    const live = new Map();
    for (const row of rows.filter(isLive)) {
        const before = live.get(row.uniqueId);
        if (before === undefined || (0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isActive */ .$m)(row) || !(0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isActive */ .$m)(before))
            live.set(row.uniqueId, row);
    }
    return [...live.values()].sort(_model_order_js__WEBPACK_IMPORTED_MODULE_2__/* .byUniqueId */ .m5);
}
/**
 * Whether Vanta has not deleted the row. Only a non-empty string in `deletedAt` means that it has.
 */
function isLive(row) {
    return typeof row["deletedAt"] !== "string" || row["deletedAt"] === "";
}
/** The row with only the fields that a roster has, without empty optional ones. */
function fieldsOf(row) {
    const fields = {};
    for (const field of _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELDS */ .cJ) {
        const value = row[field];
        if (!(0,_model_equality_js__WEBPACK_IMPORTED_MODULE_1__/* .isAbsent */ .W0)(field, value))
            fields[field] = value;
    }
    return { ...fields, uniqueId: row.uniqueId };
}
/** The fields in which two rows differ, in the order of account.ts, except activity fields. */
function changedFields(before, after) {
    return _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPARED_FIELDS */ ._0.filter((field) => !(0,_model_equality_js__WEBPACK_IMPORTED_MODULE_1__/* .sameValue */ .eE)(field, before[field], after[field])).map((field) => ({
        field,
        before: before[field] ?? undefined,
        after: after[field] ?? undefined,
    }));
}


/***/ }),

/***/ 5546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ readDefaults),
/* harmony export */   SN: () => (/* binding */ encodeFor),
/* harmony export */   Uf: () => (/* binding */ UNKNOWN_DEFAULTS),
/* harmony export */   p_: () => (/* binding */ NO_DEFAULTS),
/* harmony export */   tR: () => (/* binding */ flawOfMade)
/* harmony export */ });
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(497);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2785);
/* harmony import */ var _keys_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2932);
/* harmony import */ var _syntax_node_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1826);
/* harmony import */ var _syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4887);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2030);






/** How much the defaults may add to a file. More could not be sent to Vanta. */
const ADDED_LIMIT = 256 * 1024 * 1024;
/** There are none. */
const NO_DEFAULTS = { byField: new Map(), isWhole: true, spend: () => undefined };
/** There may be some, but they could not be read. */
const UNKNOWN_DEFAULTS = { ...NO_DEFAULTS, isWhole: false };
/** Reads the defaults of a file, and reports what is wrong with them whatever the accounts have. */
function readDefaults(node, report) {
    if (node.kind === "broken")
        return UNKNOWN_DEFAULTS;
    // Everything below it is commented out.
    if (node.kind === "scalar" && node.value === null)
        return NO_DEFAULTS;
    if (node.kind !== "map") {
        report("wrong-type", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `defaults must be a mapping of fields to values, but is ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(node)}. Remove it if there are none.`);
        return UNKNOWN_DEFAULTS;
    }
    const reading = templatesIn(report);
    const defaults = new Map();
    for (const [field, member] of (0,_keys_js__WEBPACK_IMPORTED_MODULE_1__/* .readKeys */ .x)(node, _keys_js__WEBPACK_IMPORTED_MODULE_1__/* .FIELD_NAMES */ .Y, "field", report)) {
        const { offset } = member.node;
        if (field === "uniqueId") {
            report("unique-id-default", member.keyOffset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `uniqueId cannot have a default. Write one in each account.`);
            defaults.set(field, { offset, state: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV });
        }
        else
            defaults.set(field, { offset, state: (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .readField */ .dR)(field, member.node, reading) });
    }
    breakCircles(defaults, report);
    return { byField: defaults, isWhole: !node.damaged, spend: spendFrom(node.offset) };
}
function spendFrom(offset) {
    let spent = 0;
    return (size) => {
        spent += size;
        if (spent <= ADDED_LIMIT)
            return;
        const message = (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `These defaults add more than ${ADDED_LIMIT} characters to the accounts of this file. Make their texts and lists shorter.`;
        throw new _syntax_node_js__WEBPACK_IMPORTED_MODULE_2__/* .UnreadableDocument */ .bq("template-too-long", offset, message);
    };
}
/** Keeps texts as templates where they name fields. */
function templatesIn(report) {
    return {
        report,
        readText: (rule, value, offset) => {
            const template = (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .parseTemplate */ .QC)(rule.name, value, rule.field);
            const flaw = (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .isTemplate */ .Fl)(template) ? flawOfTemplate(template, rule, value) : template;
            if (flaw !== undefined)
                (0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .reportFlaw */ .jH)(flaw, offset, report);
            if (flaw !== undefined || !(0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .isTemplate */ .Fl)(template))
                return undefined;
            return (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii)(template).length > 0
                ? { template, rule }
                : (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .expand */ .fT)(template, () => undefined);
        },
    };
}
/** What is wrong with a template, whatever the account. */
function flawOfTemplate(template, rule, written) {
    const flaw = unavoidableFlaw(template, rule);
    if (flaw === undefined || (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii)(template).length === 0)
        return flaw;
    const { name, field } = rule;
    const example = field === "externalUrl" ? ", as in https://admin.example.com/users/{uniqueId}" : "";
    return {
        code: flaw.code,
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `The default of ${name} makes no valid value: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(written, field)}.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `Change what is around the fields in braces${example}.`,
    };
}
/** What is wrong with a template for all values of its fields; undefined if some make it valid. */
function unavoidableFlaw(template, rule) {
    const flaws = [undefined, "a", ...rule.examples].map((example) => flawOfMade(rule, (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .expand */ .fT)(template, (field) => encodeFor(rule, example ?? field)) ?? ""));
    return flaws.every((flaw) => flaw !== undefined) ? flaws[0] : undefined;
}
/** What is wrong with a text that was made from a template; undefined if nothing. */
function flawOfMade(rule, made) {
    return made.length > _template_js__WEBPACK_IMPORTED_MODULE_4__/* .MADE_LIMIT */ .o9 ? (0,_template_js__WEBPACK_IMPORTED_MODULE_4__/* .tooLong */ .Po)(rule.name) : rule.flawOf(made);
}
/** The value of a field as it may be part of a text under this rule. */
function encodeFor({ field }, value) {
    return field === "externalUrl" ? encodeURIComponent(value) : value;
}
function pendingIn(state) {
    if (typeof state !== "object")
        return [];
    if ("template" in state)
        return [state];
    return [...state.values()].filter((one) => typeof one === "object");
}
/** Reports each circle of defaults that name each other, once, and makes its members wrong. */
function breakCircles(defaults, report) {
    const references = new Map();
    for (const [field, { state }] of defaults) {
        const templates = pendingIn(state).map(({ template }) => template);
        references.set(field, templates.flatMap(_template_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii));
    }
    for (const circle of circlesIn(references)) {
        const members = circle.map((field) => defaults.get(field)).filter((one) => one !== undefined);
        if (members.every(({ state }) => state === _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV))
            continue;
        const [first] = circle;
        report("template-circle", members[0]?.offset ?? 0, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `These defaults name each other in a circle: ${[...circle, first].join(" \u2192 ")}. Give one of them a value without the others.`);
        for (const [index, field] of circle.entries()) {
            defaults.set(field, { offset: members[index]?.offset ?? 0, state: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .UNKNOWN */ .HV });
        }
    }
}
/** The circles met on a depth-first walk, each from the field where it closes. */
function* circlesIn(references) {
    const done = new Set();
    for (const start of references.keys())
        yield* follow(start, []);
    function* follow(field, path) {
        if (path.includes(field))
            yield path.slice(path.indexOf(field));
        else if (!done.has(field)) {
            for (const next of references.get(field) ?? [])
                yield* follow(next, [...path, field]);
            done.add(field);
        }
    }
}


/***/ }),

/***/ 2785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ UNKNOWN),
/* harmony export */   dR: () => (/* binding */ readField),
/* harmony export */   dq: () => (/* binding */ toPlainValue),
/* harmony export */   gE: () => (/* binding */ textsAsWritten),
/* harmony export */   jH: () => (/* binding */ reportFlaw),
/* harmony export */   ml: () => (/* binding */ isValue),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   rf: () => (/* binding */ readLeaf),
/* harmony export */   x3: () => (/* binding */ NONE)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(497);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(194);
/* harmony import */ var _synonyms_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6402);
/* harmony import */ var _syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4887);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(303);
// One field of an account: from a node to its value, or to the reasons why it has none.






/** What a field is that has no value: `null`, or left out. */
const NONE = Symbol("none");
/** A value that is wrong, which is reported, or that may be in a part that could not be read. */
const UNKNOWN = Symbol("unknown");
/** Whether a field has a value, and it is right. */
function isValue(state) {
    return state !== NONE && state !== UNKNOWN;
}
/** A value as it is in an account. */
function toPlainValue(value) {
    return typeof value === "object" && "size" in value ? Object.fromEntries(value) : value;
}
/** Keeps texts that follow their rule, and reports the others. */
function textsAsWritten(report) {
    return {
        report,
        readText: ({ flawOf, examples }, value, offset) => {
            // Accounts share the words of a choice; the text of each would be kept as long as they are.
            const known = examples[examples.indexOf(value)];
            if (known !== undefined)
                return known;
            const flaw = flawOf(value);
            if (flaw === undefined)
                return value;
            reportFlaw(flaw, offset, report);
            return undefined;
        },
    };
}
/** Reports a flaw at the text that has it. */
function reportFlaw(flaw, offset, report) {
    report(flaw.code, offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${flaw.problem} ${flaw.advice}`);
}
const RULES = new Map(_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELDS */ .cJ.map((field) => [field, ruleFor(field)]));
function ruleFor(field) {
    const spec = _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNT_FIELDS */ .ai[field];
    const rule = (name, flawOf, examples = []) => ({ field, name, flawOf: (value) => flawOf(name, value, field), examples });
    switch (spec.kind) {
        case "url":
            return rule(field, _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .flawOfUrl */ .r0, ["https://example.com/"]);
        case "email":
            return rule(field, _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .flawOfEmail */ .at, ["a@example.com"]);
        case "timestamp":
            return rule(field, _formats_js__WEBPACK_IMPORTED_MODULE_1__/* .flawOfTimestamp */ .eZ, ["2024-03-01T09:00:00Z"]);
        case "choice":
            return rule(field, flawOfChoice(spec.values), spec.values);
        case "choices":
            return rule(`An entry of ${field}`, flawOfChoice(spec.values), spec.values);
        case "identifiers":
            return rule(`An entry of ${field}`, _text_js__WEBPACK_IMPORTED_MODULE_4__/* .flawOfIdentifier */ .VQ);
        case "properties":
            return rule("A custom property", _text_js__WEBPACK_IMPORTED_MODULE_4__/* .flawOfText */ .xA);
        case "name":
            return rule(field, _text_js__WEBPACK_IMPORTED_MODULE_4__/* .flawOfName */ .Zi);
        default:
            return rule(field, _text_js__WEBPACK_IMPORTED_MODULE_4__/* .flawOfIdentifier */ .VQ);
    }
}
function flawOfChoice(values) {
    return (name, value, field) => {
        if (values.includes(value))
            return undefined;
        const near = (0,_synonyms_js__WEBPACK_IMPORTED_MODULE_2__/* .meantValue */ .X)(field, value);
        const meant = near === undefined ? "" : `Did you mean ${near}? `;
        return {
            code: "unknown-value",
            problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${name} cannot be ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(value)}.`,
            advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${meant}Allowed: ${values.join(", ")}.`,
        };
    };
}
/** Reads the value of a field. What is wrong with it is reported at its own position. */
function readField(field, node, reading) {
    if (node.kind === "broken")
        return UNKNOWN;
    if (node.kind === "scalar" && node.value === null) {
        if (!(0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isRequired */ .gx)(field))
            return NONE;
        reading.report("null-value", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${field} has no value, and every account needs it. ${emptyAdvice(field)}`);
        return UNKNOWN;
    }
    return readValue(field, node, reading) ?? UNKNOWN;
}
function emptyAdvice(field) {
    const { kind } = _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNT_FIELDS */ .ai[field];
    return kind === "choices" ? "Write a list in brackets, or [] for none." : "Write its value.";
}
function readValue(field, node, reading) {
    const rule = RULES.get(field) ?? ruleFor(field);
    switch (_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNT_FIELDS */ .ai[field].kind) {
        case "boolean":
            return readBoolean(field, node, reading.report);
        case "choices":
        case "identifiers":
            return readList(field, rule, node, reading);
        case "properties":
            return readProperties(rule, node, reading);
        default:
            return readLeaf(rule, node, reading);
    }
}
/** Reads a single text. Undefined where it is wrong, which is reported. */
function readLeaf(rule, node, { readText, report }) {
    if (node.kind === "broken")
        return undefined;
    if (node.kind === "scalar" && typeof node.value === "string") {
        return readText(rule, node.value, node.offset);
    }
    report("wrong-type", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${rule.name} must be a string, but is ${describe(node, rule.field)}. ${textAdvice(rule, node)}`);
    return undefined;
}
/** How a value becomes a text. Quotes help only where the text in them is valid. */
function textAdvice({ flawOf }, node) {
    if (node.kind !== "scalar" || node.value === null)
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `Write one string.`;
    return flawOf(sourceOf(node))?.advice ?? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `Put it in quotes: write " before and after it.`;
}
function sourceOf({ source, value }) {
    return source ?? String(value);
}
/** What a node is, in words; `field` is the one whose value it is, if any. */
function describe(node, field) {
    if (node.kind === "list")
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `a list`;
    if (node.kind !== "scalar")
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `a mapping`;
    if (node.value === null)
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `empty (null)`;
    if (typeof node.value === "boolean")
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${String(node.value)}`;
    const kind = typeof node.value === "number" ? "number" : "string";
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `the ${kind} ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(sourceOf(node), field)}`;
}
function readBoolean(field, node, report) {
    if (node.kind === "scalar" && typeof node.value === "boolean")
        return node.value;
    report("wrong-type", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${field} must be true or false, but is ${describe(node, field)}. ${booleanAdvice(node)}`);
    return undefined;
}
function booleanAdvice(node) {
    const word = node.kind === "scalar" ? String(node.value).toLowerCase() : "";
    if (word === "true" || word === "false") {
        return `Write ${word} in small letters and without quotes.`;
    }
    if (["yes", "y", "on", "1", "enabled"].includes(word))
        return "Write true.";
    if (["no", "n", "off", "0", "disabled"].includes(word))
        return "Write false.";
    return "Write one of the two, without quotes.";
}
function readList(field, rule, node, reading) {
    if (node.kind !== "list") {
        reading.report("wrong-type", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${field} must be a list, but is ${describe(node, field)}. ${listAdvice(rule, node)}`);
        return undefined;
    }
    const values = [];
    let isWhole = true;
    for (const item of node.items) {
        const value = readLeaf(rule, item.node, reading);
        if (value === undefined)
            isWhole = false;
        else
            values.push(value);
    }
    // A list that grew has room for 16 more entries. A copy has none, and many are kept.
    return isWhole ? values.slice() : undefined;
}
/** How a value becomes a list: its parts between commas in brackets, where each is valid. */
function listAdvice({ flawOf, field, examples }, node) {
    const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : "";
    const entries = text.split(",").map((entry) => entry.trim());
    // Others need escapes between the quotes.
    const canBeQuoted = entries.every((entry) => (0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .isShownWhole */ .TJ)(entry) && !/["'\\]/.test(entry));
    if (canBeQuoted && entries.every((entry) => flawOf(entry) === undefined)) {
        const quoted = entries.map((entry) => (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(entry, field)}`);
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `Put it in brackets: [${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .joinMessages */ .hw)(quoted, ", ")}].`;
    }
    const allowed = examples.length === 0 ? "" : ` Allowed in it: ${examples.join(", ")}.`;
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `Write a list in brackets, or [] for none.${allowed}`;
}
function readProperties(rule, node, reading) {
    if (node.kind !== "map") {
        reading.report("wrong-type", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `customProperties must be a mapping of names to values, but is ${describe(node, rule.field)}.`);
        return undefined;
    }
    const values = readEntries(rule, node, reading);
    return values.size === node.members.size && !node.damaged ? values : undefined;
}
/** The properties that are right. */
function readEntries(rule, { members }, reading) {
    const values = new Map();
    for (const [name, { keyOffset, isText, node }] of members) {
        const value = readProperty(rule, node, reading);
        const problem = flawOfPropertyName(name, isText, rule.field);
        if (problem !== undefined)
            reading.report("bad-property-name", keyOffset, problem);
        else if (value !== undefined)
            values.set(name, value);
    }
    return values;
}
function flawOfPropertyName(name, isText, field) {
    if (!_text_js__WEBPACK_IMPORTED_MODULE_4__/* .PROPERTY_NAME */ .WJ.test(name)) {
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `A custom property cannot be named ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(name, field)}: the name is empty, has space around it or a control character in it, or is __proto__. Write another name.`;
    }
    if (isText)
        return undefined;
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `The name of a custom property must be a string, but is ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(name, field)}. Put it in quotes: write " before and after it.`;
}
function readProperty(rule, node, { readText, report }) {
    if (node.kind === "broken")
        return undefined;
    if (node.kind !== "scalar" || node.value === null) {
        report("wrong-type", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `A custom property must be true, false, a whole number or text, and this is ${describe(node, rule.field)}.`);
        return undefined;
    }
    if (typeof node.value === "string")
        return readText(rule, node.value, node.offset);
    if (typeof node.value === "boolean" || isPlainInteger(node.value, node.source))
        return node.value;
    report("bad-integer", node.offset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_5__/* .msg */ .ab) `A custom property cannot be the number ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .quoteValue */ .cl)(sourceOf(node), rule.field)}. Write a whole number from -2147483648 to 2147483647 in plain digits, or put it in quotes.`);
    return undefined;
}
/** Whether a number is a 32-bit integer, written so that everyone reads the same one. */
function isPlainInteger(value, source) {
    return (value | 0) === value && String(value) === source;
}


/***/ }),

/***/ 194:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fx: () => (/* binding */ isTimestamp),
/* harmony export */   Tm: () => (/* binding */ EMAIL),
/* harmony export */   ai: () => (/* binding */ HTTPS_URL),
/* harmony export */   at: () => (/* binding */ flawOfEmail),
/* harmony export */   eZ: () => (/* binding */ flawOfTimestamp),
/* harmony export */   ht: () => (/* binding */ TIMESTAMP),
/* harmony export */   r0: () => (/* binding */ flawOfUrl),
/* harmony export */   x3: () => (/* binding */ isHttpsUrl),
/* harmony export */   xf: () => (/* binding */ isEmail)
/* harmony export */ });
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(497);
/* harmony import */ var _model_url_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6895);
/* harmony import */ var _syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4887);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(303);




const MONTH_AND_DAY = String.raw `(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`;
const LEAP_DAY = String.raw `(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`;
const TIME = String.raw `(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;
/**
 * A `date-time` of RFC 3339, section 5.6, on a day that exists. {@link isTimestamp} also checks
 * leap seconds.
 */
const TIMESTAMP = new RegExp(String.raw `^(?:\d{4}-${MONTH_AND_DAY}|${LEAP_DAY})[Tt]${TIME}$`, "u");
const NOT_IN_URL = String.raw `\s\\<>"{}|^\u0060${_text_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTROLS */ .VH}`;
const HOST = String.raw `(?:[^/?#@:[\]%${NOT_IN_URL}]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?`;
/**
 * An absolute https URL with a host, without user and password, which may have international
 * characters. {@link isHttpsUrl} also parses it.
 */
const HTTPS_URL = new RegExp(String.raw `^(?!.*%(?![0-9A-Fa-f]{2}))[Hh][Tt][Tt][Pp][Ss]:\/\/${HOST}(?:[/?#][^${NOT_IN_URL}]*)?$`, "u");
/** Invisible characters, and those that change the direction of text. */
const HIDDEN = String.raw `\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f`;
/** One part of the local part of an email address, between dots. */
const LOCAL = String.raw `[^\s.@"(),:;<>[\]\\${_text_js__WEBPACK_IMPORTED_MODULE_1__/* .CONTROLS */ .VH}${HIDDEN}]+`;
/** A letter or digit of any script: not an ASCII sign, white space, or an invisible character. */
const LETTER = String.raw `[^\s\u0000-\/:-@[-\u0060{-\u009f${HIDDEN}]`;
const LABEL = `${LETTER}(?:(?:${LETTER}|-){0,61}${LETTER})?`;
/**
 * An email address: a local part of at most 64 characters, and a domain with a dot. Both may have
 * international characters. {@link isEmail} also checks those by their Unicode categories.
 */
const EMAIL = new RegExp(String.raw `^(?=[^@]{1,64}@)(?=.{1,254}$)${LOCAL}(?:\.${LOCAL})*@(?:${LABEL}\.)+(?!\d+$)${LABEL}$`, "u");
const DOMAIN = /@[\p{L}\p{M}\p{N}.-]+$/u;
/** What text processors and lists leave around a pasted address. */
const PASTED = String.raw `['\u0060*\u00b4]|(?![!-~])\p{P}`;
const PASTED_AROUND = new RegExp(`^(?:${PASTED})|(?:${PASTED})@`, "u");
/** Whether a text is a timestamp. A leap second must be at the end of a month in UTC. */
function isTimestamp(value) {
    return TIMESTAMP.test(value) && !hasMisplacedLeapSecond(value);
}
function hasMisplacedLeapSecond(value) {
    if (value.slice(17, 19) !== "60")
        return false;
    const offset = /(?:[Zz]|[+-]\d\d:\d\d)$/.exec(value)?.[0] ?? "";
    const next = new Date(Date.parse(`${value.slice(0, 10)}T${value.slice(11, 16)}:00${offset.toUpperCase()}`) + 60_000);
    return !(next.getUTCDate() === 1 && next.getUTCHours() === 0 && next.getUTCMinutes() === 0);
}
/** An ordinary URL in ASCII, which needs no further check. No host of letters can be refused. */
const ORDINARY_URL = /^https:\/\/(?:(?!xn--)[a-z][a-z0-9-]*\.)+[a-z]+(?:[/?#][\w./?#&=@:,;~+-]*)?$/;
/** Whether a text is an absolute https URL that the URL parser of Node.js accepts. */
function isHttpsUrl(value) {
    if (ORDINARY_URL.test(value))
        return true;
    return HTTPS_URL.test(value) && ((0,_model_url_js__WEBPACK_IMPORTED_MODULE_2__/* .parseUrl */ .D)(value)?.host ?? "") !== "";
}
/** An ordinary address in ASCII, which needs no further check. */
const ORDINARY_EMAIL = /^\w+(?:[.+-]\w+){0,9}@(?:[a-z0-9]+\.){1,9}[a-z]+$/;
/** Whether a text is an email address. */
function isEmail(value) {
    if (value.length <= 64 && ORDINARY_EMAIL.test(value))
        return true;
    if (!EMAIL.test(value) || (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .invisibleIn */ .BB)(value) !== undefined)
        return false;
    return DOMAIN.test(value) && !PASTED_AROUND.test(value);
}
const EXAMPLE_TIME = "2024-03-01T09:00:00Z";
/** What is wrong with a text that should be a timestamp; undefined if nothing. */
function flawOfTimestamp(name, value) {
    if (isTimestamp(value))
        return undefined;
    return {
        code: "bad-timestamp",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} is not a timestamp: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteValue */ .cl)(value)}.`,
        advice: timestampAdvice(value),
    };
}
/** What people leave out, by what they wrote, and how it is completed. */
const INCOMPLETE = [
    [/^(\d{4}-\d\d-\d\d)$/, "$1T09:00:00Z", "Add a time and an offset"],
    [
        /^(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d:\d\d(?:\.\d+)?)$/,
        "$1T$2Z",
        "Write a T between date and time, and an offset at the end (Z for UTC)",
    ],
    [
        /^(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d)([Zz]|[+-]\d\d:\d\d)?$/,
        "$1T$2:00Z",
        "Write date, T, time with seconds, and an offset (Z for UTC)",
    ],
    [
        /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) ?([Zz]|[+-]\d\d:\d\d)$/,
        "$1T$2$3",
        "Write a T between date and time",
    ],
    [
        /^(\d{4}-\d\d-\d\d)[ Tt](\d\d:\d\d:\d\d(?:\.\d+)?) ?([+-]\d\d)(\d\d)?$/,
        "$1T$2$3:00",
        "Write the offset with a colon",
    ],
];
function timestampAdvice(value) {
    for (const [pattern, completed, advice] of INCOMPLETE) {
        const example = value.replace(pattern, completed);
        if (pattern.test(value) && isTimestamp(example) && (0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .isShownWhole */ .TJ)(example)) {
            return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${advice}, as in ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteValue */ .cl)(example)}.`;
        }
    }
    if (TIMESTAMP.test(value)) {
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `A leap second (:60) can only be at the end of a month, at 23:59:60 UTC.`;
    }
    const exists = /^\d{4}-\d\d-\d\d(?:[ Tt]\d\d:\d\d)?/.test(value)
        ? "If its form is right, there is no such day or time. "
        : "";
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${exists}Write a date, a time and an offset that exist, as RFC 3339 has them: ${EXAMPLE_TIME}.`;
}
/** What is wrong with a text that should be an https URL; undefined if nothing. */
function flawOfUrl(name, value, field) {
    if (isHttpsUrl(value))
        return undefined;
    const withUser = USER.test(value);
    return {
        code: "bad-url",
        // Not quoted where it has a password in it.
        problem: withUser
            ? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} has a user name or a password before its host.`
            : (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} is not an https URL: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteValue */ .cl)(value, field)}.`,
        advice: withUser
            ? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Change the password: it is in the history of this repository. ${urlAdvice(value.replace(USER, "$1"), field)}`
            : urlAdvice(value, field),
    };
}
/** A scheme and slashes, as far as they are there, and the user and password after them. */
const USER = /^(\s*(?:[a-z][\w+.-]*:)?\/*)[^/?#]*@/i;
function urlAdvice(value, field) {
    const whole = value
        .trim()
        .replace(/^http:/i, "https:")
        .replace(/^(?!https:)(?=[\w.-]+\.\w+(?:[:/?#]|$))/i, "https://")
        .replace(/%(?![0-9A-Fa-f]{2})/g, "%25")
        .replace(/[\s\\<>"{}|^`]/g, encodeURIComponent);
    if (isHttpsUrl(whole) && (0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .isShownWhole */ .TJ)(whole))
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Write it as ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteValue */ .cl)(whole, field)}.`;
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Write a whole address that begins with https://, as in https://admin.example.com/users/1001.`;
}
/** What is wrong with a text that should be an email address; undefined if nothing. */
function flawOfEmail(name, value, field) {
    if (isEmail(value))
        return undefined;
    if ((0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .invisibleIn */ .BB)(value) !== undefined)
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .flawOfIdentifier */ .VQ)(name, value, field);
    const bare = value
        .trim()
        .replace(/^mailto:/i, "")
        .replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{M}\p{N}]+$/gu, "")
        .replace(/[^\p{L}\p{N}_]+(?=@)/gu, "");
    return {
        code: "bad-email",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} is not an email address: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteValue */ .cl)(value, field)}.`,
        advice: isEmail(bare)
            ? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Write the address alone: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .quoteValue */ .cl)(bare, field)}.`
            : (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Write one address, as in ada@example.com.`,
    };
}


/***/ }),

/***/ 2932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ FIELD_NAMES),
/* harmony export */   x: () => (/* binding */ readKeys)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(497);
/* harmony import */ var _synonyms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6402);
/* harmony import */ var _syntax_quotes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4887);
// Reads the keys of a mapping: finds unknown ones, and suggests what a misspelled one means.




/** What the keys of an account and of the defaults are. */
const FIELD_NAMES = new Set(_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELDS */ .cJ);
/** Whether all keys are known, as in almost every account. Those that are no text never are. */
function hasOnly(members, names) {
    const known = names;
    for (const key of members.keys())
        if (!known.has(key))
            return false;
    return true;
}
/**
 * The members of a mapping by known name. A misspelled key is one error: its value is read under
 * the correct name, so that it does not count as missing, and mistakes in it are found too. `what`
 * is what messages call such a key.
 */
function readKeys({ members }, names, what, report) {
    if (hasOnly(members, names))
        return members;
    const all = [...names];
    const known = new Map();
    const unknown = [];
    for (const [key, member] of members) {
        const name = member.isText ? all.find((one) => one === key) : undefined;
        if (name === undefined)
            unknown.push([key, member]);
        else
            known.set(name, member);
    }
    for (const [key, member] of unknown) {
        const near = (0,_synonyms_js__WEBPACK_IMPORTED_MODULE_1__/* .meantName */ .d)(key, all);
        const isDuplicate = near !== undefined && known.has(near);
        if (near === undefined) {
            report("unknown-key", member.keyOffset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Unknown ${what} ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteKey */ ._z)(key)}. Known: ${all.join(", ")}.`);
            continue;
        }
        const advice = isDuplicate
            ? `Did you mean ${near}? It is already here: keep one of them.`
            : `Did you mean ${near}?`;
        report("unknown-key", member.keyOffset, (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Unknown ${what} ${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(key)}. ${advice}`);
        if (!isDuplicate)
            known.set(near, member);
    }
    return known;
}


/***/ }),

/***/ 6958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ parseAddressedRosters),
  C: () => (/* binding */ parseRosters)
});

// EXTERNAL MODULE: ./build/model/message.js
var model_message = __nccwpck_require__(497);
// EXTERNAL MODULE: ./build/model/order.js
var order = __nccwpck_require__(4634);
// EXTERNAL MODULE: ./build/model/problem.js
var problem = __nccwpck_require__(9241);
// EXTERNAL MODULE: ./build/roster/fields.js
var fields = __nccwpck_require__(2785);
;// CONCATENATED MODULE: ./build/roster/merge.js
// The files of one resource \u2192 one roster. Finds what they contradict each other in: the same
// uniqueId twice, and accounts that are to be forgotten.


/** One roster; undefined where an account is not complete, for which an error was added. */
function mergeSources({ resourceId, sources }, add) {
    const ids = findDuplicates(sources, add);
    findSimilar(ids, add);
    const forget = findForgotten(sources, ids, add);
    const entries = [];
    let isComplete = true;
    for (const { accounts, isComplete: isSourceComplete } of sources) {
        isComplete &&= isSourceComplete;
        for (const account of accounts) {
            if (account.isComplete())
                entries.push(account);
            else
                isComplete = false;
        }
    }
    if (!isComplete)
        return undefined;
    const files = sources
        .filter(({ accounts }) => accounts.length > 0)
        .map(({ document }) => document.path);
    return { resourceId, files, entries, forget };
}
/** The first account with each `uniqueId`. Every further one is an error. */
function findDuplicates(sources, add) {
    const firsts = new Map();
    for (const { accounts } of sources) {
        for (const account of accounts) {
            const { uniqueId, fullName } = account;
            if (uniqueId === undefined)
                continue;
            const first = firsts.get(uniqueId);
            if (first === undefined)
                firsts.set(uniqueId, account);
            else {
                // Two aliases of one account share its `uniqueId`: the second alias is the duplicate.
                const here = account.isAliasOf(first) ? account.location : account.idLocation;
                const message = (0,model_message/* msg */.ab) `Duplicate uniqueId ${(0,model_message/* quote */.hD)(uniqueId, "uniqueId")}, also at ${quoteLocation(first.idLocation)}. Remove one of the two accounts, or correct its uniqueId.`;
                add((0,problem/* makeProblem */.km)("duplicate-unique-id", message, here, { uniqueId, fullName }));
            }
        }
    }
    return firsts;
}
function quoteLocation({ file, line, column }) {
    return (0,model_message/* quote */.hD)(`${file}:${line}:${column}`);
}
/** Warns of `uniqueId`s that differ only in case or look the same: most likely one person twice. */
function findSimilar(ids, add) {
    if (![...ids.keys()].some(mayHaveOtherForm))
        return;
    const firsts = new Map();
    for (const [uniqueId, account] of ids) {
        const folded = fold(uniqueId);
        const first = firsts.get(folded);
        const other = first === undefined ? undefined : ids.get(first);
        if (first === undefined || other === undefined)
            firsts.set(folded, uniqueId);
        else {
            const names = (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(uniqueId, "uniqueId")} and ${(0,model_message/* quote */.hD)(first, "uniqueId")} (at ${quoteLocation(other.idLocation)})`;
            const isCase = uniqueId.toLowerCase() === first.toLowerCase();
            const how = isCase ? "differ only in case" : "look the same (they are equal under NFKC)";
            const message = (0,model_message/* msg */.ab) `The uniqueIds ${names} ${how}. Vanta treats them as two accounts. If they are one person, remove one.`;
            add((0,problem/* makeProblem */.km)("similar-unique-id", message, account.idLocation, { uniqueId }));
        }
    }
}
/** What similar IDs have in common. */
function fold(uniqueId) {
    return uniqueId.normalize("NFKC").toLowerCase();
}
/** Whether folding may change an ID. Most are small ASCII letters and digits. */
function mayHaveOtherForm(uniqueId) {
    return !/^[ -@[-~]*$/.test(uniqueId);
}
function findForgotten(sources, ids, add) {
    const firsts = new Map();
    for (const { uniqueId, location } of sources.flatMap(({ forget }) => forget)) {
        const before = firsts.get(uniqueId);
        const account = ids.get(uniqueId);
        if (before !== undefined) {
            const message = (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(uniqueId, "uniqueId")} is already in forget, at ${quoteLocation(before)}. Remove one of the two.`;
            add((0,problem/* makeProblem */.km)("duplicate-forget", message, location));
        }
        else if (account !== undefined) {
            const message = (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(uniqueId, "uniqueId")} is in forget, but is also an account, at ${quoteLocation(account.idLocation)}. Remove one of the two.`;
            add((0,problem/* makeProblem */.km)("forget-in-roster", message, location));
        }
        if (before === undefined)
            firsts.set(uniqueId, location);
    }
    return new Set(firsts.keys());
}

;// CONCATENATED MODULE: ./build/roster/roster.js
/** Whether a roster names its resource. */
function isAddressed(roster) {
    return roster.resourceId !== undefined;
}

// EXTERNAL MODULE: ./build/roster/source.js + 5 modules
var source = __nccwpck_require__(6817);
// EXTERNAL MODULE: ./build/roster/syntax/document.js + 2 modules
var syntax_document = __nccwpck_require__(6451);
;// CONCATENATED MODULE: ./build/roster/parse.js
// Roster files \u2192 rosters, one for each resource ID. Or every problem that there is.








/**
 * Parses and checks all files together, and adds every error and warning to `problems`. Returns the
 * rosters in order of resource ID (code units), complete and valid; undefined where any error was
 * found.
 */
function parseRosters(files, options, problems) {
    return parseSorted(files, options, () => undefined, problems);
}
/** The same, but a roster without a resource ID is an error. */
async function parseAddressedRosters(files, options, problems) {
    const rosters = await parseSorted(files, options, missingResourceId, problems);
    if (rosters === undefined || rosters.every(isAddressed))
        return rosters;
    throw new Error("a roster has no resource ID, and nothing was reported");
}
/** How many files a message names. */
const NAMED = 5;
function missingResourceId(sources) {
    const paths = sources.map(({ document }) => (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(document.path)}`);
    const more = paths.length > NAMED ? ` and ${paths.length - NAMED} more` : "";
    const names = (0,model_message/* joinMessages */.hw)(paths.slice(0, NAMED), ", ");
    const message = (0,model_message/* msg */.ab) `resource-id: is missing or empty, but needed for ${names}${more}, which ${paths.length === 1 ? "names" : "name"} no resourceId. Set it to the Resource ID that Vanta's Developer Console shows, or write resourceId at the top of each file.`;
    return (0,problem/* makeProblem */.km)("missing-input", message);
}
async function parseSorted(files, options, checkNameless, problems) {
    if (files.length === 0) {
        // No file is not an empty roster. The caller has reported the patterns that match nothing.
        if (problems.errors > 0)
            return undefined;
        throw new Error("no roster file was found, and nothing was reported");
    }
    const found = [];
    const rosters = await parseAll(files, options, checkNameless, found);
    for (const problem of found.sort(byLocation))
        problems.add(problem);
    if (found.some(({ severity }) => severity === "error"))
        return undefined;
    if (rosters === undefined) {
        throw new Error("a roster was refused, but nothing was found wrong with it");
    }
    return rosters.sort((one, other) => (0,order/* compareText */.n6)(one.resourceId ?? "", other.resourceId ?? ""));
}
function byLocation({ location: one }, { location: other }) {
    if (one === undefined || other === undefined) {
        return Number(other === undefined) - Number(one === undefined);
    }
    return (0,order/* compareLocations */.Qr)(one, other);
}
/** Thrown where there are more errors than are counted. */
class TooManyErrors extends Error {
    name = "TooManyErrors";
}
async function parseAll(files, options, checkNameless, found) {
    let errors = 0;
    const add = (problem) => {
        if (problem.severity === "error")
            errors += 1;
        if (errors > source/* MAX_ERRORS */.B)
            throw new TooManyErrors();
        found.push(problem);
    };
    try {
        const sources = await readSources(files, options.now, add);
        const groups = groupByResource(sources, options.resourceId);
        const problem = groups.nameless.length > 0 ? checkNameless(groups.nameless) : undefined;
        if (problem !== undefined)
            add(problem);
        const merged = groups.all.map((group) => mergeSources(group, add));
        const rosters = merged.filter((roster) => roster !== undefined);
        return rosters.length === merged.length ? rosters : undefined;
    }
    catch (error) {
        if (!(error instanceof TooManyErrors))
            throw error;
        const message = (0,model_message/* msg */.ab) `There are more than ${source/* MAX_ERRORS */.B} errors. The rest of the roster was not checked.`;
        found.push((0,problem/* makeProblem */.km)("too-many-errors", message));
        return undefined;
    }
}
async function readSources(files, now, add) {
    const sources = [];
    for (const file of [...files].sort((one, other) => (0,order/* compareText */.n6)(one.path, other.path))) {
        const document = await (0,syntax_document/* parseDocument */.Tp)(file, add);
        if (document !== undefined)
            sources.push((0,source/* readSource */.o)(document, now));
    }
    return sources;
}
function groupByResource(sources, fallback) {
    const named = new Map();
    const nameless = [];
    const unknown = [];
    for (const source of sources) {
        const { resourceId } = source;
        // Which roster it belongs to is not known, so duplicates are looked for in it alone.
        if (resourceId === fields/* UNKNOWN */.HV)
            unknown.push({ sources: [source] });
        else {
            const id = resourceId === fields/* NONE */.x3 ? fallback : resourceId;
            if (id === undefined)
                nameless.push(source);
            else
                named.set(id, [...(named.get(id) ?? []), source]);
        }
    }
    const groups = [...named].map(([resourceId, members]) => ({ resourceId, sources: members }));
    const all = [...groups, ...(nameless.length > 0 ? [{ sources: nameless }] : []), ...unknown];
    return { all, nameless };
}


/***/ }),

/***/ 6817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ MAX_ERRORS),
  o: () => (/* binding */ readSource)
});

// EXTERNAL MODULE: ./build/model/account.js
var model_account = __nccwpck_require__(741);
// EXTERNAL MODULE: ./build/model/message.js
var model_message = __nccwpck_require__(497);
// EXTERNAL MODULE: ./build/roster/defaults.js
var defaults = __nccwpck_require__(5546);
// EXTERNAL MODULE: ./build/roster/fields.js
var fields = __nccwpck_require__(2785);
// EXTERNAL MODULE: ./build/roster/keys.js
var roster_keys = __nccwpck_require__(2932);
// EXTERNAL MODULE: ./build/model/equality.js
var equality = __nccwpck_require__(9440);
;// CONCATENATED MODULE: ./build/roster/lint.js
// Contradictions in an account that deserve a warning: each field is valid, but they do not fit
// together. Fields that are wrong contradict nothing.




/** How far a timestamp may be in the future, for clocks that differ. */
const TOLERANCE_MS = 5 * 60 * 1000;
/** Warns of what does not fit together in one account; `now` decides what is the future. */
function lintAccount(stateOf, now, warn) {
    const valueIn = (field) => {
        const state = stateOf(field);
        return (0,fields/* isValue */.ml)(state) ? state : undefined;
    };
    lintStatus(stateOf, warn);
    lintMfa(valueIn, warn);
    lintTimes(valueIn, now, warn);
}
function lintStatus(stateOf, warn) {
    const status = stateOf("status");
    const deactivated = stateOf("deactivatedTimestamp");
    if (status === "DEACTIVATED" && deactivated === fields/* NONE */.x3) {
        const message = (0,model_message/* msg */.ab) `This account is DEACTIVATED, but has no deactivatedTimestamp. Add the time, so that reviewers can see when access ended.`;
        warn("deactivated-without-time", message, []);
    }
    if (status === "ACTIVE" && (0,fields/* isValue */.ml)(deactivated)) {
        const message = (0,model_message/* msg */.ab) `This account is ACTIVE, but has a deactivatedTimestamp. Remove it, or write status: DEACTIVATED.`;
        warn("active-with-deactivation", message, ["deactivatedTimestamp", "status"]);
    }
}
/** Vanta ignores MFA where people sign in by SSO. */
function lintMfa(valueIn, warn) {
    const authMethod = valueIn("authMethod");
    const mfaEnabled = valueIn("mfaEnabled");
    if (authMethod === undefined || authMethod === "SSO")
        return;
    const factors = realFactors(valueIn("mfaMethods"));
    if (mfaEnabled === true && factors?.length === 0) {
        const message = (0,model_message/* msg */.ab) `mfaEnabled is true, but mfaMethods has no real method. Add the method in use (OTP, PUSH_PROMPT, \u2026), or write false.`;
        warn("mfa-without-method", message, MFA_FIELDS);
    }
    if (mfaEnabled === false && factors !== undefined && factors.length > 0) {
        const message = (0,model_message/* msg */.ab) `mfaEnabled is false, but mfaMethods has ${factors.join(", ")}. Write true, or [DISABLED] for the methods.`;
        warn("method-without-mfa", message, MFA_FIELDS);
    }
    const isAdmin = valueIn("permissionLevel") === "ADMIN";
    if (mfaEnabled === false && isAdmin && authMethod === "PASSWORD") {
        const message = (0,model_message/* msg */.ab) `An ADMIN logs in with a password and no second factor. Turn on MFA for this account in your system.`;
        warn("admin-without-mfa", message, ["permissionLevel", "authMethod", "mfaEnabled"]);
    }
}
const MFA_FIELDS = ["mfaEnabled", "mfaMethods", "authMethod"];
/** The methods that are second factors; undefined where they are not known. */
function realFactors(methods) {
    if (typeof methods !== "object" || "size" in methods)
        return undefined;
    return methods.filter(model_account/* isSecondFactor */.G$);
}
function lintTimes(valueIn, now, warn) {
    const limit = now.getTime() + TOLERANCE_MS;
    const created = (0,equality/* instantIn */.VC)(valueIn("createdTimestamp"));
    for (const field of model_account/* TIMESTAMP_FIELDS */.lu) {
        const instant = field === "createdTimestamp" ? created : (0,equality/* instantIn */.VC)(valueIn(field));
        if (instant === undefined)
            continue;
        if (instant > limit) {
            const message = (0,model_message/* msg */.ab) `${field} lies in the future. Is the year right, and the offset?`;
            warn("future-timestamp", message, [field]);
        }
        else if (created !== undefined && instant < created && created <= limit) {
            const message = (0,model_message/* msg */.ab) `${field} is before createdTimestamp, so one of the two must be wrong.`;
            warn("before-created", message, [field, "createdTimestamp"]);
        }
    }
}

;// CONCATENATED MODULE: ./build/roster/read-account.js
/**
 * An account as far as it could be read. There are many, and they are kept: so its lines are found
 * when they are asked for, and it does not keep the document, whose tree is as large as the file.
 * Offsets are in UTF-16 units from the start of the file.
 */
class ReadAccount {
    /** Where it is in its list, also if it is an alias. */
    offset;
    /** Undefined where it is missing or wrong; then `idOffset` is too. */
    uniqueId;
    idOffset;
    fullName;
    /** The complete account; undefined where anything is wrong with it. */
    account;
    /** Required fields that are neither in it nor in the defaults; unknown where a part is lost. */
    missing;
    #locationAt;
    constructor(parts, locationAt) {
        this.offset = parts.offset;
        this.uniqueId = parts.uniqueId;
        this.idOffset = parts.idOffset;
        this.fullName = parts.fullName;
        this.account = parts.account;
        this.missing = parts.missing;
        this.#locationAt = locationAt;
    }
    /** Whether the roster can have it. */
    isComplete() {
        return this.account !== undefined;
    }
    get location() {
        return this.#locationAt(this.offset);
    }
    /** Where its `uniqueId` is. */
    get idLocation() {
        return this.#locationAt(this.idOffset ?? this.offset);
    }
    /**
     * Whether both have one `uniqueId` at one place: one is an alias of the other, say. Each file has
     * a `locationAt` of its own.
     */
    isAliasOf(other) {
        return this.#locationAt === other.#locationAt && this.idOffset === other.idOffset;
    }
}

// EXTERNAL MODULE: ./build/roster/template.js
var roster_template = __nccwpck_require__(2030);
;// CONCATENATED MODULE: ./build/roster/accounts.js
// Reads one account: its own fields, the defaults for the others, templates filled in. Or every
// reason why it is not valid.








const NUMBERS = new Map(model_account/* FIELDS */.cJ.map((field, index) => [field, index]));
const NOTHING_KNOWN = model_account/* FIELDS */.cJ.map(() => undefined);
/** What is known of the fields of an account. An array is smaller than a Map, and there are many. */
class FieldStates {
    #states = NOTHING_KNOWN.slice();
    /** Undefined where neither the account nor the defaults have the field. */
    get(field) {
        return this.#states[NUMBERS.get(field) ?? -1];
    }
    has(field) {
        return this.get(field) !== undefined;
    }
    set(field, state) {
        this.#states[NUMBERS.get(field) ?? -1] = state;
    }
    /** The account, if every field is right. Its fields are in the order of the table. */
    assemble() {
        const account = {};
        let index = 0;
        for (const field of model_account/* FIELDS */.cJ) {
            const state = this.#states[index];
            index += 1;
            if (state === undefined || state === fields/* NONE */.x3)
                continue;
            if (state === fields/* UNKNOWN */.HV)
                return undefined;
            account[field] = (0,fields/* toPlainValue */.dq)(state);
        }
        return isWhole(account) ? account : undefined;
    }
}
/** Makes the reader for the accounts of a file. Timestamps after `now` are in the future. */
function createAccountReader({ locationAt }, defaults, now, report) {
    const context = { defaults, now, reading: (0,fields/* textsAsWritten */.gE)(report), locationAt };
    return ({ node, offset }) => {
        if (node.kind === "broken")
            return undefined;
        if (node.kind === "map")
            return readAccount(node, offset, context);
        report("wrong-type", node.offset, (0,model_message/* msg */.ab) `An account must be a mapping of fields to values, but is ${(0,fields/* describe */.q0)(node)}.`);
        return undefined;
    };
}
function readAccount(node, offset, context) {
    const { defaults, now, reading, locationAt } = context;
    const { report } = reading;
    const own = (0,roster_keys/* readKeys */.x)(node, roster_keys/* FIELD_NAMES */.Y, "field", report);
    const states = new FieldStates();
    own.forEach((member, field) => {
        states.set(field, (0,fields/* readField */.dR)(field, member.node, reading));
    });
    // What is not there may be in the part that could not be read.
    const absent = node.damaged || !defaults.isWhole ? fields/* UNKNOWN */.HV : fields/* NONE */.x3;
    const missing = absent === fields/* NONE */.x3 ? missingIn(states, defaults) : undefined;
    if (defaults.byField.size > 0) {
        new DefaultFiller(states, defaults, absent, node.offset, report).fillAll();
    }
    const stateOf = (field) => states.get(field) ?? ((0,model_account/* isRequired */.gx)(field) ? fields/* UNKNOWN */.HV : absent);
    lintAccount(stateOf, now, (code, message, fields) => {
        report(code, warningOffset(own, defaults, fields) ?? offset, message, fields.join());
    });
    const uniqueId = textOf(states.get("uniqueId"));
    const parts = {
        offset,
        uniqueId,
        // It has no default, so it is the account's own.
        idOffset: uniqueId === undefined ? undefined : own.get("uniqueId")?.node.offset,
        fullName: textOf(states.get("fullName")),
        account: node.damaged ? undefined : states.assemble(),
        missing,
    };
    return new ReadAccount(parts, locationAt);
}
function textOf(state) {
    return typeof state === "string" ? state : undefined;
}
/** A contradiction is where the account itself has one side of it; else where the defaults have. */
function warningOffset(own, { byField }, fields) {
    const field = fields.find((one) => own.has(one));
    if (field !== undefined)
        return own.get(field)?.node.offset;
    return fields.map((one) => byField.get(one)?.offset).find((at) => at !== undefined);
}
const NOTHING_MISSING = [];
function missingIn(states, { byField }) {
    const isMissing = (field) => !states.has(field) && !byField.has(field);
    return model_account/* REQUIRED_FIELDS */.Ws.some(isMissing) ? model_account/* REQUIRED_FIELDS */.Ws.filter(isMissing) : NOTHING_MISSING;
}
/** What an entry of a list or map counts, in UTF-16 units: what it takes to write and check it. */
const ENTRY_SIZE = 10;
/** Fills in from the defaults what an account leaves out. Templates may name filled-in fields. */
class DefaultFiller {
    #states;
    #defaults;
    /** The state of a field that is nowhere. */
    #absent;
    /** Of the account. */
    #offset;
    #report;
    constructor(states, defaults, absent, offset, report) {
        this.#states = states;
        this.#defaults = defaults;
        this.#absent = absent;
        this.#offset = offset;
        this.#report = report;
    }
    fillAll() {
        for (const field of this.#defaults.byField.keys())
            this.#resolve(field);
    }
    #resolve(field) {
        const known = this.#states.get(field);
        if (known !== undefined)
            return known;
        const preset = this.#defaults.byField.get(field);
        if (preset === undefined)
            return (0,model_account/* isRequired */.gx)(field) ? fields/* UNKNOWN */.HV : this.#absent;
        const state = this.#fill(preset);
        this.#states.set(field, state);
        return state;
    }
    #fill({ state: preset, offset }) {
        return (0,fields/* isValue */.ml)(preset) ? (this.#fillValue(preset, offset) ?? fields/* UNKNOWN */.HV) : preset;
    }
    /** `at`: where the default is. */
    #fillValue(value, at) {
        if (typeof value !== "object")
            return value;
        if ("template" in value)
            return this.#make(value, at);
        if ("size" in value)
            return this.#fillMap(value, at);
        this.#defaults.spend(value.length * ENTRY_SIZE);
        const filled = value
            .map((one) => (typeof one === "string" ? one : this.#make(one, at)))
            .filter((one) => one !== undefined);
        return filled.length === value.length ? filled : undefined;
    }
    #fillMap(value, at) {
        this.#defaults.spend(value.size * ENTRY_SIZE);
        const filled = new Map();
        for (const [name, one] of value) {
            const made = typeof one === "object" ? this.#make(one, at) : one;
            if (made !== undefined)
                filled.set(name, made);
        }
        return filled.size === value.size ? filled : undefined;
    }
    #make({ template, rule }, at) {
        const values = new Map((0,roster_template/* referencesIn */.ii)(template).map((field) => [field, this.#resolve(field)]));
        for (const [field, state] of values) {
            if (state !== fields/* NONE */.x3)
                continue;
            this.#report("template-unset", this.#offset, unset(rule.name, field), `${rule.name} ${field}`);
        }
        const made = (0,roster_template/* expand */.fT)(template, (field) => {
            const text = values.get(field);
            return typeof text === "string" ? (0,defaults/* encodeFor */.SN)(rule, text) : undefined;
        });
        if (made === undefined)
            return undefined;
        this.#defaults.spend(made.length);
        const flaw = (0,defaults/* flawOfMade */.tR)(rule, made);
        if (flaw === undefined)
            return made;
        if (made.length > roster_template/* MADE_LIMIT */.o9)
            (0,fields/* reportFlaw */.jH)(flaw, at, this.#report);
        else {
            const message = (0,model_message/* msg */.ab) `${flaw.problem} It comes from the defaults of this file and the fields of this account. ${flaw.advice}`;
            this.#report(flaw.code, this.#offset, message, rule.name);
        }
        return undefined;
    }
}
function unset(name, field) {
    return (0,model_message/* msg */.ab) `The default of ${name} names {${field}}, which this account does not have. Set ${field} here, or the field itself.`;
}
/** Each value has been read by the rule of its field, so an account is valid if none is missing. */
function isWhole(account) {
    return model_account/* REQUIRED_FIELDS */.Ws.every((field) => field in account);
}

// EXTERNAL MODULE: ./build/roster/syntax/positions.js
var positions = __nccwpck_require__(5428);
;// CONCATENATED MODULE: ./build/roster/labels.js

/** Makes the labeler of a file; `itemOffsets`: where each entry of its list of accounts is. */
function createLabeler(root, itemOffsets, accounts) {
    const labels = new Map(accounts.map((account) => [account.offset, toLabel(account)]));
    const items = itemOffsets.map((start) => ({ start, label: labels.get(start) }));
    const parts = [...keysOf(root), ...items].sort((one, other) => one.start - other.start);
    const starts = parts.map(({ start }) => start);
    return (offset) => {
        const part = parts[(0,positions/* lastAtMost */.f)(starts, offset)];
        return part !== undefined && part.start <= offset ? part.label : undefined;
    };
}
function toLabel({ uniqueId, fullName }) {
    if (uniqueId === undefined && fullName === undefined)
        return undefined;
    return { uniqueId, fullName };
}
function keysOf(root) {
    if (root.kind !== "map")
        return [];
    return [...root.members].map(([key, { keyOffset }]) => ({
        start: keyOffset,
        label: key === "defaults" ? "defaults" : undefined,
    }));
}

;// CONCATENATED MODULE: ./build/roster/missing-fields.js

/** Reports what the accounts of a file lack. */
function reportMissing(accounts, report) {
    if (accounts.every(({ missing }) => missing === undefined || missing.length === 0))
        return;
    const known = accounts.flatMap(({ offset, missing }) => missing === undefined ? [] : [{ offset, missing }]);
    const [first, ...others] = known;
    if (first === undefined)
        return;
    const everywhere = first.missing.filter((field) => others.length > 0 && others.every(({ missing }) => missing.includes(field)));
    if (everywhere.length > 0) {
        report("missing-field", first.offset, missingEverywhere(everywhere), "file");
    }
    for (const { offset, missing } of known) {
        const own = missing.filter((field) => !everywhere.includes(field));
        if (own.length > 0)
            report("missing-field", offset, missingHere(own));
    }
}
function missingEverywhere(fields) {
    const advice = isOnlyId(fields)
        ? "Add one to each account."
        : `Add ${itOrThem(fields)} to defaults, or to each account${exceptId(fields)}.`;
    return (0,model_message/* msg */.ab) `Every account of this file lacks ${listOf(fields)}. ${advice}`;
}
function missingHere(fields) {
    const are = fields.length === 1 ? "is" : "are";
    const advice = isOnlyId(fields)
        ? "Add it to this account."
        : `Add ${itOrThem(fields)} to this account, or to defaults for the whole file${exceptId(fields)}.`;
    return (0,model_message/* msg */.ab) `${listOf(fields)} ${are} missing. ${advice}`;
}
function listOf(fields) {
    return fields.join(", ").replace(/, (\w+)$/, " and $1");
}
function itOrThem({ length }) {
    return length === 1 ? "it" : "them";
}
function isOnlyId(fields) {
    return fields.every((field) => field === "uniqueId");
}
/** What tells accounts apart cannot have a default. */
function exceptId(fields) {
    return fields.includes("uniqueId") ? "; uniqueId has no default" : "";
}

// EXTERNAL MODULE: ./build/roster/syntax/node.js
var node = __nccwpck_require__(1826);
// EXTERNAL MODULE: ./build/roster/syntax/quotes.js
var quotes = __nccwpck_require__(4887);
// EXTERNAL MODULE: ./build/roster/text.js
var roster_text = __nccwpck_require__(303);
;// CONCATENATED MODULE: ./build/roster/source.js
// One document \u2192 what it says: a resource ID, accounts, and whom to forget.











const UNREADABLE = {
    resourceId: fields/* UNKNOWN */.HV,
    accounts: [],
    itemOffsets: [],
    isComplete: false,
    forget: [],
};
/** How many errors of a run are counted. A file with more is not a roster. */
const MAX_ERRORS = 250_000;
/** Thrown where a file alone has more errors than are counted. */
class TooManyMistakes extends Error {
    name = "TooManyMistakes";
}
/** Reads what a document says, and reports all that is wrong in it; `now` is for the warnings. */
function readSource(document, now) {
    const found = new Map();
    const report = (code, offset, message, about = "") => {
        const mistake = `${code} ${offset} ${about}`;
        if (found.has(mistake))
            return;
        found.set(mistake, [code, offset, message]);
        if (found.size > MAX_ERRORS)
            throw new TooManyMistakes();
    };
    const { itemOffsets, ...source } = readContent(document, now, report);
    if (found.size > 0) {
        const labelAt = createLabeler(document.root, itemOffsets, source.accounts);
        for (const [code, offset, message] of found.values()) {
            document.report(code, offset, message, labelAt(offset));
        }
    }
    return { document, ...source };
}
function readContent(document, now, report) {
    try {
        return readRoot(document, now, report);
    }
    catch (error) {
        if (error instanceof node/* UnreadableDocument */.bq) {
            report(error.code, error.offset, error.explanation);
        }
        else if (!(error instanceof TooManyMistakes))
            throw error;
        return UNREADABLE;
    }
}
function readRoot(document, now, report) {
    const { root } = document;
    if (root.kind === "map")
        return readBody(document, root, now, report);
    if (root.kind === "list") {
        const read = createAccountReader(document, defaults/* NO_DEFAULTS */.p_, now, report);
        return { resourceId: fields/* NONE */.x3, ...readAccounts(root, read, report), forget: [] };
    }
    if (root.kind === "scalar") {
        report("wrong-type", root.offset, (0,model_message/* msg */.ab) `A roster is a list of accounts, or a mapping with resources, but this is ${(0,fields/* describe */.q0)(root)}.`);
    }
    return UNREADABLE;
}
const KEY_NAMES = new Set(quotes/* ROSTER_KEYS */.jk);
function readBody(document, root, now, report) {
    if (isSingleAccount(root)) {
        report("wrong-type", root.offset, (0,model_message/* msg */.ab) `This is a single account. A roster is a list of them: put "- " before it, or brackets around it in JSON.`);
        return UNREADABLE;
    }
    const members = new Map([...root.members].filter(([key]) => key !== "$schema" && !key.startsWith("x-")));
    const keys = (0,roster_keys/* readKeys */.x)({ ...root, members }, KEY_NAMES, "key", report);
    const resources = keys.get("resources");
    if (resources === undefined && !root.damaged) {
        report("missing-field", root.offset, (0,model_message/* msg */.ab) `resources is missing: the list of the accounts. Write resources: [] for none.`);
    }
    const defaults = readDefaultsOf(root, keys.get("defaults")?.node, report);
    const read = createAccountReader(document, defaults, now, report);
    return {
        resourceId: readResourceId(keys.get("resourceId")?.node, report),
        ...readResources(resources?.node, read, report),
        forget: readForget(document, keys.get("forget")?.node, report),
    };
}
/** Whether someone wrote one account where a list of them belongs. */
function isSingleAccount({ members }) {
    return !members.has("resources") && model_account/* FIELDS */.cJ.some((field) => members.has(field));
}
function readDefaultsOf(root, node, report) {
    if (node !== undefined)
        return (0,defaults/* readDefaults */.D8)(node, report);
    return root.damaged ? defaults/* UNKNOWN_DEFAULTS */.Uf : defaults/* NO_DEFAULTS */.p_;
}
const RESOURCE_ID_RULE = {
    field: undefined,
    name: "resourceId",
    flawOf: (value) => {
        if (roster_text/* RESOURCE_ID */.f2.test(value))
            return undefined;
        return ((0,roster_text/* flawOfText */.xA)("resourceId", value) ?? {
            code: "bad-resource-id",
            problem: (0,model_message/* msg */.ab) `resourceId has a space in it: ${(0,quotes/* quoteValue */.cl)(value)}.`,
            advice: (0,model_message/* msg */.ab) `Copy the Resource ID from Vanta's Developer Console, without spaces.`,
        });
    },
    examples: [],
};
function readResourceId(node, report) {
    if (node === undefined)
        return fields/* NONE */.x3;
    return (0,fields/* readLeaf */.rf)(RESOURCE_ID_RULE, node, (0,fields/* textsAsWritten */.gE)(report)) ?? fields/* UNKNOWN */.HV;
}
const NO_ACCOUNTS = { accounts: [], itemOffsets: [], isComplete: false };
function readResources(node, read, report) {
    if (node === undefined)
        return NO_ACCOUNTS;
    if (node.kind === "list")
        return readAccounts(node, read, report);
    if (node.kind !== "broken") {
        report("wrong-type", node.offset, (0,model_message/* msg */.ab) `resources must be a list of accounts, but is ${(0,fields/* describe */.q0)(node)}. Write [] for none.`);
    }
    return NO_ACCOUNTS;
}
function readAccounts({ items }, read, report) {
    const accounts = [];
    const itemOffsets = [];
    for (const item of items) {
        itemOffsets.push(item.offset);
        const account = read(item);
        if (account !== undefined)
            accounts.push(account);
    }
    reportMissing(accounts, report);
    return { accounts, itemOffsets, isComplete: accounts.length === itemOffsets.length };
}
const FORGET_RULE = {
    field: "uniqueId",
    name: "An entry of forget",
    flawOf: (value) => (0,roster_text/* flawOfIdentifier */.VQ)("An entry of forget", value, "uniqueId"),
    examples: [],
};
function readForget(document, node, report) {
    if (node === undefined || node.kind === "broken")
        return [];
    if (node.kind === "list") {
        const reading = (0,fields/* textsAsWritten */.gE)(report);
        return [...node.items].flatMap((item) => {
            const uniqueId = (0,fields/* readLeaf */.rf)(FORGET_RULE, item.node, reading);
            return uniqueId === undefined
                ? []
                : [{ uniqueId, location: document.locationAt(item.offset) }];
        });
    }
    if (node.kind === "map" || node.value !== null) {
        report("wrong-type", node.offset, (0,model_message/* msg */.ab) `forget must be a list of uniqueIds, but is ${(0,fields/* describe */.q0)(node)}. Write [] for none.`);
    }
    return [];
}


/***/ }),

/***/ 6402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ meantValue),
/* harmony export */   d: () => (/* binding */ meantName)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(376);
// Finds the field or value that another word most likely means, for people who know other systems.


/** Synonyms of the keys of a roster, in the form of the table of fields in account.ts. */
const ROSTER_KEY_SYNONYMS = {
    resources: "accounts users members people persons employees useraccounts roster",
    resourceId: "id",
    forget: "erase forgotten",
};
/** Maps each word to its meanings. The argument has the words of each meaning. */
function byWord(words) {
    const meanings = new Map();
    for (const [meaning, list] of Object.entries(words)) {
        for (const word of list.split(" ")) {
            meanings.set(word, [...(meanings.get(word) ?? []), meaning]);
        }
    }
    return meanings;
}
const NAMES_BY_WORD = byWord({
    ...ROSTER_KEY_SYNONYMS,
    ...Object.fromEntries(_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELDS */ .cJ.map((field) => [field, _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNT_FIELDS */ .ai[field].synonyms])),
});
/** The name that a key most likely means; undefined if none is near. */
function meantName(key, names) {
    const meanings = NAMES_BY_WORD.get((0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .normalizeWord */ ._)(key)) ?? [];
    return names.find((name) => meanings.includes(name)) ?? (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(key, names);
}
/** The allowed value of a field that a word most likely means; undefined if none is near. */
function meantValue(field, word) {
    const spec = _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .ACCOUNT_FIELDS */ .ai[field];
    if (!("values" in spec))
        return undefined;
    const valuesByWord = VALUES_BY_WORD.get(field) ?? byWord(spec.valueSynonyms);
    VALUES_BY_WORD.set(field, valuesByWord);
    // Misspelled synonyms count too: INACTVE is nearer to "inactive" than to ACTIVE.
    const near = (0,_model_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(word, [...valuesByWord.keys(), ...spec.values]);
    const meanings = near === undefined ? [] : (valuesByWord.get(near) ?? [near]);
    return spec.values.find((value) => meanings.includes(value));
}
/** The value synonyms of each field that was asked for. */
const VALUES_BY_WORD = new Map();


/***/ }),

/***/ 6451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Tp: () => (/* binding */ parseDocument),
  aU: () => (/* binding */ refuseSize),
  RQ: () => (/* binding */ refuseTotal)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __nccwpck_require__(4573);
// EXTERNAL MODULE: ./build/model/file-names.js
var file_names = __nccwpck_require__(2531);
// EXTERNAL MODULE: ./build/model/message.js
var model_message = __nccwpck_require__(497);
// EXTERNAL MODULE: ./build/model/problem.js
var model_problem = __nccwpck_require__(9241);
// EXTERNAL MODULE: ./build/model/utf8.js
var utf8 = __nccwpck_require__(8183);
// EXTERNAL MODULE: ./build/roster/syntax/recovery.js
var recovery = __nccwpck_require__(8933);
;// CONCATENATED MODULE: ./build/roster/syntax/conflicts.js
// Conflicts that `git merge` left in a file: each is one mistake, and the rest of the file is read
// with our side of it.

const MARKER = /^(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;
/** Keeps our side of each conflict. A conflict without an end is left as it is. */
function resolveConflicts(source) {
    let text = source;
    const offsets = [];
    let start;
    let theirs;
    for (const { 0: line, index } of source.matchAll(MARKER)) {
        if (line.startsWith("<"))
            [start, theirs] = [index, undefined];
        else if (start === undefined)
            continue;
        else if (!line.startsWith(">"))
            theirs ??= index;
        else if (theirs !== undefined) {
            offsets.push(start);
            const firstLine = text.indexOf("\n", start);
            text = (0,recovery/* replaceRange */.e)(text, start, firstLine, "");
            text = (0,recovery/* replaceRange */.e)(text, theirs, index + line.length, "");
            start = undefined;
        }
    }
    return { text, offsets };
}

// EXTERNAL MODULE: ./build/roster/syntax/node.js
var node = __nccwpck_require__(1826);
;// CONCATENATED MODULE: ./build/roster/syntax/fast-reader.js
// Reads the YAML and JSON that rosters really are, in one pass. The general parsers take six times
// as long and keep every account in memory at once. This reader knows for certain what a text
// means, or gives up before anything is reported: then yaml.ts or json.ts reads the text instead.

/** Reads block YAML with flow collections on one line, and scalars on one line. */
function readFastYaml(text) {
    const tape = new Tape(text.length);
    return read(new YamlScanner(text, tape), text.search(UNUSUAL_IN_YAML), tape);
}
/** Reads JSON. */
function readFastJson(text) {
    const tape = new Tape(text.length);
    return read(new JsonScanner(text, tape), text.search(UNUSUAL), tape);
}
/** `unusual`: where a character is that the scanners do not expect; -1 if there is none. */
function read(scanner, unusual, tape) {
    try {
        scanner.scan();
    }
    catch (error) {
        const offset = placeOf(error, scanner);
        return { gaveUpAt: unusual === -1 ? offset : Math.min(unusual, offset) };
    }
    if (unusual !== -1)
        return { gaveUpAt: unusual };
    return { root: new TapeReader(scanner.text, tape).node(0) };
}
/** Where the scanner gave up. Regular expressions throw a RangeError on a text of many megabytes. */
function placeOf(error, { at }) {
    if (error instanceof GaveUp)
        return error.offset;
    if (error instanceof RangeError)
        return at;
    throw error;
}
class GaveUp extends Error {
    name = "GaveUp";
    offset;
    constructor(offset) {
        super("the text is not of the simple form");
        this.offset = offset;
    }
}
/** What an entry of the tape is. The name of a member comes right before its value. */
const PLAIN = 0;
/** A text in quotes of either kind, without escapes. */
const QUOTED = 1;
/** With escapes, or empty. */
const SINGLE_QUOTED = 2;
/** With escapes. */
const DOUBLE_QUOTED = 3;
const WORD = 4;
const NUMBER = 5;
const LIST = 6;
const MAP = 7;
const NAME = 8;
/** How many names and values a text may have, as in json.ts. */
const SIZE_LIMIT = 12_000_000;
/** How many different names are kept. A roster has about 20. */
const NAMES_KEPT = 1024;
/** The kind of an entry is in the low bits of an integer, the start above it: files end at 2\u00b2\u2077. */
const KIND_BITS = 4;
const KIND_MASK = (1 << KIND_BITS) - 1;
/** How many integers an entry has. */
const ENTRY = 2;
/**
 * The structure of a text, in order, two integers for each entry: its kind and its start in one,
 * and its end. The end of a collection is the index after its last entry. A name has its number in
 * place of its end, or the complement of its length if it has no number.
 */
class Tape {
    entries;
    /** The names that are kept, by number. */
    names = [];
    #numbers = new Map();
    length = 0;
    /** Above 0, nothing is kept: no one reads it. */
    muted = 0;
    /** `textLength`: in UTF-16 units. A roster has about 20 for each value. */
    constructor(textLength) {
        this.entries = new Int32Array(Math.min(Math.max(1024, textLength >> 2), ENTRY * SIZE_LIMIT));
    }
    add(kind, start, end) {
        if (this.muted > 0)
            return this.length;
        const index = this.length;
        if (index + ENTRY > this.entries.length)
            this.#grow(start);
        this.entries[index] = (start << KIND_BITS) | kind;
        this.entries[index + 1] = end;
        this.length = index + ENTRY;
        return index;
    }
    /** Adds a name, and returns its number; undefined if the name is not kept. */
    addName(name, start) {
        const number = this.#numbers.get(name) ?? this.#keep(name);
        this.add(NAME, start, number ?? ~name.length);
        return number;
    }
    #keep(name) {
        if (this.muted > 0 || this.names.length === NAMES_KEPT)
            return undefined;
        // A key of an object, since JavaScript compares those by their address.
        const number = this.names.push(Object.keys({ [name]: 0 })[0] ?? name) - 1;
        this.#numbers.set(name, number);
        return number;
    }
    /** Sets the end of a collection, all of which is on the tape. */
    close(index) {
        if (this.muted === 0)
            this.entries[index + 1] = this.length;
    }
    #grow(offset) {
        if (this.length === ENTRY * SIZE_LIMIT)
            throw new GaveUp(offset);
        const larger = new Int32Array(Math.min(this.entries.length * 2, ENTRY * SIZE_LIMIT));
        larger.set(this.entries);
        this.entries = larger;
    }
}
/** What the scanners of both languages share. */
class Scanner {
    text;
    at = 0;
    tape;
    #depth = 0;
    constructor(text, tape) {
        this.text = text;
        this.tape = tape;
    }
    /** Past what a sticky expression matches here; false if it does not. */
    skip(expression) {
        expression.lastIndex = this.at;
        if (!expression.test(this.text))
            return false;
        this.at = expression.lastIndex;
        return true;
    }
    /** What a sticky expression captures here, behind which `at` moves; null if it does not match. */
    match(expression) {
        expression.lastIndex = this.at;
        const match = expression.exec(this.text);
        if (match !== null)
            this.at = expression.lastIndex;
        return match;
    }
    giveUp(offset = this.at) {
        throw new GaveUp(offset);
    }
    /** Opens a collection. Returns its index on the tape, for {@link close}. */
    open(kind, offset = this.at) {
        this.#depth += 1;
        if (this.#depth > node/* DEPTH_LIMIT */.qL)
            this.giveUp();
        return this.tape.add(kind, offset, 0);
    }
    close(index) {
        this.tape.close(index);
        this.#depth -= 1;
    }
    /** Past an opening bracket. False if the closing one follows, which is passed too. */
    enter(close) {
        this.at += 1;
        this.skipSpace();
        const isEmpty = this.text.charCodeAt(this.at) === close;
        if (isEmpty)
            this.at += 1;
        return !isEmpty;
    }
    /** Past the comma after an entry. False at the closing bracket, which is passed. */
    next(close) {
        this.skipSpace();
        const code = this.text.charCodeAt(this.at);
        if (code !== close && code !== COMMA)
            this.giveUp();
        this.at += 1;
        if (code === close)
            return false;
        this.skipSpace();
        return true;
    }
    /** Whether no one reads the value of this key: it is a key of the roster with `x-`. */
    isUnread(key) {
        return this.#depth === 1 && key.startsWith("x-");
    }
    /** From here to {@link unmute}, an empty list is on the tape in place of everything. */
    mute() {
        this.tape.add(LIST, this.at, this.tape.length + ENTRY);
        this.tape.muted += 1;
    }
    unmute() {
        this.tape.muted -= 1;
    }
    /** Adds the name of a member, which must be new in its mapping. */
    addName(names, name, start) {
        if (!names.add(name, this.tape.addName(name, start)))
            this.giveUp(start);
    }
    addValue(value, start) {
        this.tape.add(this.kindOf(value, start), start, start + value.length);
    }
    /** A value in brackets, in braces, or a scalar: any in JSON, and those on one line in YAML. */
    scanFlow() {
        const code = this.text.charCodeAt(this.at);
        if (code === OPEN_BRACKET) {
            const list = this.open(LIST);
            for (let isMore = this.enter(CLOSE_BRACKET); isMore; isMore = this.next(CLOSE_BRACKET)) {
                this.scanFlow();
            }
            this.close(list);
        }
        else if (code === OPEN_BRACE)
            this.scanFlowMap();
        else
            this.scanFlowScalar();
    }
}
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const DASH = 0x2d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
/** Control characters, line ends of other versions of YAML, byte order marks, half surrogates. */
const UNUSUAL_CLASS = String.raw `\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff`;
const HALF_PAIR = String.raw `[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`;
const UNUSUAL = new RegExp(`[${UNUSUAL_CLASS}]|${HALF_PAIR}`);
const UNUSUAL_IN_YAML = new RegExp(`[\t${UNUSUAL_CLASS}]|${HALF_PAIR}`);
const UNESCAPED = String.raw `[^"\\\t\r\n]*`;
/** Only escapes that JSON and YAML share. Half surrogates are left to the general parsers. */
const ESCAPE = String.raw `\\(?:["\\/bfnrt]|u(?![Dd][89A-Fa-f])[\dA-Fa-f]{4})`;
const DOUBLE_QUOTED_TEXT = `"${UNESCAPED}(?:${ESCAPE}${UNESCAPED})*"`;
const SINGLE_QUOTED_TEXT = String.raw `'[^'\r\n]*(?:''[^'\r\n]*)*'(?!')`;
/** A text without quotes, up to a comment or the end of the line. */
const PLAIN_TEXT = String.raw `(?:[\w./+($\u00a0-\uffff]|-(?=\d))[^ :\r\n]*(?:(?::(?![ \r\n]|$)| +(?![ #\r\n]|$))[^ :\r\n]*)*`;
/** A name that needs no quotes in YAML and is not a word with a meaning. */
const PLAIN_NAME = String.raw `(?![Nn][Uu][Ll][Ll]\b|[Tt][Rr][Uu][Ee]\b|[Ff][Aa][Ll][Ss][Ee]\b)[A-Za-z_$][\w$.-]*`;
/** What may follow a value on its line. */
const LINE_END = String.raw `(?: +#[^\r\n]*| *)(?:\r?\n|$)`;
/**
 * A line behind its indentation and the dashes of its lists, up to the content of the next line, if
 * that is not blank. It captures the name, the space before the value, the value, and the next
 * indentation; or it ends before a flow collection.
 */
const LINE = new RegExp(`(?:(${PLAIN_NAME}):(?=[ \r\n]|$))?( *)(?:(${PLAIN_TEXT}|${DOUBLE_QUOTED_TEXT}|${SINGLE_QUOTED_TEXT})?${LINE_END}( *)|(?=[[{]))`, "y");
const LINE_END_HERE = new RegExp(LINE_END, "y");
const BLANK_LINE = / *(?:#[^\r\n]*)?\r?\n/y;
const LAST_COMMENT = /#[^\r\n]*$/y;
/** Text without quotes in a flow collection: words of letters, digits and a few signs. */
const FLOW_TEXT = String.raw `(?:[\w./+]|-(?=\d))[\w./@+-]*(?: +[\w./@+-]+)*(?= *[,\]}])`;
const FLOW_SCALAR = new RegExp(`${DOUBLE_QUOTED_TEXT}|${SINGLE_QUOTED_TEXT}|${FLOW_TEXT}`, "y");
/** A name of block style, its colon, and the space behind it. */
const NAME_HERE = new RegExp(`${PLAIN_NAME}:(?=[ \r\n]|$) *`, "y");
const FLOW_NAME = new RegExp(`(${PLAIN_NAME}):(?= )`, "y");
/** What YAML reads as a number, or may read so; and which of these the reader knows. */
const LIKE_NUMBER = /^[-+]?(?:\.?\d[\d.]*(?:[eE][-+]?\d*)?|0[xo][\dA-Fa-f]*|\.\w*)$/;
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d{0,14})$/;
/** Words that YAML reads as something else in another spelling. */
const LIKE_WORD = /^(?:null|true|false)$/i;
class YamlScanner extends Scanner {
    /** The indentation of the line of `at`; -1 at the end of the text. */
    #column = 0;
    scan() {
        this.#skipToContent();
        if (this.#column === 0 && this.text.startsWith("---", this.at)) {
            this.at += 3;
            this.#endLine();
        }
        if (this.#column !== 0)
            this.giveUp();
        const first = this.text.charCodeAt(this.at);
        if (this.#isAtEntry())
            this.#scanList(0);
        else if (first === OPEN_BRACKET || first === OPEN_BRACE)
            this.#scanFlowToLineEnd();
        else
            this.#scanMap(0, this.at, this.#scanLine());
        // Also where a line is indented deeper than the collection before it, or a document begins.
        if (!this.#isAtEnd())
            this.giveUp();
    }
    #isAtEnd() {
        return this.#column === -1;
    }
    /** From the end of a value: only a comment may follow on the line. Goes to the next content. */
    #endLine() {
        if (!this.skip(LINE_END_HERE))
            this.giveUp();
        this.#skipToContent();
    }
    /** From the start of a line to the first content on it, or on a later line. */
    #skipToContent() {
        while (this.skip(BLANK_LINE))
            ;
        const start = this.at;
        this.skipSpace();
        const isAtEnd = this.at === this.text.length || this.skip(LAST_COMMENT);
        this.#column = isAtEnd ? -1 : this.at - start;
    }
    #isLineEnd(code) {
        return code === LINE_FEED || code === CARRIAGE_RETURN || Number.isNaN(code);
    }
    /** Whether an entry of a list begins here. */
    #isAtEntry() {
        if (this.text.charCodeAt(this.at) !== DASH)
            return false;
        const next = this.text.charCodeAt(this.at + 1);
        return next === SPACE || this.#isLineEnd(next);
    }
    #scanList(column) {
        const list = this.open(LIST);
        while (this.#column === column && this.#isAtEntry()) {
            const start = this.at;
            this.at += 1;
            this.skipSpace();
            const offset = this.at;
            const line = this.#scanLine();
            if (line[1] !== undefined)
                this.#scanMap(column + offset - start, offset, line);
            else if (line[3] !== undefined)
                this.addValue(line[3], offset);
            else if (line[4] === undefined)
                this.#scanFlowToLineEnd();
            else
                this.giveUp(offset);
        }
        this.close(list);
    }
    /** The match of {@link LINE} here. `at` and the column are then those of the next content. */
    #scanLine() {
        const line = this.match(LINE) ?? this.#giveUpInLine();
        const indentation = line[4];
        if (indentation === undefined)
            return line;
        const code = this.text.charCodeAt(this.at);
        this.#column = indentation.length;
        if (code === HASH || this.#isLineEnd(code)) {
            this.at -= indentation.length;
            this.#skipToContent();
        }
        return line;
    }
    /** Gives up at the value of the line, if it has a name. */
    #giveUpInLine() {
        this.skip(NAME_HERE);
        this.giveUp();
    }
    /** A mapping at `column`, whose first line is read already. */
    #scanMap(column, offset, first) {
        const names = new Names();
        const map = this.open(MAP, offset);
        let line = first;
        let start = offset;
        for (;;) {
            const name = line[1] ?? this.giveUp(start);
            this.addName(names, name, start);
            const isUnread = this.isUnread(name);
            if (isUnread)
                this.mute();
            this.#scanMember(column, line, start + name.length + 1 + (line[2]?.length ?? 0));
            if (isUnread)
                this.unmute();
            if (this.#column !== column || this.#isAtEntry())
                break;
            start = this.at;
            line = this.#scanLine();
        }
        this.close(map);
    }
    /** The value of a key at `column`: at `offset` of its line, or on the next ones. */
    #scanMember(column, line, offset) {
        if (line[3] !== undefined)
            this.addValue(line[3], offset);
        else if (line[4] === undefined)
            this.#scanFlowToLineEnd();
        else if (this.#column >= column && this.#isAtEntry())
            this.#scanList(this.#column);
        else if (this.#column > column)
            this.#scanMap(this.#column, this.at, this.#scanLine());
        else
            this.giveUp(offset);
    }
    kindOf(value, start) {
        const first = value.charCodeAt(0);
        if (first === QUOTE)
            return kindOfQuoted(value);
        if (first === APOSTROPHE)
            return value.includes("''") ? SINGLE_QUOTED : QUOTED;
        if (isLetter(first)) {
            if (value.length > 5 || !LIKE_WORD.test(value))
                return PLAIN;
            if (value !== value.toLowerCase())
                this.giveUp(start);
            return WORD;
        }
        if (!LIKE_NUMBER.test(value))
            return PLAIN;
        if (!PLAIN_NUMBER.test(value))
            this.giveUp(start);
        return NUMBER;
    }
    #scanFlowToLineEnd() {
        this.scanFlow();
        this.#endLine();
    }
    scanFlowScalar() {
        const start = this.at;
        const [value] = this.match(FLOW_SCALAR) ?? this.giveUp();
        this.addValue(value, start);
    }
    scanFlowMap() {
        const names = new Names();
        const map = this.open(MAP);
        for (let isMore = this.enter(CLOSE_BRACE); isMore; isMore = this.next(CLOSE_BRACE)) {
            const start = this.at;
            const [, name = ""] = this.match(FLOW_NAME) ?? this.giveUp();
            this.addName(names, name, start);
            this.skipSpace();
            const isUnread = this.isUnread(name);
            if (isUnread)
                this.mute();
            this.scanFlow();
            if (isUnread)
                this.unmute();
        }
        this.close(map);
    }
    skipSpace() {
        while (this.text.charCodeAt(this.at) === SPACE)
            this.at += 1;
    }
}
function kindOfQuoted(value) {
    return value.includes("\\") ? DOUBLE_QUOTED : QUOTED;
}
function isLetter(code) {
    return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
/** The names of one mapping. */
class Names {
    /** Those with a number below 31, a bit for each: all, in most rosters. */
    #bits = 0;
    #others;
    /** False for a name that is there already. */
    add(name, number) {
        if (number !== undefined && number < 31) {
            const bit = 1 << number;
            const isNew = (this.#bits & bit) === 0;
            this.#bits |= bit;
            return isNew;
        }
        this.#others ??= new Set();
        const { size } = this.#others;
        return this.#others.add(name).size > size;
    }
}
class JsonScanner extends Scanner {
    scan() {
        this.skipSpace();
        this.scanFlow();
        this.skipSpace();
        if (this.at < this.text.length)
            this.giveUp();
    }
    skipSpace() {
        const { text } = this;
        for (;;) {
            const code = text.charCodeAt(this.at);
            if (code !== SPACE && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== 0x09)
                return;
            this.at += 1;
        }
    }
    scanFlowScalar() {
        const start = this.at;
        if (this.text.charCodeAt(start) === QUOTE)
            this.#skipText();
        else if (!this.skip(JSON_WORD_HERE))
            this.giveUp();
        this.addValue(this.text.slice(start, this.at), start);
    }
    /** Past a text of any length, in pieces: expressions keep something for each repetition. */
    #skipText() {
        const start = this.at;
        this.at += 1;
        let from;
        do {
            from = this.at;
            this.skip(TEXT_PIECE);
        } while (this.at > from && this.text.charCodeAt(this.at) !== QUOTE);
        if (this.text.charCodeAt(this.at) !== QUOTE)
            this.giveUp(start);
        this.at += 1;
    }
    scanFlowMap() {
        const names = new Names();
        const map = this.open(MAP);
        let isMore = this.enter(CLOSE_BRACE);
        while (isMore) {
            const start = this.at;
            const member = this.match(JSON_MEMBER) ?? this.giveUp();
            const name = member[1] ?? "";
            this.addName(names, name, start);
            const isUnread = this.isUnread(name);
            if (isUnread)
                this.mute();
            if (member[3] === undefined) {
                this.scanFlow();
                isMore = this.next(CLOSE_BRACE);
            }
            else {
                this.addValue(member[3], start + name.length + 2 + (member[2]?.length ?? 0));
                isMore = member[4] === ",";
            }
            if (isUnread)
                this.unmute();
        }
        this.close(map);
    }
    kindOf(value) {
        const first = value.charCodeAt(0);
        if (first === QUOTE)
            return kindOfQuoted(value);
        return isLetter(first) ? WORD : NUMBER;
    }
}
const JSON_SPACE = String.raw `[ \t\r\n]*`;
const JSON_WORD = String.raw `(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])`;
const JSON_WORD_HERE = new RegExp(JSON_WORD, "y");
const PIECE = `${UNESCAPED}(?:${ESCAPE}${UNESCAPED}){0,99}`;
const TEXT_PIECE = new RegExp(PIECE, "y");
/**
 * A member: its name without escapes, what parts it from its value, and the value and what follows
 * it, if the value is not a collection or a text with very many escapes.
 */
const JSON_MEMBER = new RegExp(`"(${UNESCAPED})"(${JSON_SPACE}:${JSON_SPACE})(?:("${PIECE}"|${JSON_WORD})${JSON_SPACE}([,}])${JSON_SPACE}|(?=[[{"]))`, "y");
/** Makes nodes from a tape. */
class TapeReader {
    #text;
    #entries;
    #names;
    constructor(text, { entries, names }) {
        this.#text = text;
        this.#entries = entries;
        this.#names = names;
    }
    node(index) {
        const head = this.#int(index);
        const offset = head >>> KIND_BITS;
        const kind = head & KIND_MASK;
        switch (kind) {
            case LIST:
                return { kind: "list", offset, items: new TapeItems(this, index) };
            case MAP:
                return { kind: "map", offset, members: new TapeMembers(this, index), damaged: false };
            default:
                return this.#scalar(kind, offset, this.#int(index + 1));
        }
    }
    /** The index of the entry after the value at `index`. */
    after(index) {
        const kind = this.#int(index) & KIND_MASK;
        return kind === LIST || kind === MAP ? this.#int(index + 1) : index + ENTRY;
    }
    #int(index) {
        return this.#entries[index] ?? 0;
    }
    /** Where in the text the entry at `index` begins. */
    #start(index) {
        return this.#int(index) >>> KIND_BITS;
    }
    item(index) {
        const node = this.node(index);
        return { offset: node.offset, node };
    }
    /** The member whose name is at `index`. */
    member(index) {
        return { keyOffset: this.#start(index), isText: true, node: this.node(index + ENTRY) };
    }
    /** The name at `index`. */
    name(index) {
        const number = this.#int(index + 1);
        if (number >= 0)
            return this.#names[number] ?? "";
        const at = this.#start(index);
        const start = this.#text.charCodeAt(at) === QUOTE ? at + 1 : at;
        return this.#text.slice(start, start + ~number);
    }
    #scalar(kind, offset, end) {
        if (kind === QUOTED) {
            return { kind: "scalar", offset, value: this.#text.slice(offset + 1, end - 1) };
        }
        const source = this.#text.slice(offset, end);
        switch (kind) {
            case SINGLE_QUOTED:
                return { kind: "scalar", offset, value: source.slice(1, -1).replaceAll("''", "'") };
            case DOUBLE_QUOTED:
                return { kind: "scalar", offset, value: String(JSON.parse(source)) };
            case NUMBER:
                return { kind: "scalar", offset, value: Number(source), source };
            case WORD:
                return source === "null"
                    ? { kind: "scalar", offset, value: null }
                    : { kind: "scalar", offset, value: source === "true", source };
            default:
                return { kind: "scalar", offset, value: source };
        }
    }
}
/** The members of a mapping, made when they are asked for. */
class TapeMembers {
    #reader;
    #start;
    #end;
    constructor(reader, index) {
        this.#reader = reader;
        this.#start = index + ENTRY;
        this.#end = reader.after(index);
    }
    get size() {
        return this.keys().length;
    }
    get(name) {
        const index = this.#find(name);
        return index === undefined ? undefined : this.#reader.member(index);
    }
    has(name) {
        return this.#find(name) !== undefined;
    }
    keys() {
        const names = [];
        for (let at = this.#start; at < this.#end; at = this.#next(at)) {
            names.push(this.#reader.name(at));
        }
        return names;
    }
    forEach(visit) {
        for (let at = this.#start; at < this.#end; at = this.#next(at)) {
            visit(this.#reader.member(at), this.#reader.name(at));
        }
    }
    *[Symbol.iterator]() {
        for (let at = this.#start; at < this.#end; at = this.#next(at)) {
            yield [this.#reader.name(at), this.#reader.member(at)];
        }
    }
    #find(name) {
        for (let at = this.#start; at < this.#end; at = this.#next(at)) {
            if (this.#reader.name(at) === name)
                return at;
        }
        return undefined;
    }
    /** The index of the name after the member at `index`. */
    #next(index) {
        return this.#reader.after(index + ENTRY);
    }
}
/** The items of a list, made when they are asked for, so that not all exist at once. */
class TapeItems {
    #reader;
    #index;
    constructor(reader, index) {
        this.#reader = reader;
        this.#index = index;
    }
    *[Symbol.iterator]() {
        const end = this.#reader.after(this.#index);
        for (let at = this.#index + ENTRY; at < end; at = this.#reader.after(at)) {
            yield this.#reader.item(at);
        }
    }
}

// EXTERNAL MODULE: ./build/roster/syntax/positions.js
var positions = __nccwpck_require__(5428);
;// CONCATENATED MODULE: ./build/roster/syntax/document.js
// The bytes of one roster file \u2192 a tree of values with their positions, or problems.









/** The largest file that is read, in bytes. */
const FILE_LIMIT = 128 * 1024 * 1024;
/** The largest YAML file that is read, in bytes. The parser needs about 50 times that in memory. */
const YAML_LIMIT = 16 * 1024 * 1024;
/** Parses one file, as JSON or YAML by its extension. Undefined if it fails, which is reported. */
async function parseDocument(file, add) {
    const { path } = file;
    const atStart = { file: path, line: 1, column: 1 };
    const refusal = refuseSize(file.bytes.length);
    if (refusal !== undefined) {
        add((0,model_problem/* makeProblem */.km)("file-too-large", refusal, atStart));
        return undefined;
    }
    const { text, isUnreadable, problem } = decode(file.bytes);
    const position = (0,positions/* positionsIn */.Y)(text);
    const locationAt = (offset) => ({ file: path, ...position(offset) });
    let hasProblem = false;
    const addAt = (code, offset, message, account) => {
        hasProblem = true;
        add((0,model_problem/* makeProblem */.km)(code, message, locationAt(offset), account));
    };
    if (problem !== undefined)
        addAt(problem.code, problem.offset, problem.message);
    if (problem?.isFatal === true)
        return undefined;
    const report = (code, offset, message, account) => {
        if (!isUnreadable(position(offset).line))
            addAt(code, offset, message, account);
    };
    const root = await parse(file, text, report);
    if (root !== undefined)
        return { path, root, locationAt, report };
    if (!hasProblem)
        addAt("empty-file", 0, (0,model_message/* msg */.ab) `The file is empty. Write [] for a roster without accounts.`);
    return undefined;
}
/** The largest size of all files together, in bytes. */
const TOTAL_LIMIT = 256 * 1024 * 1024;
/** Why a file is not read that makes all files together this large; undefined if it is read. */
function refuseTotal(size) {
    if (size <= TOTAL_LIMIT)
        return undefined;
    return (0,model_message/* msg */.ab) `With this file, the roster is larger than ${TOTAL_LIMIT / 1024 / 1024} MiB. Leave files out with a pattern that begins with !, and sync them in another step.`;
}
/** Why a file of this size (in bytes) is not read; undefined if it is. */
function refuseSize(size) {
    if (size <= FILE_LIMIT)
        return undefined;
    return (0,model_message/* msg */.ab) `This file is larger than ${FILE_LIMIT / 1024 / 1024} MiB. Split the roster into several files.`;
}
async function parse({ path, bytes }, source, report) {
    if (!/\S/.test(source))
        return undefined;
    const { text, offsets } = resolveConflicts(source);
    for (const offset of offsets)
        report("merge-conflict", offset, CONFLICT);
    const fast = (0,file_names/* isJson */.Fh)(path) ? readFastJson(text) : readFastYaml(text);
    if ("root" in fast)
        return fast.root;
    if (!(0,file_names/* isJson */.Fh)(path) && bytes.length > YAML_LIMIT) {
        report("file-too-large", fast.gaveUpAt, TOO_LARGE_FOR_YAML);
        return undefined;
    }
    const parseText = await loadParser(path);
    try {
        return parseText(text, (code, offset, message) => report(code, offset, message));
    }
    catch (error) {
        if (!(error instanceof node/* UnreadableDocument */.bq))
            throw error;
        report(error.code, error.offset, error.explanation);
        return undefined;
    }
}
/** The general parser for a file. It is loaded here, since few runs need it. */
async function loadParser(path) {
    return (0,file_names/* isJson */.Fh)(path)
        ? (await Promise.all(/* import() */[__nccwpck_require__.e(547), __nccwpck_require__.e(488)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6488))).parseJson
        : (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(158)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3158))).parseYaml;
}
function decode(bytes) {
    const always = () => true;
    const never = () => false;
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        return {
            text: "",
            isUnreadable: always,
            problem: { code: "invalid-utf8", offset: 0, message: UTF16, isFatal: true },
        };
    }
    const text = (0,utf8/* decodeUtf8 */._)(bytes);
    const nul = text.indexOf("\0");
    if (nul !== -1)
        return {
            text,
            isUnreadable: always,
            problem: { code: "nul-character", offset: nul, message: NUL, isFatal: true },
        };
    if ((0,external_node_buffer_.isUtf8)(bytes))
        return { text, isUnreadable: never };
    const valid = validPrefix(bytes);
    const lines = new Set();
    const position = (0,positions/* positionsIn */.Y)(text);
    for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1))
        lines.add(position(at).line);
    const message = (0,model_message/* msg */.ab) `From here on this file has bytes that are not UTF-8 (${lines.size === 1 ? "on this line only" : `on ${lines.size} lines`}). Save it as UTF-8.`;
    return {
        text,
        isUnreadable: (line) => lines.has(line),
        problem: { code: "invalid-utf8", offset: valid.length, message, isFatal: false },
    };
}
const TOO_LARGE_FOR_YAML = (0,model_message/* msg */.ab) `From here on, this file needs the general YAML parser, which reads at most ${YAML_LIMIT / 1024 / 1024} MiB. In a file of this size, write each value on its line, without anchors, tags, block texts, tabs and quoted keys; or split the file, or write it as JSON.`;
const CONFLICT = (0,model_message/* msg */.ab) `A merge conflict is not resolved: keep one of the two sides, and remove the lines with <<<<<<<, ======= and >>>>>>>.`;
const UTF16 = (0,model_message/* msg */.ab) `This file is UTF-16. Save it as UTF-8.`;
const NUL = (0,model_message/* msg */.ab) `There is a NUL character here, so this is not a text file in UTF-8. Save it as UTF-8, or remove the character.`;
/** The text before the first byte that is not UTF-8. */
function validPrefix(bytes) {
    const decodeUntil = (end, stream) => {
        try {
            return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream });
        }
        catch {
            return undefined;
        }
    };
    // Binary search for the longest prefix that decodes. `stream` allows it to end in a character.
    let low = 0;
    let high = bytes.length + 1;
    while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if (decodeUntil(middle, true) === undefined)
            high = middle;
        else
            low = middle;
    }
    return decodeUntil(low, true) ?? "";
}


/***/ }),

/***/ 1826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   bq: () => (/* binding */ UnreadableDocument),
/* harmony export */   fI: () => (/* binding */ hasLoneSurrogate),
/* harmony export */   qL: () => (/* binding */ DEPTH_LIMIT)
/* harmony export */ });
/** How many levels of nesting are read. A roster needs five. */
const DEPTH_LIMIT = 100;
/** Thrown when a document exceeds a limit and cannot be read any further. */
class UnreadableDocument extends Error {
    name = "UnreadableDocument";
    code;
    offset;
    explanation;
    constructor(code, offset, explanation) {
        super("the document cannot be read");
        this.code = code;
        this.offset = offset;
        this.explanation = explanation;
    }
}
/** Whether a string has half of a surrogate pair, which UTF-8 cannot encode. */
function hasLoneSurrogate(value) {
    return /\p{Surrogate}/u.test(value);
}


/***/ }),

/***/ 5428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ positionsIn),
/* harmony export */   f: () => (/* binding */ lastAtMost)
/* harmony export */ });
// Offsets \u2192 lines and columns.
/** Makes the function that finds positions in a text, whose lines end in LF, CRLF or CR. */
function positionsIn(text) {
    let starts;
    return (offset) => {
        starts ??= lineStarts(text);
        const index = lastAtMost(starts, offset);
        return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
    };
}
function lineStarts(text) {
    const starts = [0];
    if (text.includes("\r")) {
        const lineEnd = /\r\n?|\n/g;
        while (lineEnd.exec(text) !== null)
            starts.push(lineEnd.lastIndex);
        return starts;
    }
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1))
        starts.push(at + 1);
    return starts;
}
/** The index of the last element that is at most `value`; 0 if there is none. */
function lastAtMost(sorted, value) {
    let low = 0;
    let high = sorted.length;
    while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? 0) <= value)
            low = middle;
        else
            high = middle;
    }
    return low;
}


/***/ }),

/***/ 4887:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   TJ: () => (/* binding */ isShownWhole),
/* harmony export */   _z: () => (/* binding */ quoteKey),
/* harmony export */   cl: () => (/* binding */ quoteValue),
/* harmony export */   jk: () => (/* binding */ ROSTER_KEYS)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_format_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2359);
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(497);
// Quotes text of a roster for messages. Each quote names a field, which tells reports whether to
// mask it as personal data. A text in the wrong place may be personal too.



/** The keys of a roster, except `$schema` and those that begin with `x-`. */
const ROSTER_KEYS = ["resourceId", "defaults", "forget", "resources"];
const KNOWN_KEYS = new Set([..._model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELDS */ .cJ, ...ROSTER_KEYS, "$schema", "<<"]);
/** Quotes a value as it was found. `field` is the account field that it belongs to, if any. */
function quoteValue(value, field) {
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(value, field !== undefined && (0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isPersonalField */ .fm)(field) ? field : "value");
}
/** Whether a message quotes the whole value, so that it can be copied from there. */
function isShownWhole(value) {
    return (0,_model_format_js__WEBPACK_IMPORTED_MODULE_2__/* .toSingleLine */ .OX)(value) === value;
}
/** Quotes a key as it was found. An unknown key may be personal. */
function quoteKey(key) {
    return KNOWN_KEYS.has(key) ? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key) : (0,_model_message_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key, "key");
}


/***/ }),

/***/ 8933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ parseWithRecovery),
/* harmony export */   e: () => (/* binding */ replaceRange)
/* harmony export */ });
/** How often a text is parsed, and how much text in all, in UTF-16 units. */
const MAX_ATTEMPTS = 100;
const MAX_WORK = 16 * 1024 * 1024;
/** Parses as much of the text as possible, and reports every mistake once. */
function parseWithRecovery(source, parse, report) {
    const lost = new Set();
    const reported = new Set();
    const isNew = ({ code, isOnce }) => isOnce !== true || !reported.has(code);
    let text = source;
    for (let attempt = 1;; attempt += 1) {
        const { mistakes, read } = parse(text);
        const worst = mistakes.findIndex(({ cutOut }) => cutOut !== undefined);
        const certain = worst === -1 ? mistakes : mistakes.slice(0, worst + 1);
        for (const { code, offset, message } of certain.filter(isNew))
            report(code, offset, message);
        for (const { code } of certain)
            reported.add(code);
        if (worst === -1)
            return read(lost);
        if (attempt === MAX_ATTEMPTS || attempt * text.length > MAX_WORK)
            return undefined;
        const cut = mistakes[worst]?.cutOut?.();
        if (cut === undefined || lost.has(cut.at))
            return undefined;
        lost.add(cut.at);
        text = cut.text;
    }
}
/** The text with `stand-in` from `start` on, and spaces up to `end`. Line ends stay. */
function replaceRange(text, start, end, standIn) {
    const blank = text.slice(start + standIn.length, end).replace(/[^\r\n]/g, " ");
    return text.slice(0, start) + standIn + blank + text.slice(end);
}


/***/ }),

/***/ 2030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fl: () => (/* binding */ isTemplate),
/* harmony export */   Po: () => (/* binding */ tooLong),
/* harmony export */   QC: () => (/* binding */ parseTemplate),
/* harmony export */   fT: () => (/* binding */ expand),
/* harmony export */   ii: () => (/* binding */ referencesIn),
/* harmony export */   nE: () => (/* binding */ TEMPLATE),
/* harmony export */   o9: () => (/* binding */ MADE_LIMIT),
/* harmony export */   x0: () => (/* binding */ TEMPLATE_WITH_BRACES)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(497);
/* harmony import */ var _synonyms_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6402);
/* harmony import */ var _syntax_quotes_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4887);
// Templates in defaults: `{field}` is replaced with that field of the account; `{{` and `}}` are
// braces.




const TOKEN = String.raw `[^{}]|\{\{|\}\}|\{(?:${_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_FIELDS */ .iX.join("|")})\}`;
/** A well-formed template, with or without braces. */
const TEMPLATE = new RegExp(`^(?:${TOKEN})*$`, "u");
/** A well-formed template with at least one brace. */
const TEMPLATE_WITH_BRACES = new RegExp(`^(?=[^{}]*[{}])(?:${TOKEN})*$`, "u");
/** Parses a template; returns a flaw if it is not one. `field` is the field that it is for. */
function parseTemplate(name, value, field) {
    const template = [];
    for (const [piece, reference] of value.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g)) {
        if (reference !== undefined) {
            const textField = _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_FIELDS */ .iX.find((known) => known === reference);
            if (textField === undefined)
                return flawOfReference(name, reference, field);
            template.push({ field: textField });
        }
        else if (piece === "{" || piece === "}") {
            return {
                code: "template-syntax",
                problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} has a single brace in ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteValue */ .cl)(value, field)}.`,
                advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `{field} is replaced with a field of the account; literal braces are written {{ and }}.`,
            };
        }
        else
            template.push(piece === "{{" || piece === "}}" ? piece.slice(1) : piece);
    }
    return template;
}
function flawOfReference(name, reference, own) {
    if ((0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isField */ .dt)(reference) && !(0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isTextField */ .mB)(reference)) {
        return {
            code: "template-not-text",
            problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} names {${reference}}, which is not a text.`,
            advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Only fields with a text can be in one.`,
        };
    }
    // A text that names its own field would be a circle.
    const others = _model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_FIELDS */ .iX.filter((field) => field !== own);
    const near = (0,_synonyms_js__WEBPACK_IMPORTED_MODULE_1__/* .meantName */ .d)(reference, others);
    const advice = near === undefined ? `These can be here: ${others.join(", ")}.` : `Did you mean {${near}}?`;
    return {
        code: "template-unknown-field",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${name} names the field ${near === undefined ? (0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_2__/* .quoteValue */ .cl)(reference) : (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(reference)}, which no account has.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `${advice} Literal braces are written {{ and }}.`,
    };
}
/** Whether the result of {@link parseTemplate} is a template, not a flaw. */
function isTemplate(parsed) {
    return Array.isArray(parsed);
}
/** The fields that a template refers to. */
function referencesIn(template) {
    return template.flatMap((piece) => (typeof piece === "string" ? [] : [piece.field]));
}
/** The longest text that a template may result in, in UTF-16 units. */
const MADE_LIMIT = 10_000;
/** The flaw of a template that results in a text longer than {@link MADE_LIMIT}. */
function tooLong(name) {
    return {
        code: "template-too-long",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `The default of ${name} makes texts of more than ${MADE_LIMIT} characters.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_3__/* .msg */ .ab) `Name fewer fields in it.`,
    };
}
/**
 * Replaces references with values; undefined if one has no value. Stops once the text is longer
 * than {@link MADE_LIMIT}.
 */
function expand(template, textOf) {
    let text = "";
    for (const piece of template) {
        const value = typeof piece === "string" ? piece : textOf(piece.field);
        if (value === undefined)
            return undefined;
        text += value;
        if (text.length > MADE_LIMIT)
            return text;
    }
    return text;
}


/***/ }),

/***/ 303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ invisibleIn),
/* harmony export */   Uz: () => (/* binding */ invisibleInName),
/* harmony export */   VH: () => (/* binding */ CONTROLS),
/* harmony export */   VQ: () => (/* binding */ flawOfIdentifier),
/* harmony export */   WJ: () => (/* binding */ PROPERTY_NAME),
/* harmony export */   Zi: () => (/* binding */ flawOfName),
/* harmony export */   a$: () => (/* binding */ TEXT),
/* harmony export */   f2: () => (/* binding */ RESOURCE_ID),
/* harmony export */   xA: () => (/* binding */ flawOfText)
/* harmony export */ });
/* harmony import */ var _model_account_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(741);
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(497);
/* harmony import */ var _syntax_quotes_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4887);
// The texts of a roster that have no format of their own: names, identifiers, custom properties.



// Parts of character classes. \s covers all Unicode white space.
const CONTROLS = String.raw `\u0000-\u001f\u007f-\u009f`;
const TEXT_PATTERN = String.raw `[^\s${CONTROLS}](?:[^${CONTROLS}]*[^\s${CONTROLS}])?`;
/** Text that is not empty, without control characters and without space before or after it. */
const TEXT = new RegExp(`^${TEXT_PATTERN}$`, "u");
/** The name of a custom property. Not `__proto__`, which many programs drop from an object. */
const PROPERTY_NAME = new RegExp(`^(?!__proto__$)${TEXT_PATTERN}$`, "u");
/** A resource ID: text without white space. */
const RESOURCE_ID = new RegExp(String.raw `^[^\s${CONTROLS}]+$`, "u");
/** Unicode's default ignorable code points, the annotation characters, and the Braille blank. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;
/** Invisible characters that shape the ones beside them: joiners, variation selectors, flags. */
const SHAPING = /\p{Join_Control}|\p{Variation_Selector}|(?<=\p{Extended_Pictographic})[\u{e0020}-\u{e007e}]+\u{e007f}/gu;
/** The first invisible character of an identifier; undefined if it has none. */
function invisibleIn(value) {
    return INVISIBLE.exec(value)?.[0];
}
/** The first invisible character of a name that does not shape the letters beside it. */
function invisibleInName(value) {
    return invisibleIn(value) && invisibleIn(value.replace(SHAPING, ""));
}
/** Printable ASCII without space around it, as most texts are. */
const ORDINARY = /^[!-~](?:[ -~]*[!-~])?$/;
/** Makes the check for texts in which these invisible characters are errors. */
function flawIn(findInvisible) {
    return (name, value, field) => {
        if (ORDINARY.test(value))
            return undefined;
        if (value.trim() === "")
            return emptyText(name, field);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
        const control = /[\u0000-\u001f\u007f-\u009f]/.exec(value)?.[0];
        const invisible = findInvisible(value);
        const hasSpaceAround = value.trim() !== value;
        const kinds = [control, invisible].filter((one) => one !== undefined);
        if (kinds.length + Number(hasSpaceAround) > 1) {
            const code = control === undefined ? "invisible-character" : "control-character";
            return severalFlaws(code, name, value, field);
        }
        if (control !== undefined)
            return controlCharacter(name, value, control, field);
        if (invisible !== undefined)
            return invisibleCharacter(name, value, invisible, field);
        return hasSpaceAround ? spaceAround(name, value, field) : undefined;
    };
}
/** What is wrong with a text of any kind; undefined if nothing. `name` is used in the message. */
const flawOfText = flawIn(() => undefined);
/** What is wrong with a name of a person or a role. */
const flawOfName = flawIn(invisibleInName);
/** What is wrong with an identifier, in which people must see every character. */
const flawOfIdentifier = flawIn(invisibleIn);
function emptyText(name, field) {
    const isOptional = field !== undefined && (0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isField */ .dt)(name) && !(0,_model_account_js__WEBPACK_IMPORTED_MODULE_0__/* .isRequired */ .gx)(field);
    return {
        code: "empty-text",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `${name} is empty.`,
        advice: isOptional ? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Write its value, or leave the line out.` : (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Write its value.`,
    };
}
function controlCharacter(name, value, control, field) {
    const found = { "\n": "a line end", "\t": "a tab" }[control] ?? "a control character";
    return {
        code: "control-character",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `${name} has ${found} in it: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteValue */ .cl)(value, field)}.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Write it on one line without it.`,
    };
}
function invisibleCharacter(name, value, invisible, field) {
    const code = (invisible.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const position = [...value].indexOf(invisible) + 1;
    return {
        code: "invisible-character",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `${name} has an invisible character in it (U+${code}, character ${position}): ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteValue */ .cl)(value, field)}.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Type the text again, without it.`,
    };
}
function spaceAround(name, value, field) {
    return {
        code: "space-around",
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `${name} has space before or after its text: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteValue */ .cl)(value, field)}.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Remove it.`,
    };
}
function severalFlaws(code, name, value, field) {
    return {
        code,
        problem: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `${name} has characters in it that cannot be seen: ${(0,_syntax_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteValue */ .cl)(value, field)}.`,
        advice: (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Type the text again on one line, without space around it.`,
    };
}


/***/ }),

/***/ 9374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ listAll)
/* harmony export */ });
/* harmony import */ var _model_format_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2359);

/** Lists every resource, in this order. Throws what the reader throws. */
async function listAll(resources, reader, progress) {
    const listed = [];
    for (const resource of resources) {
        const { resourceId } = resource;
        const rows = await reader.list(resourceId);
        progress.info(`Vanta returned ${(0,_model_format_js__WEBPACK_IMPORTED_MODULE_0__/* .pluralize */ .td)(rows.length, "row")} for resource ${resourceId}.`);
        listed.push({ ...resource, rows });
    }
    return listed;
}


/***/ }),

/***/ 2863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./build/runner/clock.js
// The clock of the machine.

/** The system time, and real timers. */
const systemClock = {
    now: () => new Date(),
    random: Math.random,
    async sleep(ms, signal) {
        try {
            await (0,promises_namespaceObject.setTimeout)(ms, undefined, { signal });
        }
        catch (error) {
            throw signal.aborted ? signal.reason : error;
        }
    },
};


/***/ }),

/***/ 3305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _L: () => (/* binding */ _boolean),
  FO: () => (/* binding */ _custom),
  qm: () => (/* binding */ _gte),
  LK: () => (/* binding */ _int),
  Zm: () => (/* binding */ _lte),
  m9: () => (/* binding */ _minLength),
  G8: () => (/* binding */ _never),
  F7: () => (/* binding */ _number),
  NC: () => (/* binding */ _positive),
  fU: () => (/* binding */ _refine),
  Fk: () => (/* binding */ _regex),
  Rl: () => (/* binding */ _string),
  em: () => (/* binding */ _unknown),
  q0: () => (/* binding */ describe),
  mI: () => (/* binding */ meta)
});

// UNUSED EXPORTS: TimePrecision, _any, _array, _base64, _base64url, _bigint, _catch, _check, _cidrv4, _cidrv6, _coercedBigint, _coercedBoolean, _coercedDate, _coercedNumber, _coercedString, _creditCard, _cuid, _cuid2, _date, _default, _discriminatedUnion, _e164, _email, _emoji, _endsWith, _enum, _file, _float32, _float64, _gt, _guid, _iban, _includes, _int32, _int64, _intersection, _ipv4, _ipv6, _isoDate, _isoDateTime, _isoDuration, _isoTime, _jwt, _ksuid, _lazy, _length, _literal, _lowercase, _lt, _mac, _map, _max, _maxLength, _maxSize, _mime, _min, _minSize, _multipleOf, _nan, _nanoid, _nativeEnum, _negative, _nonnegative, _nonoptional, _nonpositive, _normalize, _null, _nullable, _optional, _overwrite, _pipe, _promise, _properties, _property, _readonly, _record, _set, _size, _slugify, _startsWith, _stringFormat, _stringbool, _success, _superRefine, _symbol, _templateLiteral, _toLowerCase, _toUpperCase, _transform, _trim, _tuple, _uint32, _uint64, _ulid, _undefined, _union, _uppercase, _url, _uuid, _uuidv4, _uuidv6, _uuidv7, _void, _xid, _xor

// EXTERNAL MODULE: ./node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(4890);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/registries.js
var _a;
const $output = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodOutput")));
const $input = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("ZodInput")));
class $ZodRegistry {
    constructor() {
        this._map = new WeakMap();
        this._idmap = new Map();
    }
    add(schema, ..._meta) {
        const meta = _meta[0];
        this._map.set(schema, meta);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.set(meta.id, schema);
        }
        return this;
    }
    clear() {
        this._map = new WeakMap();
        this._idmap = new Map();
        return this;
    }
    remove(schema) {
        const meta = this._map.get(schema);
        if (meta && typeof meta === "object" && "id" in meta) {
            this._idmap.delete(meta.id);
        }
        this._map.delete(schema);
        return this;
    }
    get(schema) {
        // return this._map.get(schema) as any;
        // inherit metadata
        const p = schema._zod.parent;
        if (p) {
            const pm = { ...(this.get(p) ?? {}) };
            delete pm.id; // do not inherit id
            const f = { ...pm, ...this._map.get(schema) };
            return Object.keys(f).length ? f : undefined;
        }
        return this._map.get(schema);
    }
    has(schema) {
        return this._map.has(schema);
    }
}
// registries
function registry() {
    return new $ZodRegistry();
}
(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
const globalRegistry = globalThis.__zod_globalRegistry;

// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/api.js




function snapshotChecks(def) {
    if (def.checks)
        def.checks = [...def.checks];
    return def;
}
// @__NO_SIDE_EFFECTS__
function _string(Class, params) {
    return new Class(snapshotChecks({ type: "string", ...core_util/* normalizeParams */.A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedString(Class, params) {
    return new Class(snapshotChecks({ type: "string", coerce: true, ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _email(Class, params) {
    return new Class({
        type: "string",
        format: "email",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _guid(Class, params) {
    return new Class({
        type: "string",
        format: "guid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuid(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv4(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v4",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv6(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v6",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uuidv7(Class, params) {
    return new Class({
        type: "string",
        format: "uuid",
        check: "string_format",
        abort: false,
        version: "v7",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _url(Class, params) {
    return new Class({
        type: "string",
        format: "url",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _emoji(Class, params) {
    return new Class({
        type: "string",
        format: "emoji",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nanoid(Class, params) {
    return new Class({
        type: "string",
        format: "nanoid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link _cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function _cuid(Class, params) {
    return new Class({
        type: "string",
        format: "cuid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cuid2(Class, params) {
    return new Class({
        type: "string",
        format: "cuid2",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ulid(Class, params) {
    return new Class({
        type: "string",
        format: "ulid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _xid(Class, params) {
    return new Class({
        type: "string",
        format: "xid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ksuid(Class, params) {
    return new Class({
        type: "string",
        format: "ksuid",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv4(Class, params) {
    return new Class({
        type: "string",
        format: "ipv4",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _ipv6(Class, params) {
    return new Class({
        type: "string",
        format: "ipv6",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mac(Class, params) {
    return new Class({
        type: "string",
        format: "mac",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv4(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv4",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _cidrv6(Class, params) {
    return new Class({
        type: "string",
        format: "cidrv6",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64(Class, params) {
    return new Class({
        type: "string",
        format: "base64",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _base64url(Class, params) {
    return new Class({
        type: "string",
        format: "base64url",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _e164(Class, params) {
    return new Class({
        type: "string",
        format: "e164",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _creditCard(Class, params) {
    return new Class({
        type: "string",
        format: "credit_card",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _iban(Class, params) {
    return new Class({
        type: "string",
        format: "iban",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _jwt(Class, params) {
    return new Class({
        type: "string",
        format: "jwt",
        check: "string_format",
        abort: false,
        ...util.normalizeParams(params),
    });
}
const TimePrecision = {
    Any: null,
    Minute: -1,
    Second: 0,
    Millisecond: 3,
    Microsecond: 6,
};
// @__NO_SIDE_EFFECTS__
function _isoDateTime(Class, params) {
    return new Class({
        type: "string",
        format: "datetime",
        check: "string_format",
        offset: false,
        local: false,
        precision: null,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDate(Class, params) {
    return new Class({
        type: "string",
        format: "date",
        check: "string_format",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoTime(Class, params) {
    return new Class({
        type: "string",
        format: "time",
        check: "string_format",
        precision: null,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _isoDuration(Class, params) {
    return new Class({
        type: "string",
        format: "duration",
        check: "string_format",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _number(Class, params) {
    return new Class(snapshotChecks({ type: "number", checks: [], ...core_util/* normalizeParams */.A2(params) }));
}
// @__NO_SIDE_EFFECTS__
function _coercedNumber(Class, params) {
    return new Class(snapshotChecks({ type: "number", coerce: true, checks: [], ...util.normalizeParams(params) }));
}
// @__NO_SIDE_EFFECTS__
function _int(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "safeint",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _float64(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "float64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "int32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint32(Class, params) {
    return new Class({
        type: "number",
        check: "number_format",
        abort: false,
        format: "uint32",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _boolean(Class, params) {
    return new Class({
        type: "boolean",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBoolean(Class, params) {
    return new Class({
        type: "boolean",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _bigint(Class, params) {
    return new Class({
        type: "bigint",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedBigint(Class, params) {
    return new Class({
        type: "bigint",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _int64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "int64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uint64(Class, params) {
    return new Class({
        type: "bigint",
        check: "bigint_format",
        abort: false,
        format: "uint64",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _symbol(Class, params) {
    return new Class({
        type: "symbol",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _undefined(Class, params) {
    return new Class({
        type: "undefined",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _null(Class, params) {
    return new Class({
        type: "null",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _any(Class) {
    return new Class({
        type: "any",
    });
}
// @__NO_SIDE_EFFECTS__
function _unknown(Class) {
    return new Class({
        type: "unknown",
    });
}
// @__NO_SIDE_EFFECTS__
function _never(Class, params) {
    return new Class({
        type: "never",
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _void(Class, params) {
    return new Class({
        type: "void",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _date(Class, params) {
    return new Class({
        type: "date",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _coercedDate(Class, params) {
    return new Class({
        type: "date",
        coerce: true,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _nan(Class, params) {
    return new Class({
        type: "nan",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lt(value, params) {
    return new checks.$ZodCheckLessThan({
        check: "less_than",
        ...util.normalizeParams(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _lte(value, params) {
    return new core_checks/* $ZodCheckLessThan */.sm({
        check: "less_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _gt(value, params) {
    return new core_checks/* $ZodCheckGreaterThan */.J_({
        check: "greater_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: false,
    });
}
// @__NO_SIDE_EFFECTS__
function _gte(value, params) {
    return new core_checks/* $ZodCheckGreaterThan */.J_({
        check: "greater_than",
        ...core_util/* normalizeParams */.A2(params),
        value,
        inclusive: true,
    });
}

// @__NO_SIDE_EFFECTS__
function _positive(params) {
    return _gt(0, params);
}
// negative
// @__NO_SIDE_EFFECTS__
function _negative(params) {
    return _lt(0, params);
}
// nonpositive
// @__NO_SIDE_EFFECTS__
function _nonpositive(params) {
    return _lte(0, params);
}
// nonnegative
// @__NO_SIDE_EFFECTS__
function _nonnegative(params) {
    return _gte(0, params);
}
// @__NO_SIDE_EFFECTS__
function _multipleOf(value, params) {
    return new checks.$ZodCheckMultipleOf({
        check: "multiple_of",
        ...util.normalizeParams(params),
        value,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxSize(maximum, params) {
    return new checks.$ZodCheckMaxSize({
        check: "max_size",
        ...util.normalizeParams(params),
        maximum,
    });
}
// @__NO_SIDE_EFFECTS__
function _minSize(minimum, params) {
    return new checks.$ZodCheckMinSize({
        check: "min_size",
        ...util.normalizeParams(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _size(size, params) {
    return new checks.$ZodCheckSizeEquals({
        check: "size_equals",
        ...util.normalizeParams(params),
        size,
    });
}
// @__NO_SIDE_EFFECTS__
function _maxLength(maximum, params) {
    const ch = new checks.$ZodCheckMaxLength({
        check: "max_length",
        ...util.normalizeParams(params),
        maximum,
    });
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _minLength(minimum, params) {
    return new core_checks/* $ZodCheckMinLength */.Kk({
        check: "min_length",
        ...core_util/* normalizeParams */.A2(params),
        minimum,
    });
}
// @__NO_SIDE_EFFECTS__
function _length(length, params) {
    return new checks.$ZodCheckLengthEquals({
        check: "length_equals",
        ...util.normalizeParams(params),
        length,
    });
}
// @__NO_SIDE_EFFECTS__
function _regex(pattern, params) {
    return new core_checks/* $ZodCheckRegex */.DG({
        check: "string_format",
        format: "regex",
        ...core_util/* normalizeParams */.A2(params),
        pattern,
    });
}
// @__NO_SIDE_EFFECTS__
function _lowercase(params) {
    return new checks.$ZodCheckLowerCase({
        check: "string_format",
        format: "lowercase",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _uppercase(params) {
    return new checks.$ZodCheckUpperCase({
        check: "string_format",
        format: "uppercase",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _includes(includes, params) {
    return new checks.$ZodCheckIncludes({
        check: "string_format",
        format: "includes",
        ...util.normalizeParams(params),
        includes,
    });
}
// @__NO_SIDE_EFFECTS__
function _startsWith(prefix, params) {
    return new checks.$ZodCheckStartsWith({
        check: "string_format",
        format: "starts_with",
        ...util.normalizeParams(params),
        prefix,
    });
}
// @__NO_SIDE_EFFECTS__
function _endsWith(suffix, params) {
    return new checks.$ZodCheckEndsWith({
        check: "string_format",
        format: "ends_with",
        ...util.normalizeParams(params),
        suffix,
    });
}
// @__NO_SIDE_EFFECTS__
function _property(property, schema, params) {
    return new checks.$ZodCheckProperty({
        check: "property",
        property,
        schema,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _properties(shape, params) {
    return new checks.$ZodCheckProperties({
        check: "properties",
        shape,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _mime(types, params) {
    return new checks.$ZodCheckMimeType({
        check: "mime_type",
        mime: types,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _overwrite(tx) {
    return new checks.$ZodCheckOverwrite({
        check: "overwrite",
        tx,
    });
}
// normalize
// @__NO_SIDE_EFFECTS__
function _normalize(form) {
    return _overwrite((input) => input.normalize(form));
}
// trim
// @__NO_SIDE_EFFECTS__
function _trim() {
    return _overwrite((input) => input.trim());
}
// toLowerCase
// @__NO_SIDE_EFFECTS__
function _toLowerCase() {
    return _overwrite((input) => input.toLowerCase());
}
// toUpperCase
// @__NO_SIDE_EFFECTS__
function _toUpperCase() {
    return _overwrite((input) => input.toUpperCase());
}
// slugify
// @__NO_SIDE_EFFECTS__
function _slugify() {
    return _overwrite((input) => util.slugify(input));
}
// @__NO_SIDE_EFFECTS__
function _array(Class, element, params) {
    return new Class({
        type: "array",
        element,
        // get element() {
        //   return element;
        // },
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _union(Class, options, params) {
    return new Class({
        type: "union",
        options,
        ...util.normalizeParams(params),
    });
}
function _xor(Class, options, params) {
    return new Class({
        type: "union",
        options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _discriminatedUnion(Class, discriminator, options, params) {
    return new Class({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _intersection(Class, left, right) {
    return new Class({
        type: "intersection",
        left,
        right,
    });
}
// export function _tuple(
//   Class: util.SchemaClass<schemas.$ZodTuple>,
//   items: [],
//   params?: string | $ZodTupleParams
// ): schemas.$ZodTuple<[], null>;
// @__NO_SIDE_EFFECTS__
function _tuple(Class, items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof schemas.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new Class({
        type: "tuple",
        items,
        rest,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _record(Class, keyType, valueType, params) {
    return new Class({
        type: "record",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _map(Class, keyType, valueType, params) {
    return new Class({
        type: "map",
        keyType,
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _set(Class, valueType, params) {
    return new Class({
        type: "set",
        valueType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _enum(Class, values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    // if (Array.isArray(values)) {
    //   for (const value of values) {
    //     entries[value] = value;
    //   }
    // } else {
    //   Object.assign(entries, values);
    // }
    // const entries: util.EnumLike = {};
    // for (const val of values) {
    //   entries[val] = val;
    // }
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function _nativeEnum(Class, entries, params) {
    return new Class({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _literal(Class, value, params) {
    return new Class({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _file(Class, params) {
    return new Class({
        type: "file",
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _transform(Class, fn) {
    return new Class({
        type: "transform",
        transform: fn,
    });
}
// @__NO_SIDE_EFFECTS__
function _optional(Class, innerType) {
    return new Class({
        type: "optional",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _nullable(Class, innerType) {
    return new Class({
        type: "nullable",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _default(Class, innerType, defaultValue) {
    return new Class({
        type: "default",
        innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
// @__NO_SIDE_EFFECTS__
function _nonoptional(Class, innerType, params) {
    return new Class({
        type: "nonoptional",
        innerType,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _success(Class, innerType) {
    return new Class({
        type: "success",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _catch(Class, innerType, catchValue) {
    return new Class({
        type: "catch",
        innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : util.constantCatch(catchValue)),
    });
}
// @__NO_SIDE_EFFECTS__
function _pipe(Class, in_, out) {
    return new Class({
        type: "pipe",
        in: in_,
        out,
    });
}
// @__NO_SIDE_EFFECTS__
function _readonly(Class, innerType) {
    return new Class({
        type: "readonly",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _templateLiteral(Class, parts, params) {
    return new Class({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
// @__NO_SIDE_EFFECTS__
function _lazy(Class, getter) {
    return new Class({
        type: "lazy",
        getter,
    });
}
// @__NO_SIDE_EFFECTS__
function _promise(Class, innerType) {
    return new Class({
        type: "promise",
        innerType,
    });
}
// @__NO_SIDE_EFFECTS__
function _custom(Class, fn, _params) {
    const norm = core_util/* normalizeParams */.A2(_params);
    norm.abort ?? (norm.abort = true); // default to abort:false
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...norm,
    });
    return schema;
}
// same as _custom but defaults to abort:false
// @__NO_SIDE_EFFECTS__
function _refine(Class, fn, _params) {
    const schema = new Class({
        type: "custom",
        check: "custom",
        fn: fn,
        ...core_util/* normalizeParams */.A2(_params),
    });
    return schema;
}
// @__NO_SIDE_EFFECTS__
function _superRefine(fn, params) {
    const ch = _check((payload) => {
        payload.addIssue = (issue) => {
            if (typeof issue === "string") {
                payload.issues.push(util.issue(issue, payload.value, ch._zod.def));
            }
            else {
                // for Zod 3 backwards compatibility
                const _issue = issue;
                if (_issue.fatal)
                    _issue.continue = false;
                _issue.code ?? (_issue.code = "custom");
                if (!("input" in _issue))
                    _issue.input = payload.value;
                _issue.inst ?? (_issue.inst = ch);
                _issue.continue ?? (_issue.continue = !ch._zod.def.abort); // abort is always undefined, so this is always true...
                payload.issues.push(util.issue(_issue));
            }
        };
        return fn(payload.value, payload);
    }, params);
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _check(fn, params) {
    const ch = new checks.$ZodCheck({
        check: "custom",
        ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
// @__NO_SIDE_EFFECTS__
function describe(description) {
    const ch = new core_checks/* $ZodCheck */.QP({ check: "describe" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, description });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function meta(metadata) {
    const ch = new core_checks/* $ZodCheck */.QP({ check: "meta" });
    ch._zod.onattach = [
        (inst) => {
            const existing = globalRegistry.get(inst) ?? {};
            globalRegistry.add(inst, { ...existing, ...metadata });
        },
    ];
    ch._zod.check = () => { }; // no-op check
    return ch;
}
// @__NO_SIDE_EFFECTS__
function _stringbool(Classes, _params) {
    const params = util.normalizeParams(_params);
    let truthyArray = params.truthy ?? ["true", "1", "yes", "on", "y", "enabled"];
    let falsyArray = params.falsy ?? ["false", "0", "no", "off", "n", "disabled"];
    if (params.case !== "sensitive") {
        truthyArray = truthyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
        falsyArray = falsyArray.map((v) => (typeof v === "string" ? v.toLowerCase() : v));
    }
    const truthySet = new Set(truthyArray);
    const falsySet = new Set(falsyArray);
    const _Codec = Classes.Codec ?? schemas.$ZodCodec;
    const _Boolean = Classes.Boolean ?? schemas.$ZodBoolean;
    const _String = Classes.String ?? schemas.$ZodString;
    const stringSchema = new _String({ type: "string", error: params.error });
    const booleanSchema = new _Boolean({ type: "boolean", error: params.error });
    const codec = new _Codec({
        type: "pipe",
        in: stringSchema,
        out: booleanSchema,
        transform: ((input, payload) => {
            let data = input;
            if (params.case !== "sensitive")
                data = data.toLowerCase();
            if (truthySet.has(data)) {
                return true;
            }
            else if (falsySet.has(data)) {
                return false;
            }
            else {
                payload.issues.push({
                    code: "invalid_value",
                    expected: "stringbool",
                    values: [...truthySet, ...falsySet],
                    input: payload.value,
                    inst: codec,
                    continue: false,
                });
                return {};
            }
        }),
        reverseTransform: ((input, _payload) => {
            if (input === true) {
                return truthyArray[0] || "true";
            }
            else {
                return falsyArray[0] || "false";
            }
        }),
        error: params.error,
    });
    codec._zod.bag.truthy = truthyArray;
    codec._zod.bag.falsy = falsyArray;
    codec._zod.bag.case = params.case ?? "insensitive";
    return codec;
}
// @__NO_SIDE_EFFECTS__
function _stringFormat(Class, format, fnOrRegex, _params = {}) {
    const params = util.normalizeParams(_params);
    const def = {
        check: "string_format",
        type: "string",
        format,
        fn: typeof fnOrRegex === "function" ? fnOrRegex : (val) => fnOrRegex.test(val),
        ...params,
    };
    if (fnOrRegex instanceof RegExp) {
        def.pattern = fnOrRegex;
    }
    const inst = new Class(def);
    return inst;
}


/***/ }),

/***/ 4890:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DG: () => (/* binding */ $ZodCheckRegex),
/* harmony export */   J_: () => (/* binding */ $ZodCheckGreaterThan),
/* harmony export */   KH: () => (/* binding */ $ZodCheckNumberFormat),
/* harmony export */   Kk: () => (/* binding */ $ZodCheckMinLength),
/* harmony export */   QP: () => (/* binding */ $ZodCheck),
/* harmony export */   sm: () => (/* binding */ $ZodCheckLessThan)
/* harmony export */ });
/* unused harmony exports $ZodCheckMultipleOf, $ZodCheckBigIntFormat, $ZodCheckMaxSize, $ZodCheckMinSize, $ZodCheckSizeEquals, $ZodCheckMaxLength, $ZodCheckLengthEquals, $ZodCheckStringFormat, $ZodCheckLowerCase, $ZodCheckUpperCase, $ZodCheckIncludes, $ZodCheckStartsWith, $ZodCheckEndsWith, $ZodCheckProperty, $ZodCheckProperties, $ZodCheckMimeType, $ZodCheckOverwrite */
/* harmony import */ var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8532);
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4723);
// import { $ZodType } from "./schemas.js";



const $ZodCheck = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheck", (inst, def) => {
    var _a;
    inst._zod ?? (inst._zod = {});
    inst._zod.def = def;
    (_a = inst._zod).onattach ?? (_a.onattach = []);
});
/** Default `when` for size-based checks: run only on non-nullish values with a `size`. */
const _whenHasSize = (payload) => {
    const val = payload.value;
    return !util.nullish(val) && val.size !== undefined;
};
/** Default `when` for length-based checks: run only on non-nullish values with a `length`. */
const _whenHasLength = (payload) => {
    const val = payload.value;
    return !_util_js__WEBPACK_IMPORTED_MODULE_1__/* .nullish */ .cl(val) && val.length !== undefined;
};
const numericOriginMap = {
    number: "number",
    bigint: "bigint",
    object: "date",
};
const $ZodCheckLessThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckLessThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value <= def.value : payload.value < def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_big",
            maximum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckGreaterThan = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckGreaterThan", (inst, def) => {
    $ZodCheck.init(inst, def);
    const origin = numericOriginMap[typeof def.value];
    inst._zod.check = (payload) => {
        if (def.inclusive ? payload.value >= def.value : payload.value > def.value) {
            return;
        }
        payload.issues.push({
            origin: numericOriginMap[typeof payload.value] ?? origin,
            code: "too_small",
            minimum: typeof def.value === "object" ? def.value.getTime() : def.value,
            input: payload.value,
            inclusive: def.inclusive,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckMultipleOf = 
/*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMultipleOf", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        if (typeof payload.value !== typeof def.value)
            throw new Error("Cannot mix number and bigint in multiple_of check.");
        const isMultiple = typeof payload.value === "bigint"
            ? // `value % 0n` throws, and nothing is a multiple of zero \u2014 the number branch already fails this way via NaN
                def.value !== BigInt(0) && payload.value % def.value === BigInt(0)
            : util.floatSafeRemainder(payload.value, def.value) === 0;
        if (isMultiple)
            return;
        payload.issues.push({
            origin: typeof payload.value,
            code: "not_multiple_of",
            divisor: def.value,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckNumberFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckNumberFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    def.format = def.format || "float64";
    const isInt = def.format?.includes("int");
    const origin = isInt ? "int" : "number";
    const [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .NUMBER_FORMAT_RANGES */ .zH[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (isInt) {
            if (!Number.isInteger(input)) {
                // invalid_format issue
                // payload.issues.push({
                //   expected: def.format,
                //   format: def.format,
                //   code: "invalid_format",
                //   input,
                //   inst,
                // });
                // invalid_type issue
                payload.issues.push({
                    expected: origin,
                    format: def.format,
                    code: "invalid_type",
                    continue: false,
                    input,
                    inst,
                });
                return;
                // not_multiple_of issue
                // payload.issues.push({
                //   code: "not_multiple_of",
                //   origin: "number",
                //   input,
                //   inst,
                //   divisor: 1,
                // });
            }
            if (!Number.isSafeInteger(input)) {
                if (input > 0) {
                    // too_big
                    payload.issues.push({
                        input,
                        code: "too_big",
                        maximum: Number.MAX_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                else {
                    // too_small
                    payload.issues.push({
                        input,
                        code: "too_small",
                        minimum: Number.MIN_SAFE_INTEGER,
                        note: "Integers must be within the safe integer range.",
                        inst,
                        origin,
                        inclusive: true,
                        continue: !def.abort,
                    });
                }
                return;
            }
        }
        if (input < minimum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_small",
                minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "number",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
});
const $ZodCheckBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckBigIntFormat", (inst, def) => {
    $ZodCheck.init(inst, def); // no format checks
    const [minimum, maximum] = util.BIGINT_FORMAT_RANGES[def.format];
    inst._zod.check = (payload) => {
        const input = payload.value;
        if (input < minimum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_small",
                minimum: minimum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
        if (input > maximum) {
            payload.issues.push({
                origin: "bigint",
                input,
                code: "too_big",
                maximum,
                inclusive: true,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodCheckMaxSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size <= def.maximum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinSize = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMinSize", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size >= def.minimum)
            return;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckSizeEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckSizeEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasSize);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const size = input.size;
        if (size === def.size)
            return;
        const tooBig = size > def.size;
        payload.issues.push({
            origin: util.getSizableOrigin(input),
            ...(tooBig ? { code: "too_big", maximum: def.size } : { code: "too_small", minimum: def.size }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMaxLength = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMaxLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // Strings are measured in Unicode code points, not UTF-16 units. A code point is at most two units, so a string that already fits in units fits in code points; only an overflow has to be counted.
        const length = typeof input === "string" && units > def.maximum ? util.codePointLength(input) : units;
        if (length <= def.maximum)
            return;
        const origin = util.getLengthableOrigin(input);
        payload.issues.push({
            origin,
            code: "too_big",
            maximum: def.maximum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckMinLength = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckMinLength", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so fewer units than the floor can never reach it and twice the floor always clears it. Only in between is the exact count in doubt.
        const length = typeof input === "string" && units >= def.minimum && units < def.minimum * 2
            ? _util_js__WEBPACK_IMPORTED_MODULE_1__/* .codePointLength */ .O7(input)
            : units;
        if (length >= def.minimum)
            return;
        const origin = _util_js__WEBPACK_IMPORTED_MODULE_1__/* .getLengthableOrigin */ .Rc(input);
        payload.issues.push({
            origin,
            code: "too_small",
            minimum: def.minimum,
            inclusive: true,
            input,
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLengthEquals = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckLengthEquals", (inst, def) => {
    var _a;
    $ZodCheck.init(inst, def);
    (_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
    inst._zod.check = (payload) => {
        const input = payload.value;
        const units = input.length;
        // A code point is one or two UTF-16 units, so outside `[length, length * 2]` units the target is missed either way \u2014 and missed in the same direction in both measures.
        const length = typeof input === "string" && units >= def.length && units <= def.length * 2
            ? util.codePointLength(input)
            : units;
        if (length === def.length)
            return;
        const origin = util.getLengthableOrigin(input);
        const tooBig = length > def.length;
        payload.issues.push({
            origin,
            ...(tooBig ? { code: "too_big", maximum: def.length } : { code: "too_small", minimum: def.length }),
            inclusive: true,
            exact: true,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckStringFormat = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckStringFormat", (inst, def) => {
    var _a, _b;
    $ZodCheck.init(inst, def);
    if (def.pattern)
        (_a = inst._zod).check ?? (_a.check = (payload) => {
            def.pattern.lastIndex = 0;
            if (def.pattern.test(payload.value))
                return;
            payload.issues.push({
                origin: "string",
                code: "invalid_format",
                format: def.format,
                input: payload.value,
                ...(def.pattern ? { pattern: def.pattern.toString() } : {}),
                inst,
                continue: !def.abort,
            });
        });
    else
        (_b = inst._zod).check ?? (_b.check = () => { });
});
const $ZodCheckRegex = /*@__PURE__*/ _core_js__WEBPACK_IMPORTED_MODULE_0__/* .$constructor */ .xI("$ZodCheckRegex", (inst, def) => {
    $ZodCheckStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        def.pattern.lastIndex = 0;
        if (def.pattern.test(payload.value))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "regex",
            input: payload.value,
            pattern: def.pattern.toString(),
            inst,
            continue: !def.abort,
        });
    };
});
const $ZodCheckLowerCase = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckLowerCase", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.lowercase);
    $ZodCheckStringFormat.init(inst, def);
})));
const $ZodCheckUpperCase = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckUpperCase", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.uppercase);
    $ZodCheckStringFormat.init(inst, def);
})));
const $ZodCheckIncludes = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckIncludes", (inst, def) => {
    $ZodCheck.init(inst, def);
    const escapedRegex = util.escapeRegex(def.includes);
    // `String.prototype.includes(sub, position)` matches `sub` at `position`
    // OR LATER, so the pattern must allow at least `position` leading chars
    // (`{N,}`), not exactly `position` chars (`{N}`).
    const pattern = new RegExp(typeof def.position === "number" ? `^.{${def.position},}${escapedRegex}` : escapedRegex);
    def.pattern = pattern;
    inst._zod.check = (payload) => {
        if (payload.value.includes(def.includes, def.position))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "includes",
            includes: def.includes,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckStartsWith = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckStartsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`^${util.escapeRegex(def.prefix)}.*`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.startsWith(def.prefix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "starts_with",
            prefix: def.prefix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckEndsWith = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckEndsWith", (inst, def) => {
    $ZodCheck.init(inst, def);
    const pattern = new RegExp(`.*${util.escapeRegex(def.suffix)}$`);
    def.pattern ?? (def.pattern = pattern);
    inst._zod.check = (payload) => {
        if (payload.value.endsWith(def.suffix))
            return;
        payload.issues.push({
            origin: "string",
            code: "invalid_format",
            format: "ends_with",
            suffix: def.suffix,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
///////////////////////////////////
/////    $ZodCheckProperty    /////
///////////////////////////////////
function handleCheckPropertyResult(result, payload, property) {
    if (result.issues.length) {
        payload.issues.push(...util.prefixIssues(property, result.issues));
    }
}
const $ZodCheckProperty = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperty", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        const result = def.schema._zod.run({
            value: payload.value[def.property],
            issues: [],
        }, {});
        if (result instanceof Promise) {
            return result.then((result) => handleCheckPropertyResult(result, payload, def.property));
        }
        handleCheckPropertyResult(result, payload, def.property);
        return;
    };
})));
const $ZodCheckProperties = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckProperties", (inst, def) => {
    $ZodCheck.init(inst, def);
    util.hide(inst, Symbol.iterator, function* () {
        yield inst;
    });
    // key and schema snapshotted together: reading one live and the other cached lets a later mutation of the caller's shape object pair a stale key with a missing schema
    let entries;
    inst._zod.check = (payload) => {
        // the base schema already typed the value, so only a nullish one is rejected here: the properties read on a primitive too, matching z.property() on a string's length
        if (payload.value == null) {
            payload.issues.push({ expected: "object", code: "invalid_type", input: payload.value, inst });
            return undefined;
        }
        entries ?? (entries = Reflect.ownKeys(def.shape).map((key) => [key, def.shape[key]]));
        const input = payload.value;
        let proms;
        for (const [key, schema] of entries) {
            const result = schema._zod.run({ value: input[key], issues: [] }, {});
            if (result instanceof Promise) {
                proms ?? (proms = []);
                proms.push(result.then((result) => handleCheckPropertyResult(result, payload, key)));
            }
            else {
                handleCheckPropertyResult(result, payload, key);
            }
        }
        if (proms)
            return Promise.all(proms).then(() => undefined);
        return undefined;
    };
})));
const $ZodCheckMimeType = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckMimeType", (inst, def) => {
    $ZodCheck.init(inst, def);
    const mimeSet = new Set(def.mime);
    inst._zod.check = (payload) => {
        if (mimeSet.has(payload.value.type))
            return;
        payload.issues.push({
            code: "invalid_value",
            values: def.mime,
            input: payload.value.type,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCheckOverwrite = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCheckOverwrite", (inst, def) => {
    $ZodCheck.init(inst, def);
    inst._zod.check = (payload) => {
        payload.value = def.tx(payload.value);
    };
})));


/***/ }),

/***/ 8532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $W: () => (/* binding */ config),
/* harmony export */   GT: () => (/* binding */ $ZodAsyncError),
/* harmony export */   cV: () => (/* binding */ $ZodEncodeError),
/* harmony export */   cr: () => (/* binding */ globalConfig),
/* harmony export */   xI: () => (/* binding */ $constructor)
/* harmony export */ });
/* unused harmony exports NEVER, $brand */
/* harmony import */ var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4723);
var _a;

/** A special constant with type `never` */
const NEVER = /*@__PURE__*/ Object.freeze({
    status: "aborted",
});
/* Shared descriptor for installing `_zod`; defineProperty reads it
 * synchronously, so reusing one object avoids a per-instance allocation. */
const _zodDesc = { value: undefined, enumerable: false };
// null where suppressing the capture would be unrecoverable: `parse()` puts the frames back with `captureStackTrace`, so without it the throw would lose its stack. also latched to null once `stackTraceLimit` proves unassignable, which a realm can do at any point by hardening Error
let _E = "captureStackTrace" in Error ? Error : null;
// v8 captures a stack trace inside the Error constructor, which dominates a failed parse; costs only the frames, and parse() restores those. the constructor must RUN: Object.create is cheaper and passes instanceof, but Error.isError and util.types.isNativeError check an internal slot
function newError(Definition) {
    const E = _E;
    if (E) {
        const saved = E.stackTraceLimit;
        if (typeof saved === "number") {
            try {
                E.stackTraceLimit = 0;
            }
            catch {
                _E = null;
                return new Definition();
            }
            try {
                return new Definition();
            }
            finally {
                E.stackTraceLimit = saved;
            }
        }
    }
    return new Definition();
}
function $constructor(name, initializer, 
/** This trait's members, installed once on every prototype that composes it. They cannot be declared in the initializer above: that runs per instance, and the prototype is shared. */
proto, params) {
    // Prototype for this constructor's `_zod` internals. Lazily-derived fields (`values`, `pattern`, `optin`, \u2026) install here once rather than as an accessor on every instance.
    const zodProto = {};
    // Assigning the fields in the constructor body is what gives instances in-object slots; building the object literally and reparenting it costs a second allocation and a generic property copy.
    function Internals(def) {
        this.def = def;
        this.constr = _;
        this.traits = new Set();
    }
    Internals.prototype = zodProto;
    const protoMembers = proto;
    // One trait's members land on every prototype whose chain composes it, so the answer is per prototype rather than per trait.
    const initialized = protoMembers && new WeakSet();
    function init(inst, def) {
        if (!inst._zod) {
            _zodDesc.value = new Internals(def);
            try {
                Object.defineProperty(inst, "_zod", _zodDesc);
            }
            finally {
                // Cleared even on throw, so the shared descriptor never leaks one instance's internals into the next.
                _zodDesc.value = undefined;
            }
        }
        else if (inst._zod.traits.has(name)) {
            return;
        }
        inst._zod.traits.add(name);
        initializer(inst, def);
        if (initialized) {
            // `super(def)` from a user subclass gives `this` a prototype the subclass owns, and installing there would overwrite whatever the subclass declared. `constr` built the instance, so its prototype is the one below the subclass's that should carry the members. A receiver whose chain never reaches that prototype installs on its own, which for a plain object handed straight to `init` means `Object.prototype` \u2014 unchanged from before.
            const own = Object.getPrototypeOf(inst);
            const ctorProto = inst._zod.constr.prototype;
            let up = own;
            while (up && up !== ctorProto)
                up = Object.getPrototypeOf(up);
            const target = up ?? own;
            if (!initialized.has(target)) {
                initialized.add(target);
                (0,_util_js__WEBPACK_IMPORTED_MODULE_0__/* .members */ .ol)(target, protoMembers);
            }
        }
        // support prototype modifications; for-in avoids the array allocation of Object.keys on the (usually empty) prototype
        const proto = _.prototype;
        for (const k in proto) {
            if (!Object.prototype.hasOwnProperty.call(proto, k))
                continue;
            if (!(k in inst)) {
                inst[k] = proto[k].bind(inst);
            }
        }
    }
    // doesn't work if Parent has a constructor with arguments
    const Parent = params?.Parent ?? Object;
    class Definition extends Parent {
    }
    Object.defineProperty(Definition, "name", { value: name });
    function _(def) {
        const inst = params?.Parent ? newError(Definition) : this;
        init(inst, def);
        const deferred = inst._zod.deferred;
        if (deferred) {
            for (const fn of deferred) {
                fn();
            }
            // Released: initializers run once, and the list would otherwise be retained for the schema's lifetime.
            inst._zod.deferred = undefined;
        }
        // Global post-processor hook. Internal: installed by `import "zod/compile"` to enable AOT compilation for every constructed schema. Runs last, once the instance is fully built, because it hands the instance to compile(). The post-processor is expected to be reentrancy-guarded by its own implementation.
        const pp = globalThis.__zod_globalConfig?.postProcessor;
        if (pp)
            pp(inst);
        return inst;
    }
    Object.defineProperty(_, "init", { value: init });
    Object.defineProperty(_, Symbol.hasInstance, {
        value: (inst) => {
            if (params?.Parent && inst instanceof params.Parent)
                return true;
            return inst?._zod?.traits?.has(name);
        },
    });
    Object.defineProperty(_, "name", { value: name });
    return _;
}
//////////////////////////////   UTILITIES   ///////////////////////////////////////
const $brand = /*@__PURE__*/ (/* unused pure expression or super */ null && (Symbol("zod_brand")));
class $ZodAsyncError extends Error {
    constructor() {
        super(`Encountered Promise during synchronous parse. Use .parseAsync() instead.`);
    }
}
class $ZodEncodeError extends Error {
    constructor(name) {
        super(`Encountered unidirectional transform during encode: ${name}`);
        this.name = "ZodEncodeError";
    }
}
(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
const globalConfig = globalThis.__zod_globalConfig;
function config(newConfig) {
    if (newConfig)
        Object.assign(globalConfig, newConfig);
    return globalConfig;
}


/***/ }),

/***/ 4723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ normalizeParams),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   NM: () => (/* binding */ optionalKeys),
/* harmony export */   O7: () => (/* binding */ codePointLength),
/* harmony export */   OH: () => (/* binding */ partial),
/* harmony export */   PO: () => (/* binding */ cached),
/* harmony export */   QH: () => (/* binding */ aborted),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Rc: () => (/* binding */ getLengthableOrigin),
/* harmony export */   SS: () => (/* binding */ constantCatch),
/* harmony export */   Vy: () => (/* binding */ assignProp),
/* harmony export */   X: () => (/* binding */ installLazyProp),
/* harmony export */   cl: () => (/* binding */ nullish),
/* harmony export */   d3: () => (/* binding */ attachSchema),
/* harmony export */   gx: () => (/* binding */ captureStackTrace),
/* harmony export */   hi: () => (/* binding */ sizeCaps),
/* harmony export */   iR: () => (/* binding */ finalizeIssue),
/* harmony export */   jD: () => (/* binding */ hide),
/* harmony export */   k8: () => (/* binding */ jsonStringifyReplacer),
/* harmony export */   lQ: () => (/* binding */ prefixIssues),
/* harmony export */   o8: () => (/* binding */ clone),
/* harmony export */   ol: () => (/* binding */ members),
/* harmony export */   p6: () => (/* binding */ cleanRegex),
/* harmony export */   qQ: () => (/* binding */ propertyKeyTypes),
/* harmony export */   qh: () => (/* binding */ own),
/* harmony export */   rL: () => (/* binding */ explicitlyAborted),
/* harmony export */   sD: () => (/* binding */ escapeRegex),
/* harmony export */   sn: () => (/* binding */ issue),
/* harmony export */   v5: () => (/* binding */ defineLazyInternal),
/* harmony export */   w5: () => (/* binding */ getEnumValues),
/* harmony export */   zH: () => (/* binding */ NUMBER_FORMAT_RANGES)
/* harmony export */ });
/* unused harmony exports assertEqual, assertNotEqual, toZod, assertIs, assertNever, assert, joinValues, floatSafeRemainder, defineLazy, objectClone, rawShape, mergeDefs, cloneDef, getElementAtPath, promiseAllObject, randomString, esc, slugify, allowsEval, shallowClone, numKeys, getParsedType, primitiveTypes, createTransparentProxy, stringifyPrimitive, BIGINT_FORMAT_RANGES, pick, omit, extend, safeExtend, merge, required, unwrapMessage, getSizableOrigin, parsedType, cleanEnum, base64ToUint8Array, uint8ArrayToBase64, base64urlToUint8Array, uint8ArrayToBase64url, hexToUint8Array, uint8ArrayToHex, Class, derived, CONSTANT_CATCH */

// functions
function assertEqual(val) {
    return val;
}
function assertNotEqual(val) {
    return val;
}
function toZod() {
    return (schema) => schema;
}
function assertIs(_arg) { }
function assertNever(_x) {
    throw new Error("Unexpected value in exhaustive check");
}
function assert(_) { }
function getEnumValues(entries) {
    const numericValues = Object.values(entries).filter((v) => typeof v === "number");
    const values = Object.entries(entries)
        .filter(([k, _]) => numericValues.indexOf(+k) === -1)
        .map(([_, v]) => v);
    return values;
}
function joinValues(array, separator = "|") {
    return array.map((val) => stringifyPrimitive(val)).join(separator);
}
function jsonStringifyReplacer(_, value) {
    if (typeof value === "bigint")
        return value.toString();
    return value;
}
// the accessor lives on a shared prototype: an own accessor makes every box a dictionary-mode object (~360 B and a slow load per read against ~100 B and an inlined getter here)
class Cached {
    constructor(getter) {
        this._getter = getter;
        this._value = undefined;
    }
    get value() {
        const getter = this._getter;
        if (getter !== undefined) {
            this._value = getter();
            this._getter = undefined;
        }
        return this._value;
    }
}
function cached(getter) {
    return new Cached(getter);
}
function nullish(input) {
    return input === null || input === undefined;
}
function cleanRegex(source) {
    const start = source.startsWith("^") ? 1 : 0;
    const end = source.endsWith("$") ? source.length - 1 : source.length;
    return source.slice(start, end);
}
function floatSafeRemainder(val, step) {
    const ratio = val / step;
    const roundedRatio = Math.round(ratio);
    // `val` and `step` each round to a double before the division rounds again, so a true decimal multiple's quotient can sit up to 1.5 of these scaled epsilons from the integer. A 1x tolerance therefore rejected 2.03 as a multiple of 0.07; 4x covers the worst case with margin.
    const tolerance = 4 * Number.EPSILON * Math.max(Math.abs(ratio), 1);
    if (Math.abs(ratio - roundedRatio) < tolerance)
        return 0;
    return ratio - roundedRatio;
}
const EVALUATING = /* @__PURE__*/ (/* unused pure expression or super */ null && (Symbol("evaluating")));
function defineLazy(object, key, getter) {
    let value = undefined;
    Object.defineProperty(object, key, {
        get() {
            if (value === EVALUATING) {
                // Circular reference detected, return undefined to break the cycle
                return undefined;
            }
            if (value === undefined) {
                value = EVALUATING;
                value = getter();
            }
            return value;
        },
        set(v) {
            Object.defineProperty(object, key, {
                value: v,
                // configurable: true,
            });
            // object[key] = v;
        },
        configurable: true,
    });
}
function objectClone(obj) {
    return Object.create(Object.getPrototypeOf(obj), Object.getOwnPropertyDescriptors(obj));
}
function assignProp(target, prop, value) {
    Object.defineProperty(target, prop, {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
    });
}
/**
 * Whichever object a def's `shape` currently answers from: the one the caller passed until the first read, the frozen copy after it.
 *
 * Its keys and descriptors read without invoking anything, which is what lets a discriminated union check its discriminator, and the cycle walk read a shape, without resolving a getter that references the schema being constructed. A def that answers `shape` from an accessor of its own has none.
 */
function rawShape(def) {
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    return desc?.get ? desc.get.raw : desc?.value;
}
// where a builder reads its source's keys and descriptors, resolving only a shape a def answers for itself. A shape resolves by object spread, so only its enumerable keys are ever part of it.
function sourceShape(schema) {
    return rawShape(schema._zod.def) ?? schema._zod.def.shape;
}
// a key whose value is not settled yet, self-caching so every read after the first gets the same one
function deferProp(target, key, getter) {
    Object.defineProperty(target, key, {
        get() {
            const value = getter();
            assignProp(this, key, value);
            return value;
        },
        enumerable: true,
        configurable: true,
    });
}
// Writes a settled key. A plain assignment is much cheaper than `defineProperty` and produces the same descriptor, but it runs whatever setter already answers to the key \u2014 an accessor this shape deferred, or an inherited one, which `__proto__` has on every object and prototype pollution can add for any name.
function putProp(target, key, value) {
    if (key in target)
        assignProp(target, key, value);
    else
        target[key] = value;
}
/**
 * Copies `keys` of `source`'s shape onto `target`, each value passed through `wrap`.
 *
 * A key the source has resolved is copied through now, so the derived shape states it outright and nothing has to resolve it to learn what it holds. A key the source still defers stays deferred, and reads back through the source's own `shape`, so it resolves once and both shapes get that one schema.
 */
function mirrorShape(target, source, keys, wrap) {
    const raw = sourceShape(source);
    for (const key of keys) {
        const desc = Object.getOwnPropertyDescriptor(raw, key);
        if (!desc.enumerable)
            continue;
        if (desc.get) {
            deferProp(target, key, () => {
                const value = source._zod.def.shape[key];
                return wrap ? wrap(value, key) : value;
            });
        }
        else
            putProp(target, key, wrap ? wrap(desc.value, key) : desc.value);
    }
}
// same, for a plain shape a caller passed rather than a schema's
function mirrorProps(target, source) {
    for (const key of Reflect.ownKeys(source)) {
        const desc = Object.getOwnPropertyDescriptor(source, key);
        if (!desc.enumerable)
            continue;
        if (desc.get)
            deferProp(target, key, () => source[key]);
        else
            putProp(target, key, desc.value);
    }
}
function mergeDefs(...defs) {
    const mergedDescriptors = {};
    for (const def of defs) {
        const descriptors = Object.getOwnPropertyDescriptors(def);
        Object.assign(mergedDescriptors, descriptors);
    }
    return Object.defineProperties({}, mergedDescriptors);
}
function cloneDef(schema) {
    return mergeDefs(schema._zod.def);
}
function getElementAtPath(obj, path) {
    if (!path)
        return obj;
    return path.reduce((acc, key) => acc?.[key], obj);
}
function promiseAllObject(promisesObj) {
    const keys = Object.keys(promisesObj);
    const promises = keys.map((key) => promisesObj[key]);
    return Promise.all(promises).then((results) => {
        const resolvedObj = {};
        for (let i = 0; i < keys.length; i++) {
            resolvedObj[keys[i]] = results[i];
        }
        return resolvedObj;
    });
}
function randomString(length = 10) {
    const chars = "abcdefghijklmnopqrstuvwxyz";
    let str = "";
    for (let i = 0; i < length; i++) {
        str += chars[Math.floor(Math.random() * chars.length)];
    }
    return str;
}
function esc(str) {
    return JSON.stringify(str);
}
function slugify(input) {
    return input
        .toLowerCase()
        .trim()
        .replace(/[^\w\s-]/g, "")
        .replace(/[\s_-]+/g, "-")
        .replace(/^-+|-+$/g, "");
}
const captureStackTrace = ("captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => { });
function isObject(data) {
    return typeof data === "object" && data !== null && !Array.isArray(data);
}
const allowsEval = /* @__PURE__*/ (/* unused pure expression or super */ null && (cached(() => {
    // Skip the probe under `jitless`: strict CSPs report the caught `new Function` as a `securitypolicyviolation` even though the throw is swallowed.
    if (globalConfig.jitless) {
        return false;
    }
    // @ts-ignore
    if (typeof navigator !== "undefined" && navigator?.userAgent?.includes("Cloudflare")) {
        return false;
    }
    try {
        const F = Function;
        new F("");
        return true;
    }
    catch (_) {
        return false;
    }
})));
function isPlainObject(o) {
    if (isObject(o) === false)
        return false;
    // modified constructor
    const ctor = o.constructor;
    if (ctor === undefined)
        return true;
    if (typeof ctor !== "function")
        return true;
    // modified prototype
    const prot = ctor.prototype;
    if (isObject(prot) === false)
        return false;
    // ctor doesn't have static `isPrototypeOf`
    if (Object.prototype.hasOwnProperty.call(prot, "isPrototypeOf") === false) {
        return false;
    }
    return true;
}
function shallowClone(o) {
    if (isPlainObject(o))
        return { ...o };
    if (Array.isArray(o))
        return [...o];
    if (o instanceof Map)
        return new Map(o);
    if (o instanceof Set)
        return new Set(o);
    return o;
}
function numKeys(data) {
    let keyCount = 0;
    for (const key in data) {
        if (Object.prototype.hasOwnProperty.call(data, key)) {
            keyCount++;
        }
    }
    return keyCount;
}
const getParsedType = (data) => {
    const t = typeof data;
    switch (t) {
        case "undefined":
            return "undefined";
        case "string":
            return "string";
        case "number":
            return Number.isNaN(data) ? "nan" : "number";
        case "boolean":
            return "boolean";
        case "function":
            return "function";
        case "bigint":
            return "bigint";
        case "symbol":
            return "symbol";
        case "object":
            if (Array.isArray(data)) {
                return "array";
            }
            if (data === null) {
                return "null";
            }
            if (data.then && typeof data.then === "function" && data.catch && typeof data.catch === "function") {
                return "promise";
            }
            if (typeof Map !== "undefined" && data instanceof Map) {
                return "map";
            }
            if (typeof Set !== "undefined" && data instanceof Set) {
                return "set";
            }
            if (typeof Date !== "undefined" && data instanceof Date) {
                return "date";
            }
            // @ts-ignore
            if (typeof File !== "undefined" && data instanceof File) {
                return "file";
            }
            return "object";
        default:
            throw new Error(`Unknown data type: ${t}`);
    }
};
const propertyKeyTypes = /* @__PURE__*/ new Set(["string", "number", "symbol"]);
const primitiveTypes = /* @__PURE__*/ new Set([
    "string",
    "number",
    "bigint",
    "boolean",
    "symbol",
    "undefined",
]);
function escapeRegex(str) {
    return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
// zod-specific utils
function clone(inst, def, params) {
    const cl = new inst._zod.constr(def ?? inst._zod.def);
    if (!def || params?.parent)
        cl._zod.parent = inst;
    return cl;
}
function normalizeParams(_params) {
    const params = _params;
    if (!params)
        return {};
    if (typeof params === "string")
        return { error: () => params };
    if (params?.message !== undefined) {
        if (params?.error !== undefined)
            throw new Error("Cannot specify both `message` and `error` params");
        params.error = params.message;
    }
    delete params.message;
    if (typeof params.error === "string")
        return { ...params, error: () => params.error };
    return params;
}
function createTransparentProxy(getter) {
    let target;
    return new Proxy({}, {
        get(_, prop, receiver) {
            target ?? (target = getter());
            return Reflect.get(target, prop, receiver);
        },
        set(_, prop, value, receiver) {
            target ?? (target = getter());
            return Reflect.set(target, prop, value, receiver);
        },
        has(_, prop) {
            target ?? (target = getter());
            return Reflect.has(target, prop);
        },
        deleteProperty(_, prop) {
            target ?? (target = getter());
            return Reflect.deleteProperty(target, prop);
        },
        ownKeys(_) {
            target ?? (target = getter());
            return Reflect.ownKeys(target);
        },
        getOwnPropertyDescriptor(_, prop) {
            target ?? (target = getter());
            return Reflect.getOwnPropertyDescriptor(target, prop);
        },
        defineProperty(_, prop, descriptor) {
            target ?? (target = getter());
            return Reflect.defineProperty(target, prop, descriptor);
        },
    });
}
function stringifyPrimitive(value) {
    if (typeof value === "bigint")
        return value.toString() + "n";
    if (typeof value === "string")
        return `"${value}"`;
    return `${value}`;
}
function optionalKeys(shape) {
    return Object.keys(shape).filter((k) => {
        return shape[k]._zod.optin !== undefined && shape[k]._zod.optout === "optional";
    });
}
// Wrapped in a `@__PURE__` IIFE: esbuild never tree-shakes a top-level initializer that contains a member access on `Number`, so the bare object literal survived into every bundle.
const NUMBER_FORMAT_RANGES = /*@__PURE__*/ (() => ({
    safeint: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    int32: [-2147483648, 2147483647],
    uint32: [0, 4294967295],
    float32: [-3.4028234663852886e38, 3.4028234663852886e38],
    float64: [-Number.MAX_VALUE, Number.MAX_VALUE],
}))();
const BIGINT_FORMAT_RANGES = {
    int64: [/* @__PURE__*/ BigInt("-9223372036854775808"), /* @__PURE__*/ BigInt("9223372036854775807")],
    uint64: [/* @__PURE__*/ BigInt(0), /* @__PURE__*/ BigInt("18446744073709551615")],
};
function pick(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".pick() cannot be used on object schemas containing refinements");
    }
    const newShape = {};
    mirrorShape(newShape, schema, maskedKeys(schema, mask));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
// the mask keys that select something, checked against the source's shape without resolving it
function maskedKeys(schema, mask) {
    const raw = sourceShape(schema);
    const keys = [];
    // `for...in` skips symbols, so a symbol in the mask would select nothing
    for (const key of Reflect.ownKeys(mask)) {
        if (!Object.getOwnPropertyDescriptor(raw, key)?.enumerable) {
            throw new Error(`Unrecognized key: "${String(key)}"`);
        }
        if (mask[key])
            keys.push(key);
    }
    return keys;
}
function omit(schema, mask) {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(".omit() cannot be used on object schemas containing refinements");
    }
    const omitted = new Set(maskedKeys(schema, mask));
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)).filter((key) => !omitted.has(key)));
    return clone(schema, mergeDefs(currDef, { shape: newShape, checks: [] }));
}
function extend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to extend: expected a plain object");
    }
    const checks = schema._zod.def.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        // Only throw if new shape overlaps with existing shape. Use getOwnPropertyDescriptor to check key existence without accessing values
        const existingShape = sourceShape(schema);
        for (const key of Reflect.ownKeys(shape)) {
            if (Object.getOwnPropertyDescriptor(existingShape, key) !== undefined) {
                throw new Error("Cannot overwrite keys on object schemas containing refinements. Use `.safeExtend()` instead.");
            }
        }
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
// the source's keys, then the caller's overlaid on top
function extended(schema, shape) {
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)));
    mirrorProps(newShape, shape);
    return newShape;
}
function safeExtend(schema, shape) {
    if (!isPlainObject(shape)) {
        throw new Error("Invalid input to safeExtend: expected a plain object");
    }
    return clone(schema, mergeDefs(schema._zod.def, { shape: extended(schema, shape) }));
}
function merge(a, b) {
    if (!b?._zod?.def) {
        throw new Error("Invalid input to merge: expected an object schema. To merge a plain shape, use `.extend()`.");
    }
    if (a._zod.def.checks?.length) {
        throw new Error(".merge() cannot be used on object schemas containing refinements. Use .safeExtend() instead.");
    }
    const newShape = {};
    mirrorShape(newShape, a, Reflect.ownKeys(sourceShape(a)));
    mirrorShape(newShape, b, Reflect.ownKeys(sourceShape(b)));
    const def = mergeDefs(a._zod.def, {
        shape: newShape,
        get catchall() {
            return b._zod.def.catchall;
        },
        checks: b._zod.def.checks ?? [],
    });
    return clone(a, def);
}
function partial(Class, schema, mask, name = "partial") {
    const currDef = schema._zod.def;
    const checks = currDef.checks;
    const hasChecks = checks && checks.length > 0;
    if (hasChecks) {
        throw new Error(`.${name}() cannot be used on object schemas containing refinements`);
    }
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), Class &&
        ((value, key) => (selected && !selected.has(key) ? value : new Class({ type: "optional", innerType: value }))));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape, checks: [] }));
}
function required(Class, schema, mask) {
    const selected = mask ? new Set(maskedKeys(schema, mask)) : undefined;
    const newShape = {};
    mirrorShape(newShape, schema, Reflect.ownKeys(sourceShape(schema)), (value, key) => 
    // overwrite with non-optional
    selected && !selected.has(key) ? value : new Class({ type: "nonoptional", innerType: value }));
    return clone(schema, mergeDefs(schema._zod.def, { shape: newShape }));
}
// invalid_type | too_big | too_small | invalid_format | not_multiple_of | unrecognized_keys | invalid_union | invalid_key | invalid_element | invalid_value | custom
function aborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue !== true) {
            return true;
        }
    }
    return false;
}
// Checks for explicit abort (continue === false), as opposed to implicit abort (continue === undefined). Used to respect `abort: true` in .refine() even for checks that have a `when` function.
function explicitlyAborted(x, startIndex = 0) {
    if (x.aborted === true)
        return true;
    for (let i = startIndex; i < x.issues.length; i++) {
        if (x.issues[i]?.continue === false) {
            return true;
        }
    }
    return false;
}
function prefixIssues(path, issues) {
    return issues.map((iss) => {
        var _a;
        (_a = iss).path ?? (_a.path = []);
        iss.path.unshift(path);
        return iss;
    });
}
function unwrapMessage(message) {
    return typeof message === "string" ? message : message?.message;
}
/* A check holds no link back to the schema it is attached to \u2014 the same check instance is shared by every clone of that schema \u2014 so the owner is stamped onto the issues a check just raised, at the only point where both are in scope. Runs on the failure path only; `start` is the issue count from before the check ran. */
/** The leading size checks of `defChecks` that set an upper bound, each paired with it. */
function sizeCaps(defChecks) {
    const caps = [];
    for (const ch of defChecks ?? []) {
        const d = ch._zod.def;
        // a later check may rewrite the value
        if (!/_(length|size)$|_equals$/.test(d.check))
            break;
        const max = d.maximum ?? d.length ?? d.size;
        if (max >= 0)
            caps.push([max, ch]);
    }
    return caps;
}
function attachSchema(issues, start, inst) {
    var _a;
    for (let i = start; i < issues.length; i++) {
        (_a = issues[i]).schema ?? (_a.schema = inst);
    }
}
function finalizeIssue(iss, ctx, config) {
    var _a;
    // A schema that raised an issue itself owns it outright, and outranks any stamp an enclosing check left in `attachSchema`. String formats and z.custom() are schema and check at once, so when they act as a check they defer to that stamp instead.
    const traits = iss.inst?._zod?.traits;
    if (traits?.has("$ZodType")) {
        if (traits.has("$ZodCheck"))
            (_a = iss).schema ?? (_a.schema = iss.inst);
        else
            iss.schema = iss.inst;
    }
    // Decreasing specificity, first map to return a message wins. `inst` is whatever raised the issue, so a check's own map outranks the owning schema's.
    const schemaError = iss.schema !== iss.inst ? iss.schema?._zod.def?.error : undefined;
    const message = iss.message
        ? iss.message
        : (unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ??
            unwrapMessage(schemaError?.(iss)) ??
            unwrapMessage(ctx?.error?.(iss)) ??
            unwrapMessage(config.customError?.(iss)) ??
            unwrapMessage(config.localeError?.(iss)) ??
            "Invalid input");
    // an explicit own-key copy beats object rest with excluded keys, which v8 routes through a generic runtime call; Object.keys rather than for-in so an issue pushed with a prototype does not leak inherited keys, and an own __proto__ key is dropped rather than assigned through the setter
    const full = {};
    for (const k of Object.keys(iss)) {
        if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__")
            continue;
        full[k] = iss[k];
    }
    full.path ?? (full.path = []);
    full.message = message;
    if (ctx?.reportInput) {
        full.input = iss.input;
    }
    return full;
}
function getSizableOrigin(input) {
    if (input instanceof Set)
        return "set";
    if (input instanceof Map)
        return "map";
    // @ts-ignore
    if (input instanceof File)
        return "file";
    return "unknown";
}
const highSurrogate = /[\uD800-\uDBFF]/;
// Code points in `str`: a surrogate pair counts once, a lone surrogate as itself. Hand-rolled because the string iterator allocates and runs ~250x slower on this path; the regex probe exits ~50x quicker for a string with no astral characters.
function codePointLength(str) {
    const units = str.length;
    if (!highSurrogate.test(str))
        return units;
    let count = units;
    for (let i = 0; i < units - 1; i++) {
        if ((str.charCodeAt(i) & 0xfc00) === 0xd800 && (str.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
            count--;
            i++;
        }
    }
    return count;
}
function getLengthableOrigin(input) {
    if (Array.isArray(input))
        return "array";
    if (typeof input === "string")
        return "string";
    return "unknown";
}
function parsedType(data) {
    const t = typeof data;
    switch (t) {
        case "number": {
            return Number.isNaN(data) ? "nan" : "number";
        }
        case "object": {
            if (data === null) {
                return "null";
            }
            if (Array.isArray(data)) {
                return "array";
            }
            const obj = data;
            if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) {
                return obj.constructor.name;
            }
        }
    }
    return t;
}
function issue(...args) {
    const [iss, input, inst] = args;
    if (typeof iss === "string") {
        return {
            message: iss,
            code: "custom",
            input,
            inst,
        };
    }
    return { ...iss };
}
function cleanEnum(obj) {
    return Object.entries(obj)
        .filter(([k, _]) => {
        // return true if NaN, meaning it's not a number, thus a string key
        return Number.isNaN(Number.parseInt(k, 10));
    })
        .map((el) => el[1]);
}
// Codec utility functions
function base64ToUint8Array(base64) {
    const binaryString = atob(base64);
    const bytes = new Uint8Array(binaryString.length);
    for (let i = 0; i < binaryString.length; i++) {
        bytes[i] = binaryString.charCodeAt(i);
    }
    return bytes;
}
function uint8ArrayToBase64(bytes) {
    let binaryString = "";
    for (let i = 0; i < bytes.length; i++) {
        binaryString += String.fromCharCode(bytes[i]);
    }
    return btoa(binaryString);
}
function base64urlToUint8Array(base64url) {
    const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
    const padding = "=".repeat((4 - (base64.length % 4)) % 4);
    return base64ToUint8Array(base64 + padding);
}
function uint8ArrayToBase64url(bytes) {
    return uint8ArrayToBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
function hexToUint8Array(hex) {
    const cleanHex = hex.replace(/^0x/, "");
    if (cleanHex.length % 2 !== 0) {
        throw new Error("Invalid hex string length");
    }
    const bytes = new Uint8Array(cleanHex.length / 2);
    for (let i = 0; i < cleanHex.length; i += 2) {
        bytes[i / 2] = Number.parseInt(cleanHex.slice(i, i + 2), 16);
    }
    return bytes;
}
function uint8ArrayToHex(bytes) {
    return Array.from(bytes)
        .map((b) => b.toString(16).padStart(2, "0"))
        .join("");
}
// instanceof
class Class {
    constructor(..._args) { }
}
//////////    PROTOTYPE INSTALLERS     //////////
//
// Members live on the prototype and materialize per instance on first read, which keeps own-property count under the step where V8 stops using inline slots. Changing anything here means re-measuring runtime, memory and bundle size together \u2014 see "The three axes" in AGENTS.md.
/**
 * Installs a trait's members on its prototype. Each value builds that member for the instance on first read; the built value shadows the accessor as an own property, so a detached `const { parse } = schema` keeps working.
 *
 * Call this from a `proto` initializer, which runs once per prototype \u2014 never per instance.
 */
function members(proto, table) {
    for (const key in table) {
        const desc = Object.getOwnPropertyDescriptor(table, key);
        // a getter installs as written, so it stays live: `description` reads through to the registry on every access. not enumerable: an object literal's is, and a prototype member never was
        if (desc.get)
            Object.defineProperty(proto, key, { ...desc, enumerable: false });
        // a method materializes bound on first read, which is what keeps a detached member working: `const opt = schema.optional; opt()`
        else
            defineBound(proto, key, desc.value);
    }
}
/** Shadows a prototype member with an own value, so a getter that builds from the instance runs once. */
function own(inst, key, value, enumerable = true) {
    Object.defineProperty(inst, key, { configurable: true, writable: true, enumerable, value });
    return value;
}
/** Like {@link own}, for a member that was never an own data property and has to stay out of `Object.keys`. */
function hide(inst, key, value) {
    return own(inst, key, value, false);
}
/** Adds members a table derives from the instance: each builds on first read and shadows as own data, and assignment shadows the same way, as when these were own properties. */
function derived(computes, table) {
    for (const key in computes) {
        const compute = computes[key];
        // an object literal's accessor is configurable and enumerable, and `members` copies the descriptor as written
        Object.defineProperty(table, key, {
            configurable: true,
            enumerable: true,
            get() {
                return own(this, key, compute(this));
            },
            set(value) {
                own(this, key, value);
            },
        });
    }
    return table;
}
function defineBound(proto, key, fn) {
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // vitest's spyOn calls a prototype getter bare to find the function it wraps, so a nullish receiver answers the raw method
            return this == null ? fn : own(this, key, fn.bind(this));
        },
        set(value) {
            own(this, key, value);
        },
    });
}
/** Returns the prototype to install on, or `undefined` if this group is already installed on it. */
function claim(inst, sentinel) {
    const proto = Object.getPrototypeOf(inst);
    // Runs on every construction, so `in` rather than the costlier `hasOwnProperty.call`. Sentinels are keys the group itself defines.
    return sentinel in proto ? undefined : proto;
}
// The internals whose init chain is installing. A second call for the same one is a derived constructor overriding its base, so it must not construct another schema in between or the override is dropped.
let installing;
// Set while a getter is running, so a value that resolved through a recursion break is not memoized. One shared descriptor shadows the key for the duration, which costs no per-key allocation.
let broke = false;
const breaker = {
    configurable: true,
    get() {
        broke = true;
        return undefined;
    },
};
/**
 * Installs a lazily-derived internal on the `_zod` prototype of `inst`'s
 * constructor, computed from the internals object itself and cached there on
 * first read. One accessor per constructor rather than one per instance.
 */
function defineLazyInternal(inst, key, compute) {
    const proto = Object.getPrototypeOf(inst._zod);
    if (key in proto && installing !== inst._zod) {
        // A repeat construction: everything is installed already. Cleared here so the reference is not held past the first construction of every type.
        installing = undefined;
        return;
    }
    installing = inst._zod;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing so a re-entrant read from a recursive schema resolves to undefined instead of running the getter again.
            Object.defineProperty(this, key, breaker);
            const outer = broke;
            broke = false;
            try {
                const value = compute(this);
                // A result that resolved through a recursion break is recomputed once the graph is complete; everything else memoizes, undefined included.
                if (broke)
                    delete this[key];
                else
                    Object.defineProperty(this, key, { configurable: true, writable: true, value });
                broke = broke || outer;
                return value;
            }
            catch (err) {
                // A compute that threw memoizes nothing, so a later read runs it again and fails the same way. The shadow goes with it, since leaving it installed would answer undefined for every later read.
                delete this[key];
                broke = broke || outer;
                throw err;
            }
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, value });
        },
    });
}
/**
 * Installs `key` on `inst`'s prototype, computed by `make` on first read and cached there as an own
 * data property. One accessor per constructor rather than one per instance, because an own accessor
 * puts every instance after the first into v8 dictionary mode. The key doubles as the sentinel.
 */
function installLazyProp(inst, key, make, enumerable) {
    const proto = claim(inst, key);
    if (!proto)
        return;
    Object.defineProperty(proto, key, {
        configurable: true,
        get() {
            // Shadowed before computing, so a re-entrant read from a self-referential shape resolves to undefined instead of running the getter again. A data property rather than an accessor: an own accessor is the dictionary-mode transition this exists to avoid.
            const desc = { configurable: true, writable: true, enumerable, value: undefined };
            Object.defineProperty(this, key, desc);
            // a compute that throws leaves the shadow behind, so later reads answer undefined instead of re-throwing; `defineLazy` did the same, and `defineLazyInternal`'s delete-on-catch would cost bytes in every bundle for a case only a throwing user getter reaches
            desc.value = make(this);
            Object.defineProperty(this, key, desc);
            return desc.value;
        },
        set(value) {
            Object.defineProperty(this, key, { configurable: true, writable: true, enumerable, value });
        },
    });
}
/** Marks the thunk `_catch` synthesises for a constant catch value. `Function.length` cannot tell that thunk from a user callback \u2014 rest and defaulted parameters both report arity 0 \u2014 and a user callback reads `ctx.error`, whose issues only finalize correctly against the caller's per-parse error map. Provenance can say what arity cannot. A plain string key rather than `Symbol.for`, whose call at module scope no bundler can prove pure \u2014 the same shape that anchored `urlCanParse` into every build. */
const CONSTANT_CATCH = "~constantCatch";
/** Wraps a constant catch value in a thunk tagged with {@link CONSTANT_CATCH}. */
function constantCatch(value) {
    const fn = () => value;
    fn[CONSTANT_CATCH] = true;
    return fn;
}


/***/ }),

/***/ 8395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  YOg: () => (/* binding */ array),
  zMY: () => (/* binding */ schemas_boolean),
  MfU: () => (/* binding */ _catch),
  IeY: () => (/* binding */ custom),
  q0y: () => (/* binding */ describe),
  k5n: () => (/* binding */ _enum),
  Whr: () => (/* binding */ schemas_int),
  euz: () => (/* binding */ literal),
  _H3: () => (/* binding */ looseObject),
  mIj: () => (/* binding */ meta),
  mee: () => (/* binding */ nullable),
  cl6: () => (/* binding */ nullish),
  aig: () => (/* binding */ schemas_number),
  Ikc: () => (/* binding */ object),
  lqM: () => (/* binding */ optional),
  OH3: () => (/* binding */ partial),
  FsL: () => (/* binding */ pipe),
  g1P: () => (/* binding */ record),
  YPB: () => (/* binding */ refine),
  rej: () => (/* binding */ strictObject),
  YjP: () => (/* binding */ schemas_string),
  pdi: () => (/* binding */ transform),
  KCZ: () => (/* binding */ union),
  L5J: () => (/* binding */ unknown)
});

// UNUSED EXPORTS: ZodMiniAny, ZodMiniArray, ZodMiniBase64, ZodMiniBase64URL, ZodMiniBigInt, ZodMiniBigIntFormat, ZodMiniBoolean, ZodMiniCIDRv4, ZodMiniCIDRv6, ZodMiniCUID, ZodMiniCUID2, ZodMiniCatch, ZodMiniCodec, ZodMiniCreditCard, ZodMiniCustom, ZodMiniCustomStringFormat, ZodMiniDate, ZodMiniDefault, ZodMiniDiscriminatedUnion, ZodMiniE164, ZodMiniEmail, ZodMiniEmoji, ZodMiniEnum, ZodMiniExactOptional, ZodMiniFile, ZodMiniFunction, ZodMiniGUID, ZodMiniIBAN, ZodMiniIPv4, ZodMiniIPv6, ZodMiniIntersection, ZodMiniJWT, ZodMiniKSUID, ZodMiniLazy, ZodMiniLiteral, ZodMiniMAC, ZodMiniMap, ZodMiniNaN, ZodMiniNanoID, ZodMiniNever, ZodMiniNonOptional, ZodMiniNull, ZodMiniNullable, ZodMiniNumber, ZodMiniNumberFormat, ZodMiniObject, ZodMiniOptional, ZodMiniPipe, ZodMiniPrefault, ZodMiniPromise, ZodMiniReadonly, ZodMiniRecord, ZodMiniSet, ZodMiniString, ZodMiniStringFormat, ZodMiniSuccess, ZodMiniSymbol, ZodMiniTemplateLiteral, ZodMiniTransform, ZodMiniTuple, ZodMiniType, ZodMiniULID, ZodMiniURL, ZodMiniUUID, ZodMiniUndefined, ZodMiniUnion, ZodMiniUnknown, ZodMiniVoid, ZodMiniXID, ZodMiniXor, _default, _function, any, base64, base64url, bigint, catchall, check, cidrv4, cidrv6, codec, creditCard, cuid, cuid2, currencyCode, date, discriminatedUnion, e164, email, emoji, exactOptional, exactPartial, extend, file, float32, float64, function, guid, hash, hex, hostname, httpUrl, iban, instanceof, int32, int64, intersection, invertCodec, ipv4, ipv6, json, jwt, keyof, ksuid, lazy, looseRecord, mac, map, merge, nan, nanoid, nativeEnum, never, nonoptional, null, omit, partialRecord, pick, prefault, promise, readonly, required, safeExtend, set, stringFormat, stringbool, success, superRefine, symbol, templateLiteral, tuple, uint32, uint64, ulid, undefined, url, uuid, uuidv4, uuidv6, uuidv7, void, xid, xor

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __nccwpck_require__(8532);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/checks.js
var core_checks = __nccwpck_require__(4890);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/regexes.js

/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const cuid = /^[cC][0-9a-z]{6,}$/;
const cuid2 = /^[0-9a-z]+$/;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$/;
const xid = /^[0-9a-vA-V]{20}$/;
const ksuid = /^[A-Za-z0-9]{27}$/;
const nanoid = /^[a-zA-Z0-9_-]{21}$/;
function nanoidOfLength(length) {
    return new RegExp(`^[a-zA-Z0-9_-]{${length}}$`);
}
/** ISO 8601-1 duration regex. Does not support the 8601-2 extensions like negative durations or fractional/negative components. */
const duration = /^P(?:(\d+W)|(?!.*W)(?=\d|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+([.,]\d+)?S)?)?)$/;
/** Implements ISO 8601-2 extensions like explicit +- prefixes, mixing weeks with other units, and fractional/negative components. */
const extendedDuration = /^[-+]?P(?!$)(?:(?:[-+]?\d+Y)|(?:[-+]?\d+[.,]\d+Y$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:(?:[-+]?\d+W)|(?:[-+]?\d+[.,]\d+W$))?(?:(?:[-+]?\d+D)|(?:[-+]?\d+[.,]\d+D$))?(?:T(?=[\d+-])(?:(?:[-+]?\d+H)|(?:[-+]?\d+[.,]\d+H$))?(?:(?:[-+]?\d+M)|(?:[-+]?\d+[.,]\d+M$))?(?:[-+]?\d+(?:[.,]\d+)?S)?)??$/;
/** A regex for any UUID-like identifier: 8-4-4-4-12 hex pattern */
const guid = /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12})$/;
/** Returns a regex for validating an RFC 9562/4122 UUID.
 *
 * @param version Optionally specify a version 1-8. If no version is specified, all versions are supported. */
const uuid = (version) => {
    if (!version)
        return /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
    return new RegExp(`^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-${version}[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$`);
};
const uuid4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(4)));
const uuid6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(6)));
const uuid7 = /*@__PURE__*/ (/* unused pure expression or super */ null && (uuid(7)));
/** Practical email validation */
const email = /^(?:[A-Za-z0-9_'+\-]+\.)*[A-Za-z0-9_'+\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\-]*\.)+[A-Za-z]{2,}$/;
/** Equivalent to the HTML5 input[type=email] validation implemented by browsers. Source: https://developer.mozilla.org/en-US/docs/Web/HTML/Element/input/email */
const html5Email = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/** The classic emailregex.com regex for RFC 5322-compliant emails */
const rfc5322Email = /^(([^<>()\[\]\\.,;:\s@"]+(\.[^<>()\[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/;
/** A loose regex that allows Unicode characters, enforces length limits, and that's about it. */
const unicodeEmail = /^[^\s@"]{1,64}@[^\s@]{1,255}$/u;
const idnEmail = (/* unused pure expression or super */ null && (unicodeEmail));
const browserEmail = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
// from https://thekevinscott.com/emojis-in-javascript/#writing-a-regular-expression
// Single character class, not an alternation: the two properties overlap (U+1F9B0-U+1F9B3), so `(A|B)+` backtracks exponentially on a failed match. The leading lookahead then demands one anchor \u2014 a pictograph, a regional indicator, or the enclosing keycap \u2014 because `\p{Emoji_Component}` on its own covers ASCII digits, `#`, `*`, ZWJ, variation selectors and skin tone modifiers, none of which is an emoji without a base.
const _emoji = (/* unused pure expression or super */ null && (`^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$`));
function emoji() {
    return new RegExp(_emoji, "u");
}
const ipv4 = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$/;
const ipv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$/;
const mac = (delimiter) => {
    const escapedDelim = util.escapeRegex(delimiter ?? ":");
    return new RegExp(`^(?:[0-9A-F]{2}${escapedDelim}){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}${escapedDelim}){5}[0-9a-f]{2}$`);
};
const cidrv4 = /^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\/([0-9]|[1-2][0-9]|3[0-2])$/;
const cidrv6 = /^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$/;
// https://stackoverflow.com/questions/7860392/determine-if-string-is-in-base64-using-javascript
const base64 = /^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$/;
const base64url = /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/;
// based on https://stackoverflow.com/questions/106179/regular-expression-to-match-dns-hostname-or-ip-address
// export const hostname: RegExp = /^([a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+$/;
const hostname = /^(?=.{1,253}\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\.?$/;
const domain = /^(?=.{1,253}$)([a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63}$/;
const httpProtocol = /^https?$/;
// https://blog.stevenlevithan.com/archives/validate-phone-number#r4-3 (regex sans spaces) E.164: leading digit must be 1-9; total digits (excluding '+') between 7-15
const e164 = /^\+[1-9]\d{6,14}$/;
// Credit card shape: 12\u201319 digits, optionally separated by single spaces or single hyphens. ISO/IEC 7812 caps the PAN at 19 digits; 12 is the shortest issued length (Maestro).
const creditCard = /^\d(?:[ -]?\d){11,18}$/;
// ISO 4217 alpha codes from the SIX list, regenerated by scripts/update-iso-4217.ts
const currencyCode = /^(?:AED|AFN|ALL|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BHD|BIF|BMD|BND|BOB|BOV|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHE|CHF|CHW|CLF|CLP|CNY|COP|COU|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MXV|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|USN|UYI|UYU|UYW|UZS|VED|VES|VND|VUV|WST|XAD|XAF|XAG|XAU|XBA|XBB|XBC|XBD|XCD|XCG|XDR|XOF|XPD|XPF|XPT|XSU|XTS|XUA|XXX|YER|ZAR|ZMW|ZWG)$/;
// iban electronic format: 2-letter country, check digits 02-98 (the only values `98 - remainder` can produce), 11-30 bban characters
const iban = /^[A-Z]{2}(?!00|01|99)\d{2}[A-Z0-9]{11,30}$/;
const dateSource = (/* unused pure expression or super */ null && (`(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))`));
/** Anchors a pattern source. The interpolation lives here rather than at the call site because
 * esbuild will not drop a `@__PURE__` call whose own argument interpolates a variable, but it
 * will drop `anchor(dateSource)`. Keeping it inline pinned `date` into every bundle. */
function regexes_anchor(source) {
    return new RegExp(`^${source}$`);
}
const date = /*@__PURE__*/ (/* unused pure expression or super */ null && (regexes_anchor(dateSource)));
function timeSource(args) {
    const hhmm = `(?:[01]\\d|2[0-3]):[0-5]\\d`;
    const regex = typeof args.precision === "number"
        ? args.precision === -1
            ? `${hhmm}`
            : args.precision === 0
                ? `${hhmm}:[0-5]\\d`
                : `${hhmm}:[0-5]\\d\\.\\d{${args.precision}}`
        : args.seconds
            ? `${hhmm}:[0-5]\\d(?:\\.\\d+)?`
            : `${hhmm}(?::[0-5]\\d(?:\\.\\d+)?)?`;
    return regex;
}
function time(args) {
    return new RegExp(`^${timeSource(args)}$`);
}
// Adapted from https://stackoverflow.com/a/3143231
function datetime(args) {
    const opts = ["Z"];
    // if (args.offset) opts.push(`([+-]\\d{2}:\\d{2})`);
    if (args.offset)
        opts.push(`([+-](?:[01]\\d|2[0-3]):[0-5]\\d)`);
    // RFC 3339 mandates seconds wherever the time carries a `Z` or an offset, so only the unqualified form `local` adds may omit them
    const qualified = `${timeSource({ precision: args.precision, seconds: true })}(?:${opts.join("|")})`;
    const timeRegex = args.local ? `${qualified}|${timeSource({ precision: args.precision })}` : qualified;
    return new RegExp(`^${dateSource}T(?:${timeRegex})$`);
}
// the unbounded form of `string()` as a literal, so every plain string shares one instance instead of building its own
const anyString = /^[\s\S]{0,}$/;
const string = (params) => {
    const regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : `[\\s\\S]*`;
    return new RegExp(`^${regex}$`);
};
const bigint = /^-?\d+n?$/;
const integer = /^-?\d+$/;
const number = /^-?\d+(?:\.\d+)?$/;
const regexes_boolean = /^(?:true|false)$/i;
const _null = /^null$/i;

const _undefined = /^undefined$/i;

// regex for string with no uppercase letters
const lowercase = /^[^A-Z]*$/;
// regex for string with no lowercase letters
const uppercase = /^[^a-z]*$/;
// regex for hexadecimal strings (any length)
const hex = /^[0-9a-fA-F]*$/;
// Hash regexes for different algorithms and encodings
// Helper function to create base64 regex with exact length and padding
function fixedBase64(bodyLength, padding) {
    return new RegExp(`^[A-Za-z0-9+/]{${bodyLength}}${padding}$`);
}
// Helper function to create base64url regex with exact length (no padding)
function fixedBase64url(length) {
    return new RegExp(`^[A-Za-z0-9_-]{${length}}$`);
}
// MD5 (16 bytes): base64 = 24 chars total (22 + "==")
const md5_hex = /^[0-9a-fA-F]{32}$/;
const md5_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(22, "==")));
const md5_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(22)));
// SHA1 (20 bytes): base64 = 28 chars total (27 + "=")
const sha1_hex = /^[0-9a-fA-F]{40}$/;
const sha1_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(27, "=")));
const sha1_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(27)));
// SHA256 (32 bytes): base64 = 44 chars total (43 + "=")
const sha256_hex = /^[0-9a-fA-F]{64}$/;
const sha256_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(43, "=")));
const sha256_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(43)));
// SHA384 (48 bytes): base64 = 64 chars total (no padding)
const sha384_hex = /^[0-9a-fA-F]{96}$/;
const sha384_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(64, "")));
const sha384_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(64)));
// SHA512 (64 bytes): base64 = 88 chars total (86 + "==")
const sha512_hex = /^[0-9a-fA-F]{128}$/;
const sha512_base64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64(86, "==")));
const sha512_base64url = /*@__PURE__*/ (/* unused pure expression or super */ null && (fixedBase64url(86)));

// EXTERNAL MODULE: ./node_modules/zod/v4/core/util.js
var core_util = __nccwpck_require__(4723);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/versions.js
const version = {
    major: 4,
    minor: 6,
    patch: 7,
};

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/schemas.js







const $ZodType = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodType", (inst, def) => {
    var _a;
    inst ?? (inst = {});
    inst._zod.def = def; // set _def property
    inst._zod.bag = inst._zod.bag || {}; // initialize _bag object
    inst._zod.version = version;
    const defChecks = inst._zod.def.checks;
    // if inst is itself a checks.$ZodCheck, run it as a check
    const checks = inst._zod.traits.has("$ZodCheck")
        ? [inst, ...(defChecks ?? [])]
        : defChecks?.length
            ? [...defChecks]
            : [];
    for (const ch of checks) {
        for (const fn of ch._zod.onattach) {
            fn(inst);
        }
    }
    if (checks.length === 0) {
        // deferred initializer inst._zod.parse is not yet defined
        (_a = inst._zod).deferred ?? (_a.deferred = []);
        inst._zod.deferred?.push(() => {
            inst._zod.run = inst._zod.parse;
        });
    }
    else {
        const runChecks = (payload, checks, ctx) => {
            if (payload.memo)
                return payload;
            let isAborted = core_util/* aborted */.QH(payload);
            let asyncResult;
            for (const ch of checks) {
                if (ch._zod.def.when) {
                    if (core_util/* explicitlyAborted */.rL(payload))
                        continue;
                    const shouldRun = ch._zod.def.when(payload);
                    if (!shouldRun)
                        continue;
                }
                else if (isAborted) {
                    continue;
                }
                const currLen = payload.issues.length;
                const _ = ch._zod.check(payload);
                if (_ instanceof Promise && ctx?.async === false) {
                    throw new core_core/* $ZodAsyncError */.GT();
                }
                if (asyncResult || _ instanceof Promise) {
                    asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
                        await _;
                        const nextLen = payload.issues.length;
                        if (nextLen === currLen)
                            return;
                        core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                        if (!isAborted)
                            isAborted = core_util/* aborted */.QH(payload, currLen);
                    });
                }
                else {
                    const nextLen = payload.issues.length;
                    if (nextLen === currLen)
                        continue;
                    core_util/* attachSchema */.d3(payload.issues, currLen, inst);
                    if (!isAborted)
                        isAborted = core_util/* aborted */.QH(payload, currLen);
                }
            }
            if (asyncResult) {
                return asyncResult.then(() => {
                    return payload;
                });
            }
            return payload;
        };
        const handleCanaryResult = (canary, payload, ctx) => {
            // abort if the canary is aborted
            if (core_util/* aborted */.QH(canary)) {
                canary.aborted = true;
                return canary;
            }
            // run checks first, then
            const checkResult = runChecks(payload, checks, ctx);
            if (checkResult instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
            }
            return inst._zod.parse(checkResult, ctx);
        };
        inst._zod.run = (payload, ctx) => {
            if (ctx.skipChecks) {
                return inst._zod.parse(payload, ctx);
            }
            if (ctx.direction === "backward") {
                // run canary initial pass (no checks)
                const canary = inst._zod.parse({ value: payload.value, issues: [] }, { ...ctx, skipChecks: true });
                if (canary instanceof Promise) {
                    return canary.then((canary) => {
                        return handleCanaryResult(canary, payload, ctx);
                    });
                }
                return handleCanaryResult(canary, payload, ctx);
            }
            // forward
            const result = inst._zod.parse(payload, ctx);
            if (result instanceof Promise) {
                if (ctx.async === false)
                    throw new core_core/* $ZodAsyncError */.GT();
                return result.then((result) => runChecks(result, checks, ctx));
            }
            return runChecks(result, checks, ctx);
        };
    }
}, {
    // Wrappers extend this by installing a richer factory over it; reading it eagerly would defeat the laziness.
    get "~standard"() {
        return core_util/* hide */.jD(this, "~standard", standardProps(this));
    },
    set "~standard"(value) {
        core_util/* own */.qh(this, "~standard", value);
    },
});
/** The Standard Schema surface for `inst`. Shared so wrappers can extend it without forcing it. */
// a Standard Schema result only reports issues, so a failure finalizes them straight off the raw payload: no ZodError, and no lazy result to read through
const toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())) } : { value: r.value };
async function validateAsync(inst, value) {
    const ctx = { async: true };
    return toStandardResult((await inst._zod.run({ value, issues: [] }, ctx)), ctx);
}
function standardProps(inst) {
    return {
        validate: (value) => {
            const ctx = { async: false };
            try {
                const r = inst._zod.run({ value, issues: [] }, ctx);
                if (!(r instanceof Promise))
                    return toStandardResult(r, ctx);
            }
            catch (_) { }
            // async function so a synchronously throwing check rejects instead of escaping validate
            return validateAsync(inst, value);
        },
        vendor: "zod",
        version: 1,
    };
}

const $ZodString = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodString", (inst, def) => {
    $ZodType.init(inst, def);
    // a format's own pattern, else unbounded; a template literal derives the check-aware form itself
    inst._zod.pattern = def.pattern ?? anyString;
    inst._zod.parse = (payload, _) => {
        if (def.coerce)
            try {
                payload.value = String(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "string")
            return payload;
        payload.issues.push({
            expected: "string",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodStringFormat", (inst, def) => {
    // check initialization must come first
    checks.$ZodCheckStringFormat.init(inst, def);
    $ZodString.init(inst, def);
})));
const $ZodGUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodGUID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.guid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodUUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUUID", (inst, def) => {
    if (def.version) {
        const versionMap = {
            v1: 1,
            v2: 2,
            v3: 3,
            v4: 4,
            v5: 5,
            v6: 6,
            v7: 7,
            v8: 8,
        };
        const v = versionMap[def.version];
        if (v === undefined)
            throw new Error(`Invalid UUID version: "${def.version}"`);
        def.pattern ?? (def.pattern = regexes.uuid(v));
    }
    else
        def.pattern ?? (def.pattern = regexes.uuid());
    $ZodStringFormat.init(inst, def);
})));
const $ZodEmail = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodEmail", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.email);
    $ZodStringFormat.init(inst, def);
})));
/** The `://` guard rejected the input before the URL constructor saw it. */
const URL_BAD_FORMAT = 1;
/** The URL parser rejected the input. */
const URL_UNPARSEABLE = 2;
function canParseURL(input) {
    try {
        if (typeof URL !== "undefined" && typeof URL.canParse === "function")
            return URL.canParse(input);
        new URL(input);
        return true;
    }
    catch {
        return false;
    }
}
function validateURL(trimmed, def) {
    if (!("normalize" in def) && !("hostname" in def) && !("protocol" in def)) {
        return canParseURL(trimmed) || URL_UNPARSEABLE;
    }
    return parseURLObject(trimmed, def);
}
/** Parses a URL while preserving the non-normalizing HTTP guard. */
function parseURLObject(trimmed, def) {
    // When normalize is off, require :// for http/https URLs. This prevents strings like "http:example.com" or "https:/path" from being silently accepted
    if (!def.normalize && def.protocol?.source === regexes.httpProtocol.source && !/^https?:\/\//i.test(trimmed)) {
        return URL_BAD_FORMAT;
    }
    try {
        if (typeof URL !== "undefined") {
            const URLStatic = URL;
            if (typeof URLStatic.parse === "function")
                return URLStatic.parse(trimmed) ?? URL_UNPARSEABLE;
        }
        // @ts-ignore
        return new URL(trimmed);
    }
    catch {
        return URL_UNPARSEABLE;
    }
}
const asciiTabOrNewline = /[\t\n\r]/g;
/** The URL parser deletes every ASCII tab, LF and CR from its input before it parses, so `new URL("https://exa\nmple.com")` reports on `example.com`. Applying the same deletion to the returned value closes the half of that divergence which can move the host; the parser's other rewrite, stripping C0 controls at the edges, cannot. */
function stripTabAndNewline(value) {
    return value.replace(asciiTabOrNewline, "");
}
function urlHostnameOk(url, hostname) {
    hostname.lastIndex = 0;
    return hostname.test(url.hostname);
}
function urlProtocolOk(url, protocol) {
    protocol.lastIndex = 0;
    return protocol.test(url.protocol.endsWith(":") ? url.protocol.slice(0, -1) : url.protocol);
}
const $ZodURL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodURL", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        try {
            // Trim whitespace from input
            const trimmed = payload.value.trim();
            const url = validateURL(trimmed, def);
            if (url === URL_BAD_FORMAT) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid URL format",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === URL_UNPARSEABLE) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
                return;
            }
            if (url === true) {
                payload.value = stripTabAndNewline(trimmed);
                return;
            }
            if (def.hostname && !urlHostnameOk(url, def.hostname)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid hostname",
                    pattern: def.hostname.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            if (def.protocol && !urlProtocolOk(url, def.protocol)) {
                payload.issues.push({
                    code: "invalid_format",
                    format: "url",
                    note: "Invalid protocol",
                    pattern: def.protocol.source,
                    input: payload.value,
                    inst,
                    continue: !def.abort,
                });
            }
            // Set the output value based on normalize flag
            payload.value = def.normalize ? url.href : stripTabAndNewline(trimmed);
            return;
        }
        catch (_) {
            payload.issues.push({
                code: "invalid_format",
                format: "url",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodEmoji = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodEmoji", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.emoji());
    $ZodStringFormat.init(inst, def);
})));
const $ZodNanoID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNanoID", (inst, def) => {
    if (def.length !== undefined && (!Number.isInteger(def.length) || def.length < 1))
        throw new Error(`Invalid nanoid length: ${def.length}`);
    def.pattern ?? (def.pattern = def.length === undefined ? regexes.nanoid : regexes.nanoidOfLength(def.length));
    $ZodStringFormat.init(inst, def);
})));
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link $ZodCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const $ZodCUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCUID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cuid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodCUID2 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCUID2", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cuid2);
    $ZodStringFormat.init(inst, def);
})));
const $ZodULID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodULID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ulid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodXID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.xid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodKSUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodKSUID", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ksuid);
    $ZodStringFormat.init(inst, def);
})));
const $ZodISODateTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISODateTime", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.datetime(def));
    $ZodStringFormat.init(inst, def);
})));
const $ZodISODate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISODate", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.date);
    $ZodStringFormat.init(inst, def);
})));
const $ZodISOTime = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISOTime", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.time(def));
    $ZodStringFormat.init(inst, def);
})));
const $ZodISODuration = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodISODuration", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.duration);
    $ZodStringFormat.init(inst, def);
})));
const $ZodIPv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIPv4", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ipv4);
    $ZodStringFormat.init(inst, def);
})));
/** An IPv6 address is written with hex digits, colons and dots, and nothing else. The guard is what makes the check below an IPv6 check: `new URL("http://[...]")` parses an authority, not an address, so `@` and `\` re-delimit it and `"::@1\\"` validates against the host `0.0.0.1`. The URL parser also deletes ASCII tab, LF and CR rather than failing, which is how `"::1\n"` validated as `::1`. */
const ipv6Alphabet = /^[0-9a-fA-F:.]+$/;
function isValidIPv6(value) {
    if (!ipv6Alphabet.test(value))
        return false;
    return canParseURL(`http://[${value}]`);
}
const $ZodIPv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIPv6", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.ipv6);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidIPv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "ipv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
const $ZodMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMAC", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.mac(def.delimiter));
    $ZodStringFormat.init(inst, def);
})));
const $ZodCIDRv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCIDRv4", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cidrv4);
    $ZodStringFormat.init(inst, def);
})));
function isValidCIDRv6(value) {
    const parts = value.split("/");
    if (parts.length !== 2)
        return false;
    const [address, prefix] = parts;
    if (!prefix)
        return false;
    const prefixNum = Number(prefix);
    if (`${prefixNum}` !== prefix)
        return false;
    if (prefixNum < 0 || prefixNum > 128)
        return false;
    return isValidIPv6(address);
}
const $ZodCIDRv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCIDRv6", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.cidrv6); // not used for validation
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (!isValidCIDRv6(payload.value)) {
            payload.issues.push({
                code: "invalid_format",
                format: "cidrv6",
                input: payload.value,
                inst,
                continue: !def.abort,
            });
        }
    };
})));
//////////////////////////////   ZodBase64   //////////////////////////////
function isValidBase64(data) {
    if (data === "")
        return true;
    // atob ignores whitespace, so reject it up front.
    if (/\s/.test(data))
        return false;
    if (data.length % 4 !== 0)
        return false;
    try {
        // @ts-ignore
        atob(data);
        return true;
    }
    catch {
        return false;
    }
}
// lax on purpose: the quantified regexes.base64 overflows the regex stack on multi-MB input and its leading ^$| alternation leaks through template-literal composition; isValidBase64 enforces length and padding
const base64Charset = /^[0-9a-zA-Z+/]*={0,2}$/;
const $ZodBase64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBase64", (inst, def) => {
    def.pattern ?? (def.pattern = base64Charset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodBase64URL   //////////////////////////////
// lax on purpose: the quantified regexes.base64url overflows the regex stack on multi-MB input; isValidBase64 enforces length on the padded string
const base64urlCharset = /^[A-Za-z0-9_-]*$/;
function isValidBase64URL(data) {
    if (!base64urlCharset.test(data))
        return false;
    const base64 = data.replace(/[-_]/g, (c) => (c === "-" ? "+" : "/"));
    const padded = base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
    return isValidBase64(padded);
}
const $ZodBase64URL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBase64URL", (inst, def) => {
    def.pattern ?? (def.pattern = base64urlCharset);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidBase64URL(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "base64url",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodE164 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodE164", (inst, def) => {
    def.pattern ?? (def.pattern = regexes.e164);
    $ZodStringFormat.init(inst, def);
})));
//////////////////////////////   ZodCreditCard   //////////////////////////////
const CC_SANITIZE = /[- ]/g;
/** Luhn checksum on a digit-only string. Adapted from valibot (MIT). */
function isLuhnAlgo(digits) {
    let length = digits.length;
    let bit = 1;
    let sum = 0;
    while (length) {
        const value = digits.charCodeAt(--length) - 48;
        bit ^= 1;
        sum += bit ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][value] : value;
    }
    return sum % 10 === 0;
}
function isValidCreditCard(input) {
    if (!regexes.creditCard.test(input))
        return false;
    return isLuhnAlgo(input.replace(CC_SANITIZE, ""));
}
const $ZodCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCreditCard", (inst, def) => {
    // Shape only \u2014 the Luhn check below is not expressible as a pattern, so consumers of `pattern` (JSON Schema, template literals) get the length and separator rules alone.
    def.pattern ?? (def.pattern = regexes.creditCard);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidCreditCard(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "credit_card",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodIBAN   //////////////////////////////
// iso 7064 mod 97-10 checksum without BigInt
function isIso7064Mod97(iban) {
    let remainder = 0;
    const len = iban.length;
    for (let i = 4; i < len; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    for (let i = 0; i < 4; i++) {
        const code = iban.charCodeAt(i);
        remainder = (code >= 65 ? remainder * 100 + (code - 55) : remainder * 10 + (code - 48)) % 97;
    }
    return remainder === 1;
}
function isValidIBAN(input) {
    if (!regexes.iban.test(input))
        return false;
    return isIso7064Mod97(input);
}
const $ZodIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIBAN", (inst, def) => {
    // shape only \u2014 checksum is not expressible as a pattern
    def.pattern ?? (def.pattern = regexes.iban);
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidIBAN(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "iban",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
//////////////////////////////   ZodJWT   //////////////////////////////
function isValidJWT(token, algorithm = null) {
    try {
        const tokensParts = token.split(".");
        if (tokensParts.length !== 3)
            return false;
        const [header] = tokensParts;
        if (!header)
            return false;
        // @ts-ignore
        const parsedHeader = JSON.parse(atob(header));
        if ("typ" in parsedHeader && parsedHeader?.typ !== "JWT")
            return false;
        if (!parsedHeader.alg)
            return false;
        if (algorithm && (!("alg" in parsedHeader) || parsedHeader.alg !== algorithm))
            return false;
        return true;
    }
    catch {
        return false;
    }
}
const $ZodJWT = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodJWT", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (isValidJWT(payload.value, def.alg))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: "jwt",
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCustomStringFormat", (inst, def) => {
    $ZodStringFormat.init(inst, def);
    inst._zod.check = (payload) => {
        if (def.fn(payload.value))
            return;
        payload.issues.push({
            code: "invalid_format",
            format: def.format,
            input: payload.value,
            inst,
            continue: !def.abort,
        });
    };
})));
const $ZodNumber = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumber", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = number;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Number(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "number" && !Number.isNaN(input) && Number.isFinite(input)) {
            return payload;
        }
        const received = typeof input === "number"
            ? Number.isNaN(input)
                ? "NaN"
                : !Number.isFinite(input)
                    ? String(input)
                    : undefined
            : undefined;
        payload.issues.push({
            expected: "number",
            code: "invalid_type",
            input,
            inst,
            ...(received ? { received } : {}),
        });
        return payload;
    };
});
const $ZodNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNumberFormat", (inst, def) => {
    core_checks/* $ZodCheckNumberFormat */.KH.init(inst, def);
    $ZodNumber.init(inst, def); // no format checks
});
const $ZodBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodBoolean", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes_boolean;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = Boolean(payload.value);
            }
            catch (_) { }
        const input = payload.value;
        if (typeof input === "boolean")
            return payload;
        payload.issues.push({
            expected: "boolean",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
});
const $ZodBigInt = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigInt", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.bigint;
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce)
            try {
                payload.value = BigInt(payload.value);
            }
            catch (_) { }
        if (typeof payload.value === "bigint")
            return payload;
        payload.issues.push({
            expected: "bigint",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
})));
const $ZodBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodBigIntFormat", (inst, def) => {
    checks.$ZodCheckBigIntFormat.init(inst, def);
    $ZodBigInt.init(inst, def); // no format checks
})));
const $ZodSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSymbol", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "symbol")
            return payload;
        payload.issues.push({
            expected: "symbol",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodUndefined", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.undefined;
    inst._zod.values = new Set([undefined]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "undefined",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNull", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.pattern = regexes.null;
    inst._zod.values = new Set([null]);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (input === null)
            return payload;
        payload.issues.push({
            expected: "null",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodAny", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
})));
const $ZodUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnknown", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload) => payload;
});
const $ZodNever = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNever", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        payload.issues.push({
            expected: "never",
            code: "invalid_type",
            input: payload.value,
            inst,
        });
        return payload;
    };
});
const $ZodVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodVoid", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (typeof input === "undefined")
            return payload;
        payload.issues.push({
            expected: "void",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodDate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodDate", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (def.coerce) {
            try {
                payload.value = new Date(payload.value);
            }
            catch (_err) { }
        }
        const input = payload.value;
        const isDate = input instanceof Date;
        const isValidDate = isDate && !Number.isNaN(input.getTime());
        if (isValidDate)
            return payload;
        payload.issues.push({
            expected: "date",
            code: "invalid_type",
            input,
            ...(isDate ? { received: "Invalid Date" } : {}),
            inst,
        });
        return payload;
    };
})));
// an oversized container fails its leading size checks before any element is parsed
function capSize(inst, size) {
    const caps = core_util/* sizeCaps */.hi(inst._zod.def.checks);
    if (!caps.length)
        return;
    const cap = Math.min(...caps.map((c) => c[0]));
    const parse = inst._zod.parse;
    inst._zod.parse = (payload, ctx) => {
        const n = size(payload.value);
        if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
            for (const [max, ch] of core_util/* sizeCaps */.hi(inst._zod.def.checks)) {
                if (n > max && ch._zod.def.when(payload)) {
                    const start = payload.issues.length;
                    ch._zod.check(payload);
                    // the value is still the raw input, so no later check may read it
                    payload.issues[start].continue = false;
                    core_util/* attachSchema */.d3(payload.issues, start, inst);
                    return payload;
                }
            }
        }
        return parse(payload, ctx);
    };
}
const arraySize = (input) => (Array.isArray(input) ? input.length : -1);
const mapSize = (input) => (input instanceof Map ? input.size : -1);
const setSize = (input) => (input instanceof Set ? input.size : -1);
function handleArrayResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...core_util/* prefixIssues */.lQ(index, result.issues));
    }
    final.value[index] = result.value;
}
const $ZodArray = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodArray", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                expected: "array",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
        const proms = [];
        const abortEarly = ctx?.abortEarly;
        for (let i = 0; i < input.length; i++) {
            const item = input[i];
            const result = def.element._zod.run({
                value: item,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleArrayResult(result, payload, i)));
            }
            else {
                handleArrayResult(result, payload, i);
                // the element's payload is authoritative here, since handleArrayResult forwards every issue; an object's is not, because it drops a failed absent optional
                if (abortEarly && result.issues.length !== 0 && core_util/* aborted */.QH(result))
                    break;
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload; //handleArrayResultsAsync(parseResults, final);
    };
    capSize(inst, arraySize);
});
function handlePropertyResult(result, final, key, input, optin, optout) {
    const isPresent = key in input;
    const isOptionalOut = optout === "optional";
    // The middle rung means "absence permitted, nothing supplied in its place", so an absent key contributes nothing \u2014 whatever the schema made of `undefined` is invented, not substituted. Only `optional` reaches this with a value: `defaulted` substitutes, and a schema that isn't optional-out has to keep the key.
    if (!isPresent && isOptionalOut && optin === "optional") {
        return;
    }
    if (result.issues.length) {
        // For optional-in/out schemas, ignore errors on absent keys.
        if (optin !== undefined && isOptionalOut && !isPresent) {
            return;
        }
        final.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
    }
    if (!isPresent && optin === undefined) {
        if (!result.issues.length) {
            final.issues.push({
                code: "invalid_type",
                expected: "nonoptional",
                input: undefined,
                path: [key],
            });
        }
        return;
    }
    if (result.value === undefined) {
        if (isPresent || (optin === "defaulted" && !isOptionalOut)) {
            final.value[key] = undefined;
        }
    }
    else {
        final.value[key] = result.value;
    }
}
// one shared instance; a fresh [] per schema cost 56 bytes retained
const NO_SYMBOL_KEYS = [];
function normalizeDef(def) {
    const keys = Object.keys(def.shape);
    const ownSymbols = Object.getOwnPropertySymbols(def.shape);
    const symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
    // aliases `keys` when there are no symbols, so a string-only shape keeps one array
    const allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
    for (const k of allKeys) {
        if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) {
            throw new Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
        }
    }
    const okeys = core_util/* optionalKeys */.NM(def.shape);
    return {
        ...def,
        allKeys,
        symbolKeys,
        // string-only: handleCatchall matches it against `for...in`, which never yields a symbol
        keySet: new Set(keys),
        numKeys: keys.length,
        optionalKeys: new Set(okeys),
    };
}
function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
    const unrecognized = [];
    const keySet = def.keySet;
    const _catchall = def.catchall._zod;
    const t = _catchall.def.type;
    const optin = _catchall.optin;
    const optout = _catchall.optout;
    // starts at 0, not the current length: the shape phase already ran and may have aborted
    let seen = 0;
    for (const key in input) {
        if (abortEarly && payload.issues.length !== seen) {
            if (core_util/* aborted */.QH(payload, seen))
                break;
            seen = payload.issues.length;
        }
        // Must precede the __proto__ branch: a declared key is not unrecognized, even though the shape loop deliberately strips __proto__ from the parsed output.
        if (keySet.has(key))
            continue;
        // Don't copy an undeclared __proto__ into the result; assignment to a plain {} would replace the result prototype. But in strict mode it is still an unknown key, so report it before skipping.
        if (key === "__proto__") {
            if (t === "never")
                unrecognized.push(key);
            continue;
        }
        if (t === "never") {
            unrecognized.push(key);
            continue;
        }
        const r = _catchall.run({ value: input[key], issues: [] }, ctx);
        if (r instanceof Promise) {
            proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
        }
        else {
            handlePropertyResult(r, payload, key, input, optin, optout);
        }
    }
    if (unrecognized.length) {
        payload.issues.push({
            code: "unrecognized_keys",
            keys: unrecognized,
            input,
            inst,
            // Describes the shape of the input, not the validity of the parsed value, so it never aborts. The parse still fails; the schema's own checks just get to run first, and an enclosing intersection can reconcile the key against a sibling operand.
            continue: true,
        });
    }
    if (!proms.length)
        return payload;
    return Promise.all(proms).then(() => {
        return payload;
    });
}
const $ZodObject = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodObject", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodType.init(inst, def);
    const desc = Object.getOwnPropertyDescriptor(def, "shape");
    // a cloned def carries its source's accessor, which knows the shape it answers from; adopting that keeps the clone's keys readable without running it
    const sh = desc?.get ? desc.get.raw : (def.shape ?? {});
    if (sh) {
        // Freezes the shape on first read, so its getters resolve once and every later read sees the same schemas.
        const get = () => {
            const newSh = { ...sh };
            Object.defineProperty(def, "shape", { value: newSh });
            get.raw = newSh;
            return newSh;
        };
        get.raw = sh;
        Object.defineProperty(def, "shape", { get });
    }
    const _normalized = core_util/* cached */.PO(() => normalizeDef(def));
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => {
        const shape = zod.def.shape;
        const propValues = {};
        for (const key in shape) {
            const field = shape[key]._zod;
            if (field.values) {
                if (!Object.prototype.hasOwnProperty.call(propValues, key)) {
                    core_util/* assignProp */.Vy(propValues, key, new Set());
                }
                for (const v of field.values)
                    propValues[key].add(v);
                // An omittable slot reads back as undefined at a discriminator lookup, so it has to claim undefined: two options that can both omit the key are not discriminable on it.
                if (field.optin !== undefined)
                    propValues[key].add(undefined);
            }
        }
        return propValues;
    });
    const isObject = core_util/* isObject */.Gv;
    const catchall = def.catchall;
    let value;
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
        const proms = [];
        const shape = value.shape;
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const key of value.allKeys) {
            if (abortEarly && payload.issues.length !== seen) {
                if (core_util/* aborted */.QH(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            if (key === "__proto__")
                continue;
            const el = shape[key];
            const optin = el._zod.optin;
            const optout = el._zod.optout;
            const r = el._zod.run({ value: input[key], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout)));
            }
            else {
                handlePropertyResult(r, payload, key, input, optin, optout);
            }
        }
        if (!catchall) {
            return proms.length ? Promise.all(proms).then(() => payload) : payload;
        }
        return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === true);
    };
});
const $ZodObjectJIT = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodObjectJIT", (inst, def) => {
    // requires cast because technically $ZodObject doesn't extend
    $ZodObject.init(inst, def);
    const superParse = inst._zod.parse;
    const _normalized = util.cached(() => normalizeDef(def));
    const memo = core.globalConfig.memoizer;
    const generateFastpass = (shape) => {
        const normalized = _normalized.value;
        const syms = normalized.symbolKeys;
        // a symbol has no source literal, so it is read as `syms[i]` off the closed-over scope
        const doc = new Doc(["payload", "ctx"], { shape, inst, memo, syms });
        const parseStr = (k) => `shape[${k}]._zod.run({ value: input[${k}], issues: [] }, ctx)`;
        // prefixes in place, like util.prefixIssues. newResult must land before the early return: a catchall runs after this and would otherwise write onto the caller's input
        const prefixStr = (id, k) => `
          let ${id}_ab = false;
          for (let i = 0; i < ${id}.issues.length; i++) {
            const iss = ${id}.issues[i];
            iss.path = iss.path ? [${k}, ...iss.path] : [${k}];
            payload.issues.push(iss);
            if (iss.continue !== true) ${id}_ab = true;
          }
          if (${id}_ab && ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }`;
        doc.write(`const input = payload.value;`);
        const ids = Object.create(null);
        let counter = 0;
        for (const key of normalized.allKeys) {
            ids[key] = `key_${counter++}`;
        }
        // A: preserve key order {
        doc.write(memo ? `const newResult = memo.alloc(inst, payload, {}, ctx);` : `const newResult = {};`);
        for (const key of normalized.allKeys) {
            if (key === "__proto__")
                continue;
            const id = ids[key];
            const k = typeof key === "symbol" ? `syms[${syms.indexOf(key)}]` : util.esc(key);
            const isPresent = `${k} in input`;
            const schema = shape[key];
            const optin = schema?._zod?.optin;
            const isOptionalIn = optin !== undefined;
            const isOptionalOut = schema?._zod?.optout === "optional";
            doc.write(`const ${id} = ${parseStr(k)};`);
            if (isOptionalIn && isOptionalOut) {
                // For optional-in/out schemas, ignore errors on absent keys \u2014 and, like the interpreted path, drop the value produced alongside them. The middle rung goes further: it permits absence without supplying anything in its place, so an absent key contributes nothing at all.
                const assign = optin === "optional" ? `${id}_present` : `${id}.value !== undefined || ${id}_present`;
                doc.write(`
        const ${id}_present = ${isPresent};
        if (!${id}.issues.length || ${id}_present) {
          if (${id}.issues.length) {${prefixStr(id, k)}
          }

          if (${assign}) {
            newResult[${k}] = ${id}.value;
          }
        }

      `);
            }
            else if (!isOptionalIn) {
                doc.write(`
        const ${id}_present = ${isPresent};
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
        if (!${id}_present && !${id}.issues.length) {
          payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: undefined,
            path: [${k}]
          });
          if (ctx && ctx.abortEarly) {
            payload.value = newResult;
            return payload;
          }
        }

        if (${id}_present) {
          newResult[${k}] = ${id}.value;
        }

      `);
            }
            else {
                doc.write(`
        if (${id}.issues.length) {${prefixStr(id, k)}
        }
      `);
                if (optin === "defaulted") {
                    doc.write(`newResult[${k}] = ${id}.value;`);
                }
                else {
                    doc.write(`
        if (${id}.value !== undefined || ${isPresent}) {
          newResult[${k}] = ${id}.value;
        }
      `);
                }
            }
        }
        doc.write(`payload.value = newResult;`);
        doc.write(`return payload;`);
        // closing `shape` in is what pays: turbofan specializes the parser against that one shape object, so every `shape[k]._zod.run` folds to a known callee. as a parameter it stays a generic load and measures 13% slower even with the forwarding frame gone
        return doc.compile();
    };
    let fastpass;
    const isObject = util.isObject;
    const jit = !core.globalConfig.jitless;
    const allowsEval = util.allowsEval;
    const fastEnabled = jit && allowsEval.value; // && !def.catchall;
    const catchall = def.catchall;
    let value;
    inst._zod.parse = (payload, ctx) => {
        value ?? (value = _normalized.value);
        const input = payload.value;
        if (!isObject(input)) {
            payload.issues.push({
                expected: "object",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        if (jit && fastEnabled && ctx?.async === false && ctx.jitless !== true) {
            // always synchronous
            if (!fastpass)
                fastpass = generateFastpass(def.shape);
            payload = fastpass(payload, ctx);
            if (!catchall)
                return payload;
            return handleCatchall([], input, payload, ctx, value, inst, ctx?.abortEarly === true);
        }
        return superParse(payload, ctx);
    };
})));
function handleUnionResults(results, final, inst, ctx) {
    for (const result of results) {
        if (result.issues.length === 0) {
            final.value = result.value;
            return final;
        }
    }
    const nonaborted = results.filter((r) => !core_util/* aborted */.QH(r));
    if (nonaborted.length === 1) {
        final.value = nonaborted[0].value;
        return nonaborted[0];
    }
    final.issues.push({
        code: "invalid_union",
        input: final.value,
        inst,
        errors: results.map((result) => result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W()))),
    });
    return final;
}
const $ZodUnion = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodUnion", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted")
        ? "defaulted"
        : zod.def.options.some((o) => o._zod.optin !== undefined)
            ? "optional"
            : undefined);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : undefined);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        if (zod.def.options.every((o) => o._zod.values)) {
            return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
        }
        return undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        if (zod.def.options.every((o) => o._zod.pattern)) {
            const patterns = zod.def.options.map((o) => o._zod.pattern);
            return new RegExp(`^(${patterns.map((p) => core_util/* cleanRegex */.p6(p.source)).join("|")})$`);
        }
        return undefined;
    });
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                if (result.issues.length === 0)
                    return result;
                results.push(result);
            }
        }
        if (!async)
            return handleUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleUnionResults(results, payload, inst, ctx);
        });
    };
});
function handleExclusiveUnionResults(results, final, inst, ctx) {
    const matches = [];
    for (let i = 0; i < results.length; i++) {
        if (results[i].issues.length === 0)
            matches.push(i);
    }
    if (matches.length === 1) {
        final.value = results[matches[0]].value;
        return final;
    }
    if (matches.length === 0) {
        // No matches - same as regular union
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: results.map((result) => result.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config()))),
        });
    }
    else {
        // Multiple matches - exclusive union failure
        final.issues.push({
            code: "invalid_union",
            input: final.value,
            inst,
            errors: [],
            inclusive: false,
            matches,
        });
    }
    return final;
}
const $ZodXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodXor", (inst, def) => {
    $ZodUnion.init(inst, def);
    def.inclusive = false;
    const first = def.options.length === 1 ? def.options[0]._zod.run : null;
    inst._zod.parse = (payload, ctx) => {
        if (first) {
            return first(payload, ctx);
        }
        let async = false;
        const results = [];
        for (const option of def.options) {
            const result = option._zod.run({
                value: payload.value,
                issues: [],
            }, ctx);
            if (result instanceof Promise) {
                results.push(result);
                async = true;
            }
            else {
                results.push(result);
            }
        }
        if (!async)
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        return Promise.all(results).then((results) => {
            return handleExclusiveUnionResults(results, payload, inst, ctx);
        });
    };
})));
/** Returns the option whose discriminator claims `value`, or throws if ambiguous. */
function getDiscriminatedOption(union, value) {
    const internals = union._zod;
    let map = internals.bag.optionsMap;
    if (!map) {
        map = discriminatorMap(internals.def);
        internals.bag.optionsMap = map;
    }
    const option = map.get(value);
    if (option === null)
        throw new Error(`Ambiguous discriminator value "${String(value)}"`);
    return option;
}
function discriminatorMap(def) {
    const map = new Map();
    for (const option of def.options) {
        const values = option._zod.propValues?.[def.discriminator];
        if (!values || values.size === 0)
            throw new Error(`Invalid discriminated union option at index "${def.options.indexOf(option)}"`);
        for (const value of values) {
            if (map.has(value)) {
                if (value !== undefined)
                    throw new Error(`Duplicate discriminator value "${String(value)}"`);
                // keep the collision marked so a later member cannot reclaim it
                map.set(value, null);
            }
            else {
                map.set(value, option);
            }
        }
    }
    return map;
}
const $ZodDiscriminatedUnion = 
/*@__PURE__*/
(/* unused pure expression or super */ null && (core.$constructor("$ZodDiscriminatedUnion", (inst, def) => {
    def.inclusive = false;
    $ZodUnion.init(inst, def);
    const _super = inst._zod.parse;
    util.defineLazyInternal(inst, "propValues", (zod) => {
        const propValues = {};
        let undefinedCount = 0;
        for (const option of zod.def.options) {
            const pv = option._zod.propValues;
            if (!pv || Object.keys(pv).length === 0)
                throw new Error(`Invalid discriminated union option at index "${zod.def.options.indexOf(option)}"`);
            if (pv[zod.def.discriminator]?.has(undefined))
                undefinedCount++;
            for (const [k, v] of Object.entries(pv)) {
                if (!Object.prototype.hasOwnProperty.call(propValues, k)) {
                    util.assignProp(propValues, k, new Set());
                }
                for (const val of v) {
                    propValues[k].add(val);
                }
            }
        }
        if (!zod.def.unionFallback && undefinedCount > 1)
            propValues[zod.def.discriminator]?.delete(undefined);
        return propValues;
    });
    // Checked now rather than in the lookup map below, so an option that lacks the discriminator fails at the `discriminatedUnion` call instead of on the first object parsed. Options whose shape cannot be enumerated without resolving it \u2014 pipes and lazies \u2014 are left to the map.
    def.options.forEach((option, i) => {
        const propShape = util.rawShape(option._zod.def);
        if (propShape && !Object.prototype.hasOwnProperty.call(propShape, def.discriminator)) {
            throw new Error(`Invalid discriminated union option at index "${i}"`);
        }
    });
    const disc = util.cached(() => discriminatorMap(def));
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!util.isObject(input)) {
            payload.issues.push({
                code: "invalid_type",
                expected: "object",
                input,
                inst,
            });
            return payload;
        }
        const value = input?.[def.discriminator];
        const opt = disc.value.get(value);
        // forward metadata cannot choose an encoder for an absent tag
        if (opt && (value !== undefined || ctx.direction !== "backward")) {
            return opt._zod.run(payload, ctx);
        }
        // Fall back to union matching when the fast discriminator path fails:
        // - explicitly enabled via unionFallback, or
        // - during backward direction (encode), since codec-based discriminators have different values in forward vs backward directions
        if (def.unionFallback || ctx.direction === "backward") {
            return _super(payload, ctx);
        }
        // no matching discriminator
        payload.issues.push({
            code: "invalid_union",
            errors: [],
            note: "No matching discriminator",
            discriminator: def.discriminator,
            options: Array.from(disc.value.keys()).filter((value) => disc.value.get(value) !== null),
            input,
            path: [def.discriminator],
            inst,
        });
        return payload;
    };
})));
const $ZodIntersection = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodIntersection", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        const left = def.left._zod.run({ value: input, issues: [] }, ctx);
        const right = def.right._zod.run({ value: input, issues: [] }, ctx);
        const async = left instanceof Promise || right instanceof Promise;
        if (async) {
            return Promise.all([left, right]).then(([left, right]) => {
                return handleIntersectionResults(payload, left, right);
            });
        }
        return handleIntersectionResults(payload, left, right);
    };
})));
function mergeValues(a, b) {
    // const aType = parse.t(a);
    // const bType = parse.t(b);
    if (a === b) {
        return { valid: true, data: a };
    }
    if (a instanceof Date && b instanceof Date && +a === +b) {
        return { valid: true, data: a };
    }
    if (util.isPlainObject(a) && util.isPlainObject(b)) {
        const bKeys = Object.keys(b);
        const sharedKeys = Object.keys(a).filter((key) => bKeys.indexOf(key) !== -1);
        const newObj = { ...a, ...b };
        if (Object.prototype.hasOwnProperty.call(newObj, "__proto__"))
            delete newObj.__proto__;
        for (const key of sharedKeys) {
            if (key === "__proto__")
                continue;
            const sharedValue = mergeValues(a[key], b[key]);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [key, ...sharedValue.mergeErrorPath],
                };
            }
            newObj[key] = sharedValue.data;
        }
        return { valid: true, data: newObj };
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        if (a.length !== b.length) {
            return { valid: false, mergeErrorPath: [] };
        }
        const newArray = [];
        for (let index = 0; index < a.length; index++) {
            const itemA = a[index];
            const itemB = b[index];
            const sharedValue = mergeValues(itemA, itemB);
            if (!sharedValue.valid) {
                return {
                    valid: false,
                    mergeErrorPath: [index, ...sharedValue.mergeErrorPath],
                };
            }
            newArray.push(sharedValue.data);
        }
        return { valid: true, data: newArray };
    }
    return { valid: false, mergeErrorPath: [] };
}
function handleIntersectionResults(result, left, right) {
    // Track which side(s) reject each key. A key rejection is reported only when BOTH sides reject it, so a key owned by one branch survives the other's key schema. strictObject reports these as unrecognized_keys; a record with an open key schema reports one invalid_key per key.
    const unrecKeys = new Map();
    let unrecIssue;
    const keyIssues = new Map();
    const collect = (iss, side) => {
        let keys;
        if (iss.code === "unrecognized_keys" && !iss.path?.length) {
            unrecIssue ?? (unrecIssue = iss);
            keys = iss.keys;
        }
        else if (iss.code === "invalid_key" && iss.origin === "record" && iss.path?.length === 1) {
            const k = String(iss.path[0]);
            if (!keyIssues.has(k))
                keyIssues.set(k, iss);
            keys = [k];
        }
        else {
            return false;
        }
        for (const k of keys) {
            if (!unrecKeys.has(k))
                unrecKeys.set(k, {});
            unrecKeys.get(k)[side] = true;
        }
        return true;
    };
    for (const iss of left.issues) {
        if (!collect(iss, "l"))
            result.issues.push(iss);
    }
    for (const iss of right.issues) {
        if (!collect(iss, "r"))
            result.issues.push(iss);
    }
    // Report only keys rejected by BOTH sides
    const bothKeys = [...unrecKeys].filter(([, f]) => f.l && f.r).map(([k]) => k);
    if (bothKeys.length) {
        const aggregated = unrecIssue ? bothKeys.filter((k) => unrecIssue.keys.includes(k)) : [];
        if (aggregated.length)
            result.issues.push({ ...unrecIssue, keys: aggregated });
        for (const k of bothKeys) {
            if (!aggregated.includes(k) && keyIssues.has(k))
                result.issues.push(keyIssues.get(k));
        }
    }
    const merged = mergeValues(left.value, right.value);
    if (!merged.valid) {
        if (util.aborted(result))
            return result;
        throw new Error(`Unmergable intersection. Error path: ` + `${JSON.stringify(merged.mergeErrorPath)}`);
    }
    result.value = merged.data;
    return result;
}
const $ZodTuple = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTuple", (inst, def) => {
    $ZodType.init(inst, def);
    const items = def.items;
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!Array.isArray(input)) {
            payload.issues.push({
                input,
                inst,
                expected: "tuple",
                code: "invalid_type",
            });
            return payload;
        }
        payload.value = memo ? memo.alloc(inst, payload, [], ctx) : [];
        const proms = [];
        const optinStart = getTupleOptStart(items, "optin");
        const optoutStart = getTupleOptStart(items, "optout");
        if (!def.rest) {
            if (input.length < optinStart) {
                payload.issues.push({
                    code: "too_small",
                    minimum: optinStart,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
                return payload;
            }
            if (input.length > items.length) {
                payload.issues.push({
                    code: "too_big",
                    maximum: items.length,
                    inclusive: true,
                    input,
                    inst,
                    origin: "array",
                });
            }
        }
        // Run every item in parallel, collecting results into an indexed array. The post-processing in `handleTupleResults` walks them in order so it can decide whether an absent optional-output error can truncate the tail or must be reported to preserve required output.
        const itemResults = new Array(items.length);
        // only tracked when there is a rest loop to skip
        const abortEarly = def.rest ? ctx?.abortEarly : undefined;
        let itemAborted = false;
        for (let i = 0; i < items.length; i++) {
            const r = items[i]._zod.run({ value: input[i], issues: [] }, ctx);
            if (r instanceof Promise) {
                proms.push(r.then((rr) => {
                    itemResults[i] = rr;
                }));
            }
            else {
                itemResults[i] = r;
                if (abortEarly && !itemAborted && r.issues.length)
                    itemAborted = util.aborted(r);
            }
        }
        // sound because rest is non-empty exactly when every fixed index is present, the one case handleTupleResults cannot discard an item's issues
        if (def.rest && !itemAborted) {
            let i = items.length - 1;
            const rest = input.slice(items.length);
            let seen = payload.issues.length;
            for (const el of rest) {
                if (abortEarly && payload.issues.length !== seen) {
                    if (util.aborted(payload, seen))
                        break;
                    seen = payload.issues.length;
                }
                i++;
                const result = def.rest._zod.run({ value: el, issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((r) => handleTupleResult(r, payload, i)));
                }
                else {
                    handleTupleResult(result, payload, i);
                }
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => handleTupleResults(itemResults, payload, items, input, optoutStart));
        }
        return handleTupleResults(itemResults, payload, items, input, optoutStart);
    };
})));
function getTupleOptStart(items, key) {
    for (let i = items.length - 1; i >= 0; i--) {
        // optin is a three-rung ladder so any rung above `undefined` permits an absent slot; optout stays two-valued.
        const omittable = key === "optin" ? items[i]._zod.optin !== undefined : items[i]._zod.optout === "optional";
        if (!omittable)
            return i + 1;
    }
    return 0;
}
function handleTupleResult(result, final, index) {
    if (result.issues.length) {
        final.issues.push(...util.prefixIssues(index, result.issues));
    }
    final.value[index] = result.value;
}
function handleTupleResults(itemResults, final, items, input, optoutStart) {
    // Walk results in order. Mirror $ZodObject's swallow-on-absent-optional rule, but only after `optoutStart`: the first index where the output tuple tail can be absent.
    for (let i = 0; i < items.length; i++) {
        const r = itemResults[i];
        const isPresent = i < input.length;
        // The array analog of `handlePropertyResult`'s absent-key early return: the middle rung permits absence without supplying anything in its place, so the tail truncates here instead of materializing whatever the item made of `undefined`.
        if (!isPresent && i >= optoutStart && items[i]._zod.optin === "optional") {
            final.value.length = i;
            break;
        }
        if (r.issues.length) {
            if (!isPresent && i >= optoutStart) {
                final.value.length = i;
                break;
            }
            final.issues.push(...util.prefixIssues(i, r.issues));
        }
        final.value[i] = r.value;
    }
    // Drop trailing slots that produced `undefined` for absent input
    // (the array analog of an absent optional key on an object). The
    // `i >= input.length` floor is critical: an explicit `undefined`
    // *inside* the input must be preserved even when the schema is
    // optional-out (e.g. `z.string().or(z.undefined())` accepting an
    // explicit undefined value).
    for (let i = final.value.length - 1; i >= input.length; i--) {
        if (items[i]._zod.optout === "optional" && final.value[i] === undefined) {
            final.value.length = i;
        }
        else {
            break;
        }
    }
    return final;
}
const $ZodRecord = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodRecord", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core_core/* globalConfig */.cr.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!core_util/* isPlainObject */.Qd(input)) {
            payload.issues.push({
                expected: "record",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        // no guard in either loop below: a record's invalid_key aborts but an enclosing intersection can reconcile it, so a stopped loop hides keys the sibling does not own and the intersection then rejects nothing
        const proms = [];
        const values = def.keyType._zod.values;
        if (values && !def.partial) {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            const recordKeys = new Set();
            for (const key of values) {
                if (typeof key === "string" || typeof key === "number" || typeof key === "symbol") {
                    recordKeys.add(typeof key === "number" ? key.toString() : key);
                    // A declared __proto__ is stripped but is not an unrecognized key.
                    if (key === "__proto__")
                        continue;
                    const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                    if (keyResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (keyResult.issues.length) {
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                        continue;
                    }
                    const outKey = keyResult.value;
                    if (outKey === "__proto__")
                        continue;
                    const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                    if (result instanceof Promise) {
                        proms.push(result.then((result) => {
                            if (result.issues.length) {
                                payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                            }
                            payload.value[outKey] = result.value;
                        }));
                    }
                    else {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }
                }
            }
            let unrecognized;
            for (const key in input) {
                if (!recordKeys.has(key)) {
                    if (def.mode === "loose") {
                        // skip __proto__ so it can't replace the result prototype via the assignment setter on the plain {} we build into
                        if (key === "__proto__")
                            continue;
                        payload.value[key] = input[key];
                    }
                    else {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        else {
            payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
            // An enumerable key schema declares which keys the record owns, so a key outside the set is unrecognized. A non-enumerable one (regex, refine) is a constraint every key must satisfy, so a failing key is invalid. Only the former is reconcilable against the other side of an intersection.
            let unrecognized;
            // Reflect.ownKeys for Symbol-key support; filter non-enumerable to match z.object()
            for (const key of Reflect.ownKeys(input)) {
                if (key === "__proto__")
                    continue;
                if (!Object.prototype.propertyIsEnumerable.call(input, key))
                    continue;
                let keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
                if (keyResult instanceof Promise) {
                    throw new Error("Async schemas not supported in object keys currently");
                }
                // Numeric string fallback: if key is a numeric string and failed, retry with Number(key). This handles z.number(), z.literal([1, 2, 3]), and unions containing numeric literals
                const checkNumericKey = typeof key === "string" && number.test(key) && keyResult.issues.length;
                if (checkNumericKey) {
                    const retryResult = def.keyType._zod.run({ value: Number(key), issues: [] }, ctx);
                    if (retryResult instanceof Promise) {
                        throw new Error("Async schemas not supported in object keys currently");
                    }
                    if (retryResult.issues.length === 0) {
                        keyResult = retryResult;
                    }
                }
                if (keyResult.issues.length) {
                    if (def.mode === "loose") {
                        // Pass through unchanged
                        payload.value[key] = input[key];
                    }
                    else if (values) {
                        unrecognized = unrecognized ?? [];
                        unrecognized.push(key);
                    }
                    else {
                        // Default "strict" behavior: error on invalid key
                        payload.issues.push({
                            code: "invalid_key",
                            origin: "record",
                            issues: keyResult.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
                            input: key,
                            path: [key],
                            inst,
                        });
                    }
                    continue;
                }
                // the guard above tests the raw input key, but the key schema can normalize an ordinary key into __proto__; re-check the key we actually write under
                const outKey = keyResult.value;
                if (outKey === "__proto__")
                    continue;
                const result = def.valueType._zod.run({ value: input[key], issues: [] }, ctx);
                if (result instanceof Promise) {
                    proms.push(result.then((result) => {
                        if (result.issues.length) {
                            payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                        }
                        payload.value[outKey] = result.value;
                    }));
                }
                else {
                    if (result.issues.length) {
                        payload.issues.push(...core_util/* prefixIssues */.lQ(key, result.issues));
                    }
                    payload.value[outKey] = result.value;
                }
            }
            if (unrecognized && unrecognized.length > 0) {
                payload.issues.push({
                    code: "unrecognized_keys",
                    input,
                    inst,
                    keys: unrecognized,
                    continue: true,
                });
            }
        }
        if (proms.length) {
            return Promise.all(proms).then(() => payload);
        }
        return payload;
    };
});
const $ZodMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodMap", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Map)) {
            payload.issues.push({
                expected: "map",
                code: "invalid_type",
                input,
                inst,
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Map(), ctx) : new Map();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const [key, value] of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const keyResult = def.keyType._zod.run({ value: key, issues: [] }, ctx);
            const valueResult = def.valueType._zod.run({ value: value, issues: [] }, ctx);
            if (keyResult instanceof Promise || valueResult instanceof Promise) {
                proms.push(Promise.all([keyResult, valueResult]).then(([keyResult, valueResult]) => {
                    handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
                }));
            }
            else {
                handleMapResult(keyResult, valueResult, payload, key, input, inst, ctx);
            }
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, mapSize);
})));
function handleMapResult(keyResult, valueResult, final, key, input, inst, ctx) {
    if (keyResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, keyResult.issues));
        }
        else {
            final.issues.push({
                code: "invalid_key",
                origin: "map",
                input,
                inst,
                issues: keyResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    if (valueResult.issues.length) {
        if (util.propertyKeyTypes.has(typeof key)) {
            final.issues.push(...util.prefixIssues(key, valueResult.issues));
        }
        else {
            final.issues.push({
                origin: "map",
                code: "invalid_element",
                input,
                inst,
                key: key,
                issues: valueResult.issues.map((iss) => util.finalizeIssue(iss, ctx, core.config())),
            });
        }
    }
    final.value.set(keyResult.value, valueResult.value);
}
const $ZodSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSet", (inst, def) => {
    $ZodType.init(inst, def);
    const memo = core.globalConfig.memoizer;
    memo?.attach(inst);
    inst._zod.parse = (payload, ctx) => {
        const input = payload.value;
        if (!(input instanceof Set)) {
            payload.issues.push({
                input,
                inst,
                expected: "set",
                code: "invalid_type",
            });
            return payload;
        }
        const proms = [];
        payload.value = memo ? memo.alloc(inst, payload, new Set(), ctx) : new Set();
        const abortEarly = ctx?.abortEarly;
        let seen = payload.issues.length;
        for (const item of input) {
            if (abortEarly && payload.issues.length !== seen) {
                if (util.aborted(payload, seen))
                    break;
                seen = payload.issues.length;
            }
            const result = def.valueType._zod.run({ value: item, issues: [] }, ctx);
            if (result instanceof Promise) {
                proms.push(result.then((result) => handleSetResult(result, payload)));
            }
            else
                handleSetResult(result, payload);
        }
        if (proms.length)
            return Promise.all(proms).then(() => payload);
        return payload;
    };
    capSize(inst, setSize);
})));
function handleSetResult(result, final) {
    if (result.issues.length) {
        final.issues.push(...result.issues);
    }
    final.value.add(result.value);
}
const $ZodEnum = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodEnum", (inst, def) => {
    $ZodType.init(inst, def);
    const values = core_util/* getEnumValues */.w5(def.entries);
    const valuesSet = new Set(values);
    inst._zod.values = valuesSet;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const patternValues = core_util/* getEnumValues */.w5(zod.def.entries).filter((k) => core_util/* propertyKeyTypes */.qQ.has(typeof k));
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util/* escapeRegex */.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (valuesSet.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const values = new Set(def.values);
    inst._zod.values = values;
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const vals = zod.def.values;
        // unmatchable fallback, RE2-safe: an empty alternation would compile to /^()$/, which matches ""
        return new RegExp(vals.length
            ? `^(${vals
                .map((o) => typeof o === "string" ? core_util/* escapeRegex */.sD(o) : o ? core_util/* escapeRegex */.sD(o.toString()) : String(o))
                .join("|")})$`
            : "^[^\\s\\S]$");
    });
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        if (values.has(input)) {
            return payload;
        }
        payload.issues.push({
            code: "invalid_value",
            values: def.values,
            input,
            inst,
        });
        return payload;
    };
});
const $ZodFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFile", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        const input = payload.value;
        // @ts-ignore
        if (input instanceof File)
            return payload;
        payload.issues.push({
            expected: "file",
            code: "invalid_type",
            input,
            inst,
        });
        return payload;
    };
})));
const $ZodTransform = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodTransform", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "optional";
    core_core/* globalConfig */.cr.memoizer?.guard(inst);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core_core/* $ZodEncodeError */.cV(inst.constructor.name);
        }
        const _out = def.transform(payload.value, payload);
        if (ctx.async) {
            const output = _out instanceof Promise ? _out : Promise.resolve(_out);
            return output.then((output) => {
                payload.value = output;
                return payload;
            });
        }
        if (_out instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        payload.value = _out;
        return payload;
    };
});
function handleOptionalResult(payload, result) {
    // A substituting schema that still failed has no usable answer; yield undefined. Its issues are simply dropped: it ran on a payload of its own, so there is no shared array to truncate and nothing of the caller's to lose with it.
    payload.value = result.issues.length ? undefined : result.value;
    return payload;
}
const $ZodOptional = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodOptional", (inst, def) => {
    $ZodType.init(inst, def);
    // .optional() propagates absence rather than substituting for it, so a defaulted inner keeps its rung.
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    inst._zod.optout = "optional";
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        const values = zod.def.innerType._zod.values;
        return values ? new Set([...values, undefined]) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)})?$`) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        if (payload.value === undefined) {
            // Only the top rung substitutes a value for absence; everything else leaves it intact, which is what .optional() means.
            if (def.innerType._zod.optin !== "defaulted")
                return payload;
            // Its own payload, for the same reason $ZodCatch gets one: a pipe forwards an unrecognized key through the caller's issues array, and this must not read that as the substituting schema failing and drop it.
            const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
            if (result instanceof Promise)
                return result.then((result) => handleOptionalResult(payload, result));
            return handleOptionalResult(payload, result);
        }
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodExactOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodExactOptional", (inst, def) => {
    // Call parent init - inherits optin/optout = "optional"
    $ZodOptional.init(inst, def);
    // Override values/pattern to NOT add undefined
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    util.defineLazyInternal(inst, "pattern", (zod) => zod.def.innerType._zod.pattern);
    // Override parse to just delegate (no undefined handling)
    inst._zod.parse = (payload, ctx) => {
        return def.innerType._zod.run(payload, ctx);
    };
})));
const $ZodNullable = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodNullable", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "pattern", (zod) => {
        const pattern = zod.def.innerType._zod.pattern;
        return pattern ? new RegExp(`^(${core_util/* cleanRegex */.p6(pattern.source)}|null)$`) : undefined;
    });
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => {
        return zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        // Forward direction (decode): allow null to pass through
        if (payload.value === null)
            return payload;
        return def.innerType._zod.run(payload, ctx);
    };
});
const $ZodDefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodDefault", (inst, def) => {
    $ZodType.init(inst, def);
    // inst._zod.qin = "true";
    inst._zod.optin = "defaulted";
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply defaults for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
            /**
             * $ZodDefault returns the default value immediately in forward direction.
             * It doesn't pass the default value into the validator ("prefault"). There's no reason to pass the default value through validation. The validity of the default is enforced by TypeScript statically. Otherwise, it's the responsibility of the user to ensure the default is valid. In the case of pipes with divergent in/out types, you can specify the default on the `in` schema of your ZodPipe to set a "prefault" for the pipe.   */
            return payload;
        }
        // Forward direction: continue with default handling
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleDefaultResult(result, def));
        }
        return handleDefaultResult(result, def);
    };
})));
function handleDefaultResult(payload, def) {
    if (payload.value === undefined) {
        payload.value = def.defaultValue;
    }
    return payload;
}
const $ZodPrefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPrefault", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.optin = "defaulted";
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply prefault for undefined input
        if (payload.value === undefined) {
            payload.value = def.defaultValue;
        }
        return def.innerType._zod.run(payload, ctx);
    };
})));
const $ZodNonOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNonOptional", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => {
        const v = zod.def.innerType._zod.values;
        return v ? new Set([...v].filter((x) => x !== undefined)) : undefined;
    });
    inst._zod.parse = (payload, ctx) => {
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleNonOptionalResult(result, inst));
        }
        return handleNonOptionalResult(result, inst);
    };
})));
function handleNonOptionalResult(payload, inst) {
    if (!payload.issues.length && payload.value === undefined) {
        payload.issues.push({
            code: "invalid_type",
            expected: "nonoptional",
            input: payload.value,
            inst,
        });
    }
    return payload;
}
const $ZodSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodSuccess", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            throw new core.$ZodEncodeError("ZodSuccess");
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then((result) => {
                payload.value = result.issues.length === 0;
                return payload;
            });
        }
        payload.value = result.issues.length === 0;
        return payload;
    };
})));
function handleCatchResult(payload, result, def, ctx) {
    if (!result.issues.length) {
        payload.value = result.value;
        // The value carries up, so the flag describing it has to carry with it: a back-edge into a node still being parsed must not be frozen by an enclosing readonly, and its checks belong to the node itself. Guarded so the ordinary case adds no own property.
        if (result.memo)
            payload.memo = true;
        return payload;
    }
    // Spread the inner's own payload, not ours: `value` has to stay the input the catch was handed, and the inner ran on a payload of its own so its issues are already private to this call.
    payload.value = def.catchValue({
        ...result,
        value: payload.value,
        error: {
            issues: result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())),
        },
        input: payload.value,
    });
    return payload;
}
const $ZodCatch = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCatch", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.innerType._zod.values);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        // Forward direction (decode): apply catch logic
        const result = def.innerType._zod.run({ value: payload.value, issues: [] }, ctx);
        if (result instanceof Promise) {
            return result.then((result) => handleCatchResult(payload, result, def, ctx));
        }
        return handleCatchResult(payload, result, def, ctx);
    };
});
const $ZodNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodNaN", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "number" || !Number.isNaN(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "nan",
                code: "invalid_type",
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodPipe = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodPipe", (inst, def) => {
    $ZodType.init(inst, def);
    core_util/* defineLazyInternal */.v5(inst, "values", (zod) => zod.def.in._zod.values);
    core_util/* defineLazyInternal */.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
    core_util/* defineLazyInternal */.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
    core_util/* defineLazyInternal */.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handlePipeResult(right, def.in, ctx));
            }
            return handlePipeResult(right, def.in, ctx);
        }
        const left = def.in._zod.run(payload, ctx);
        if (left instanceof Promise) {
            return left.then((left) => handlePipeResult(left, def.out, ctx));
        }
        return handlePipeResult(left, def.out, ctx);
    };
});
function handlePipeResult(left, next, ctx) {
    // Any issue stops the pipe, so a failing refinement never feeds its transform. An unrecognized key is the exception: it describes the input's extra properties, not the value being piped, and an enclosing intersection may yet reconcile it.
    if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
        // prevent further checks
        left.aborted = true;
        return left;
    }
    return next._zod.run({ value: left.value, issues: left.issues }, ctx);
}
const $ZodCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodCodec", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.in._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.in._zod.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.out._zod.optout);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.in._zod.propValues);
    inst._zod.parse = (payload, ctx) => {
        const direction = ctx.direction || "forward";
        if (direction === "forward") {
            const left = def.in._zod.run(payload, ctx);
            if (left instanceof Promise) {
                return left.then((left) => handleCodecAResult(left, def, ctx));
            }
            return handleCodecAResult(left, def, ctx);
        }
        else {
            const right = def.out._zod.run(payload, ctx);
            if (right instanceof Promise) {
                return right.then((right) => handleCodecAResult(right, def, ctx));
            }
            return handleCodecAResult(right, def, ctx);
        }
    };
})));
function handleCodecAResult(result, def, ctx) {
    if (result.issues.length) {
        // prevent further checks
        result.aborted = true;
        return result;
    }
    const direction = ctx.direction || "forward";
    if (direction === "forward") {
        const transformed = def.transform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.out, ctx));
        }
        return handleCodecTxResult(result, transformed, def.out, ctx);
    }
    else {
        const transformed = def.reverseTransform(result.value, result);
        if (transformed instanceof Promise) {
            return transformed.then((value) => handleCodecTxResult(result, value, def.in, ctx));
        }
        return handleCodecTxResult(result, transformed, def.in, ctx);
    }
}
function handleCodecTxResult(left, value, nextSchema, ctx) {
    // Check if transform added any issues
    if (left.issues.length) {
        left.aborted = true;
        return left;
    }
    return nextSchema._zod.run({ value, issues: left.issues }, ctx);
}
const $ZodPreprocess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPreprocess", (inst, def) => {
    $ZodPipe.init(inst, def);
})));
const $ZodReadonly = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodReadonly", (inst, def) => {
    $ZodType.init(inst, def);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.def.innerType._zod.propValues);
    util.defineLazyInternal(inst, "values", (zod) => zod.def.innerType._zod.values);
    util.defineLazyInternal(inst, "optin", (zod) => zod.def.innerType?._zod?.optin);
    util.defineLazyInternal(inst, "optout", (zod) => zod.def.innerType?._zod?.optout);
    inst._zod.parse = (payload, ctx) => {
        if (ctx.direction === "backward") {
            return def.innerType._zod.run(payload, ctx);
        }
        const result = def.innerType._zod.run(payload, ctx);
        if (result instanceof Promise) {
            return result.then(handleReadonlyResult);
        }
        return handleReadonlyResult(result);
    };
})));
function handleReadonlyResult(payload) {
    // A repeat visit hands back a node that is still being built; freezing it here would make the rest of its keys fail to assign.
    if (!payload.memo)
        payload.value = Object.freeze(payload.value);
    return payload;
}
// a leaf's pattern source with its own checks folded in: the last pattern-carrying check wins, else length bounds narrow the catch-all, else an integer format narrows the number form. the fold lives here instead of on `_zod.pattern` so a bundle without template literals never pays for it
function leafPattern(schema) {
    const def = schema._zod.def;
    let pattern = def.pattern;
    let isInt = !!def.format?.includes("int");
    let minimum;
    let maximum;
    for (const ch of def.checks ?? []) {
        const d = ch._zod.def;
        if (d.pattern)
            pattern = d.pattern;
        isInt || (isInt = !!d.format?.includes("int"));
        const lo = d.minimum ?? d.length;
        const hi = d.maximum ?? d.length;
        if (lo !== undefined && (minimum === undefined || lo > minimum))
            minimum = lo;
        if (hi !== undefined && (maximum === undefined || hi < maximum))
            maximum = hi;
    }
    if (pattern)
        return pattern.source;
    // an empty range matches nothing at runtime, and `{8,5}` is not a legal quantifier
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
        return "(?!)";
    if (minimum !== undefined || maximum !== undefined)
        return regexes.string({ minimum, maximum }).source;
    const own = schema._zod.pattern;
    return (isInt && own === regexes.number ? regexes.integer : own)?.source;
}
// a part's pattern source. a wrapper's pattern embeds its inner pattern's source verbatim, so the folded form is substituted in place without knowing the wrapper's own composition; a union's options are joined the way the union builds its own pattern
function partPattern(schema) {
    const def = schema._zod.def;
    const own = schema._zod.pattern?.source;
    // lazy resolves its inner on the internals, not the def
    const inner = def.innerType ?? schema._zod.innerType;
    if (inner) {
        const before = inner._zod.pattern?.source;
        const after = partPattern(inner);
        if (own && before && after && after !== before) {
            return own.replace(util.cleanRegex(before), () => util.cleanRegex(after));
        }
        return own;
    }
    if (def.options) {
        const sources = def.options.map(partPattern);
        if (sources.every(Boolean))
            return `^(${sources.map((s) => util.cleanRegex(s)).join("|")})$`;
    }
    return leafPattern(schema);
}
const $ZodTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodTemplateLiteral", (inst, def) => {
    $ZodType.init(inst, def);
    const regexParts = [];
    for (const part of def.parts) {
        if (typeof part === "object" && part !== null) {
            // is Zod schema
            const source = partPattern(part);
            if (!source) {
                throw new Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
            }
            regexParts.push(util.cleanRegex(source));
        }
        else if (part === null || util.primitiveTypes.has(typeof part)) {
            regexParts.push(util.escapeRegex(`${part}`));
        }
        else {
            throw new Error(`Invalid template literal part: ${part}`);
        }
    }
    inst._zod.pattern = new RegExp(`^${regexParts.join("")}$`);
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "string") {
            payload.issues.push({
                input: payload.value,
                inst,
                expected: "string",
                code: "invalid_type",
            });
            return payload;
        }
        inst._zod.pattern.lastIndex = 0;
        if (!inst._zod.pattern.test(payload.value)) {
            payload.issues.push({
                input: payload.value,
                inst,
                code: "invalid_format",
                format: def.format ?? "template_literal",
                pattern: inst._zod.pattern.source,
            });
            return payload;
        }
        return payload;
    };
})));
const $ZodFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodFunction", (inst, def) => {
    $ZodType.init(inst, def);
    // Defined, not assigned: the classic prototype exposes `_def` as a getter with no setter.
    Object.defineProperty(inst, "_def", { value: def });
    inst._zod.def = def;
    inst.implement = (func) => {
        if (typeof func !== "function") {
            throw new Error("implement() must be called with a function");
        }
        // Defined inline so the closure stays anonymous: binding it to a `const` first names it, which costs 256 bytes per implemented function.
        return Object.defineProperty(function (...args) {
            const parsedArgs = inst._def.input ? parse(inst._def.input, args) : args;
            const result = Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return parse(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst.implementAsync = (func) => {
        if (typeof func !== "function") {
            throw new Error("implementAsync() must be called with a function");
        }
        return Object.defineProperty(async function (...args) {
            const parsedArgs = inst._def.input ? await parseAsync(inst._def.input, args) : args;
            const result = await Reflect.apply(func, this, parsedArgs);
            if (inst._def.output) {
                return await parseAsync(inst._def.output, result);
            }
            return result;
        }, "_zod", { value: inst._zod, enumerable: false });
    };
    inst._zod.parse = (payload, _ctx) => {
        if (typeof payload.value !== "function") {
            payload.issues.push({
                code: "invalid_type",
                expected: "function",
                input: payload.value,
                inst,
            });
            return payload;
        }
        // Check if output is a promise type to determine if we should use async implementation
        const hasPromiseOutput = inst._def.output && inst._def.output._zod.def.type === "promise";
        if (hasPromiseOutput) {
            payload.value = inst.implementAsync(payload.value);
        }
        else {
            payload.value = inst.implement(payload.value);
        }
        return payload;
    };
    inst.input = (...args) => {
        const F = inst.constructor;
        if (Array.isArray(args[0])) {
            return new F({
                type: "function",
                input: new $ZodTuple({
                    type: "tuple",
                    items: args[0],
                    rest: args[1],
                }),
                output: inst._def.output,
            });
        }
        return new F({
            type: "function",
            input: args[0],
            output: inst._def.output,
        });
    };
    inst.output = (output) => {
        const F = inst.constructor;
        return new F({
            type: "function",
            input: inst._def.input,
            output,
        });
    };
    return inst;
})));
const $ZodPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodPromise", (inst, def) => {
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, ctx) => {
        return Promise.resolve(payload.value).then((inner) => def.innerType._zod.run({ value: inner, issues: [] }, ctx));
    };
})));
const $ZodLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("$ZodLazy", (inst, def) => {
    $ZodType.init(inst, def);
    // Cache the resolved inner type on the shared `def` so all clones of this lazy (e.g. via `.describe()`/`.meta()`) share the same inner instance, preserving identity for cycle detection on recursive schemas.
    util.defineLazy(inst._zod, "innerType", () => {
        const d = def;
        if (!d._cachedInner)
            d._cachedInner = def.getter();
        return d._cachedInner;
    });
    util.defineLazyInternal(inst, "pattern", (zod) => zod.innerType?._zod?.pattern);
    util.defineLazyInternal(inst, "propValues", (zod) => zod.innerType?._zod?.propValues);
    util.defineLazyInternal(inst, "optin", (zod) => zod.innerType?._zod?.optin ?? undefined);
    util.defineLazyInternal(inst, "optout", (zod) => zod.innerType?._zod?.optout ?? undefined);
    inst._zod.parse = (payload, ctx) => {
        const inner = inst._zod.innerType;
        return inner._zod.run(payload, ctx);
    };
})));
const $ZodCustom = /*@__PURE__*/ core_core/* $constructor */.xI("$ZodCustom", (inst, def) => {
    core_checks/* $ZodCheck */.QP.init(inst, def);
    $ZodType.init(inst, def);
    inst._zod.parse = (payload, _) => {
        return payload;
    };
    inst._zod.check = (payload) => {
        const input = payload.value;
        const r = def.fn(input);
        if (r instanceof Promise) {
            return r.then((r) => handleRefineResult(r, payload, input, inst));
        }
        handleRefineResult(r, payload, input, inst);
        return;
    };
});
function handleRefineResult(result, payload, input, inst) {
    if (!result) {
        const _iss = {
            code: "custom",
            input,
            inst, // incorporates params.error into issue reporting
            path: [...(inst._zod.def.path ?? [])], // incorporates params.error into issue reporting
            continue: !inst._zod.def.abort,
            // params: inst._zod.def.params,
        };
        if (inst._zod.def.params)
            _iss.params = inst._zod.def.params;
        payload.issues.push(core_util/* issue */.sn(_iss));
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __nccwpck_require__(3305);
;// CONCATENATED MODULE: ./node_modules/zod/v4/core/errors.js


/* Computing the message eagerly is expensive (pretty-printed JSON of all
 * issues), so defer it until first read. The accessor functions and
 * descriptors are shared across instances to keep error construction
 * cheap; the computed message is cached on the internals object. The
 * setter preserves plain assignment semantics for consumers that
 * overwrite `message`. */
function _getMessage() {
    const internals = this._zod;
    internals.message ?? (internals.message = JSON.stringify(internals.def, core_util/* jsonStringifyReplacer */.k8, 2));
    return internals.message;
}
function _setMessage(value) {
    this._zod.message = value;
}
const _messageDesc = {
    get: _getMessage,
    set: _setMessage,
    enumerable: true,
    configurable: true,
};
const _issuesDesc = { value: undefined, enumerable: false };
/* Prototypes that already carry the lazy `toString`. Seeded with the
 * intrinsics so that `init` on a foreign object \u2014 it accepts any object \u2014
 * can never install an accessor onto a prototype we do not own. */
const _installedToString = /* @__PURE__ */ new WeakSet([Object.prototype, Error.prototype]);
const initializer = (inst, def) => {
    inst.name = "$ZodError";
    // `_zod` is already non-enumerable: $constructor's init defined it with this same descriptor
    _issuesDesc.value = def;
    Object.defineProperty(inst, "issues", _issuesDesc);
    // Clear the shared slot; a retained `value` pins the last error's issues.
    _issuesDesc.value = undefined;
    Object.defineProperty(inst, "message", _messageDesc);
    /* `toString` lives as a non-enumerable lazy getter on the shared
     * prototype; on first access it caches a per-instance closure so
     * detached usage still works. */
    const proto = Object.getPrototypeOf(inst);
    if (!_installedToString.has(proto)) {
        _installedToString.add(proto);
        Object.defineProperty(proto, "toString", {
            configurable: true,
            enumerable: false,
            get() {
                const value = () => this.message;
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
                return value;
            },
            set(value) {
                Object.defineProperty(this, "toString", { value, configurable: true, writable: true });
            },
        });
    }
};
const $ZodError = (0,core_core/* $constructor */.xI)("$ZodError", initializer);
const $ZodRealError = (0,core_core/* $constructor */.xI)("$ZodError", initializer, undefined, {
    Parent: Error,
});
/** Get-or-create `obj[key]` as an own data property. A path segment naming an inherited member
 * ("toString", "constructor") would otherwise read through to the prototype, and assigning
 * "__proto__" would hit the setter instead of creating a key. */
function node(obj, key, make) {
    if (!Object.prototype.hasOwnProperty.call(obj, key)) {
        if (key === "__proto__") {
            Object.defineProperty(obj, key, { value: make(), writable: true, enumerable: true, configurable: true });
        }
        else {
            obj[key] = make();
        }
    }
    return obj[key];
}
function flattenError(error, mapper = (issue) => issue.message) {
    const fieldErrors = {};
    const formErrors = [];
    for (const sub of error.issues) {
        if (sub.path.length > 0) {
            node(fieldErrors, sub.path[0], () => []).push(mapper(sub));
        }
        else {
            formErrors.push(mapper(sub));
        }
    }
    return { formErrors, fieldErrors };
}
function formatError(error, mapper = (issue) => issue.message) {
    const fieldErrors = { _errors: [] };
    const processError = (error, path = []) => {
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    fieldErrors._errors.push(mapper(issue));
                }
                else {
                    let curr = fieldErrors;
                    let i = 0;
                    while (i < fullpath.length) {
                        const el = fullpath[i];
                        const terminal = i === fullpath.length - 1;
                        // `_errors` is reserved by this legacy format, so merge a matching path segment into the current node instead of treating its array as a child.
                        if (el === "_errors") {
                            if (terminal)
                                curr._errors.push(mapper(issue));
                            i++;
                            continue;
                        }
                        // A path element may collide with an inherited property name such as
                        // "__proto__" or "constructor". Truthiness checks read the prototype
                        // (so no node is created, then ._errors.push throws), and bracket
                        // assignment of "__proto__" hits the setter instead of creating an
                        // own key. Guard the read with hasOwnProperty and create the node
                        // with defineProperty so any path element becomes a real own key.
                        if (!Object.prototype.hasOwnProperty.call(curr, el)) {
                            Object.defineProperty(curr, el, {
                                value: { _errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        const node = curr[el];
                        if (terminal) {
                            node._errors.push(mapper(issue));
                        }
                        curr = node;
                        i++;
                    }
                }
            }
        }
    };
    processError(error);
    return fieldErrors;
}
function treeifyError(error, mapper = (issue) => issue.message) {
    const result = { errors: [] };
    const processError = (error, path = []) => {
        var _a;
        for (const issue of error.issues) {
            if (issue.code === "invalid_union" && issue.errors.length) {
                // regular union error
                issue.errors.map((issues) => processError({ issues }, [...path, ...issue.path]));
            }
            else if (issue.code === "invalid_key") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else if (issue.code === "invalid_element") {
                processError({ issues: issue.issues }, [...path, ...issue.path]);
            }
            else {
                const fullpath = [...path, ...issue.path];
                if (fullpath.length === 0) {
                    result.errors.push(mapper(issue));
                    continue;
                }
                let curr = result;
                let i = 0;
                while (i < fullpath.length) {
                    const el = fullpath[i];
                    const terminal = i === fullpath.length - 1;
                    if (typeof el === "string") {
                        curr.properties ?? (curr.properties = {});
                        // el may collide with an inherited property name ("__proto__",
                        // "constructor", ...); ??= reads the prototype so the node is never
                        // created and curr.errors.push throws. Guard with hasOwnProperty and
                        // create the node with defineProperty so "__proto__" becomes a real
                        // own key rather than invoking the prototype setter.
                        if (!Object.prototype.hasOwnProperty.call(curr.properties, el)) {
                            Object.defineProperty(curr.properties, el, {
                                value: { errors: [] },
                                enumerable: true,
                                writable: true,
                                configurable: true,
                            });
                        }
                        curr = curr.properties[el];
                    }
                    else {
                        curr.items ?? (curr.items = []);
                        (_a = curr.items)[el] ?? (_a[el] = { errors: [] });
                        curr = curr.items[el];
                    }
                    if (terminal) {
                        curr.errors.push(mapper(issue));
                    }
                    i++;
                }
            }
        }
    };
    processError(error);
    return result;
}
/** Format a ZodError as a human-readable string in the following form.
 *
 * From
 *
 * ```ts
 * ZodError {
 *   issues: [
 *     {
 *       expected: 'string',
 *       code: 'invalid_type',
 *       path: [ 'username' ],
 *       message: 'Invalid input: expected string'
 *     },
 *     {
 *       expected: 'number',
 *       code: 'invalid_type',
 *       path: [ 'favoriteNumbers', 1 ],
 *       message: 'Invalid input: expected number'
 *     }
 *   ];
 * }
 * ```
 *
 * to
 *
 * ```
 * username
 *   \u2716 Expected number, received string at "username
 * favoriteNumbers[0]
 *   \u2716 Invalid input: expected number
 * ```
 */
function toDotPath(_path) {
    const segs = [];
    const path = _path.map((seg) => (typeof seg === "object" ? seg.key : seg));
    for (const seg of path) {
        if (typeof seg === "number")
            segs.push(`[${seg}]`);
        else if (typeof seg === "symbol")
            segs.push(`[${JSON.stringify(String(seg))}]`);
        else if (/[^\w$]/.test(seg))
            segs.push(`[${JSON.stringify(seg)}]`);
        else {
            if (segs.length)
                segs.push(".");
            segs.push(seg);
        }
    }
    return segs.join("");
}
function prettifyError(error) {
    const lines = [];
    // sort by path length
    const issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
    // Process each issue
    for (const issue of issues) {
        lines.push(`\u2716 ${issue.message}`);
        if (issue.path?.length)
            lines.push(`  \u2192 at ${toDotPath(issue.path)}`);
    }
    // Convert Map to formatted string
    return lines.join("\n");
}

;// CONCATENATED MODULE: ./node_modules/zod/v4/core/parse.js



// Always both keys, so the `_params` read site in `_parse` sees one object shape rather than two.
function finalizeParams(callee, params) {
    return { callee: params?.callee ?? callee, Err: params?.Err };
}
const _parse = (_Err) => {
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
        const result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise) {
            throw new core_core/* $ZodAsyncError */.GT();
        }
        if (result.issues.length) {
            const e = new (_params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, _params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parse = /* @__PURE__*/ _parse($ZodRealError);
const _parseAsync = (_Err) => {
    const fn = async (schema, value, _ctx, params) => {
        const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
        let result = schema._zod.run({ value, issues: [] }, ctx);
        if (result instanceof Promise)
            result = await result;
        if (result.issues.length) {
            const e = new (params?.Err ?? _Err)(result.issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
            core_util/* captureStackTrace */.gx(e, params?.callee ?? fn);
            throw e;
        }
        return result.value;
    };
    return fn;
};
const parse_parseAsync = /* @__PURE__*/ _parseAsync($ZodRealError);
const _safeParse = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: false } : { async: false };
    const result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise) {
        throw new core_core/* $ZodAsyncError */.GT();
    }
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParse = /* @__PURE__*/ _safeParse($ZodRealError);
// the error is built on the first read of `error`: finalizing the issues and constructing the instance is most of a failing parse, and a caller that only branches on `success` never pays it. a getter in the literal keeps this small; the alternative, one shared accessor descriptor plus a hidden state slot, reads ~15% faster but costs ~75 B gzipped in every bundle
function failure(Err, issues, ctx) {
    let error;
    return {
        success: false,
        get error() {
            if (!error) {
                error = new Err(issues.map((iss) => core_util/* finalizeIssue */.iR(iss, ctx, core_core/* config */.$W())));
                // finalizeIssue drops `input`, so the built error holds nothing; keeping the raw issues past this point pins the parsed value for the life of the result
                issues = undefined;
                ctx = undefined;
            }
            return error;
        },
        set error(e) {
            error = e;
            // a replacement makes the getter's branch unreachable, so the captures have to go here too
            issues = undefined;
            ctx = undefined;
        },
    };
}
const _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, async: true } : { async: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length ? failure(_Err, result.issues, ctx) : { success: true, data: result.value };
};
const safeParseAsync = /* @__PURE__*/ _safeParseAsync($ZodRealError);
// registry mirrors of the compiler's sentinels, so this module never imports the compiler
const COMPILE_INVALID = /* @__PURE__ */ (/* unused pure expression or super */ null && (Symbol.for("zod.compile.invalid")));
const COMPILE_FALLBACK = /* @__PURE__ */ (/* unused pure expression or super */ null && (Symbol.for("zod.compile.fallback")));
// Deliberately tiny, because v8 will not inline a body carrying the fallback's object literals and throw. Everything that is not the compiled happy path lives in validateFallback, and that split is worth ~35% on a compiled schema.
const validate = ((schema, value, _ctx) => {
    const validator = schema._zod.bag.validator;
    if (validator !== undefined) {
        if (validator(value) !== COMPILE_INVALID)
            return true;
        // a definite sentinel means the runtime would reject, so skip the re-parse; a ctx can still change the answer
        if (validator.definite === true && _ctx === undefined)
            return false;
    }
    return validateFallback(schema, value, _ctx);
});
function validateFallback(schema, value, _ctx) {
    const ctx = _ctx
        ? { ..._ctx, async: false, abortEarly: true }
        : { async: false, abortEarly: true };
    const fallbackRun = schema._zod.bag.fallbackRun;
    let result;
    if (fallbackRun) {
        // skip nested fast paths on the fallback, so user callbacks keep the at-most-twice bound
        ctx[COMPILE_FALLBACK] = true;
        result = fallbackRun({ value, issues: [] }, ctx);
    }
    else {
        result = schema._zod.run({ value, issues: [] }, ctx);
    }
    if (result instanceof Promise) {
        throw new core.$ZodAsyncError();
    }
    return result.issues.length === 0;
}
// no fast path: the compiler keeps async parses on the runtime, because a promise-returning callback that is not declared async compiles to a throw
const parse_validateAsync = async (schema, value, _ctx) => {
    const ctx = _ctx
        ? { ..._ctx, async: true, abortEarly: true }
        : { async: true, abortEarly: true };
    let result = schema._zod.run({ value, issues: [] }, ctx);
    if (result instanceof Promise)
        result = await result;
    return result.issues.length === 0;
};
const _encode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return parse(schema, value, ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const encode = /* @__PURE__*/ _encode($ZodRealError);
const _decode = (_Err) => {
    const parse = _parse(_Err);
    const fn = (schema, value, _ctx, _params) => {
        return parse(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decode = /* @__PURE__*/ _decode($ZodRealError);
const _encodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
        return (await parseAsync(schema, value, ctx, finalizeParams(fn, _params)));
    };
    return fn;
};
const encodeAsync = /* @__PURE__*/ _encodeAsync($ZodRealError);
const _decodeAsync = (_Err) => {
    const parseAsync = _parseAsync(_Err);
    const fn = async (schema, value, _ctx, _params) => {
        return await parseAsync(schema, value, _ctx, finalizeParams(fn, _params));
    };
    return fn;
};
const decodeAsync = /* @__PURE__*/ _decodeAsync($ZodRealError);
const _safeEncode = (_Err) => (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParse(_Err)(schema, value, ctx);
};
const safeEncode = /* @__PURE__*/ _safeEncode($ZodRealError);
const _safeDecode = (_Err) => (schema, value, _ctx) => {
    return _safeParse(_Err)(schema, value, _ctx);
};
const safeDecode = /* @__PURE__*/ _safeDecode($ZodRealError);
const _safeEncodeAsync = (_Err) => async (schema, value, _ctx) => {
    const ctx = _ctx ? { ..._ctx, direction: "backward" } : { direction: "backward" };
    return _safeParseAsync(_Err)(schema, value, ctx);
};
const safeEncodeAsync = /* @__PURE__*/ _safeEncodeAsync($ZodRealError);
const _safeDecodeAsync = (_Err) => async (schema, value, _ctx) => {
    return _safeParseAsync(_Err)(schema, value, _ctx);
};
const safeDecodeAsync = /* @__PURE__*/ _safeDecodeAsync($ZodRealError);

;// CONCATENATED MODULE: ./node_modules/zod/v4/mini/schemas.js




const ZodMiniType = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniType", (inst, def) => {
    if (!inst._zod)
        throw new Error("Uninitialized schema in ZodMiniType.");
    $ZodType.init(inst, def);
    inst.def = def;
    inst.type = def.type;
}, {
    // `with` is an alias for `check`: the same function object, not a wrapper.
    get with() {
        return this.check;
    },
    set with(value) {
        core_util/* own */.qh(this, "with", value);
    },
    parse(data, params) {
        return parse_parse(this, data, params, { callee: this.parse });
    },
    parseAsync(data, params) {
        return parse_parseAsync(this, data, params, { callee: this.parseAsync });
    },
    safeParse(data, params) {
        return safeParse(this, data, params);
    },
    safeParseAsync(data, params) {
        return safeParseAsync(this, data, params);
    },
    check(...checks) {
        const def = this.def;
        return this.clone({
            ...def,
            checks: [
                ...(def.checks ?? []),
                ...checks.map((ch) => typeof ch === "function" ? { _zod: { check: ch, def: { check: "custom" }, onattach: [] } } : ch),
            ],
        }, { parent: true });
    },
    clone(_def, params) {
        return core_util/* clone */.o8(this, _def, params);
    },
    brand() {
        return this;
    },
    register(reg, meta) {
        reg.add(this, meta);
        return this;
    },
    apply(fn, ...args) {
        return args.length === 0 ? fn(this) : fn(this, ...args);
    },
});
const ZodMiniString = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniString", (inst, def) => {
    $ZodString.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_string(params) {
    return api/* _string */.Rl(ZodMiniString, params);
}
const ZodMiniStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniStringFormat", (inst, def) => {
    core.$ZodStringFormat.init(inst, def);
    ZodMiniString.init(inst, def);
})));
const ZodMiniEmail = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniEmail", (inst, def) => {
    core.$ZodEmail.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_email(params) {
    return core._email(ZodMiniEmail, params);
}
const ZodMiniGUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniGUID", (inst, def) => {
    core.$ZodGUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_guid(params) {
    return core._guid(ZodMiniGUID, params);
}
const ZodMiniUUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUUID", (inst, def) => {
    core.$ZodUUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_uuid(params) {
    return core._uuid(ZodMiniUUID, params);
}
// @__NO_SIDE_EFFECTS__
function uuidv4(params) {
    return core._uuidv4(ZodMiniUUID, params);
}
// ZodMiniUUIDv6
// @__NO_SIDE_EFFECTS__
function uuidv6(params) {
    return core._uuidv6(ZodMiniUUID, params);
}
// ZodMiniUUIDv7
// @__NO_SIDE_EFFECTS__
function uuidv7(params) {
    return core._uuidv7(ZodMiniUUID, params);
}
const ZodMiniURL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniURL", (inst, def) => {
    core.$ZodURL.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function url(params) {
    return core._url(ZodMiniURL, params);
}
// @__NO_SIDE_EFFECTS__
function httpUrl(params) {
    return core._url(ZodMiniURL, {
        protocol: regexes.httpProtocol,
        hostname: regexes.domain,
        ...util.normalizeParams(params),
    });
}
const ZodMiniEmoji = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniEmoji", (inst, def) => {
    core.$ZodEmoji.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_emoji(params) {
    return core._emoji(ZodMiniEmoji, params);
}
const ZodMiniNanoID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNanoID", (inst, def) => {
    core.$ZodNanoID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_nanoid(params) {
    return core._nanoid(ZodMiniNanoID, params);
}
/**
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link ZodMiniCUID2} instead.
 * See https://github.com/paralleldrive/cuid.
 */
const ZodMiniCUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCUID", (inst, def) => {
    core.$ZodCUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
/**
 * Validates a CUID v1 string.
 *
 * @deprecated CUID v1 is deprecated by its authors due to information leakage
 * (timestamps embedded in the id). Use {@link cuid2 | `z.cuid2()`} instead.
 * See https://github.com/paralleldrive/cuid.
 */
// @__NO_SIDE_EFFECTS__
function schemas_cuid(params) {
    return core._cuid(ZodMiniCUID, params);
}
const ZodMiniCUID2 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCUID2", (inst, def) => {
    core.$ZodCUID2.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_cuid2(params) {
    return core._cuid2(ZodMiniCUID2, params);
}
const ZodMiniULID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniULID", (inst, def) => {
    core.$ZodULID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ulid(params) {
    return core._ulid(ZodMiniULID, params);
}
const ZodMiniXID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniXID", (inst, def) => {
    core.$ZodXID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_xid(params) {
    return core._xid(ZodMiniXID, params);
}
const ZodMiniKSUID = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniKSUID", (inst, def) => {
    core.$ZodKSUID.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ksuid(params) {
    return core._ksuid(ZodMiniKSUID, params);
}
const ZodMiniIPv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIPv4", (inst, def) => {
    core.$ZodIPv4.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ipv4(params) {
    return core._ipv4(ZodMiniIPv4, params);
}
const ZodMiniIPv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIPv6", (inst, def) => {
    core.$ZodIPv6.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_ipv6(params) {
    return core._ipv6(ZodMiniIPv6, params);
}
const ZodMiniCIDRv4 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCIDRv4", (inst, def) => {
    core.$ZodCIDRv4.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_cidrv4(params) {
    return core._cidrv4(ZodMiniCIDRv4, params);
}
const ZodMiniCIDRv6 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCIDRv6", (inst, def) => {
    core.$ZodCIDRv6.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_cidrv6(params) {
    return core._cidrv6(ZodMiniCIDRv6, params);
}
const ZodMiniMAC = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniMAC", (inst, def) => {
    core.$ZodMAC.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_mac(params) {
    return core._mac(ZodMiniMAC, params);
}
const ZodMiniBase64 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBase64", (inst, def) => {
    core.$ZodBase64.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_base64(params) {
    return core._base64(ZodMiniBase64, params);
}
const ZodMiniBase64URL = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBase64URL", (inst, def) => {
    core.$ZodBase64URL.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_base64url(params) {
    return core._base64url(ZodMiniBase64URL, params);
}
const ZodMiniE164 = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniE164", (inst, def) => {
    core.$ZodE164.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_e164(params) {
    return core._e164(ZodMiniE164, params);
}
const ZodMiniCreditCard = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCreditCard", (inst, def) => {
    core.$ZodCreditCard.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_creditCard(params) {
    return core._creditCard(ZodMiniCreditCard, params);
}
const ZodMiniIBAN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIBAN", (inst, def) => {
    core.$ZodIBAN.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_iban(params) {
    return core._iban(ZodMiniIBAN, params);
}
const ZodMiniJWT = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniJWT", (inst, def) => {
    core.$ZodJWT.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function jwt(params) {
    return core._jwt(ZodMiniJWT, params);
}
const ZodMiniCustomStringFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCustomStringFormat", (inst, def) => {
    core.$ZodCustomStringFormat.init(inst, def);
    ZodMiniStringFormat.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function stringFormat(format, fnOrRegex, _params = {}) {
    return core._stringFormat(ZodMiniCustomStringFormat, format, fnOrRegex, _params);
}
// @__NO_SIDE_EFFECTS__
function schemas_hostname(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "hostname", regexes.hostname, _params);
}
// @__NO_SIDE_EFFECTS__
function schemas_hex(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "hex", regexes.hex, _params);
}
// @__NO_SIDE_EFFECTS__
function schemas_currencyCode(_params) {
    return core._stringFormat(ZodMiniCustomStringFormat, "currency_code", regexes.currencyCode, _params);
}
// @__NO_SIDE_EFFECTS__
function hash(alg, params) {
    const enc = params?.enc ?? "hex";
    const format = `${alg}_${enc}`;
    const regex = core.regexes[format];
    // check for unrecognized format
    if (!regex)
        throw new Error(`Unrecognized hash format: ${format}`);
    return core._stringFormat(ZodMiniCustomStringFormat, format, regex, params);
}
const ZodMiniNumber = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniNumber", (inst, def) => {
    $ZodNumber.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_number(params) {
    return api/* _number */.F7(ZodMiniNumber, params);
}
const ZodMiniNumberFormat = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniNumberFormat", (inst, def) => {
    $ZodNumberFormat.init(inst, def);
    ZodMiniNumber.init(inst, def);
});
function schemas_int(params) {
    return api/* _int */.LK(ZodMiniNumberFormat, params);
}
function float32(params) {
    return core._float32(ZodMiniNumberFormat, params);
}
function float64(params) {
    return core._float64(ZodMiniNumberFormat, params);
}
function int32(params) {
    return core._int32(ZodMiniNumberFormat, params);
}
function uint32(params) {
    return core._uint32(ZodMiniNumberFormat, params);
}
const ZodMiniBoolean = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniBoolean", (inst, def) => {
    $ZodBoolean.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function schemas_boolean(params) {
    return api/* _boolean */._L(ZodMiniBoolean, params);
}
const ZodMiniBigInt = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBigInt", (inst, def) => {
    core.$ZodBigInt.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_bigint(params) {
    return core._bigint(ZodMiniBigInt, params);
}
const ZodMiniBigIntFormat = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniBigIntFormat", (inst, def) => {
    core.$ZodBigIntFormat.init(inst, def);
    ZodMiniBigInt.init(inst, def);
})));
function int64(params) {
    return core._int64(ZodMiniBigIntFormat, params);
}
function uint64(params) {
    return core._uint64(ZodMiniBigIntFormat, params);
}
const ZodMiniSymbol = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniSymbol", (inst, def) => {
    core.$ZodSymbol.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function symbol(params) {
    return core._symbol(ZodMiniSymbol, params);
}
const ZodMiniUndefined = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniUndefined", (inst, def) => {
    core.$ZodUndefined.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_undefined(params) {
    return core._undefined(ZodMiniUndefined, params);
}

const ZodMiniNull = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNull", (inst, def) => {
    core.$ZodNull.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_null(params) {
    return core._null(ZodMiniNull, params);
}

const ZodMiniAny = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniAny", (inst, def) => {
    core.$ZodAny.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function any() {
    return core._any(ZodMiniAny);
}
const ZodMiniUnknown = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniUnknown", (inst, def) => {
    $ZodUnknown.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function unknown() {
    return api/* _unknown */.em(ZodMiniUnknown);
}
const ZodMiniNever = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniNever", (inst, def) => {
    $ZodNever.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function never(params) {
    return api/* _never */.G8(ZodMiniNever, params);
}
const ZodMiniVoid = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniVoid", (inst, def) => {
    core.$ZodVoid.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function _void(params) {
    return core._void(ZodMiniVoid, params);
}

const ZodMiniDate = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDate", (inst, def) => {
    core.$ZodDate.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function schemas_date(params) {
    return core._date(ZodMiniDate, params);
}
const ZodMiniArray = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniArray", (inst, def) => {
    $ZodArray.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function array(element, params) {
    return new ZodMiniArray({
        type: "array",
        element: element,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// .keyof
// @__NO_SIDE_EFFECTS__
function keyof(schema) {
    const shape = schema._zod.def.shape;
    return _enum(Object.keys(shape));
}
const ZodMiniObject = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniObject", (inst, def) => {
    $ZodObject.init(inst, def);
    ZodMiniType.init(inst, def);
    core_util/* installLazyProp */.X(inst, "shape", (self) => self._zod.def.shape, false);
});
// @__NO_SIDE_EFFECTS__
function object(shape, params) {
    const def = {
        type: "object",
        shape: shape ?? {},
        ...core_util/* normalizeParams */.A2(params),
    };
    return new ZodMiniObject(def);
}
// strictObject
// @__NO_SIDE_EFFECTS__
function strictObject(shape, params) {
    return new ZodMiniObject({
        type: "object",
        shape,
        catchall: never(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
// looseObject
// @__NO_SIDE_EFFECTS__
function looseObject(shape, params) {
    return new ZodMiniObject({
        type: "object",
        shape,
        catchall: unknown(),
        ...core_util/* normalizeParams */.A2(params),
    });
}
// object methods
// @__NO_SIDE_EFFECTS__
function extend(schema, shape) {
    return util.extend(schema, shape);
}
// @__NO_SIDE_EFFECTS__
function safeExtend(schema, shape) {
    return util.safeExtend(schema, shape);
}
/**
 * @deprecated Use [`z.extend(A, B.shape)`](https://zod.dev/api?id=extend) instead.
 */
// @__NO_SIDE_EFFECTS__
function merge(a, b) {
    return util.merge(a, b);
}
// @__NO_SIDE_EFFECTS__
function pick(schema, mask) {
    return util.pick(schema, mask);
}
// .omit
// @__NO_SIDE_EFFECTS__
function omit(schema, mask) {
    return util.omit(schema, mask);
}
// @__NO_SIDE_EFFECTS__
function partial(schema, mask) {
    const def = schema._zod.def;
    if (def.type !== "tuple")
        return core_util/* partial */.OH(ZodMiniOptional, schema, mask);
    // a refinement was authored against the full arity; partialing would run it on a shorter array
    if (def.checks?.length)
        throw new Error(".partial() cannot be used on tuple schemas containing refinements");
    return core_util/* clone */.o8(schema, {
        ...def,
        items: def.items.map((item) => new ZodMiniOptional({ type: "optional", innerType: item })),
    });
}
// @__NO_SIDE_EFFECTS__
function exactPartial(schema, mask) {
    return util.partial(ZodMiniExactOptional, schema, mask, "exactPartial");
}
// @__NO_SIDE_EFFECTS__
function required(schema, mask) {
    return util.required(ZodMiniNonOptional, schema, mask);
}
// @__NO_SIDE_EFFECTS__
function catchall(inst, catchall) {
    // `mergeDefs` rather than a spread: spreading reads `shape`, and resolving it can mint a whole fresh subtree
    return inst.clone(util.mergeDefs(inst._zod.def, { catchall: catchall }));
}
const ZodMiniUnion = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniUnion", (inst, def) => {
    $ZodUnion.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function union(options, params) {
    return new ZodMiniUnion({
        type: "union",
        options: options,
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodMiniXor = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniXor", (inst, def) => {
    ZodMiniUnion.init(inst, def);
    core.$ZodXor.init(inst, def);
})));
/** Creates an exclusive union (XOR) where exactly one option must match.
 * Unlike regular unions that succeed when any option matches, xor fails if
 * zero or more than one option matches the input. */
function xor(options, params) {
    return new ZodMiniXor({
        type: "union",
        options: options,
        inclusive: false,
        ...util.normalizeParams(params),
    });
}
const ZodMiniDiscriminatedUnion = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDiscriminatedUnion", (inst, def) => {
    core.$ZodDiscriminatedUnion.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function discriminatedUnion(discriminator, options, params) {
    return new ZodMiniDiscriminatedUnion({
        type: "union",
        options: options,
        discriminator,
        ...util.normalizeParams(params),
    });
}
const ZodMiniIntersection = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniIntersection", (inst, def) => {
    core.$ZodIntersection.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function intersection(left, right) {
    return new ZodMiniIntersection({
        type: "intersection",
        left: left,
        right: right,
    });
}
const ZodMiniTuple = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniTuple", (inst, def) => {
    core.$ZodTuple.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function tuple(items, _paramsOrRest, _params) {
    const hasRest = _paramsOrRest instanceof core.$ZodType;
    const params = hasRest ? _params : _paramsOrRest;
    const rest = hasRest ? _paramsOrRest : null;
    return new ZodMiniTuple({
        type: "tuple",
        items: items,
        rest,
        ...util.normalizeParams(params),
    });
}
const ZodMiniRecord = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniRecord", (inst, def) => {
    $ZodRecord.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function record(keyType, valueType, params) {
    // v3-compat: z.record(valueType, params?) \u2014 defaults keyType to z.string()
    if (!valueType || !valueType._zod) {
        return new ZodMiniRecord({
            type: "record",
            keyType: schemas_string(),
            valueType: keyType,
            ...core_util/* normalizeParams */.A2(valueType),
        });
    }
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...core_util/* normalizeParams */.A2(params),
    });
}
// @__NO_SIDE_EFFECTS__
function partialRecord(keyType, valueType, params) {
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
        partial: true,
    });
}
function looseRecord(keyType, valueType, params) {
    return new ZodMiniRecord({
        type: "record",
        keyType,
        valueType: valueType,
        mode: "loose",
        ...util.normalizeParams(params),
    });
}
const ZodMiniMap = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniMap", (inst, def) => {
    core.$ZodMap.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function map(keyType, valueType, params) {
    return new ZodMiniMap({
        type: "map",
        keyType: keyType,
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodMiniSet = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniSet", (inst, def) => {
    core.$ZodSet.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function set(valueType, params) {
    return new ZodMiniSet({
        type: "set",
        valueType: valueType,
        ...util.normalizeParams(params),
    });
}
const ZodMiniEnum = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniEnum", (inst, def) => {
    $ZodEnum.init(inst, def);
    ZodMiniType.init(inst, def);
    // reuse the parsed value set so a numeric TS enum's reverse-mapping keys stay out
    inst.options = [...inst._zod.values];
});
// @__NO_SIDE_EFFECTS__
function _enum(values, params) {
    const entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
    return new ZodMiniEnum({
        type: "enum",
        entries,
        ...core_util/* normalizeParams */.A2(params),
    });
}

// @__NO_SIDE_EFFECTS__
/** @deprecated This API has been merged into `z.enum()`. Use `z.enum()` instead.
 *
 * ```ts
 * enum Colors { red, green, blue }
 * z.enum(Colors);
 * ```
 */
function nativeEnum(entries, params) {
    return new ZodMiniEnum({
        type: "enum",
        entries,
        ...util.normalizeParams(params),
    });
}
const ZodMiniLiteral = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniLiteral", (inst, def) => {
    $ZodLiteral.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function literal(value, params) {
    return new ZodMiniLiteral({
        type: "literal",
        values: Array.isArray(value) ? value : [value],
        ...core_util/* normalizeParams */.A2(params),
    });
}
const ZodMiniFile = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniFile", (inst, def) => {
    core.$ZodFile.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function file(params) {
    return core._file(ZodMiniFile, params);
}
const ZodMiniTransform = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniTransform", (inst, def) => {
    $ZodTransform.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function transform(fn) {
    return new ZodMiniTransform({
        type: "transform",
        transform: fn,
    });
}
const ZodMiniOptional = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniOptional", (inst, def) => {
    $ZodOptional.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function optional(innerType) {
    return new ZodMiniOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodMiniExactOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniExactOptional", (inst, def) => {
    core.$ZodExactOptional.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function exactOptional(innerType) {
    return new ZodMiniExactOptional({
        type: "optional",
        innerType: innerType,
    });
}
const ZodMiniNullable = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniNullable", (inst, def) => {
    $ZodNullable.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function nullable(innerType) {
    return new ZodMiniNullable({
        type: "nullable",
        innerType: innerType,
    });
}
// nullish
// @__NO_SIDE_EFFECTS__
function nullish(innerType) {
    return optional(nullable(innerType));
}
const ZodMiniDefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniDefault", (inst, def) => {
    core.$ZodDefault.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function _default(innerType, defaultValue) {
    return new ZodMiniDefault({
        type: "default",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
const ZodMiniPrefault = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniPrefault", (inst, def) => {
    core.$ZodPrefault.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function prefault(innerType, defaultValue) {
    return new ZodMiniPrefault({
        type: "prefault",
        innerType: innerType,
        get defaultValue() {
            return typeof defaultValue === "function" ? defaultValue() : util.shallowClone(defaultValue);
        },
    });
}
const ZodMiniNonOptional = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNonOptional", (inst, def) => {
    core.$ZodNonOptional.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function nonoptional(innerType, params) {
    return new ZodMiniNonOptional({
        type: "nonoptional",
        innerType: innerType,
        ...util.normalizeParams(params),
    });
}
const ZodMiniSuccess = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniSuccess", (inst, def) => {
    core.$ZodSuccess.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function success(innerType) {
    return new ZodMiniSuccess({
        type: "success",
        innerType: innerType,
    });
}
const ZodMiniCatch = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniCatch", (inst, def) => {
    $ZodCatch.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function _catch(innerType, catchValue) {
    return new ZodMiniCatch({
        type: "catch",
        innerType: innerType,
        catchValue: (typeof catchValue === "function" ? catchValue : core_util/* constantCatch */.SS(catchValue)),
    });
}

const ZodMiniNaN = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniNaN", (inst, def) => {
    core.$ZodNaN.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function nan(params) {
    return core._nan(ZodMiniNaN, params);
}
const ZodMiniPipe = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniPipe", (inst, def) => {
    $ZodPipe.init(inst, def);
    ZodMiniType.init(inst, def);
});
// @__NO_SIDE_EFFECTS__
function pipe(in_, out) {
    return new ZodMiniPipe({
        type: "pipe",
        in: in_,
        out: out,
    });
}
const ZodMiniCodec = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniCodec", (inst, def) => {
    ZodMiniPipe.init(inst, def);
    core.$ZodCodec.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function codec(in_, out, params) {
    return new ZodMiniCodec({
        type: "pipe",
        in: in_,
        out: out,
        transform: params.decode,
        reverseTransform: params.encode,
    });
}
// @__NO_SIDE_EFFECTS__
function invertCodec(codec) {
    const def = codec._zod.def;
    return new ZodMiniCodec({
        type: "pipe",
        in: def.out,
        out: def.in,
        transform: def.reverseTransform,
        reverseTransform: def.transform,
    });
}
const ZodMiniReadonly = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniReadonly", (inst, def) => {
    core.$ZodReadonly.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function readonly(innerType) {
    return new ZodMiniReadonly({
        type: "readonly",
        innerType: innerType,
    });
}
const ZodMiniTemplateLiteral = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniTemplateLiteral", (inst, def) => {
    core.$ZodTemplateLiteral.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function templateLiteral(parts, params) {
    return new ZodMiniTemplateLiteral({
        type: "template_literal",
        parts,
        ...util.normalizeParams(params),
    });
}
const ZodMiniLazy = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniLazy", (inst, def) => {
    core.$ZodLazy.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// export function lazy<T extends object>(getter: () => T): T {
//   return util.createTransparentProxy<T>(getter);
// }
// @__NO_SIDE_EFFECTS__
function _lazy(getter) {
    return new ZodMiniLazy({
        type: "lazy",
        getter: getter,
    });
}

const ZodMiniPromise = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniPromise", (inst, def) => {
    core.$ZodPromise.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function promise(innerType) {
    return new ZodMiniPromise({
        type: "promise",
        innerType: innerType,
    });
}
const ZodMiniCustom = /*@__PURE__*/ core_core/* $constructor */.xI("ZodMiniCustom", (inst, def) => {
    $ZodCustom.init(inst, def);
    ZodMiniType.init(inst, def);
});
// custom checks
// @__NO_SIDE_EFFECTS__
function check(fn, params) {
    const ch = new core.$ZodCheck({
        check: "custom",
        ...util.normalizeParams(params),
    });
    ch._zod.check = fn;
    return ch;
}
// ZodCustom custom schema
// @__NO_SIDE_EFFECTS__
function custom(fn, _params) {
    return api/* _custom */.FO(ZodMiniCustom, fn ?? (() => true), _params);
}
// refine
// @__NO_SIDE_EFFECTS__
function refine(fn, _params = {}) {
    return api/* _refine */.fU(ZodMiniCustom, fn, _params);
}
// superRefine
// @__NO_SIDE_EFFECTS__
function superRefine(fn, params) {
    return core._superRefine(fn, params);
}
// Re-export describe and meta from core
const describe = api/* describe */.q0;
const meta = api/* meta */.mI;
// instanceof
class Class {
    constructor(..._args) { }
}
// @__NO_SIDE_EFFECTS__
function _instanceof(cls, params = {}) {
    const inst = custom((data) => data instanceof cls, params);
    inst._zod.bag.Class = cls;
    // Override check to emit invalid_type instead of custom
    inst._zod.check = (payload) => {
        if (!(payload.value instanceof cls)) {
            payload.issues.push({
                code: "invalid_type",
                expected: cls.name,
                input: payload.value,
                inst,
                path: [...(inst._zod.def.path ?? [])],
            });
        }
    };
    return inst;
}

// stringbool
const stringbool = (...args) => core._stringbool({
    Codec: ZodMiniCodec,
    Boolean: ZodMiniBoolean,
    String: ZodMiniString,
}, ...args);
// @__NO_SIDE_EFFECTS__
function json() {
    const jsonSchema = _lazy(() => {
        return union([schemas_string(), schemas_number(), schemas_boolean(), schemas_null(), array(jsonSchema), record(schemas_string(), jsonSchema)]);
    });
    return jsonSchema;
}
const ZodMiniFunction = /*@__PURE__*/ (/* unused pure expression or super */ null && (core.$constructor("ZodMiniFunction", (inst, def) => {
    core.$ZodFunction.init(inst, def);
    ZodMiniType.init(inst, def);
})));
// @__NO_SIDE_EFFECTS__
function _function(params) {
    return new ZodMiniFunction({
        type: "function",
        input: Array.isArray(params?.input) ? tuple(params?.input) : (params?.input ?? array(unknown())),
        output: params?.output ?? unknown(),
    });
}



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

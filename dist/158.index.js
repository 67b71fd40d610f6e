export const id = 158;
export const ids = [158];
export const modules = {

/***/ 746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ TOO_MANY_VALUES),
/* harmony export */   Ve: () => (/* binding */ duplicateKey),
/* harmony export */   WL: () => (/* binding */ TOO_MUCH_SPACE),
/* harmony export */   gZ: () => (/* binding */ TOO_DEEP),
/* harmony export */   uG: () => (/* binding */ LONE_SURROGATE)
/* harmony export */ });
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(497);
/* harmony import */ var _node_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1826);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4887);
// Messages that both parsers, for JSON and YAML, use.



/** The file has more values than its parser's limit. */
const TOO_MANY_VALUES = (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `This file has too many values to be read. Split the roster into several files.`;
/** There is more white space in one place than the JSON parser can handle. */
const TOO_MUCH_SPACE = (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `There is more than half a MiB of white space here. Remove most of it.`;
/** Nesting is deeper than {@link DEPTH_LIMIT}. */
const TOO_DEEP = (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Lists and mappings are nested more than ${_node_js__WEBPACK_IMPORTED_MODULE_0__/* .DEPTH_LIMIT */ .qL} deep here. A roster needs five levels.`;
/** A text has half of a surrogate pair. */
const LONE_SURROGATE = (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `This text has half of a surrogate pair (\\ud800 to \\udfff alone), which is not a character. Correct or remove it.`;
/** A mapping has the same key twice. */
function duplicateKey(name) {
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_2__/* .msg */ .ab) `Duplicate key ${(0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .quoteKey */ ._z)(name)}. Remove one.`;
}


/***/ }),

/***/ 3158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseYaml: () => (/* binding */ parseYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/model/message.js
var model_message = __webpack_require__(497);
// EXTERNAL MODULE: ./build/roster/syntax/messages.js
var messages = __webpack_require__(746);
// EXTERNAL MODULE: ./build/roster/syntax/node.js
var syntax_node = __webpack_require__(1826);
// EXTERNAL MODULE: ./build/roster/syntax/recovery.js
var recovery = __webpack_require__(8933);
// EXTERNAL MODULE: ./build/roster/syntax/quotes.js
var quotes = __webpack_require__(4887);
;// CONCATENATED MODULE: ./build/roster/syntax/yaml-blocks.js
// The parts of a roster in block YAML, found by its lines alone: the accounts, and the values of
// its keys. Where a syntax error hides the structure from the parser, one of them can be cut out.


const KEY = new RegExp(`^(?:${quotes/* ROSTER_KEYS */.jk.join("|")}|\\$schema|x-[^\\s:]*) *:`, "m");
/**
 * Cuts out the part that contains `from`, and every account that starts at or before `to`.
 * Undefined where the part cannot be cut out.
 */
function cutOutBlock(text, from, to) {
    const heads = headsIn(text);
    const first = heads.findLast(({ start }) => start <= from);
    if (first === undefined || !canBeLost(text, first))
        return undefined;
    // An account may reach into the next one, but nothing reaches over a key of the roster.
    const next = heads.find(({ start, isAccount }) => start > first.start && (!isAccount || start > to));
    const end = next?.start ?? text.length;
    const at = first.value + 1;
    if (end - first.value < 2)
        return undefined;
    return { text: (0,recovery/* replaceRange */.e)(text, first.value, end, " ~"), at };
}
/** Not the key of the accounts: then all of them would be lost. */
function canBeLost(text, { start, isAccount }) {
    return isAccount || !text.startsWith("resources", start);
}
function headsIn(text) {
    const indentation = accountIndentation(text);
    const account = indentation === undefined ? undefined : `^ {${indentation}}-(?!--)`;
    const pattern = new RegExp([KEY.source, account].filter(Boolean).join("|"), "gm");
    return [...text.matchAll(pattern)].map(({ 0: head, index }) => ({
        start: index,
        value: index + head.length,
        isAccount: head.endsWith("-"),
    }));
}
/** By how many spaces the accounts are indented; undefined if they are not a block list. */
function accountIndentation(text) {
    const list = /^resources *:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)-/m.exec(text);
    if (list !== null)
        return list[1]?.length;
    if (KEY.test(text))
        return undefined;
    return /^( *)-(?!--)/m.exec(text)?.[1]?.length;
}

;// CONCATENATED MODULE: ./build/roster/syntax/yaml-errors.js
// Explains the errors of the yaml package to the author of a roster, and moves each to the position
// of the mistake, which may be before the position where the parser noticed it.



/** How many errors a text may have that is read in spite of them. Parsing it takes long. */
const ERROR_LIMIT = 1000;
/**
 * The mistakes that the package's errors and warnings come from, up to the first structural one.
 */
function findMistakes(document, text) {
    const mistakes = [];
    for (const error of [...document.errors, ...document.warnings]) {
        const { code, pos } = error;
        if (!LOCAL.has(code))
            return [...mistakes, structuralMistake(error, document, text)];
        const message = explain(error);
        mistakes.push({ code: CODES[code] ?? "yaml-syntax", offset: pos[0], message });
    }
    return mistakes;
}
/** A mistake because of which the parser no longer knows the structure of the text. */
function structuralMistake(error, document, text) {
    const { code } = error;
    const offset = skipSpace(text, error.pos[0]);
    const isHopeless = document.errors.length > ERROR_LIMIT;
    const cutOutFrom = (start) => () => isHopeless ? undefined : cutOutBlock(text, start, offset);
    const tab = tabIn(text, startOfLine(text, offset));
    if (tab !== undefined) {
        const cutOut = cutOutFrom(tab);
        return { code: "tab-indentation", offset: tab, message: TAB, cutOut, isOnce: true };
    }
    const dash = dashBefore(text, offset);
    if (dash !== undefined) {
        return { code: "yaml-syntax", offset: dash, message: DASH, cutOut: cutOutFrom(dash) };
    }
    const open = openBefore(document, text, error);
    if (open !== undefined && !open.isBracket) {
        const { start } = open;
        return { code: "yaml-syntax", offset: start, message: QUOTE, cutOut: cutOutFrom(start) };
    }
    return {
        code: CODES[code] ?? "yaml-syntax",
        offset,
        message: explain(error),
        cutOut: cutOutFrom(open?.start ?? offset),
    };
}
/** Errors that do not hide the structure: all but the value in question can be read. */
const LOCAL = new Set([
    "ALIAS_PROPS",
    "BAD_ALIAS",
    "BAD_COLLECTION_TYPE",
    "BAD_DIRECTIVE",
    "BAD_DQ_ESCAPE",
    "BAD_SCALAR_START",
    "KEY_OVER_1024_CHARS",
    "MULTIPLE_ANCHORS",
    "MULTIPLE_TAGS",
    "TAG_RESOLVE_FAILED",
]);
const CODES = {
    TAG_RESOLVE_FAILED: "custom-tag",
    BAD_COLLECTION_TYPE: "custom-tag",
    RESOURCE_EXHAUSTION: "nested-too-deep",
};
/** The first character that is not white space, from an offset on. */
function skipSpace(text, offset) {
    const content = /\S/g;
    content.lastIndex = offset;
    return content.exec(text)?.index ?? offset;
}
function startOfLine(text, offset) {
    // An index below 0 would count as 0.
    return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
/** The offset of a tab in the indentation of the line that starts at `start`. */
function tabIn(text, start) {
    const indentation = /[ \t]*/y;
    indentation.lastIndex = start;
    const tab = (indentation.exec(text)?.[0] ?? "").indexOf("\t");
    return tab === -1 ? undefined : start + tab;
}
/** The "-" without a space after it with which the entry of a list begins that has the error. */
function dashBefore(text, offset) {
    const entry = /[ ]*-(?:(?=\s)|(?=[A-Za-z_$"'][^\s:]*:(?:\s|$)))/y;
    for (let start = startOfLine(text, offset);; start = startOfLine(text, start - 1)) {
        entry.lastIndex = start;
        const found = entry.exec(text)?.[0];
        if (found !== undefined) {
            const dash = start + found.length - 1;
            return /\s/.test(text[dash + 1] ?? "\n") ? undefined : dash;
        }
        if (start === 0)
            return undefined;
    }
}
/**
 * The bracket or quote before the error that is not closed on its own line, but later by chance, or
 * never.
 */
function openBefore(document, text, error) {
    const offset = error.pos[0];
    const line = startOfLine(text, offset);
    const isUnclosedQuote = error.code === "MISSING_CHAR" && error.message.includes("closing");
    let open;
    (0,dist/* visit */.YR)(document, {
        Scalar: (_key, { type, range }) => {
            if (type?.startsWith("QUOTE_") !== true || !range)
                return;
            const [start, end] = range;
            const isClosedByChance = start < line && end > line && end <= offset;
            if (isClosedByChance || (isUnclosedQuote && end === offset))
                open ??= { start, isBracket: false };
        },
        Collection: (_key, { flow, range }) => {
            if (flow !== true || !range)
                return;
            const [start, end] = range;
            if (start < line && end >= offset)
                open ??= { start, isBracket: true };
        },
    });
    return open;
}
function explain({ code, message }) {
    return (EXPLANATIONS_BY_MESSAGE.find(([part]) => message.includes(part))?.[1] ??
        EXPLANATIONS[code] ??
        FALLBACK);
}
const DASH = (0,model_message/* msg */.ab) `A space is missing after the "-" with which an entry of a list begins: write "- key: value".`;
const QUOTE = (0,model_message/* msg */.ab) `The quote that opens here is not closed on its line.`;
const TAB = (0,model_message/* msg */.ab) `This line is indented with a tab. Indent all lines of this file with spaces only.`;
const FALLBACK = (0,model_message/* msg */.ab) `This is not valid YAML. Check the line above too: its indentation, quotes, brackets and colons.`;
const BRACKET = (0,model_message/* msg */.ab) `A bracket or brace is not closed before this, or this line is not indented enough.`;
const yaml_errors_KEY = (0,model_message/* msg */.ab) `This is not a key with its value: write "key: value", with a space after the colon, at the same indentation as the other keys.`;
const COLON = (0,model_message/* msg */.ab) `A colon with a space after it starts a mapping here. Put the text in quotes if it has one; else check the indentation of the next line.`;
const ENTRY = (0,model_message/* msg */.ab) `This line is where the next entry of the list should begin with "- ". Indent it as the lines before it.`;
const COMMA = (0,model_message/* msg */.ab) `A comma is missing before this, or a bracket or brace is not closed.`;
const TAG = (0,model_message/* msg */.ab) `A roster has no tags. Write the value itself, without the word with the exclamation mark.`;
/** Explanations by a part of the package's message, for codes that have several meanings. */
const EXPLANATIONS_BY_MESSAGE = [
    ["without - indicator", ENTRY],
    ["need to be followed by map values", yaml_errors_KEY],
    ["Missing ,", COMMA],
    ["must end with a", BRACKET],
];
const EXPLANATIONS = {
    ALIAS_PROPS: (0,model_message/* msg */.ab) `An alias (*name) cannot have an anchor or a tag. Remove it.`,
    BAD_ALIAS: (0,model_message/* msg */.ab) `An anchor (&) or alias (*) needs a name right after its sign. Put the text in quotes if the sign belongs to it.`,
    BAD_COLLECTION_TYPE: TAG,
    BAD_DIRECTIVE: (0,model_message/* msg */.ab) `A line that begins with % is a YAML directive, which a roster does not need. Remove it.`,
    BAD_DQ_ESCAPE: (0,model_message/* msg */.ab) `Unknown escape in double quotes. Write a backslash as \\\\, or use single quotes.`,
    BAD_INDENT: BRACKET,
    BAD_SCALAR_START: (0,model_message/* msg */.ab) `A text cannot start with this character (@, backtick, % and others) unless it is in quotes.`,
    BLOCK_AS_IMPLICIT_KEY: COLON,
    BLOCK_IN_FLOW: (0,model_message/* msg */.ab) `Inside brackets and braces a list or mapping must be written with brackets and braces too.`,
    KEY_OVER_1024_CHARS: (0,model_message/* msg */.ab) `A key can have at most 1,024 characters.`,
    MULTILINE_IMPLICIT_KEY: yaml_errors_KEY,
    MULTIPLE_ANCHORS: (0,model_message/* msg */.ab) `A value can have only one anchor (&name).`,
    MULTIPLE_TAGS: TAG,
    TAG_RESOLVE_FAILED: TAG,
    RESOURCE_EXHAUSTION: (0,model_message/* msg */.ab) `Lists and mappings are nested too deep here. A roster needs five levels.`,
};

;// CONCATENATED MODULE: ./build/roster/syntax/yaml-texts.js
// Texts that the yaml package accepts although they are not closed as YAML wants it. What they
// swallow, or let through, would change whom a roster names.



/** The first quoted text or block text of a document that is not closed; undefined if all are. */
function findOpenText(document, text) {
    let mistake;
    (0,dist/* visit */.YR)(document, {
        Scalar: (_key, { type, range }) => {
            const [start, end] = range ?? [0, 0];
            const message = flawOf(type, text, start, end);
            if (message === undefined)
                return undefined;
            const cutOut = () => cutOutBlock(text, start, end);
            mistake = { code: "yaml-syntax", offset: start, message, cutOut };
            return dist/* visit */.YR.BREAK;
        },
    });
    return mistake;
}
function flawOf(type, text, start, end) {
    switch (type) {
        case "QUOTE_SINGLE":
            return closeOfSingle(text, start) === end - 1 ? undefined : OPEN_QUOTE;
        case "QUOTE_DOUBLE":
            return closeOfDouble(text, start) === end - 1 ? undefined : OPEN_QUOTE;
        case "BLOCK_LITERAL":
        case "BLOCK_FOLDED":
            return hasTabBeforeContent(text, start) ? TAB_IN_BLOCK : undefined;
        default:
            return undefined;
    }
}
/** The offset of the quote that closes a text in single quotes, in which '' is a quote; else -1. */
function closeOfSingle(text, start) {
    for (let at = text.indexOf("'", start + 1); at !== -1; at = text.indexOf("'", at + 2)) {
        if (text[at + 1] !== "'")
            return at;
    }
    return -1;
}
/** The same for double quotes, in which a backslash escapes the character after it. */
function closeOfDouble(text, start) {
    const piece = /\\.|"/gs;
    piece.lastIndex = start + 1;
    for (let found = piece.exec(text); found !== null; found = piece.exec(text)) {
        if (found[0] === '"')
            return found.index;
    }
    return -1;
}
/** Whether a line of only spaces and tabs, with a tab, is between a block's header and its text. */
function hasTabBeforeContent(text, start) {
    const headerEnd = text.indexOf("\n", start);
    if (headerEnd === -1)
        return false;
    const content = /\S/g;
    content.lastIndex = headerEnd;
    const blank = text.slice(headerEnd, content.exec(text)?.index);
    return blank.slice(0, blank.lastIndexOf("\n")).includes("\t");
}
const OPEN_QUOTE = (0,model_message/* msg */.ab) `The quote that opens here is not closed where it should be. In single quotes a quote itself is written '', in double quotes \\".`;
const TAB_IN_BLOCK = (0,model_message/* msg */.ab) `The text after this sign begins with a line of spaces and a tab, so where it ends is not certain. Remove the tab, or put the text in quotes.`;

// EXTERNAL MODULE: ./build/model/nearest.js
var nearest = __webpack_require__(376);
// EXTERNAL MODULE: ./build/roster/syntax/positions.js
var positions = __webpack_require__(5428);
;// CONCATENATED MODULE: ./build/roster/syntax/yaml-tree.js
// A YAML document \u2192 nodes. One walk resolves anchors, aliases and merge keys, finds duplicate keys,
// and keeps every position, within limits on depth and size.







/** How many values a document may have once every alias and merge key is resolved. */
const EXPANDED_LIMIT = 10_000_000;
/** For how many unknown aliases the nearest anchor is suggested. Finding it takes time. */
const SUGGESTION_LIMIT = 20;
/** How many anchors are compared for a suggestion. */
const SUGGESTED_ANCHORS = 1000;
/**
 * Converts a document; undefined if it is empty. Scalars in which one of the offsets `broken` is
 * cannot be read, which is reported already. Throws {@link UnreadableDocument}.
 */
function readDocument({ contents }, text, broken, report) {
    if (contents === null || ((0,dist/* isScalar */.jn)(contents) && isEmpty(contents)))
        return undefined;
    const sorted = [...broken].sort((one, other) => one - other);
    return new TreeReader(text, sorted, report).read(contents, 0);
}
class TreeReader {
    #text;
    /** In ascending order. */
    #broken;
    #report;
    #anchors = new Map();
    /** The number of values so far, with aliases and merge keys resolved. */
    #expanded = 0;
    #depth = 0;
    #suggestions = 0;
    constructor(text, broken, report) {
        this.#text = text;
        this.#broken = broken;
        this.#report = report;
    }
    /** `fallback` is the offset of a node without its own text, such as an empty value. */
    read(node, fallback) {
        if ((0,dist/* isAlias */.Vj)(node))
            return this.#readAlias(node, fallback);
        if (!(0,dist/* isScalar */.jn)(node) && !(0,dist/* isMap */.jh)(node) && !(0,dist/* isSeq */.oP)(node)) {
            return { kind: "scalar", offset: fallback, value: null };
        }
        const { anchor } = node;
        if (anchor === undefined)
            return this.#readValue(node, fallback);
        const before = this.#expanded;
        this.#anchors.set(anchor, "open");
        const value = this.#readValue(node, fallback);
        this.#anchors.set(anchor, { node: value, size: this.#expanded - before });
        return value;
    }
    #readValue(node, fallback) {
        const [start, end] = node.range ?? [fallback, fallback];
        this.#grow(1, start);
        if (isForeign(node))
            return { kind: "broken", offset: start };
        if ((0,dist/* isScalar */.jn)(node))
            return this.#readScalar(node, isEmpty(node) ? fallback : start, end);
        this.#depth += 1;
        if (this.#depth > syntax_node/* DEPTH_LIMIT */.qL)
            throw new syntax_node/* UnreadableDocument */.bq("nested-too-deep", start, messages/* TOO_DEEP */.gZ);
        const collection = (0,dist/* isSeq */.oP)(node)
            ? { kind: "list", offset: start, items: this.#readItems(node, start) }
            : this.#readMap(node, start);
        this.#depth -= 1;
        return collection;
    }
    /** Whether a mistake is in the part from `start` to `end`, which is reported already. */
    #isBroken(start, end) {
        const last = this.#broken[(0,positions/* lastAtMost */.f)(this.#broken, Math.max(start, end - 1))];
        return last !== undefined && last >= start && last <= end;
    }
    #grow(by, offset) {
        this.#expanded += by;
        if (this.#expanded <= EXPANDED_LIMIT)
            return;
        throw new syntax_node/* UnreadableDocument */.bq("alias-bomb", offset, (0,model_message/* msg */.ab) `The aliases of this file expand to more than ${EXPANDED_LIMIT} values. Remove aliases of aliases.`);
    }
    #readScalar(node, offset, end) {
        if (this.#isBroken(offset, end))
            return { kind: "broken", offset };
        const { value } = node;
        if (typeof value === "string") {
            if (!(0,syntax_node/* hasLoneSurrogate */.fI)(value))
                return { kind: "scalar", offset, value };
            this.#report("lone-surrogate", offset, messages/* LONE_SURROGATE */.uG);
            return { kind: "broken", offset };
        }
        if (typeof value === "number" || typeof value === "boolean") {
            const source = node.source ?? this.#text.slice(offset, end);
            return { kind: "scalar", offset, value, source };
        }
        return { kind: "scalar", offset, value: null };
    }
    #readItems(node, start) {
        return node.items.map((item) => {
            const offset = offsetOf(item, start);
            return { offset, node: this.read(item, offset) };
        });
    }
    #readMap(node, offset) {
        const members = new Map();
        let merged;
        // Whether every key and every merged mapping could be read.
        let isWhole = true;
        for (const { key, value } of node.items) {
            const { name, merges, member } = this.#readMember(key, value, offset);
            if (name === undefined)
                isWhole = false;
            else if (merges ? merged !== undefined : members.has(name)) {
                this.#report("duplicate-key", member.keyOffset, (0,messages/* duplicateKey */.Ve)(name));
            }
            else if (merges)
                merged = member;
            else
                members.set(name, member);
        }
        if (merged !== undefined && !this.#merge(merged, members))
            isWhole = false;
        return { kind: "map", offset, members, damaged: !isWhole };
    }
    /** Reads a key with its value. `name` is undefined if the key is not valid, which is reported. */
    #readMember(key, value, fallback) {
        const keyOffset = offsetOf(key, fallback);
        const read = this.read(key, keyOffset);
        const name = this.#nameOf(read);
        const isText = read.kind === "scalar" && typeof read.value === "string";
        const merges = name === "<<" && (0,dist/* isScalar */.jn)(key) && key.type === "PLAIN";
        return { name, merges, member: { keyOffset, isText, node: this.read(value, keyOffset) } };
    }
    #nameOf(key) {
        if (key.kind === "scalar" && key.value !== null)
            return key.source ?? String(key.value);
        if (key.kind === "broken")
            return undefined;
        const found = key.kind === "scalar" ? "empty, or null" : `a ${key.kind}`;
        const message = (0,model_message/* msg */.ab) `A key must be a string, but is ${found}. Write the name of the key.`;
        this.#report("bad-key", key.offset, message);
        return undefined;
    }
    /**
     * Adds the members that a merge key refers to. The mapping's own keys win, then those of earlier
     * merged mappings. False if something could not be merged.
     */
    #merge({ node }, members) {
        const sources = node.kind === "list" ? Array.from(node.items, (item) => item.node) : [node];
        for (const source of sources) {
            if (source.kind === "map") {
                for (const [name, member] of source.members) {
                    if (!members.has(name))
                        members.set(name, member);
                }
            }
            else if (source.kind !== "broken") {
                this.#report("bad-merge", source.offset, (0,model_message/* msg */.ab) `<< takes a mapping or a list of mappings, by their anchors: <<: *name, or <<: [*one, *other].`);
            }
        }
        return sources.every((source) => source.kind === "map" && !source.damaged);
    }
    #readAlias({ source: name, range }, fallback) {
        const [offset, end] = range ?? [fallback, fallback];
        if (this.#isBroken(offset, end))
            return { kind: "broken", offset };
        const anchored = this.#anchors.get(name);
        if (anchored !== undefined && anchored !== "open") {
            this.#grow(anchored.size, offset);
            return anchored.node;
        }
        if (anchored === "open") {
            this.#report("circular-alias", offset, (0,model_message/* msg */.ab) `The alias ${(0,quotes/* quoteValue */.cl)(`*${name}`)} is inside its own anchor. Remove it.`);
        }
        else
            this.#reportUnknownAlias(name, offset);
        return { kind: "broken", offset };
    }
    #reportUnknownAlias(name, offset) {
        this.#suggestions += 1;
        const near = this.#suggestions > SUGGESTION_LIMIT
            ? undefined
            : (0,nearest/* nearest */.p)(name, [...this.#anchors.keys()].slice(0, SUGGESTED_ANCHORS));
        const advice = near === undefined
            ? (0,model_message/* msg */.ab) `Anchors (&name) must come before their aliases (*name).`
            : (0,model_message/* msg */.ab) `Did you mean ${(0,quotes/* quoteValue */.cl)(`*${near}`)}?`;
        this.#report("unknown-alias", offset, (0,model_message/* msg */.ab) `There is no anchor ${(0,quotes/* quoteValue */.cl)(`&${name}`)} above this alias. ${advice}`);
    }
}
/** Whether the value has a tag that YAML itself does not define, which is reported already. */
function isForeign({ tag }) {
    return tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str|null|bool|int|float)$/.test(tag);
}
/** Whether the value is not written at all. */
function isEmpty(node) {
    return node.value === null && (node.source ?? "") === "";
}
function offsetOf(node, otherwise) {
    return (0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}

;// CONCATENATED MODULE: ./build/roster/syntax/yaml.js
// YAML 1.2 \u2192 nodes, with the yaml package. This file limits the time and memory that parsing takes;
// yaml-errors.ts explains syntax errors, yaml-tree.ts converts the parsed document.








/**
 * How many lexemes a file may have. Each takes memory before anything can be checked. A roster of
 * 16 MiB has about 3 million.
 */
const LEXEME_LIMIT = 5_000_000;
/** How many directives and unreadable tokens are read. After that, the rest of the file is not. */
const NON_CONTENT_LIMIT = 1000;
/**
 * Parses as much of the text as possible; undefined if there is nothing in it. Throws
 * {@link UnreadableDocument}.
 */
function parseYaml(source, report) {
    // A lone CR ends a line in YAML, but not for the package. Replacing it with LF keeps all offsets.
    const text = source.replace(/\r(?!\n)/g, "\n");
    return (0,recovery/* parseWithRecovery */.d)(text, (one) => parseOnce(one, report), report);
}
function parseOnce(text, report) {
    const [document, second] = withoutStackTraces(() => compose(text));
    if (document === undefined)
        return { mistakes: [], read: () => undefined };
    const open = findOpenText(document, text);
    const mistakes = [
        ...findExtras(document, second, text),
        ...findMistakes(document, text),
        ...(open === undefined ? [] : [open]),
    ];
    const broken = mistakes.map(({ offset }) => offset);
    return { mistakes, read: (lost) => readDocument(document, text, [...lost, ...broken], report) };
}
/** What is not an error of YAML, but of a roster. */
function findExtras({ directives: { yaml } }, second, text) {
    const extras = [];
    if (second !== undefined) {
        const message = (0,model_message/* msg */.ab) `A second document begins here. A roster file has one: remove the line with --- or ...`;
        extras.push({ code: "several-documents", offset: second.range[0], message });
    }
    if (yaml.explicit === true && yaml.version !== "1.2") {
        const message = (0,model_message/* msg */.ab) `Rosters are YAML 1.2. Remove the line that begins with %YAML.`;
        extras.push({ code: "yaml-version", offset: Math.max(0, text.search(/^%YAML/m)), message });
    }
    return extras;
}
/** The package makes an Error for each problem. A million stack traces would take too long. */
function withoutStackTraces(work) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
        return work();
    }
    finally {
        Error.stackTraceLimit = limit;
    }
}
/** The first document, and the second if there is one. */
function compose(text) {
    const composer = new dist/* Composer */.Dk({
        schema: "core",
        merge: false,
        uniqueKeys: false,
        resolveKnownTags: false,
        logLevel: "error",
    });
    const documents = [];
    let nonContent = 0;
    for (const token of tokensOf(text)) {
        if (token.type === "directive" || token.type === "error")
            nonContent += 1;
        documents.push(...composer.next(token));
        if (documents.length > 1)
            return documents;
        if (nonContent > NON_CONTENT_LIMIT)
            break;
    }
    documents.push(...composer.end(true, text.length));
    return documents;
}
/** The tokens of a text. Throws {@link UnreadableDocument} once a limit is exceeded. */
function* tokensOf(text) {
    const parser = new dist/* Parser */.iX();
    let lexemes = 0;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        lexemes += 1;
        if (lexemes > LEXEME_LIMIT) {
            throw new syntax_node/* UnreadableDocument */.bq("too-many-values", parser.offset, messages/* TOO_MANY_VALUES */.S8);
        }
        yield* parser.next(lexeme);
        // The stack has the document, the open collections, and at most one scalar.
        if (parser.stack.length > syntax_node/* DEPTH_LIMIT */.qL + 2) {
            throw new syntax_node/* UnreadableDocument */.bq("nested-too-deep", parser.offset, messages/* TOO_DEEP */.gZ);
        }
    }
    yield* parser.end();
}


/***/ })

};

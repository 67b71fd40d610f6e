export const id = 488;
export const ids = [488];
export const modules = {

/***/ 6488:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseJson: () => (/* binding */ parseJson)
});

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
// EXTERNAL MODULE: ./build/model/message.js
var message = __webpack_require__(497);
// EXTERNAL MODULE: ./build/roster/syntax/messages.js
var messages = __webpack_require__(746);
// EXTERNAL MODULE: ./build/roster/syntax/node.js
var node = __webpack_require__(1826);
// EXTERNAL MODULE: ./build/roster/syntax/recovery.js
var recovery = __webpack_require__(8933);
;// CONCATENATED MODULE: ./build/roster/syntax/json-errors.js
// Finds the syntax errors of a JSON text with jsonc-parser, and explains them. What follows from an
// error is left out.





/** How many errors are looked at. A file with more is not a roster. */
const ERROR_LIMIT = 10_000;
/** Finds the mistakes up to the first one that hides the structure of the text. */
function findMistakes(text) {
    return new ErrorListener(text).listen();
}
/** Thrown to stop the parser: what comes after is not read. */
class Stop extends Error {
    name = "Stop";
}
class ErrorListener {
    #text;
    #mistakes = [];
    #broken = [];
    /** The starts of the collections that are open. */
    #open = [];
    /** The number of names and values so far. */
    #progress = 0;
    /** The progress when a word was skipped: errors until there is more follow from it. */
    #skippedAt = -1;
    /** Whether the list of the accounts is open. */
    #isInResources = false;
    /** Where the last colon between a name and a value is. */
    #colonAt = 0;
    /** Where the last literal starts. */
    #literalAt = 0;
    constructor(text) {
        this.#text = text;
    }
    listen() {
        const begin = (offset) => {
            if (this.#open.length >= node/* DEPTH_LIMIT */.qL) {
                throw new node/* UnreadableDocument */.bq("nested-too-deep", offset, messages/* TOO_DEEP */.gZ);
            }
            this.#open.push(offset);
        };
        const end = () => {
            this.#open.pop();
            this.#progress += 1;
        };
        try {
            (0,main.visit)(this.#text, {
                onObjectBegin: begin,
                onArrayBegin: begin,
                onObjectEnd: end,
                onArrayEnd: end,
                onObjectProperty: (name) => {
                    this.#progress += 1;
                    if (this.#open.length === 1)
                        this.#isInResources = name === "resources";
                },
                onLiteralValue: (_value, offset) => {
                    this.#progress += 1;
                    this.#literalAt = offset;
                },
                onSeparator: (sign, offset) => {
                    if (sign === ":")
                        this.#colonAt = offset;
                },
                onError: (code, offset) => this.#hear((0,main.printParseErrorCode)(code), offset),
            }, { disallowComments: true });
        }
        catch (error) {
            if (!(error instanceof Stop) && this.#mistakes.length === 0)
                throw error;
        }
        return { mistakes: this.#mistakes, broken: this.#broken };
    }
    #hear(kind, offset) {
        const isFollowUp = ["InvalidSymbol", "ValueExpected"].includes(kind);
        if (isFollowUp && this.#progress === this.#skippedAt)
            return;
        if (this.#mistakes.at(-1)?.offset === offset)
            return;
        const structural = this.#missingBrace(offset) ?? this.#missingQuote(offset);
        if (structural !== undefined) {
            this.#mistakes.push(structural);
            throw new Stop();
        }
        const account = this.#accountOffset();
        const message = this.#explain(kind, offset);
        if (this.#mistakes.length < ERROR_LIMIT && this.#isLocal(kind, offset)) {
            this.#mistakes.push({ code: "json-syntax", offset, message });
            return;
        }
        const cutOut = () => cutOutAccount(this.#text, account, offset);
        this.#mistakes.push({ code: "json-syntax", offset, message, cutOut });
        throw new Stop();
    }
    /** The name of a field right in the list of accounts: the brace before it is missing. */
    #missingBrace(offset) {
        if (this.#text[offset] !== ":" || !this.#isInAccounts())
            return undefined;
        const name = this.#literalAt;
        const cutOut = () => cutOutAccount(this.#text, name, offset);
        return { code: "json-syntax", offset: name, message: OPEN_BRACE, cutOut };
    }
    /** A bare word that ends with a quote before the next comma, bracket or line end. */
    #missingQuote(offset) {
        const value = /:[ \t]*([^"[{\s][^"\r\n]*")(?=[ \t]*(?:[,}\]\r\n]|$))/y;
        value.lastIndex = this.#colonAt;
        const [whole = "", word = ""] = value.exec(this.#text) ?? [];
        const start = this.#colonAt + whole.length - word.length;
        if (offset < start || offset >= start + word.length)
            return undefined;
        const cutOut = () => ({
            text: (0,recovery/* replaceRange */.e)(this.#text, start, start + word.length, "0"),
            at: start,
        });
        return { code: "json-syntax", offset: start, message: OPEN_QUOTE, cutOut };
    }
    /** Whether the next value is an account. */
    #isInAccounts() {
        const [root = 0] = this.#open;
        if (this.#text[root] === "[")
            return this.#open.length === 1;
        return this.#isInResources && this.#open.length === 2;
    }
    /** Whether all but one value can be read in spite of an error. Notes that value. */
    #isLocal(kind, offset) {
        if (OF_VALUE.has(kind)) {
            this.#broken.push(offset);
            return true;
        }
        switch (kind) {
            case "InvalidCommentToken":
                return true;
            case "CommaExpected":
                return !this.#isGlued(offset) && !/[}\]]/.test(this.#text[offset] ?? "");
            case "InvalidSymbol":
                this.#skippedAt = this.#progress;
                return previous(this.#text, offset) === ":";
            default:
                return this.#isTrailingComma(offset);
        }
    }
    /** Whether two tokens follow each other without space: they were meant as one. */
    #isGlued(offset) {
        return /\w\w/.test(this.#text.slice(Math.max(0, offset - 1), offset + 1));
    }
    #isTrailingComma(offset) {
        return /[}\]]/.test(this.#text[offset] ?? "") && previous(this.#text, offset) === ",";
    }
    #explain(kind, offset) {
        return EXPLANATIONS[this.#causeOf(kind, offset)] ?? (0,message/* msg */.ab) `This is not JSON.`;
    }
    /** What an error most likely comes from. */
    #causeOf(kind, offset) {
        const sign = this.#text[offset];
        if (kind === "CommaExpected" && sign === "}")
            return "CloseBracketExpected";
        if (kind === "CommaExpected" && sign === "]")
            return "CloseBraceExpected";
        if (kind === "CommaExpected" && this.#isGlued(offset))
            return "InvalidNumberFormat";
        return kind === "PropertyNameExpected" && sign === "{" ? "CloseBraceExpected" : kind;
    }
    /** Where the account begins that is being read. */
    #accountOffset() {
        const [root = 0] = this.#open;
        if (this.#text[root] === "[")
            return this.#open[1];
        return this.#isInResources ? this.#open[2] : undefined;
    }
}
/** The last character before `offset` that is not white space. */
function previous(text, offset) {
    let at = offset - 1;
    while (at >= 0 && /\s/.test(text[at] ?? ""))
        at -= 1;
    return text[at] ?? "";
}
/** Puts `null` in the place of the account that begins at `start` and has an error at `offset`. */
function cutOutAccount(text, start, offset) {
    if (start === undefined)
        return undefined;
    // From the sign before the error, which may be where the next account begins.
    let from = offset - 1;
    while (from > start && /\s/.test(text[from] ?? ""))
        from -= 1;
    const next = findFrom(text, /[,}]\s*(?=\{\s*["}])/g, from);
    const last = findFrom(text, /\}\s*(?=\])/g, from);
    if (next !== undefined && (last === undefined || next < last)) {
        return { text: (0,recovery/* replaceRange */.e)(text, start, next, "null,"), at: start };
    }
    if (last === undefined || last - start < 4)
        return undefined;
    return { text: (0,recovery/* replaceRange */.e)(text, start, last, "null"), at: start };
}
/** The end of the first match from an offset on. */
function findFrom(text, pattern, from) {
    pattern.lastIndex = from;
    return pattern.exec(text) === null ? undefined : pattern.lastIndex;
}
/** Errors in a single text or number. */
const OF_VALUE = new Set([
    "InvalidCharacter",
    "InvalidEscapeCharacter",
    "InvalidNumberFormat",
    "InvalidUnicode",
    "UnexpectedEndOfNumber",
]);
const COMMENT = (0,message/* msg */.ab) `JSON has no comments: remove it, or write the roster as YAML (.yml), which has.`;
const OPEN_BRACE = (0,message/* msg */.ab) `An opening brace { is missing before this name, with which the account begins.`;
const OPEN_QUOTE = (0,message/* msg */.ab) `The opening double quote is missing before this text.`;
const EXPLANATIONS = {
    InvalidSymbol: (0,message/* msg */.ab) `This is not a JSON value. Put text in double quotes; only true, false, null and numbers have none.`,
    InvalidNumberFormat: (0,message/* msg */.ab) `This is not a number in JSON. It has no leading zeros and no underscores; text is in double quotes.`,
    PropertyNameExpected: (0,message/* msg */.ab) `A name in double quotes is expected here. After the last entry there must be no comma.`,
    ValueExpected: (0,message/* msg */.ab) `A value is expected here. After the last entry there must be no comma.`,
    ColonExpected: (0,message/* msg */.ab) `A colon is expected here, between the name and its value.`,
    CommaExpected: (0,message/* msg */.ab) `A comma is missing before this.`,
    CloseBraceExpected: (0,message/* msg */.ab) `A closing brace } is missing before this.`,
    CloseBracketExpected: (0,message/* msg */.ab) `A closing bracket ] is missing before this.`,
    EndOfFileExpected: (0,message/* msg */.ab) `The roster ends before this: one file has one JSON value.`,
    InvalidCommentToken: COMMENT,
    UnexpectedEndOfComment: COMMENT,
    UnexpectedEndOfString: (0,message/* msg */.ab) `The closing double quote is missing on this line. A text cannot go over several lines.`,
    UnexpectedEndOfNumber: (0,message/* msg */.ab) `This number is not complete.`,
    InvalidUnicode: (0,message/* msg */.ab) `After \\u there must be four hexadecimal digits.`,
    InvalidEscapeCharacter: (0,message/* msg */.ab) `Unknown escape in JSON. Write a backslash as \\\\.`,
    InvalidCharacter: (0,message/* msg */.ab) `This text has a tab or another control character in it. Remove it.`,
};

;// CONCATENATED MODULE: ./build/roster/syntax/json.js
// JSON \u2192 nodes. The only import of jsonc-parser, used as a strict parser: no comments, no trailing
// commas. json-errors.ts explains syntax errors.





/** How many names and values a file may have. 128 MiB of the shortest accounts have 10 million. */
const SIZE_LIMIT = 12_000_000;
/** How much white space may be in one place, in UTF-16 units. The package needs 30 times that. */
const SPACE_LIMIT = 1024 * 1024;
/** Parses as much of the text as possible. Throws {@link UnreadableDocument}. */
function parseJson(source, report) {
    refuseLongSpace(source);
    const parse = (text) => {
        const { mistakes, broken } = findMistakes(text);
        return {
            mistakes,
            read: (lost) => new TreeBuilder(text, new Set([...lost, ...broken]), report).build(),
        };
    };
    return (0,recovery/* parseWithRecovery */.d)(source, parse, report);
}
/** Throws where there is as much white space as the limit; maybe where there is half as much. */
function refuseLongSpace(text) {
    const content = /[^ \t\r\n]/g;
    const step = SPACE_LIMIT / 2;
    for (let start = 0; start + step <= text.length; start += step) {
        content.lastIndex = start;
        const end = content.exec(text)?.index ?? text.length;
        if (end - start >= step) {
            throw new node/* UnreadableDocument */.bq("too-many-values", start, messages/* TOO_MUCH_SPACE */.WL);
        }
    }
}
/** Builds a tree from the events of `visit`. */
class TreeBuilder {
    #text;
    /** Scalars and keys that start here cannot be read, which is reported already. */
    #broken;
    #report;
    #open = [];
    #root;
    #size = 0;
    constructor(text, broken, report) {
        this.#text = text;
        this.#broken = broken;
        this.#report = report;
    }
    build() {
        (0,main.visit)(this.#text, {
            onObjectBegin: (offset) => this.#begin(offset, new Map()),
            onArrayBegin: (offset) => this.#begin(offset, undefined),
            onObjectEnd: () => this.#end(),
            onArrayEnd: () => this.#end(),
            onObjectProperty: (name, offset) => this.#readKey(name, offset),
            onLiteralValue: (value, offset, length) => this.#add(this.#toScalar(value, offset, length)),
        }, { disallowComments: true });
        while (this.#open.length > 0)
            this.#end();
        return this.#root;
    }
    #begin(offset, members) {
        if (this.#open.length >= node/* DEPTH_LIMIT */.qL) {
            throw new node/* UnreadableDocument */.bq("nested-too-deep", offset, messages/* TOO_DEEP */.gZ);
        }
        this.#open.push({ offset, items: [], members, hasBadKey: false, key: undefined });
    }
    #end() {
        const closed = this.#open.pop();
        if (closed === undefined)
            return;
        const { offset, items, members, hasBadKey } = closed;
        this.#add(members === undefined
            ? { kind: "list", offset, items }
            : { kind: "map", offset, members, damaged: hasBadKey });
    }
    /** Whether no one reads what comes next: it is below a key that begins with `x-`. */
    #isUnread() {
        return this.#open[0]?.key?.name.startsWith("x-") === true && this.#open.length > 1;
    }
    /** Adds a complete node to the collection that is open. */
    #add(node) {
        const parent = this.#open.at(-1);
        if (this.#isUnread()) {
            if (parent !== undefined)
                parent.key = undefined;
            return;
        }
        this.#count(node.offset);
        if (parent === undefined)
            this.#root ??= node;
        else if (parent.members === undefined)
            parent.items.push({ offset: node.offset, node });
        else if (parent.key !== undefined) {
            const { name, offset } = parent.key;
            parent.members.set(name, { keyOffset: offset, isText: true, node });
            parent.key = undefined;
        }
    }
    #count(offset) {
        this.#size += 1;
        if (this.#size > SIZE_LIMIT) {
            throw new node/* UnreadableDocument */.bq("too-many-values", offset, messages/* TOO_MANY_VALUES */.S8);
        }
    }
    #readKey(name, offset) {
        const parent = this.#open.at(-1);
        if (parent?.members === undefined)
            return;
        this.#count(offset);
        parent.key = undefined;
        if (this.#broken.has(offset))
            parent.hasBadKey = true;
        else if ((0,node/* hasLoneSurrogate */.fI)(name)) {
            this.#report("lone-surrogate", offset, messages/* LONE_SURROGATE */.uG);
            parent.hasBadKey = true;
        }
        else if (parent.members.has(name)) {
            this.#report("duplicate-key", offset, (0,messages/* duplicateKey */.Ve)(name));
        }
        else {
            // A placeholder, in case a syntax error leaves the key without a value.
            const node = { kind: "broken", offset };
            parent.members.set(name, { keyOffset: offset, isText: true, node });
            parent.key = { name, offset };
        }
    }
    #toScalar(value, offset, length) {
        if (this.#broken.has(offset))
            return { kind: "broken", offset };
        if (typeof value === "string") {
            if (!(0,node/* hasLoneSurrogate */.fI)(value))
                return { kind: "scalar", offset, value };
            this.#report("lone-surrogate", offset, messages/* LONE_SURROGATE */.uG);
            return { kind: "broken", offset };
        }
        if (typeof value === "number" || typeof value === "boolean") {
            const source = this.#text.slice(offset, offset + length);
            return { kind: "scalar", offset, value, source };
        }
        return { kind: "scalar", offset, value: null };
    }
}


/***/ }),

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


/***/ })

};

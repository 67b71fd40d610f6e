export const id = 132;
export const ids = [132];
export const modules = {

/***/ 3132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runExport: () => (/* binding */ runExport)
});

// EXTERNAL MODULE: ./build/model/message.js
var model_message = __webpack_require__(497);
// EXTERNAL MODULE: ./build/plan/allowance.js
var allowance = __webpack_require__(8904);
;// CONCATENATED MODULE: ./build/export/guards.js


/** In a public repository, everyone could read what an export writes. */
const PUBLIC_REPOSITORY = {
    code: "public-repository",
    message: (0,model_message/* msg */.ab) `This repository is public, or its visibility is not known, and an export writes personal data into its files. If everyone may read them, set redact: never.`,
    accounts: [],
};
/** Checks an export before anything is written. */
function checkExport({ resources, newFiles }, maxRemovals) {
    const isNew = newFiles.length > 0;
    return [
        ...resources.filter((one) => one.live === 0 && (isNew || one.inRoster > 0)).map(emptyVanta),
        ...resources.flatMap((one) => (0,allowance/* ofKind */.CZ)(maxRemovals, "percent").flatMap((limit) => exceeds(limit, one, one.resourceId))),
        ...(0,allowance/* ofKind */.CZ)(maxRemovals, "count").flatMap((limit) => exceeds(limit, total(resources), undefined)),
    ];
}
function emptyVanta({ resourceId, inRoster }) {
    const id = (0,model_message/* quoteExternal */.Qp)(resourceId);
    const message = inRoster === 0
        ? (0,model_message/* msg */.ab) `Vanta has no accounts for resource ${id}, so there is nothing to write. Check resource-id, or write the roster by hand.`
        : (0,model_message/* msg */.ab) `Vanta has no accounts for resource ${id}, so all ${inRoster} in the roster would be taken out. Check the resource ID and the application; if Vanta is right, remove the accounts by hand.`;
    return { code: "empty-vanta", resourceId, message, accounts: [] };
}
function total(resources) {
    return {
        inRoster: resources.reduce((sum, { inRoster }) => sum + inRoster, 0),
        takenOut: resources.flatMap(({ takenOut }) => takenOut),
    };
}
/** A percentage is of each resource, a count of all resources together. */
function exceeds(limit, { inRoster, takenOut }, resourceId) {
    const allowed = (0,allowance/* allowance */.nB)(limit, inRoster);
    if (takenOut.length <= allowed)
        return [];
    const inWords = limit.kind === "count"
        ? `${allowed}`
        : `${allowed} (${limit.value}% of ${inRoster}, rounded up)`;
    return [
        {
            code: "max-removals",
            resourceId,
            counted: { accounts: takenOut.length, whole: inRoster, limit: allowed },
            message: (0,model_message/* msg */.ab) `${takenOut.length} of ${inRoster} accounts in the roster are not in Vanta and would be taken out, and max-removals allows ${inWords}. Check the list; if it is right, raise max-removals for this run.`,
            accounts: takenOut,
        },
    ];
}

// EXTERNAL MODULE: ./build/model/problem.js
var problem = __webpack_require__(9241);
// EXTERNAL MODULE: ./build/plan/plan.js + 3 modules
var plan_plan = __webpack_require__(2826);
// EXTERNAL MODULE: ./build/roster/parse.js + 2 modules
var parse = __webpack_require__(6958);
// EXTERNAL MODULE: ./build/model/account.js
var model_account = __webpack_require__(741);
// EXTERNAL MODULE: ./build/model/file-names.js
var file_names = __webpack_require__(2531);
// EXTERNAL MODULE: ./build/model/order.js
var order = __webpack_require__(4634);
// EXTERNAL MODULE: ./build/plan/rows.js
var plan_rows = __webpack_require__(8693);
// EXTERNAL MODULE: ./build/roster/source.js + 5 modules
var roster_source = __webpack_require__(6817);
// EXTERNAL MODULE: ./build/roster/syntax/document.js + 2 modules
var syntax_document = __webpack_require__(6451);
// EXTERNAL MODULE: ./build/model/equality.js
var equality = __webpack_require__(9440);
// EXTERNAL MODULE: ./build/roster/defaults.js
var defaults = __webpack_require__(5546);
// EXTERNAL MODULE: ./build/roster/fields.js
var fields = __webpack_require__(2785);
// EXTERNAL MODULE: ./build/roster/template.js
var roster_template = __webpack_require__(2030);
;// CONCATENATED MODULE: ./build/export/defaults.js
// What the defaults of a file give to an account.




const UNSET = { state: "unset" };
/**
 * What the defaults give to an account with these values; undefined where they do not have the
 * field. `unset`: a template names a field that the account does not have.
 */
function givenBy({ byField }, field, target) {
    const preset = byField.get(field);
    return preset && fill(preset.state, target);
}
/** The fields that the defaults have, in the order of account.ts. */
function fieldsWithDefault({ byField }) {
    return FIELDS.filter((field) => byField.has(field));
}
function fill(value, target) {
    if (value === fields/* NONE */.x3)
        return { state: "none" };
    if (value === fields/* UNKNOWN */.HV)
        return UNSET;
    if (typeof value !== "object")
        return { state: "value", value };
    if ("template" in value)
        return made(make(value, target));
    if ("size" in value) {
        const entries = [...value].map(([name, one]) => [name, makeLeaf(one, target)]);
        if (entries.some(([, one]) => one === undefined))
            return UNSET;
        return { state: "value", value: Object.fromEntries(entries) };
    }
    const list = value.map((one) => makeLeaf(one, target));
    return list.some((one) => one === undefined) ? UNSET : { state: "value", value: list };
}
function makeLeaf(leaf, target) {
    return typeof leaf === "object" ? make(leaf, target) : leaf;
}
function made(text) {
    return text === undefined ? UNSET : { state: "value", value: text };
}
function make({ template, rule }, target) {
    return (0,roster_template/* expand */.fT)(template, (field) => {
        const value = target.get(field);
        return typeof value === "string" ? (0,defaults/* encodeFor */.SN)(rule, value) : undefined;
    });
}

// EXTERNAL MODULE: ./build/model/problem-codes.js
var problem_codes = __webpack_require__(4722);
// EXTERNAL MODULE: ./build/roster/formats.js
var formats = __webpack_require__(194);
// EXTERNAL MODULE: ./build/roster/syntax/node.js
var node = __webpack_require__(1826);
;// CONCATENATED MODULE: ./build/export/value-node.js
// A value of a row \u2192 the node that the reader of rosters would have of it.

/** The node of a value. `onFlaw`: no file can have it. */
function toNode(value, onFlaw, depth = 1) {
    const offset = 0;
    if (typeof value === "object" && value !== null) {
        if (depth > node/* DEPTH_LIMIT */.qL) {
            onFlaw();
            return { kind: "broken", offset };
        }
        if (Array.isArray(value)) {
            const items = value.map((one) => ({ offset, node: toNode(one, onFlaw, depth + 1) }));
            return { kind: "list", offset, items };
        }
        const members = Object.entries(value).map(([name, one]) => {
            if ((0,node/* hasLoneSurrogate */.fI)(name))
                onFlaw();
            return [name, { keyOffset: offset, isText: true, node: toNode(one, onFlaw, depth + 1) }];
        });
        return { kind: "map", offset, members: new Map(members), damaged: false };
    }
    if (typeof value === "string" && (0,node/* hasLoneSurrogate */.fI)(value))
        onFlaw();
    if (typeof value === "string")
        return { kind: "scalar", offset, value };
    const isPlain = typeof value === "number" || typeof value === "boolean";
    return isPlain
        ? { kind: "scalar", offset, value, source: String(value) }
        : { kind: "scalar", offset, value: null };
}

;// CONCATENATED MODULE: ./build/export/target.js
// What an account of a roster has to say so that it means a row of Vanta's.






/** The target for a row that no roster has yet. */
function targetOf(row) {
    const target = new Map();
    for (const field of model_account/* FIELDS */.cJ) {
        const value = row[field];
        if ((0,equality/* isAbsent */.W0)(field, value) || value === null)
            continue;
        target.set(field, model_account/* ACCOUNT_FIELDS */.ai[field].kind === "timestamp" ? toTimestamp(value) : value);
    }
    return target;
}
/** The target for an account of a roster, whose activity fields stay as they are in the roster. */
function targetBeside(row, account) {
    const target = new Map(targetOf(row));
    for (const field of model_account/* FIELDS */.cJ.filter((one) => model_account/* ACCOUNT_FIELDS */.ai[one].activity)) {
        const value = account[field];
        if ((0,equality/* isAbsent */.W0)(field, value))
            target.delete(field);
        else
            target.set(field, value);
    }
    return target;
}
/** Whether a roster may have an account with these values: asked of the reader of rosters. */
function isValidTarget(target) {
    let isValid = true;
    const refuse = () => {
        isValid = false;
    };
    const report = (code) => {
        if (problem_codes/* PROBLEM_CODES */.z[code] === "error")
            refuse();
    };
    const root = toNode([Object.fromEntries(target)], refuse);
    const locationAt = () => ({ file: "", line: 1, column: 1 });
    // The time matters to warnings only.
    (0,roster_source/* readSource */.o)({ path: "", root, locationAt, report }, new Date(0));
    return isValid;
}
/** Vanta may return timestamps in another form than the one that a roster needs. */
function toTimestamp(value) {
    if (typeof value !== "string" || (0,formats/* isTimestamp */.Fx)(value))
        return value;
    const instant = (0,equality/* parseInstant */.nV)(value);
    return instant === undefined ? value : new Date(instant).toISOString();
}

;// CONCATENATED MODULE: ./build/export/compare.js
// One roster file against the rows of its resource: what each account must say, who is taken out.







/** Compares the accounts of a valid file with the live rows, by `uniqueId`. */
function compareFile(source, rows) {
    const defaults = defaultsOf(source);
    const changed = [];
    const takenOut = [];
    const items = itemsOf(source);
    for (const [index, { account }] of source.accounts.entries()) {
        const node = items[index]?.node;
        if (account === undefined || node?.kind !== "map") {
            throw new Error("an account of a valid roster cannot be read again");
        }
        const row = rows.get(account.uniqueId);
        if (row === undefined) {
            takenOut.push({ index, account });
            continue;
        }
        const fields = (0,plan_rows/* changedFields */.E0)(account, row);
        if (fields.length === 0)
            continue;
        const target = targetBeside(row, account);
        const settings = settingsFor(node, target, defaults);
        const isValid = isValidTarget(target);
        changed.push({ index, account, target, settings, fields, isValid });
    }
    return { changed, takenOut };
}
/** The fields that a new account of a file has to have itself, so that it means the row. */
function fieldsFor(row, defaults) {
    const target = targetOf(row);
    const fields = [["uniqueId", row.uniqueId]];
    for (const field of model_account/* FIELDS */.cJ.filter((one) => one !== "uniqueId")) {
        const given = givenBy(defaults, field, target);
        const value = target.get(field);
        const isGiven = given?.state === "value" && (0,equality/* sameValue */.eE)(field, given.value, value);
        if (target.has(field)) {
            if (!isGiven)
                fields.push([field, value]);
        }
        else if (given !== undefined && given.state !== "none" && !isGiven)
            fields.push([field, null]);
    }
    return fields;
}
/** The defaults of a valid file. */
function defaultsOf({ document: { root } }) {
    const node = root.kind === "map" ? root.members.get("defaults")?.node : undefined;
    return node === undefined ? defaults/* NO_DEFAULTS */.p_ : (0,defaults/* readDefaults */.D8)(node, () => undefined);
}
function itemsOf({ document: { root } }) {
    const list = root.kind === "map" ? root.members.get("resources")?.node : root;
    return list?.kind === "list" ? [...list.items] : [];
}
/** The fields that an account must change so that it means the target. */
function settingsFor({ members }, target, defaults) {
    const settings = new Map();
    for (const field of model_account/* FIELDS */.cJ.filter((one) => one !== "uniqueId")) {
        const member = members.get(field);
        const given = givenBy(defaults, field, target);
        const now = member === undefined ? givenValue(given) : valueIn(field, member.node);
        const value = target.get(field);
        const isRight = member === undefined && given?.state === "unset" ? false : (0,equality/* sameValue */.eE)(field, now, value);
        if (isRight)
            continue;
        const hasDefault = given !== undefined && given.state !== "none";
        settings.set(field, target.has(field) ? { kind: "value", value } : { kind: "none", hasDefault });
    }
    return settings;
}
function givenValue(given) {
    return given?.state === "value" ? given.value : undefined;
}
/** The value of a field as it is written; undefined for `null`. */
function valueIn(field, node) {
    const state = (0,fields/* readField */.dR)(field, node, (0,fields/* textsAsWritten */.gE)(() => undefined));
    return (0,fields/* isValue */.ml)(state) ? (0,fields/* toPlainValue */.dq)(state) : undefined;
}

;// CONCATENATED MODULE: ./build/export/plan-export.js
// Roster files and current accounts \u2192 what an export has to change in each file. No text is edited
// here.







/** Whether an export has something to do in a file. */
function isChanged({ difference: { changed, takenOut }, appended }) {
    return changed.length + takenOut.length + appended.length > 0;
}
/** Compares the files with the rows. */
async function planExport(request) {
    if (request.files.length === 0)
        return planNew(request);
    const sources = await readSources(request);
    const planned = request.resources.map(({ resourceId, rows }) => {
        const live = (0,plan_rows/* liveRows */.Y6)(rows);
        const files = planFiles(resourceId, live, sources, request);
        return { files, tally: tally(resourceId, live, files) };
    });
    const all = planned.flatMap(({ files }) => files);
    const unchanged = all.reduce((sum, { source, difference: { changed, takenOut } }) => sum + source.accounts.length - changed.length - takenOut.length, 0);
    return { files: all, newFiles: [], resources: planned.map((one) => one.tally), unchanged };
}
function planNew({ resources, exportFile }) {
    const paths = (0,file_names/* newFiles */.ei)(exportFile, resources.map(({ resourceId }) => resourceId));
    const made = resources.map(({ resourceId, rows }) => ({
        path: paths.get(resourceId) ?? exportFile,
        resourceId,
        rows: (0,plan_rows/* liveRows */.Y6)(rows),
    }));
    return {
        files: [],
        newFiles: made,
        resources: made.map(({ resourceId, rows }) => tally(resourceId, rows, [])),
        unchanged: 0,
    };
}
function tally(resourceId, live, files) {
    return {
        resourceId,
        live: live.length,
        inRoster: files.reduce((sum, { source }) => sum + source.accounts.length, 0),
        takenOut: files.flatMap(({ difference }) => difference.takenOut.map(({ account }) => account.uniqueId)),
    };
}
async function readSources(request) {
    const { files, resourceId, now } = request;
    const sorted = [...files].sort((one, other) => (0,order/* compareText */.n6)(one.path, other.path));
    const sources = [];
    for (const file of sorted) {
        const document = await (0,syntax_document/* parseDocument */.Tp)(file, () => undefined);
        if (document === undefined)
            throw new Error("a valid roster file cannot be read again");
        const source = (0,roster_source/* readSource */.o)(document, now);
        const { resourceId: own } = source;
        sources.push({ file, source, resourceId: typeof own === "string" ? own : resourceId });
    }
    return sources;
}
function planFiles(resourceId, rows, sources, { exportFile }) {
    const own = sources.filter((one) => one.resourceId === resourceId);
    const live = new Map(rows.map((row) => [row.uniqueId, row]));
    const known = new Set();
    for (const { source } of own) {
        for (const { account } of source.accounts)
            known.add(account?.uniqueId);
        for (const { uniqueId } of source.forget)
            known.add(uniqueId);
    }
    // A DEACTIVATED row that is in no file is a leaver, whom a sync carries, expires or deletes.
    const missing = rows.filter((row) => !known.has(row.uniqueId) && (0,model_account/* isActive */.$m)(row));
    const last = own.find(({ file }) => file.path === exportFile) ?? own.at(-1);
    return own.map(({ file, source }) => ({
        file,
        source,
        resourceId,
        difference: compareFile(source, live),
        appended: file === last?.file ? missing : [],
    }));
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./build/roster/syntax/ranges-json.js
// The ranges of a JSON text, from the tree of jsonc-parser.

/** The ranges of a valid JSON text. */
function rangesOfJson(text) {
    const errors = [];
    const tree = (0,main.parseTree)(text, errors, { disallowComments: true });
    return tree && { root: toRange(tree), aliases: [], hasErrors: errors.length > 0 };
}
function toRange(node) {
    const { type, offset: start, length, children = [] } = node;
    const whole = { start, end: start + length, wholeStart: start, hasTag: false };
    if (type === "array") {
        const entries = children.map((child) => {
            const value = toRange(child);
            return { start: value.start, end: value.end, value };
        });
        return { kind: "list", isFlow: true, ...whole, entries };
    }
    if (type === "object") {
        return { kind: "map", isFlow: true, ...whole, entries: children.flatMap(toMember) };
    }
    const style = type === "string" ? "double" : "plain";
    return { kind: "scalar", style, value: node.value, ...whole };
}
function toMember({ children = [], colonOffset }) {
    const [key, value] = children;
    if (key === undefined || value === undefined)
        return [];
    const range = toRange(value);
    const keyEnd = key.offset + key.length;
    return [
        {
            name: String(key.value),
            isMerge: false,
            key: { start: key.offset, end: keyEnd },
            colonEnd: (colonOffset ?? keyEnd) + 1,
            start: key.offset,
            end: range.end,
            value: range,
        },
    ];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/roster/syntax/ranges-yaml.js
// The ranges of a YAML text, from the document of the yaml package. Its own ranges of collections
// include comments and line ends after them; ours end where the last value does.

/** The ranges of a valid YAML text. */
function rangesOfYaml(source) {
    // As in yaml.ts: a lone CR ends a line, and all offsets stay.
    const text = source.replace(/\r(?!\n)/g, "\n");
    const { contents, errors } = (0,dist/* parseDocument */.Tp)(text, {
        schema: "core",
        merge: false,
        uniqueKeys: false,
        resolveKnownTags: false,
        keepSourceTokens: true,
        logLevel: "error",
    });
    if (contents === null)
        return undefined;
    const reader = new RangeReader(text);
    const root = reader.read(contents, contents.range[0], contents.range[0]);
    return { root, aliases: reader.aliases, hasErrors: errors.length > 0 };
}
class RangeReader {
    aliases = [];
    #text;
    #anchors = new Map();
    constructor(text) {
        this.#text = text;
    }
    /** `wholeStart`: where its anchor or tag begins. `empty`: where a value that is absent would be. */
    read(node, wholeStart, empty) {
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = this.#anchors.get(node.source);
            if (target === undefined)
                throw new Error("an alias without an anchor");
            const range = rangeOf(node.range, empty);
            const alias = {
                kind: "alias",
                ...range,
                wholeStart: range.start,
                hasTag: false,
                target,
            };
            this.aliases.push(alias);
            return alias;
        }
        const target = this.#readTarget(node, wholeStart, empty);
        const anchor = (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) ? node.anchor : undefined;
        if (anchor !== undefined)
            this.#anchors.set(anchor, target);
        return target;
    }
    #readTarget(node, wholeStart, empty) {
        const hasTag = ((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) && node.tag !== undefined;
        const whole = { wholeStart, hasTag };
        if ((0,dist/* isMap */.jh)(node))
            return { ...this.#readMap(node), ...whole };
        if ((0,dist/* isSeq */.oP)(node))
            return { ...this.#readList(node), ...whole };
        if (!(0,dist/* isScalar */.jn)(node)) {
            return { kind: "scalar", style: "plain", value: null, start: empty, end: empty, ...whole };
        }
        return { kind: "scalar", ...this.#rangeOfScalar(node, empty), ...whole };
    }
    #rangeOfScalar(node, empty) {
        const { start, end } = rangeOf(node.range, empty);
        const style = STYLES.get(node.type ?? "PLAIN") ?? "plain";
        // The line end after a block text belongs to it for the package.
        const content = this.#text.slice(start, end);
        const written = style === "block" ? start + content.trimEnd().length : end;
        return { start, end: written, style, value: node.value };
    }
    #readMap(node) {
        const { start, end } = rangeOf(node.range, 0);
        const entries = node.items.map((pair) => this.#readMember(pair, start));
        const isFlow = node.flow === true;
        return {
            kind: "map",
            isFlow,
            start,
            end: isFlow ? end : endOf(entries, end),
            entries,
        };
    }
    #readMember(pair, fallback) {
        const { start, sep } = tokensOf(pair);
        const keyStart = firstOffset(start, PROPERTIES) ?? startOf(pair.key) ?? fallback;
        const key = this.read(pair.key, keyStart, keyStart);
        const colon = firstOffset(sep, ["map-value-ind"]);
        const colonEnd = colon === undefined ? key.end : colon + 1;
        const properties = firstOffset(sep, PROPERTIES);
        const value = this.read(pair.value, properties ?? startOf(pair.value) ?? colonEnd, colonEnd);
        const isPlain = (0,dist/* isScalar */.jn)(pair.key) && pair.key.type === "PLAIN";
        const name = (0,dist/* isScalar */.jn)(pair.key) ? (pair.key.source ?? String(pair.key.value)) : "";
        return {
            name,
            isMerge: isPlain && name === "<<",
            key: { start: key.start, end: key.end },
            colonEnd,
            value,
            start: firstOffset(start, ["explicit-key-ind", ...PROPERTIES]) ?? key.start,
            end: Math.max(value.end, colonEnd),
        };
    }
    #readList(node) {
        const { start, end } = rangeOf(node.range, 0);
        const token = node.srcToken;
        const tokens = token !== undefined && "items" in token ? token.items : [];
        const isFlow = node.flow === true;
        const entries = node.items.map((item, index) => {
            const before = tokens[index]?.start;
            const dash = firstOffset(before, ["seq-item-ind"]);
            const properties = firstOffset(before, PROPERTIES);
            const at = startOf(item) ?? (dash === undefined ? start : dash + 1);
            const value = this.read(item, properties ?? at, at);
            return { start: dash ?? value.wholeStart, end: value.end, value };
        });
        return {
            kind: "list",
            isFlow,
            start,
            end: isFlow ? end : endOf(entries, end),
            entries,
        };
    }
}
const STYLES = new Map([
    ["QUOTE_SINGLE", "single"],
    ["QUOTE_DOUBLE", "double"],
    ["BLOCK_LITERAL", "block"],
    ["BLOCK_FOLDED", "block"],
]);
const PROPERTIES = ["anchor", "tag"];
function tokensOf({ srcToken }) {
    return { start: srcToken?.start, sep: srcToken?.sep };
}
function firstOffset(tokens, types) {
    return tokens?.find(({ type }) => types.includes(type))?.offset;
}
function startOf(node) {
    const isNode = (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isAlias */.Vj)(node);
    return isNode ? (node.range?.[0] ?? undefined) : undefined;
}
function rangeOf(range, fallback) {
    return { start: range?.[0] ?? fallback, end: range?.[1] ?? fallback };
}
function endOf(entries, fallback) {
    return entries.at(-1)?.end ?? fallback;
}

;// CONCATENATED MODULE: ./build/roster/syntax/ranges.js
// Where everything in the text of a roster begins and ends, for edits of the text itself. Only for
// texts that parseDocument accepted, or where hasErrors is looked at.



/** Finds the ranges of a text without byte order mark. Undefined where it has no content. */
function rangesOf(path, text) {
    return (0,file_names/* isJson */.Fh)(path) ? rangesOfJson(text) : rangesOfYaml(text);
}
/** The value itself, where an alias stands for it. */
function resolveAlias(node) {
    return node.kind === "alias" ? node.target : node;
}

// EXTERNAL MODULE: ./build/model/format.js
var format = __webpack_require__(2359);
;// CONCATENATED MODULE: ./build/export/write.js
// Values \u2192 text that means the same in YAML 1.2 and to readers of YAML 1.1, on one line; and in
// JSON.

const JSON_STYLE = { isJson: true, quotes: "double" };
const YAML_STYLE = { isJson: false, quotes: "plain" };
/**
 * Texts that mean the same without quotes to every reader, in block and in flow collections. They
 * begin with a letter, so that none is a number or a timestamp.
 */
const SAFE = /^\p{L}(?:[\p{L}\p{M}\p{N} ._@/+()'-]*[\p{L}\p{M}\p{N}.@/+()'-])?$/u;
/** Words that YAML 1.1 or 1.2 takes for something else than a text. */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
/**
 * What readers of YAML 1.1 take for a line end or refuse, and what hides or reorders text. Written
 * as an escape.
 */
const ESCAPED = 
// biome-ignore lint/suspicious/noControlCharactersInRegex: it finds control characters
/[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\u0000-\u001f]/g;
/** A value of any form. Collections are in flow style. */
function writeValue(value, style) {
    if (typeof value === "string")
        return writeText(value, style);
    if (Array.isArray(value)) {
        return `[${value.map((one) => writeValue(one, style)).join(", ")}]`;
    }
    if (typeof value !== "object" || value === null)
        return JSON.stringify(value) ?? "null";
    const members = Object.entries(value).map(([key, inner]) => `${writeKey(key, style)} ${writeValue(inner, style)}`);
    return members.length === 0 ? "{}" : `{${members.join(", ")}}`;
}
/** A text. */
function writeText(value, { isJson, quotes }) {
    const isPlain = !isJson && SAFE.test(value) && !WORDS.test(value);
    if (isPlain && quotes === "plain")
        return value;
    const quoted = JSON.stringify(value).replace(ESCAPED, format/* escapeCharacter */.Vg);
    const canBeSingle = quoted === `"${value}"`;
    return quotes === "single" && !isJson && canBeSingle
        ? `'${value.replaceAll("'", "''")}'`
        : quoted;
}
/** The longest key that YAML allows without a question mark before it, in UTF-16 units. */
const KEY_LIMIT = 1000;
/** A key with its colon. In YAML it has quotes only where it needs them. */
function writeKey(key, style) {
    const text = writeText(key, style.isJson ? style : YAML_STYLE);
    return !style.isJson && text.length > KEY_LIMIT ? `? ${text} :` : `${text}:`;
}

;// CONCATENATED MODULE: ./build/export/quote-style.js

/** The style that all texts among these values have; undefined where there is none. */
function commonQuotes(values) {
    const styles = values.flatMap((value) => value.kind === "scalar" && typeof value.value === "string" ? [value.style] : []);
    const [first] = styles;
    if (first === undefined)
        return undefined;
    return first !== "block" && styles.every((style) => style === first) ? first : "plain";
}
/** How to write beside these values in YAML. */
function yamlStyleBeside(values) {
    return { isJson: false, quotes: commonQuotes(values) ?? "plain" };
}
/** How many accounts before a new one show how it is written. */
const NEIGHBOURS = 10;
/** How to write the fields of a new account: as those before it write the same field, else all. */
function styleAfter(accounts) {
    const maps = accounts
        .slice(-NEIGHBOURS)
        .flatMap(({ value }) => (value.kind === "map" ? [value] : []));
    const members = maps.flatMap(({ entries }) => entries);
    const general = yamlStyleBeside(members.map(({ value }) => value));
    return (field) => {
        const own = members.filter(({ name }) => name === field).map(({ value }) => value);
        const quotes = commonQuotes(own);
        return quotes === undefined ? general : { ...YAML_STYLE, quotes };
    };
}

;// CONCATENATED MODULE: ./build/export/text-editor.js
// Edits of a text by the ranges of its values. Everything else stays as it is, byte for byte.





/** Thrown where a change of the text would change the meaning of something else. */
class CannotEdit extends Error {
    name = "CannotEdit";
    offset;
    explanation;
    constructor(offset, explanation) {
        super("the text cannot be edited");
        this.offset = offset;
        this.explanation = explanation;
    }
}
/** A text, where everything is in it, and the edits to make. */
class TextEditor {
    text;
    path;
    isJson;
    ranges;
    /** The line end of the text. */
    lineBreak;
    #edits = [];
    constructor(path, text) {
        const ranges = rangesOf(path, text);
        if (ranges === undefined)
            throw new Error("a valid roster file has no content");
        this.text = text;
        this.path = path;
        this.isJson = (0,file_names/* isJson */.Fh)(path);
        this.ranges = ranges;
        this.lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
    }
    replace(start, end, text) {
        this.#edits.push({ start, end, text });
    }
    /** Several insertions at one place keep their order. */
    insert(at, text) {
        this.replace(at, at, text);
    }
    /** The text with all edits. */
    apply() {
        const sorted = this.#edits
            .map((edit, index) => ({ ...edit, index }))
            .sort((one, other) => one.start - other.start || one.end - other.end || one.index - other.index);
        let done = 0;
        let result = "";
        for (const { start, end, text } of sorted) {
            // Two parts that go may overlap: the line end between two lines, say.
            if (start < done && text !== "") {
                throw new CannotEdit(start, (0,model_message/* msg */.ab) `Two changes concern the same text.`);
            }
            result += this.text.slice(done, Math.max(start, done)) + text;
            done = Math.max(end, done);
        }
        return result + this.text.slice(done);
    }
    lineStart(at) {
        let start = at;
        while (start > 0 && !isLineEnd(this.text[start - 1]))
            start -= 1;
        return start;
    }
    /** The end of the line without its line end. */
    lineEnd(at) {
        LINE_END.lastIndex = at;
        return LINE_END.exec(this.text)?.index ?? this.text.length;
    }
    /** The start of the next line; the end of the text where there is none. */
    nextLine(at) {
        const end = this.lineEnd(at);
        return end + (this.text.startsWith("\r\n", end) ? 2 : Number(end < this.text.length));
    }
    column(at) {
        return at - this.lineStart(at);
    }
    /** Whether only white space is before it on its line. A line may be the whole file. */
    isFirstOnLine(at) {
        const before = this.spaceBefore(at);
        return before === 0 || isLineEnd(this.text[before - 1]);
    }
    /** Where the spaces and tabs before a place begin. */
    spaceBefore(at) {
        let start = at;
        while (this.text[start - 1] === " " || this.text[start - 1] === "\t")
            start -= 1;
        return start;
    }
    /** Whether only white space or a comment follows on the line. */
    isLastOnLine(at) {
        let after = at;
        while (this.text[after] === " " || this.text[after] === "\t")
            after += 1;
        const next = this.text[after];
        if (next === undefined || isLineEnd(next))
            return true;
        return next === "#" && !this.isJson && after > at;
    }
    /** The white space at the start of a line. */
    indentOf(at) {
        const start = this.lineStart(at);
        return /^[ \t]*/.exec(this.text.slice(start, this.lineEnd(at)))?.[0] ?? "";
    }
    /** Takes whole lines away: those from one place to another. */
    removeLines(from, to) {
        const start = this.lineStart(from);
        const end = this.nextLine(to);
        // Without a line end after them, the one before them goes.
        const isUnended = end === this.text.length && end === this.lineEnd(to) && start > 0;
        this.replace(isUnended ? this.endOfLineBefore(start) : start, end, "");
    }
    /** The end, without its line end, of the line before the one that starts here. */
    endOfLineBefore(start) {
        return start - (this.text.startsWith("\r\n", start - 2) ? 2 : 1);
    }
    /** How to write values into this one, or in place of it. */
    styleBeside(node) {
        if (this.isJson)
            return JSON_STYLE;
        if (node.kind === "scalar")
            return YAML_STYLE;
        const quotesKeys = node.kind === "map" && node.isFlow && this.text[node.entries[0]?.key.start ?? -1] === '"';
        return quotesKeys ? JSON_STYLE : yamlStyleBeside(node.entries.map(({ value }) => value));
    }
}
const LINE_END = /[\r\n]/g;
function isLineEnd(character) {
    return character === "\n" || character === "\r";
}

;// CONCATENATED MODULE: ./build/export/block.js
// Edits of block collections of YAML, whose entries are on lines of their own.


/** Whether an entry can be taken out with its lines. */
function hasOwnLines(editor, entry) {
    return editor.isFirstOnLine(entry.start) && editor.isLastOnLine(entry.end);
}
/** Takes an entry out with its lines. */
function removeBlockEntry(editor, entry) {
    if (!hasOwnLines(editor, entry))
        throw new CannotEdit(entry.start, NOT_ON_OWN_LINES);
    editor.removeLines(entry.start, entry.end);
}
const NOT_ON_OWN_LINES = (0,model_message/* msg */.ab) `This value shares its line with something else. Write it on a line of its own.`;
/** Adds lines after the last entry, with the indentation of the entries. */
function addBlockEntries(editor, collection, texts) {
    const last = collection.entries.at(-1);
    if (last === undefined)
        throw new CannotEdit(collection.start, NOT_ON_OWN_LINES);
    const indent = blockIndent(editor, last);
    const lines = texts.map((text) => `${editor.lineBreak}${indent}${text}`);
    editor.insert(editor.lineEnd(last.end), lines.join(""));
}
/** The indentation of the entries of a collection, of which this is one. */
function blockIndent(editor, { start }) {
    const before = editor.text.slice(editor.lineStart(start), start);
    if (before.includes("\t"))
        throw new CannotEdit(start, (0,model_message/* msg */.ab) `There is a tab before this value.`);
    return " ".repeat(before.length);
}
/** Writes a value on one line in place of a block collection. A comment after its key stays. */
function replaceBlockValue(editor, { colonEnd }, value, text) {
    if (!hasOwnLines(editor, value))
        throw new CannotEdit(value.start, NOT_ON_OWN_LINES);
    const head = editor.text.slice(colonEnd, editor.lineStart(value.start));
    if (/^\s*[&!]/.test(head))
        throw new CannotEdit(value.start, NOT_ON_OWN_LINES);
    editor.insert(colonEnd, ` ${text}`);
    editor.removeLines(value.start, value.end);
}

;// CONCATENATED MODULE: ./build/export/flow.js
/**
 * Takes entries out, each with its comma, and with what is above it from the line that `leadOf`
 * returns. Comments of the others stay.
 */
function removeFlowEntries(editor, { entries, start, end }, removed, leadOf) {
    if (removed.size === 0)
        return;
    if (removed.size === entries.length && !hasCommentBetween(editor, { entries, start, end })) {
        editor.replace(start + 1, end - 1, "");
        return;
    }
    const kept = entries.findLastIndex((_, index) => !removed.has(index));
    for (const [index, entry] of entries.entries()) {
        if (!removed.has(index))
            continue;
        const lead = leadOf?.(index) ?? editor.lineStart(entry.start);
        cutEntry(editor, entry, { isTail: index > kept, lead, open: start + 1 });
    }
    const comma = commaAfter(editor, entries[kept]);
    const isTrailing = commaAfter(editor, entries.at(-1)) !== undefined;
    if (comma !== undefined && !isTrailing && kept < entries.length - 1) {
        editor.replace(comma, comma + 1, "");
    }
}
/** Whether there are comments in the brackets, apart from those in an entry. */
function hasCommentBetween({ isJson, text }, { entries, start, end }) {
    if (isJson)
        return false;
    const ends = [start + 1, ...entries.map((entry) => entry.end)];
    return ends.some((from, index) => text.slice(from, entries[index]?.start ?? end).includes("#"));
}
function cutEntry(editor, entry, { isTail, lead, open }) {
    const { start } = entry;
    const end = endWithComma(editor, entry);
    const isFirst = editor.isFirstOnLine(start);
    const isLast = editor.isLastOnLine(end);
    if (isFirst && (isLast || isTail))
        editor.replace(lead, editor.lineStart(start), "");
    const isAfterOther = !isFirst && /\S/.test(editor.text.slice(open, start));
    if (isFirst && isLast)
        editor.removeLines(start, end);
    // A comment after it on its line is about it.
    else if (isLast && !isAfterOther)
        editor.replace(start, editor.lineEnd(end), "");
    else if (!isAfterOther)
        cutFromLine(editor, entry, start, spaceAfter(editor, end));
    else if (isTail)
        cutFromLine(editor, entry, editor.spaceBefore(start), end);
    else {
        const from = isLast ? editor.spaceBefore(start) : start;
        cutFromLine(editor, entry, from, spaceAfter(editor, end));
    }
}
function endWithComma(editor, entry) {
    const comma = commaAfter(editor, entry);
    return comma === undefined ? entry.end : comma + 1;
}
/** Cuts an entry and its comma, but not a comment between them. */
function cutFromLine(editor, entry, from, to) {
    const comma = commaAfter(editor, entry);
    const hasComment = comma !== undefined && /\S/.test(editor.text.slice(entry.end, comma));
    editor.replace(from, hasComment ? entry.end : to, "");
    if (hasComment)
        editor.replace(comma, to, "");
}
/** Where the white space after a place ends, if more than a comment follows it on the line. */
function spaceAfter(editor, at) {
    if (editor.isLastOnLine(at))
        return at;
    const space = /[ \t]*/y;
    space.lastIndex = at;
    space.test(editor.text);
    return Math.max(at, space.lastIndex);
}
/** Where the comma after an entry is; undefined where there is none. */
function commaAfter(editor, entry) {
    if (entry === undefined)
        return undefined;
    const space = editor.isJson ? /[ \t\r\n]*/y : /(?:\s|(?<=\s)#[^\r\n]*)*/y;
    space.lastIndex = entry.end;
    space.test(editor.text);
    const at = space.lastIndex === 0 ? entry.end : space.lastIndex;
    return editor.text[at] === "," ? at : undefined;
}
/** Adds entries after the last one, in the form of those that are there. */
function addFlowEntries(editor, collection, texts) {
    const { entries, start, end } = collection;
    const last = entries.at(-1);
    if (texts.length === 0)
        return;
    if (last === undefined) {
        editor.replace(start + 1, end - 1, texts.join(", "));
        return;
    }
    const comma = commaAfter(editor, last);
    const isOpen = editor.isFirstOnLine(last.start) && editor.lineEnd(comma ?? last.end) < end - 1;
    if (!isOpen) {
        const between = separator(editor, entries);
        editor.insert(last.end, texts.map((text) => `${between}${text}`).join(""));
        return;
    }
    const indent = editor.indentOf(last.start);
    const lines = texts.map((text) => `${editor.lineBreak}${indent}${text}`).join(",");
    if (comma === undefined)
        editor.insert(last.end, ",");
    editor.insert(editor.lineEnd(comma ?? last.end), comma === undefined ? lines : `${lines},`);
}
/** What is between the last two entries, where that is only a comma and white space. */
function separator(editor, entries) {
    const [one, other] = entries.slice(-2);
    const between = other === undefined ? "" : editor.text.slice(one?.end, other.start);
    return /^,[ \t]*$/.test(between) ? between : isCompact(editor) ? "," : ", ";
}
/** How much of a text shows whether it has space between its values, in UTF-16 units. */
const SAMPLE = 1000;
/** Whether a text is JSON without space between its values. */
function isCompact({ isJson, text }) {
    const sample = text.slice(0, SAMPLE).replace(/"(?:[^"\\]|\\.)*"?/g, "");
    return isJson && !/\s/.test(sample.trimEnd());
}

;// CONCATENATED MODULE: ./build/export/take-out.js
// Takes accounts out of the text of a roster, each with the comment directly above it.



const IS_USED = (0,model_message/* msg */.ab) `It has an anchor that is used elsewhere in this file. Move the anchor there first.`;
const NOT_AT_START = (0,model_message/* msg */.ab) `Its line begins with something else.`;
/** Looks for flaws of taking these accounts out. */
function flawFinder(editor, { list, colonEnd }, removed, sharing) {
    const gone = list.entries.filter((_, at) => removed.has(at));
    const isAnchored = list.wholeStart < list.start && gone.length === list.entries.length;
    return (index) => {
        const item = list.entries[index];
        if (item === undefined)
            return undefined;
        if (sharing.hasUsedAnchor(item, gone))
            return new CannotEdit(item.start, IS_USED);
        if (list.isFlow)
            return undefined;
        const isPlain = editor.isFirstOnLine(item.start) && (colonEnd === undefined || !isAnchored);
        return isPlain ? undefined : new CannotEdit(item.start, NOT_AT_START);
    };
}
/** Takes accounts out. All of them can be taken out, as `flawFinder` says. */
function takeOut(editor, { list, colonEnd }, removed) {
    if (removed.size === 0)
        return;
    if (list.isFlow) {
        removeFlowEntries(editor, list, removed, (index) => leadStart(editor, list, index, list.start));
        return;
    }
    const [first] = list.entries;
    if (removed.size === list.entries.length && first !== undefined) {
        // A list without entries cannot be left out.
        if (colonEnd !== undefined)
            editor.insert(colonEnd, " []");
        else
            editor.insert(leadStart(editor, list, 0, 0), `[]${editor.lineBreak}`);
    }
    const lastKept = list.entries.findLastIndex((_, index) => !removed.has(index));
    for (const index of removed) {
        const lead = leadStart(editor, list, index, colonEnd ?? 0);
        // What parts the last account from those before it would part nothing.
        const isParted = index > lastKept && index > 0;
        const start = isParted ? emptyLinesBefore(editor, lead, colonEnd ?? 0) : lead;
        editor.replace(start, tailEnd(editor, list, index), "");
    }
}
/** Where the empty lines directly above a line begin, at most up to the line of a place. */
function emptyLinesBefore(editor, line, limit) {
    const first = editor.nextLine(limit);
    let start = line;
    while (start > first) {
        const above = editor.lineStart(editor.endOfLineBefore(start));
        if (editor.text.slice(above, start).trim() !== "")
            break;
        start = above;
    }
    return start;
}
const COMMENT = /^([ \t]*)#/;
/** Says which schema the whole file has. */
const MODELINE = /^\s*#\s*yaml-language-server:/;
/** Where an account begins, with the comment lines directly above it. */
function leadStart(editor, { entries }, index, listStart) {
    const item = entries[index];
    if (item === undefined)
        return editor.text.length;
    const before = entries[index - 1];
    const first = before === undefined && listStart === 0 ? 0 : editor.nextLine(before?.end ?? listStart);
    let start = editor.lineStart(item.start);
    while (start > first) {
        const above = editor.lineStart(editor.endOfLineBefore(start));
        if (!isCommentOf(editor, item, above))
            break;
        start = above;
    }
    return start;
}
/** Whether this line is a comment that is not indented deeper than the account's dash. */
function isCommentOf(editor, item, line) {
    const text = editor.text.slice(line, editor.lineEnd(line));
    const indent = COMMENT.exec(text)?.[1]?.length;
    return indent !== undefined && indent <= editor.column(item.start) && !MODELINE.test(text);
}
/**
 * Where the text after an account begins: the next comment that is not indented deeper than its
 * dash, or the next account. Empty lines after the last account stay.
 */
function tailEnd(editor, { entries }, index) {
    const item = entries[index];
    if (item === undefined)
        return editor.text.length;
    const next = entries[index + 1];
    const limit = next === undefined ? editor.text.length : editor.lineStart(next.start);
    let end = editor.nextLine(item.end);
    for (let line = end; line < limit; line = editor.nextLine(line)) {
        const text = editor.text.slice(line, editor.lineEnd(line));
        const isBlank = text.trim() === "";
        const isDeep = COMMENT.test(text) && !isCommentOf(editor, item, line);
        if (!isBlank && !isDeep)
            break;
        if (isDeep || next !== undefined)
            end = editor.nextLine(line);
    }
    return end;
}
/** Whether the accounts of a list are parted by empty lines. */
function hasEmptyLines(editor, list) {
    const last = list.entries.length - 1;
    const before = list.entries[last - 1];
    if (before === undefined)
        return false;
    const between = editor.text.slice(editor.nextLine(before.end), leadStart(editor, list, last, 0));
    return /^[ \t]*(?:\r|\n)/.test(between);
}

;// CONCATENATED MODULE: ./build/export/append.js
// Appends accounts to the list in the text of a roster, in the form of those that are there.







/** Appends accounts after the last one. `isSpaced`: with an empty line before each. */
function appendAccounts(editor, place, accounts, isSpaced) {
    if (accounts.length === 0)
        return;
    const { list } = place;
    if (!list.isFlow)
        appendToBlock(editor, list, accounts, isSpaced);
    else if (list.entries.length > 0)
        appendToFlow(editor, list, accounts);
    else if (hasCommentBetween(editor, list))
        fillBelowComments(editor, list, accounts);
    else if (editor.isJson || isInBrackets(editor, list))
        fillFlow(editor, list, accounts);
    else
        fillBlock(editor, place, accounts);
}
/** The lines of an account in block YAML, without the indentation of its dash. */
function blockAccount(fields, pad, dashIndent, styleOf = () => YAML_STYLE) {
    const indent = `${dashIndent} ${pad}`;
    return fields.map(([name, value], index) => {
        const start = index === 0 ? `${dashIndent}-${pad}` : indent;
        return `${start}${writeKey(name, YAML_STYLE)} ${writeValue(value, styleOf(name))}`;
    });
}
function appendToBlock(editor, list, accounts, isSpaced) {
    const last = list.entries.at(-1);
    if (last === undefined)
        return;
    const dashIndent = blockIndent(editor, last);
    const { value } = last;
    const isBeside = value.kind === "map" &&
        !value.isFlow &&
        editor.lineStart(value.start) === editor.lineStart(last.start);
    const pad = " ".repeat(isBeside ? Math.max(1, value.start - last.start - 1) : 1);
    const empty = isSpaced ? [""] : [];
    const styleOf = styleAfter(list.entries);
    const lines = accounts.flatMap((fields) => [
        ...empty,
        ...blockAccount(fields, pad, dashIndent, styleOf),
    ]);
    insertLines(editor, tailEnd(editor, list, list.entries.length - 1), lines);
}
/** Inserts lines where one begins, or at the end of the text. */
function insertLines(editor, at, lines) {
    const text = lines.join(editor.lineBreak);
    const isAfterLine = at === 0 || /[\r\n]/.test(editor.text[at - 1] ?? "");
    editor.insert(at, isAfterLine ? `${text}${editor.lineBreak}` : `${editor.lineBreak}${text}`);
}
function appendToFlow(editor, list, accounts) {
    const sample = list.entries.map(({ value }) => value).findLast((value) => value.kind === "map");
    const shape = sample?.kind === "map" ? shapeOf(editor, sample) : undefined;
    const write = (fields) => shape === undefined
        ? writeValue(Object.fromEntries(fields), JSON_STYLE)
        : writeFlow(fields, shape);
    addFlowEntries(editor, list, accounts.map(write));
}
function shapeOf(editor, map) {
    const style = editor.styleBeside(map);
    const [first] = map.entries;
    const afterColon = first !== undefined && style.isJson && first.colonEnd === first.value.start ? "" : " ";
    const isTall = first !== undefined && editor.isFirstOnLine(first.start);
    if (!isTall) {
        const pad = /^[{] /.test(editor.text.slice(map.start, map.start + 2)) ? " " : "";
        const comma = isCompact(editor) ? "," : ", ";
        return { style, open: pad, between: comma, close: pad, afterColon };
    }
    const indent = `${editor.lineBreak}${editor.indentOf(first.start)}`;
    const close = `${editor.lineBreak}${editor.indentOf(map.end - 1)}`;
    return { style, open: indent, between: `,${indent}`, close, afterColon };
}
function writeFlow(fields, shape) {
    const { style, open, between, close, afterColon } = shape;
    const members = fields.map(([name, value]) => `${writeKey(name, style)}${afterColon}${writeValue(value, style)}`);
    return `{${open}${members.join(between)}${close}}`;
}
/** Whether the list is in the brackets of the whole file. */
function isInBrackets({ ranges: { root } }, list) {
    return root !== list && root.kind === "map" && root.isFlow;
}
/** Fills an empty list in JSON, or in YAML that is in brackets. */
function fillFlow(editor, list, accounts) {
    const { text, lineBreak } = editor;
    if (!/[\r\n]/.test(text.trimEnd())) {
        const compact = isCompact(editor);
        const shape = { style: JSON_STYLE, open: "", close: "", between: compact ? "," : ", " };
        const afterColon = compact ? "" : " ";
        const written = accounts.map((fields) => writeFlow(fields, { ...shape, afterColon }));
        editor.replace(list.start + 1, list.end - 1, written.join(shape.between));
        return;
    }
    const outer = editor.indentOf(list.start);
    const item = `${lineBreak}${outer}  `;
    const key = `${item}  `;
    const shape = { style: JSON_STYLE, open: key, between: `,${key}`, close: item, afterColon: " " };
    const written = accounts.map((fields) => `${item}${writeFlow(fields, shape)}`).join(",");
    editor.replace(list.start + 1, list.end - 1, `${written}${lineBreak}${outer}`);
}
/** Fills an empty list in YAML with comments in its brackets. The last one ends before a line. */
function fillBelowComments(editor, list, accounts) {
    const close = list.end - 1;
    const indent = `${editor.indentOf(close)}  `;
    const lines = accounts.map((fields) => indent + writeValue(Object.fromEntries(fields), JSON_STYLE));
    const text = lines.join(`,${editor.lineBreak}`);
    editor.insert(editor.lineStart(close), `${text}${editor.lineBreak}`);
}
/** `resources: []` \u2192 a block list. A comment after it stays. */
function fillBlock(editor, { list, colonEnd }, accounts) {
    const isPlain = list.wholeStart === list.start && editor.isLastOnLine(list.end);
    const isAlone = colonEnd !== undefined || editor.isFirstOnLine(list.start);
    if (!isPlain || !isAlone) {
        throw new CannotEdit(list.start, (0,model_message/* msg */.ab) `The empty list cannot be replaced here.`);
    }
    const outer = editor.indentOf(list.start);
    const dashIndent = colonEnd === undefined ? outer : `${outer}  `;
    const lines = accounts.flatMap((fields) => blockAccount(fields, " ", dashIndent));
    const hasComment = /\S/.test(editor.text.slice(colonEnd ?? list.start, list.start));
    const isOnOwnLines = hasComment && editor.lineEnd(list.end) === list.end;
    if (isOnOwnLines)
        editor.removeLines(list.start, list.end);
    else {
        const start = hasComment ? list.start : (colonEnd ?? editor.lineStart(list.start));
        editor.replace(start, list.end, "");
    }
    if (colonEnd === undefined && editor.lineEnd(list.end) === list.end) {
        editor.insert(list.end, lines.join(editor.lineBreak));
    }
    else
        insertLines(editor, editor.nextLine(list.end), lines);
}

;// CONCATENATED MODULE: ./build/export/lift.js
// What most accounts have in common becomes defaults, in an export that starts from nothing.







/**
 * Values that more than half of the accounts share. Never more access, and never DEACTIVATED. The
 * link of a single account shows nothing of those of others.
 */
function liftDefaults(targets) {
    return [
        ...liftValue("status", targets, (value) => value === "ACTIVE"),
        ...liftValue("authMethod", targets, (value) => isOneOf(model_account/* AUTH_METHODS */.MA, value)),
        ...liftMfa(targets),
        ...liftValue("permissionLevel", targets, (value) => value === "BASE"),
        ...liftTemplate("displayName", targets, () => ["{fullName}"]),
        ...liftTemplate("accountName", targets, () => ["{email}", "{uniqueId}"]),
        ...(targets.length > 1 ? liftTemplate("externalUrl", targets, urlTemplates) : []),
    ];
}
/** The lifted defaults as the reader of rosters understands them. */
function defaultsFrom(lifted) {
    const members = lifted.map(([field, value]) => [field, { keyOffset: 0, isText: true, node: toNode(value, () => undefined) }]);
    const root = { kind: "map", offset: 0, members: new Map(members), damaged: false };
    return (0,defaults/* readDefaults */.D8)(root, () => undefined);
}
function isOneOf(values, value) {
    return values.some((one) => one === value);
}
/** The value that more than half share; of several forms of it, the first. */
function mostShared(values, all, keyOf) {
    const counts = new Map();
    for (const value of values) {
        const known = counts.get(keyOf(value));
        counts.set(keyOf(value), { count: (known?.count ?? 0) + 1, value: known?.value ?? value });
    }
    const most = [...counts.values()].sort((one, other) => other.count - one.count)[0];
    return most !== undefined && most.count * 2 > all ? most.value : undefined;
}
function liftValue(field, targets, mayLift) {
    const values = targets.map((target) => target.get(field));
    const value = mostShared(values, targets.length, equality/* canonicalJson */.dj);
    return value !== undefined && mayLift(value) ? [[field, value]] : [];
}
/** Whether MFA is on, and with which methods, as a pair: one without the other is a warning. */
function liftMfa(targets) {
    const pairs = targets.map((target) => ({
        mfaEnabled: target.get("mfaEnabled"),
        mfaMethods: target.get("mfaMethods"),
    }));
    const keyOf = ({ mfaEnabled, mfaMethods }) => {
        const methods = Array.isArray(mfaMethods) ? [...new Set(mfaMethods)].sort() : mfaMethods;
        return (0,equality/* canonicalJson */.dj)([mfaEnabled, methods]);
    };
    const pair = mostShared(pairs, targets.length, keyOf);
    if (typeof pair?.mfaEnabled !== "boolean" || !Array.isArray(pair.mfaMethods))
        return [];
    if (!pair.mfaMethods.every((method) => isOneOf(model_account/* MFA_METHODS */.Su, method)))
        return [];
    return [
        ["mfaEnabled", pair.mfaEnabled],
        ["mfaMethods", [...new Set(pair.mfaMethods)]],
    ];
}
/** The template that gives most accounts their value, if it does so for more than half. */
function liftTemplate(field, targets, templatesFor) {
    const counts = new Map();
    for (const target of targets) {
        for (const template of templatesFor(target)) {
            counts.set(template, (counts.get(template) ?? 0) + 1);
        }
    }
    const likely = [...counts]
        .sort(([one, first], [other, second]) => second - first || (0,order/* compareText */.n6)(one, other))
        .slice(0, TRIED);
    const results = likely.map(([template]) => ({
        template,
        count: countOf(field, template, targets),
    }));
    const best = results.sort((one, other) => other.count - one.count)[0];
    return best !== undefined && best.count * 2 > targets.length ? [[field, best.template]] : [];
}
/** How many of the most frequent templates are tried. */
const TRIED = 5;
/** How many accounts get their value from a template. */
function countOf(field, template, targets) {
    const defaults = defaultsFrom([[field, template]]);
    const preset = defaults.byField.get(field);
    if (preset === undefined || !(0,fields/* isValue */.ml)(preset.state))
        return 0;
    return targets.filter((target) => {
        const given = givenBy(defaults, field, target);
        return given?.state === "value" && (0,equality/* sameValue */.eE)(field, given.value, target.get(field));
    }).length;
}
/** The fields that a link may have in it, the most telling one first. */
const IN_URL = ["uniqueId", "accountName", "email"];
/** A link with the account's own values replaced by their names, and as it is. */
function urlTemplates(target) {
    const url = target.get("externalUrl");
    if (typeof url !== "string")
        return [];
    return IN_URL.flatMap((field) => {
        const value = target.get(field);
        const encoded = typeof value === "string" ? encode(value) : undefined;
        const at = encoded === undefined ? -1 : url.lastIndexOf(encoded);
        if (encoded === undefined || at <= "https://".length)
            return [];
        const rest = url.slice(at + encoded.length);
        return [`${escapeBraces(url.slice(0, at))}{${field}}${escapeBraces(rest)}`];
    }).concat([escapeBraces(url)]);
}
/** Undefined for half of a surrogate pair, which no link can have. */
function encode(value) {
    try {
        return encodeURIComponent(value);
    }
    catch {
        return undefined;
    }
}
function escapeBraces(text) {
    return text.replace(/[{}]/g, "$&$&");
}

;// CONCATENATED MODULE: ./build/export/bootstrap.js







/** Where editors find the schema of a roster. */
const SCHEMA_URL = "https://raw.githubusercontent.com/vanta-roster-sync/vanta-roster-sync/v1/roster.schema.json";
/** The text of a new roster, in the language of its path. */
function renderNewRoster(path, resourceId, rows) {
    const sorted = [...rows].sort(order/* byUniqueId */.m5);
    const lifted = liftDefaults(sorted.map(targetOf));
    const defaults = defaultsFrom(lifted);
    const accounts = sorted.map((row) => fieldsFor(row, defaults));
    const render = (0,file_names/* isJson */.Fh)(path) ? renderJson : renderYaml;
    return render(resourceId, lifted, accounts);
}
function renderYaml(resourceId, lifted, accounts) {
    const write = (name, value) => `${writeKey(name, YAML_STYLE)} ${writeValue(value, YAML_STYLE)}`;
    const lines = [
        `# yaml-language-server: $schema=${SCHEMA_URL}`,
        write("resourceId", resourceId),
        ...(lifted.length === 0 ? [] : ["defaults:"]),
        ...lifted.map(([field, value]) => `  ${write(field, value)}`),
        accounts.length === 0 ? "resources: []" : "resources:",
        ...accounts.flatMap((fields) => blockAccount(fields, " ", "  ")),
    ];
    return `${lines.join("\n")}\n`;
}
function renderJson(resourceId, lifted, accounts) {
    const object = (members, indent) => {
        const lines = members.map(([name, value]) => `${indent}  ${writeKey(name, JSON_STYLE)} ${writeValue(value, JSON_STYLE)}`);
        return `{\n${lines.join(",\n")}\n${indent}}`;
    };
    const items = accounts.map((one) => `    ${object(one, "    ")}`).join(",\n");
    const parts = [
        `  "$schema": ${JSON.stringify(SCHEMA_URL)}`,
        `  "resourceId": ${writeValue(resourceId, JSON_STYLE)}`,
        ...(lifted.length === 0 ? [] : [`  "defaults": ${object(lifted, "  ")}`]),
        `  "resources": ${accounts.length === 0 ? "[]" : `[\n${items}\n  ]`}`,
    ];
    return `{\n${parts.join(",\n")}\n}\n`;
}

;// CONCATENATED MODULE: ./build/export/sharing.js
// Which parts of a text more than one account uses, by anchors, aliases and merge keys. Those are
// never changed.

/** Finds out what is shared in a text. */
function sharingIn({ root, aliases }) {
    const heirs = new Map();
    for (const heir of aliases.length === 0 ? [] : mergersIn(root)) {
        for (const map of mergedInto(heir))
            append(heirs, map, heir);
    }
    const counts = new Map();
    for (const { target } of aliases)
        counts.set(target, (counts.get(target) ?? 0) + 1);
    const uses = aliases
        .map(({ start, target }) => ({ at: start, start: target.wholeStart }))
        .sort((one, other) => one.start - other.start);
    return {
        hasUsedAnchor: (part, gone = []) => uses
            .slice(firstFrom(uses, part.start), firstFrom(uses, part.end))
            .some(({ at }) => !contains(part, at) && !isInOne(gone, at)),
        countAliases: (value) => counts.get(value) ?? 0,
        hasHeirs: (map, key) => (heirs.get(map) ?? []).some((heir) => ownMember(heir, key) === undefined),
    };
}
function append(lists, key, value) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [value]);
    else
        list.push(value);
}
/** The index of the first part, of parts in order, that begins at a place or after it. */
function firstFrom(parts, at) {
    let low = 0;
    let high = parts.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((parts[middle]?.start ?? at) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** Whether one of the parts, which are in order and do not overlap, contains a place. */
function isInOne(parts, at) {
    const part = parts[firstFrom(parts, at + 1) - 1];
    return part !== undefined && contains(part, at);
}
function contains({ start, end }, offset) {
    return start <= offset && offset < end;
}
/** The member that a mapping has itself. */
function ownMember({ entries }, key) {
    return entries.find(({ name, isMerge }) => name === key && !isMerge);
}
/** The mappings that a mapping merges, the most important one first. */
function mergedInto({ entries }) {
    const merge = entries.find(({ isMerge }) => isMerge);
    if (merge === undefined)
        return [];
    const value = resolveAlias(merge.value);
    const sources = value.kind === "list" ? value.entries.map((one) => one.value) : [value];
    return sources.map(resolveAlias).filter((source) => source.kind === "map");
}
/** Whether a mapping gets a key from the mappings that it merges. */
function inherits(map, key) {
    return mergedInto(map).some((source) => ownMember(source, key) !== undefined || inherits(source, key));
}
/** Every mapping of a text that merges others. */
function mergersIn(node) {
    if (node.kind === "alias" || node.kind === "scalar")
        return [];
    const below = node.entries.flatMap(({ value }) => mergersIn(value));
    return node.kind === "map" && node.entries.some(({ isMerge }) => isMerge)
        ? [node, ...below]
        : below;
}

;// CONCATENATED MODULE: ./build/export/value-editor.js
// Changes values in a text: each scalar in its own characters, lists by element, mappings by key.
// First `reviseValue` for what is there, then, in the text that results, `completeValue` for what
// is missing.







const IS_SHARED = (0,model_message/* msg */.ab) `Its value has an anchor that is used elsewhere in this file, where it must not change.`;
const NO_COLON = (0,model_message/* msg */.ab) `Its key has no colon. Write one after it.`;
function isProperties(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Refuses a change of a part with an anchor that something else needs. */
function refuseShared(part, sharing) {
    if (sharing.hasUsedAnchor(part))
        throw new CannotEdit(part.start, IS_SHARED);
}
/** Changes or takes out what is there. Elements and keys that are missing are added later. */
function reviseValue(editor, member, wanted, sharing) {
    const { value } = member;
    if (value.kind !== "alias" && sharing.countAliases(value) > 0) {
        throw new CannotEdit(value.start, IS_SHARED);
    }
    if (value.kind === "list" && isLeafList(value) && Array.isArray(wanted)) {
        if (wanted.length > 0 && value.entries.length > 0) {
            reviseList(editor, value, wanted, sharing);
            return;
        }
    }
    if (value.kind === "map" && isProperties(wanted) && canReviseMap(value, wanted)) {
        reviseMap(editor, value, wanted, sharing);
        return;
    }
    replaceValue(editor, member, wanted, sharing);
}
function isLeafList({ entries }) {
    return entries.every(({ value }) => resolveAlias(value).kind === "scalar");
}
/** Whether some of it stays, so that the rest can be added beside it. */
function canReviseMap({ entries }, wanted) {
    if (entries.some(({ isMerge }) => isMerge))
        return false;
    return entries.some(({ name }) => Object.hasOwn(wanted, name));
}
/** The value of a scalar, also by an alias. */
function scalarOf(node) {
    const target = resolveAlias(node);
    return target.kind === "scalar" ? target.value : undefined;
}
/** The elements that a list is to have, each once. */
function elementsOf(wanted) {
    return [...new Map(wanted.map((one) => [(0,equality/* canonicalJson */.dj)(one), one])).values()];
}
function missingIn({ entries }, wanted) {
    const present = new Set(entries.map(({ value }) => (0,equality/* canonicalJson */.dj)(scalarOf(value))));
    return elementsOf(wanted).filter((one) => !present.has((0,equality/* canonicalJson */.dj)(one)));
}
/** Elements that go are replaced with those that come, as far as there are any. */
function reviseList(editor, list, wanted, sharing) {
    const kept = new Set(wanted.map(equality/* canonicalJson */.dj));
    const coming = [...missingIn(list, wanted)];
    const removed = new Set();
    for (const [index, { value }] of list.entries.entries()) {
        if (kept.has((0,equality/* canonicalJson */.dj)(scalarOf(value))))
            continue;
        const next = coming.shift();
        refuseShared({ start: value.wholeStart, end: value.end }, sharing);
        if (next === undefined)
            removed.add(index);
        else
            editor.replace(value.wholeStart, value.end, writeValue(next, styleOf(editor, value)));
    }
    removeEntries(editor, list, removed);
}
function reviseMap(editor, map, wanted, sharing) {
    const removed = new Set();
    for (const [index, entry] of map.entries.entries()) {
        const value = Object.hasOwn(wanted, entry.name) ? wanted[entry.name] : undefined;
        if (value === undefined) {
            refuseShared(entry, sharing);
            removed.add(index);
        }
        else if ((0,equality/* canonicalJson */.dj)(scalarOf(entry.value)) !== (0,equality/* canonicalJson */.dj)(value)) {
            reviseValue(editor, entry, value, sharing);
        }
    }
    removeEntries(editor, map, removed);
}
/** Takes entries out. In a block collection, at least one stays. */
function removeEntries(editor, collection, removed) {
    if (collection.isFlow)
        removeFlowEntries(editor, collection, removed);
    else {
        for (const [index, entry] of collection.entries.entries()) {
            if (removed.has(index))
                removeBlockEntry(editor, entry);
        }
    }
}
/** Writes the whole value anew. */
function replaceValue(editor, member, wanted, sharing) {
    const { value } = member;
    if (member.colonEnd === member.key.end)
        throw new CannotEdit(member.start, NO_COLON);
    const from = value.hasTag ? value.wholeStart : value.start;
    refuseShared({ start: from, end: value.end }, sharing);
    const text = writeValue(wanted, styleOf(editor, value));
    if ((value.kind === "list" || value.kind === "map") && !value.isFlow) {
        replaceBlockValue(editor, member, value, text);
        return;
    }
    const isAfterSpace = from === 0 || /\s/.test(editor.text[from - 1] ?? "");
    const isEmpty = value.start === value.end && !editor.isJson;
    editor.replace(from, value.end, isEmpty && !isAfterSpace ? ` ${text}` : text);
}
/** How to write in place of a value. */
function styleOf(editor, node) {
    if (node.kind === "list" || node.kind === "map")
        return editor.styleBeside(node);
    const quotes = node.kind === "scalar" && node.style !== "block" ? node.style : "plain";
    return { isJson: editor.isJson, quotes: editor.isJson ? "double" : quotes };
}
/** Adds what a value lacks, once {@link reviseValue} has changed what was there. */
function completeValue(editor, { value }, wanted) {
    if (value.kind === "list" && Array.isArray(wanted)) {
        const style = elementStyle(editor, value);
        const texts = missingIn(value, wanted).map((one) => writeValue(one, style));
        if (texts.length > 0)
            addListEntries(editor, value, texts);
    }
    else if (value.kind === "map" && isProperties(wanted)) {
        const names = new Set(value.entries.map(({ name }) => name));
        const missing = Object.entries(wanted).filter(([name]) => !names.has(name));
        addMembers(editor, value, missing);
    }
}
function elementStyle(editor, list) {
    const last = list.entries.at(-1)?.value;
    return last === undefined ? editor.styleBeside(list) : styleOf(editor, last);
}
function addListEntries(editor, list, texts) {
    if (list.isFlow)
        addFlowEntries(editor, list, texts);
    else {
        const lines = texts.map((text) => `- ${text}`);
        addBlockEntries(editor, list, lines);
    }
}
/** Adds keys with their values after the last one of a mapping. */
function addMembers(editor, map, members) {
    if (members.length === 0)
        return;
    const style = editor.styleBeside(map);
    const last = map.entries.at(-1);
    const isTight = map.isFlow && last !== undefined && style.isJson && last.colonEnd === last.value.start;
    const texts = members.map(([name, value]) => {
        const key = writeKey(name, style);
        if (!map.isFlow && key.startsWith("?")) {
            throw new CannotEdit(map.start, (0,model_message/* msg */.ab) `A name in it is too long to be added.`);
        }
        return `${key}${isTight ? "" : " "}${writeValue(value, style)}`;
    });
    if (map.isFlow)
        addFlowEntries(editor, map, texts);
    else
        addBlockEntries(editor, map, texts);
}

;// CONCATENATED MODULE: ./build/export/account-editor.js
// Changes the fields of one account in its text. What it gets from elsewhere is overridden in the
// account itself.








const HAS_HEIRS = (0,model_message/* msg */.ab) `Another account takes this field from it by <<, and would change too.`;
const NOT_A_MAPPING = (0,model_message/* msg */.ab) `It is written in a form that cannot be edited.`;
/** Changes the fields that an account has itself. Returns whether something is left to complete. */
function reviseAccount(editor, { value: map }, settings, sharing) {
    if (map.kind === "alias")
        return true;
    refuseForm(editor, map);
    const removed = new Set();
    for (const [field, setting] of settings) {
        const member = ownMember(map, field);
        if (member === undefined)
            continue;
        refuseHeirs(map, field, member.value.start, sharing);
        const twins = twinsOf(map, member, sharing);
        if (setting.kind === "value" && twins.length > 0) {
            writeOut(editor, member.value, twins, settings);
            replaceValue(editor, member, setting.value, sharing);
        }
        else if (setting.kind === "value")
            reviseValue(editor, member, setting.value, sharing);
        else if (mustSayNone(editor, map, member, field, setting.hasDefault)) {
            replaceValue(editor, member, null, sharing);
        }
        else {
            refuseShared(member, sharing);
            removed.add(map.entries.indexOf(member));
        }
    }
    removeEntries(editor, map, removed);
    return [...settings].some(([field, setting]) => isIncomplete(map, field, setting));
}
/** Whether a field, or a part of its value, may have to be added. */
function isIncomplete(map, field, setting) {
    if (ownMember(map, field) === undefined)
        return isSaid(map, field, setting);
    return setting.kind === "value" && typeof setting.value === "object";
}
/** The other fields of an account that are aliases of this one's text, if nothing else is. */
function twinsOf({ entries }, { value }, sharing) {
    if (value.kind !== "scalar" || value.style === "block")
        return [];
    const twins = entries.filter((one) => one.value.kind === "alias" && one.value.target === value);
    return twins.length === sharing.countAliases(value) ? twins : [];
}
/** Writes a text in place of its aliases, except where another value comes. */
function writeOut(editor, { start, end }, twins, settings) {
    for (const { name, value } of twins) {
        if ((0,model_account/* isField */.dt)(name) && settings.has(name))
            continue;
        editor.replace(value.start, value.end, editor.text.slice(start, end));
    }
}
/** Whether `null` is written, rather than nothing. */
function mustSayNone(editor, map, member, field, hasDefault) {
    const canGo = map.isFlow || hasOwnLines(editor, member);
    return (0,model_account/* isRequired */.gx)(field) || hasDefault || inherits(map, field) || !canGo;
}
/**
 * Adds the fields that the account does not have itself, after its last one. Nothing is left to
 * complete then.
 */
function completeAccount(editor, { value: map }, settings, sharing) {
    if (map.kind === "alias") {
        overrideAlias(editor, map, [...settings].map(account_editor_toMember));
        return false;
    }
    refuseForm(editor, map);
    const missing = [];
    for (const [field, setting] of settings) {
        const member = ownMember(map, field);
        if (member === undefined && isSaid(map, field, setting))
            missing.push([field, setting]);
        else if (member !== undefined && setting.kind === "value") {
            completeValue(editor, member, setting.value);
        }
    }
    for (const [field] of missing)
        refuseHeirs(map, field, map.start, sharing);
    addMembers(editor, map, missing.map(account_editor_toMember));
    return false;
}
function account_editor_toMember([field, setting]) {
    return [field, setting.kind === "value" ? setting.value : null];
}
/** Whether a field that the account does not have itself must be written. */
function isSaid(map, field, setting) {
    if (setting.kind === "value" || (0,model_account/* isRequired */.gx)(field))
        return true;
    return setting.hasDefault || inherits(map, field);
}
function refuseForm(editor, map) {
    const isWhole = map.kind === "map" && (!map.isFlow || editor.text[map.start] === "{");
    if (!isWhole)
        throw new CannotEdit(map.start, NOT_A_MAPPING);
}
function refuseHeirs(map, field, at, sharing) {
    if (sharing.hasHeirs(map, field))
        throw new CannotEdit(at, HAS_HEIRS);
}
/** `*ada` \u2192 a mapping that merges it, with fields of its own. */
function overrideAlias(editor, alias, fields) {
    if (fields.length === 0)
        return;
    if (resolveAlias(alias).kind !== "map")
        throw new CannotEdit(alias.start, NOT_A_MAPPING);
    const written = editor.text.slice(alias.start, alias.end);
    const isInBlock = /^\s*-\s+$/.test(editor.text.slice(editor.lineStart(alias.start), alias.start));
    const style = isInBlock ? YAML_STYLE : JSON_STYLE;
    const texts = fields.map(([name, value]) => `${writeKey(name, style)} ${writeValue(value, style)}`);
    if (!isInBlock) {
        editor.replace(alias.start, alias.end, `{<<: ${written}, ${texts.join(", ")}}`);
        return;
    }
    const indent = blockIndent(editor, alias);
    editor.insert(alias.start, "<<: ");
    const lines = texts.map((text) => `${editor.lineBreak}${indent}${text}`);
    editor.insert(editor.lineEnd(alias.end), lines.join(""));
}

;// CONCATENATED MODULE: ./build/export/account-list.js
// The list of accounts in the text of a roster.



const NO_LIST = (0,model_message/* msg */.ab) `Its list of accounts is an alias of something else.`;
/** The list of accounts, also where it is an anchor's. */
function listOf({ ranges: { root } }) {
    const whole = resolveAlias(root);
    const member = whole.kind === "map" ? whole.entries.find(({ name }) => name === "resources") : undefined;
    const node = member?.value ?? root;
    const list = resolveAlias(node);
    if (list.kind !== "list")
        throw new CannotEdit(list.start, NO_LIST);
    return { list, colonEnd: member?.colonEnd };
}
/** The list of accounts, where it is written under its key. */
function ownList(editor) {
    const place = listOf(editor);
    const { list, colonEnd } = place;
    if (colonEnd !== undefined && colonEnd > list.start)
        throw new CannotEdit(list.start, NO_LIST);
    return place;
}

;// CONCATENATED MODULE: ./build/export/edit-file.js
// All changes of one roster file: its fields, who is taken out, who is appended. Each step edits the
// text that the step before returned.








/** The largest text that is edited, in UTF-16 units: the parser keeps all of it in memory. */
const TEXT_LIMIT = 16 * 1024 * 1024;
/** The text of a file with its changes. What cannot be edited safely is added to the problems. */
function editFile(source, text, changes, add) {
    const { path } = source.document;
    if (text.length > TEXT_LIMIT) {
        add(problemAt(source, 0, (0,model_message/* msg */.ab) `This file is larger than ${TEXT_LIMIT / 1024 / 1024} MiB, and an export edits smaller ones only. Split the roster into several files.`));
        return text;
    }
    const report = new Reporter(source, add);
    const { changed, takenOut, appended } = changes;
    let result = changeFields(path, text, changed, report);
    // The accounts that go show how those that come are parted.
    let isSpaced;
    if (takenOut.length > 0) {
        const editor = new TextEditor(path, result);
        isSpaced = hasEmptyLines(editor, listOf(editor).list);
        remove(editor, takenOut, report);
        result = report.apply(editor, result);
    }
    if (appended.length > 0) {
        const editor = new TextEditor(path, result);
        report.attempt(undefined, false, () => {
            const place = ownList(editor);
            const empty = isSpaced ?? hasEmptyLines(editor, place.list);
            appendAccounts(editor, place, appended, empty);
        });
        result = report.apply(editor, result);
    }
    return result;
}
/** Changes what accounts have themselves, then adds what they lack, where they lack something. */
function changeFields(path, text, changed, report) {
    let result = text;
    let left = changed;
    for (const change of [reviseAccount, completeAccount]) {
        if (left.length === 0)
            break;
        const editor = new TextEditor(path, result);
        const { list } = listOf(editor);
        const sharing = sharingIn(editor.ranges);
        const isOriginal = result === text;
        left = left.filter((entry) => {
            const item = list.entries[entry.index];
            let isLeft = true;
            report.attempt(entry, isOriginal, () => {
                if (item !== undefined)
                    isLeft = change(editor, item, entry.settings, sharing);
            });
            return isLeft;
        });
        result = report.apply(editor, result);
    }
    return result;
}
function remove(editor, takenOut, report) {
    const removed = new Set(takenOut.map(({ index }) => index));
    let findFlaw;
    for (const one of takenOut) {
        report.attempt(one, false, () => {
            findFlaw ??= flawFinder(editor, ownList(editor), removed, sharingIn(editor.ranges));
            const flaw = findFlaw(one.index);
            if (flaw !== undefined)
                throw flaw;
        });
    }
    if (!report.hasProblem)
        report.attempt(undefined, false, () => takeOut(editor, ownList(editor), removed));
}
/** Turns what cannot be edited into problems. */
class Reporter {
    hasProblem = false;
    /** The causes that are reported, by the index of the account. */
    #known = new Map();
    #source;
    #add;
    constructor(source, add) {
        this.#source = source;
        this.#add = add;
    }
    /** `isOriginal`: whether offsets are those of the file. Else the problem is at the account. */
    attempt(entry, isOriginal, edit) {
        try {
            edit();
        }
        catch (error) {
            if (!(error instanceof CannotEdit))
                throw error;
            this.hasProblem = true;
            if (this.#isKnown(entry, error))
                return;
            this.#add(this.#problemOf(entry, isOriginal, error));
        }
    }
    /** Whether this cause is reported for this account: a later step may meet it again. */
    #isKnown(entry, { explanation }) {
        if (entry === undefined)
            return false;
        const known = this.#known.get(entry.index) ?? new Set();
        this.#known.set(entry.index, known);
        return known.size === known.add(explanation).size;
    }
    /** The text with the edits; the text before, where one of them is not possible. */
    apply(editor, before) {
        let result = before;
        this.attempt(undefined, false, () => {
            if (!this.hasProblem)
                result = editor.apply();
        });
        return result;
    }
    #problemOf(entry, isOriginal, { offset, explanation }) {
        if (entry === undefined)
            return problemAt(this.#source, 0, (0,model_message/* msg */.ab) `This file cannot be updated. ${explanation} ${FIX}`);
        const { uniqueId, fullName } = entry.account;
        const message = (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(uniqueId, "uniqueId")} cannot be updated here. ${explanation} ${FIX}`;
        const at = isOriginal ? offset : (this.#source.accounts[entry.index]?.offset ?? 0);
        return problemAt(this.#source, at, message, { uniqueId, fullName });
    }
}
const FIX = "Change it by hand, and run again.";
function problemAt({ document }, offset, message, account) {
    return (0,problem/* makeProblem */.km)("cannot-update", message, document.locationAt(offset), account);
}

;// CONCATENATED MODULE: ./build/export/render.js








/** The files in order of path. What cannot be edited safely is added to the problems. */
function renderExport(plan, select, add) {
    const edited = plan.files.flatMap((file) => renderEdited(file, select, add));
    const made = plan.newFiles.map((file) => renderNew(file, select));
    return [...edited, ...made].sort((one, other) => (0,order/* compareText */.n6)(one.path, other.path));
}
/** The same without the texts. */
function describeExport({ files, newFiles }) {
    const edited = files
        .filter(isChanged)
        .map((file) => describeEdited(file, file.difference.changed, file.appended));
    const made = newFiles.map((file) => describeNew(file, file.rows));
    return [...edited, ...made].sort((one, other) => (0,order/* compareText */.n6)(one.path, other.path));
}
/** `uniqueId`s of rows that no roster may have, by resource. */
function invalidRows({ files, newFiles }) {
    const invalid = new Map();
    const note = (resourceId, uniqueId) => {
        invalid.set(resourceId, (invalid.get(resourceId) ?? new Set()).add(uniqueId));
    };
    for (const { resourceId, difference, appended } of files) {
        for (const { isValid, account } of difference.changed) {
            if (!isValid)
                note(resourceId, account.uniqueId);
        }
        for (const row of appended.filter(isInvalid))
            note(resourceId, row.uniqueId);
    }
    for (const { resourceId, rows } of newFiles) {
        for (const row of rows.filter(isInvalid))
            note(resourceId, row.uniqueId);
    }
    return invalid;
}
function isInvalid(row) {
    return !isValidTarget(targetOf(row));
}
function selected(rows, select) {
    return select === "all" ? rows : rows.filter((row) => !isInvalid(row));
}
function renderEdited(plan, select, add) {
    const { file, source, difference, appended } = plan;
    const changed = difference.changed.filter(({ isValid }) => select === "all" || isValid);
    const rows = selected(appended, select);
    const { takenOut } = difference;
    if (changed.length + takenOut.length + rows.length === 0)
        return [];
    if (file.links !== undefined && file.links.length > 0) {
        add((0,problem/* makeProblem */.km)("cannot-update", IS_LINK, { file: file.path, line: 1, column: 1 }));
        return [];
    }
    const { mark, text } = decode(file);
    const defaults = defaultsOf(source);
    const changes = { changed, takenOut, appended: rows.map((row) => fieldsFor(row, defaults)) };
    const result = editFile(source, text, changes, add);
    const described = describeEdited(plan, changed, rows);
    return [{ ...described, bytes: new TextEncoder().encode(mark + result) }];
}
function describeEdited({ file, source, resourceId, difference }, changed, rows) {
    return {
        path: file.path,
        resourceId,
        isNew: false,
        added: rows.map(toAdded),
        changed: changed.map(({ account, fields }) => ({
            uniqueId: account.uniqueId,
            account,
            fields,
        })),
        takenOut: difference.takenOut.map(({ account, index }) => ({
            uniqueId: account.uniqueId,
            account,
            location: locationOf(source, index),
        })),
    };
}
const IS_LINK = (0,model_message/* msg */.ab) `This file is a link, and an export does not write through one. Match the file itself with roster, or change it by hand.`;
function renderNew(plan, select) {
    const { path, resourceId } = plan;
    const rows = selected(plan.rows, select);
    const text = renderNewRoster(path, resourceId, rows);
    return { ...describeNew(plan, rows), bytes: new TextEncoder().encode(text) };
}
function describeNew({ path, resourceId }, rows) {
    return { path, resourceId, isNew: true, added: rows.map(toAdded), changed: [], takenOut: [] };
}
function toAdded(row) {
    return { uniqueId: row.uniqueId, account: row };
}
function locationOf({ document, accounts }, index) {
    const offset = accounts[index]?.offset;
    return offset === undefined ? undefined : document.locationAt(offset);
}
/** The byte order mark of a file, if it has one, and its text. */
function decode({ bytes }) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return text.startsWith("\uFEFF") ? { mark: "\uFEFF", text: text.slice(1) } : { mark: "", text };
}

;// CONCATENATED MODULE: ./build/export/held.js
// What the text of a file holds of each account, as it is written: also values that no roster may
// have.






/** Compares the accounts in a text with what they are to be, in order. */
function findHeldFlaw(editor, targets, defaults) {
    const { entries } = listOf(editor).list;
    for (const [index, target] of targets.entries()) {
        const uniqueId = String(target.get("uniqueId"));
        const value = entries[index]?.value;
        const held = value && heldIn(value);
        if (held?.get("uniqueId") !== uniqueId)
            return { kind: "missing", uniqueId };
        if (!means(held, target, defaults))
            return { kind: "different", uniqueId };
    }
    return entries.length > targets.length ? { kind: "excess" } : undefined;
}
function means(held, target, defaults) {
    if (![...held.keys()].every(model_account/* isField */.dt))
        return false;
    return model_account/* FIELDS */.cJ.every((field) => {
        const given = held.has(field) ? undefined : givenBy(defaults, field, target);
        if (given?.state === "unset")
            return false;
        const value = given?.state === "value" ? given.value : held.get(field);
        return (0,equality/* sameValue */.eE)(field, value ?? undefined, target.get(field));
    });
}
/** The value of a key, if it has members. */
function memberOf(node, name) {
    const value = heldIn(node)?.get(name);
    return typeof value === "object" && value !== null ? value : undefined;
}
function heldIn(node) {
    const map = resolveAlias(node);
    if (map.kind !== "map")
        return undefined;
    const held = new Map();
    // The last one that is set counts: the mapping itself, before it those that it merges.
    for (const source of [...mergedInto(map)].reverse()) {
        for (const [name, value] of heldIn(source) ?? [])
            held.set(name, value);
    }
    for (const [name, value] of ownIn(map))
        held.set(name, value);
    return held;
}
function ownIn({ entries }) {
    return entries
        .filter(({ isMerge }) => !isMerge)
        .map(({ name, value }) => [name, plainValue(value)]);
}
function plainValue(node) {
    const target = resolveAlias(node);
    if (target.kind === "scalar")
        return target.value;
    if (target.kind === "list")
        return target.entries.map(({ value }) => plainValue(value));
    return Object.fromEntries(heldIn(target) ?? []);
}

;// CONCATENATED MODULE: ./build/export/kept-text.js



/** Compares a text with the one that was made of it. */
function keepsText(before, after, touched) {
    const old = listOf(before);
    const now = listOf(after);
    return (keepsAccounts(before, old, after, now, touched) &&
        keepsSurroundings(before, old, after, now) &&
        keepsLines(otherLines(before, changedParts(before, old, touched)), linesOf(after)));
}
function keepsAccounts(before, { list: old }, after, { list: now }, touched) {
    const stays = old.entries
        .map((entry, index) => ({ entry, index }))
        .filter(({ index }) => !touched.takenOut.has(index));
    if (now.entries.length !== stays.length + touched.appended)
        return false;
    return stays.every(({ entry, index }, at) => {
        const other = now.entries[at];
        if (touched.changed.has(index) || other === undefined)
            return true;
        return sliceOf(before, entry) === sliceOf(after, other);
    });
}
function sliceOf({ text }, { start, end }) {
    return text.slice(start, end);
}
/** Brackets may share their line with an account, so what is around them is compared apart. */
function keepsSurroundings(before, { list: old }, after, { list: now }) {
    if (!old.isFlow || !now.isFlow)
        return true;
    return (before.text.slice(0, old.start) === after.text.slice(0, now.start) &&
        before.text.slice(old.end) === after.text.slice(now.end));
}
/** The parts of the old text that may change, in order. */
function changedParts(editor, { list, colonEnd }, { changed, takenOut, appended }) {
    const { entries } = list;
    const listStart = list.isFlow ? list.start : (colonEnd ?? 0);
    const parts = entries.flatMap((entry, index) => {
        if (!takenOut.has(index))
            return changed.has(index) ? [entry] : [];
        const start = Math.min(leadStart(editor, list, index, listStart), entry.start);
        // The last character of what goes, so that its line is the last one.
        const end = list.isFlow
            ? (commaAfter(editor, entry) ?? entry.end)
            : tailEnd(editor, list, index) - 1;
        return [{ start, end }];
    });
    const isFilled = entries.length === 0 && appended > 0;
    const isEmptied = entries.length > 0 && appended === 0 && takenOut.size === entries.length;
    // A list without accounts needs brackets beside its key.
    if (colonEnd !== undefined && (isFilled || isEmptied))
        parts.push(pointAt(colonEnd));
    if (list.isFlow && (takenOut.size > 0 || appended > 0)) {
        parts.push(pointAt(list.start), pointAt(list.end), ...separators(editor, list, takenOut));
    }
    return parts.sort((one, other) => one.start - other.start);
}
/** Where the comma after the last account that stays is or comes. */
function separators(editor, { entries }, takenOut) {
    const last = entries.findLast((_, index) => !takenOut.has(index));
    if (last === undefined)
        return [];
    return [pointAt(last.end), pointAt(commaAfter(editor, last) ?? last.end)];
}
function pointAt(at) {
    return { start: at, end: at };
}
/** The lines that none of these parts touches, with their line ends. */
function otherLines(editor, parts) {
    const lines = [];
    let next = 0;
    for (const { start, end } of parts) {
        const first = editor.lineStart(start);
        if (first > next)
            lines.push(...split(editor.text.slice(next, first)));
        next = Math.max(next, editor.nextLine(Math.max(start, end)));
    }
    return [...lines, ...split(editor.text.slice(next))];
}
function linesOf({ text }) {
    return split(text);
}
/** Empty lines between accounts come and go with them. */
function split(text) {
    const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
    return lines.filter((line) => line.trim() !== "");
}
/** Whether these lines are in a text, in order. */
function keepsLines(kept, all) {
    let at = 0;
    for (const line of kept) {
        while (at < all.length && !isSameLine(line, all[at] ?? ""))
            at += 1;
        if (at === all.length)
            return false;
        at += 1;
    }
    return true;
}
/** The last line of a text may have no line end, and get one, or lose it. */
function isSameLine(one, other) {
    return one === other || (isUnended(one) !== isUnended(other) && bare(one) === bare(other));
}
function isUnended(line) {
    return !/[\r\n]$/.test(line);
}
function bare(line) {
    return line.replace(/[\r\n]+$/, "");
}

;// CONCATENATED MODULE: ./build/export/written-text.js
// The law of an export for the texts that are written, as they are written: they hold every row, also
// those that no roster may have, and nothing in them changes where no account does.











/** How the texts break the law; undefined if they do not. */
function findTextFlaw({ files, newFiles }, written) {
    const bytesOf = new Map(written.map(({ path, bytes }) => [path, bytes]));
    for (const plan of files.filter(isChanged)) {
        const bytes = bytesOf.get(plan.file.path) ?? plan.file.bytes;
        const flaw = flawOfEdited(plan, bytes);
        if (flaw !== undefined)
            return flaw;
    }
    for (const { path, rows } of newFiles) {
        const text = read(path, decode({ bytes: bytesOf.get(path) ?? new Uint8Array() }).text);
        const flaw = text === undefined
            ? unreadable(path)
            : flawOfHeld(text, rows.map(targetOf), writtenDefaults(text));
        if (flaw !== undefined)
            return flaw;
    }
    return undefined;
}
function flawOfEdited(plan, bytes) {
    const { file, source, difference, appended } = plan;
    const { path } = file;
    const old = decode(file);
    const now = decode({ bytes });
    const before = new TextEditor(path, old.text);
    const after = read(path, now.text, before.ranges.hasErrors);
    if (after === undefined)
        return unreadable(path);
    const flaw = flawOfHeld(after, targetsOf(plan), defaultsOf(source));
    if (flaw !== undefined)
        return flaw;
    const touched = {
        changed: new Set(difference.changed.map(({ index }) => index)),
        takenOut: new Set(difference.takenOut.map(({ index }) => index)),
        appended: appended.length,
    };
    if (old.mark === now.mark && keepsText(before, after, touched))
        return undefined;
    return (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(path)} would change where no account does`;
}
/** Undefined where it is no list of accounts in JSON or YAML. */
function read(path, text, mayHaveErrors = false) {
    if (text.trim() === "")
        return undefined;
    const editor = new TextEditor(path, text);
    if (editor.ranges.hasErrors && !mayHaveErrors)
        return undefined;
    try {
        listOf(editor);
        return editor;
    }
    catch (error) {
        if (error instanceof CannotEdit)
            return undefined;
        throw error;
    }
}
function unreadable(path) {
    return (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(path)} could not be read`;
}
function flawOfHeld(editor, targets, defaults) {
    const flaw = findHeldFlaw(editor, targets, defaults);
    if (flaw === undefined)
        return undefined;
    if (flaw.kind === "excess") {
        return (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(editor.path)} would have more accounts than it should`;
    }
    const id = (0,model_message/* quote */.hD)(flaw.uniqueId, "uniqueId");
    return flaw.kind === "missing"
        ? (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(editor.path)} would not have ${id} where it should`
        : (0,model_message/* msg */.ab) `${id} would still differ from Vanta`;
}
/** What the accounts of a file are to mean, in order. */
function targetsOf({ source, difference, appended }) {
    const changed = new Map(difference.changed.map(({ index, target }) => [index, target]));
    const takenOut = new Set(difference.takenOut.map(({ index }) => index));
    const kept = source.accounts.flatMap(({ account }, index) => {
        if (account === undefined || takenOut.has(index))
            return [];
        return [changed.get(index) ?? targetBeside(account, account)];
    });
    return [...kept, ...appended.map(targetOf)];
}
/** The defaults of a new file, which has none but what was lifted. */
function writtenDefaults({ ranges: { root } }) {
    const lifted = Object.entries(memberOf(root, "defaults") ?? {});
    return defaultsFrom(lifted.flatMap(([field, value]) => ((0,model_account/* isField */.dt)(field) ? [[field, value]] : [])));
}

;// CONCATENATED MODULE: ./build/export/law.js
// The law of an export, checked before anything is written: the new files mean exactly the rows, a
// second export would write nothing, and nothing changes where no account does.







/** The files after an export: the new ones in place of the old ones. */
function filesAfter(before, files) {
    const written = new Map(files.map(({ path, bytes }) => [path, bytes]));
    const kept = before.map((file) => ({ ...file, bytes: written.get(file.path) ?? file.bytes }));
    const made = files.filter(({ isNew }) => isNew).map(({ path, bytes }) => ({ path, bytes }));
    return [...kept, ...made];
}
/**
 * How the files after an export break the law; undefined if they do not. `files`: what is to be
 * written. Rows that no roster may have are written too, so the files may be no valid roster. Then
 * those without these rows are read as one, and what is written is compared by its text.
 */
async function findBreach(request, plan, files, retention) {
    return (await findUnequal(request, plan, files, retention)) ?? findTextFlaw(plan, files);
}
/** How the files differ from the rows, read as a roster: without the rows that none may have. */
async function findUnequal(request, plan, files, retention) {
    const invalid = invalidRows(plan);
    const written = invalid.size === 0 ? files : renderExport(plan, "valid", () => undefined);
    const after = { ...request, files: filesAfter(request.files, written) };
    const found = await findDifference(after, invalid, retention);
    if (found !== undefined)
        return found;
    const [again] = renderExport(await planExport(after), "valid", () => undefined);
    return again && (0,model_message/* msg */.ab) `a second export would change ${(0,model_message/* quote */.hD)(again.path)} again`;
}
/** How a roster differs from the rows. */
async function findDifference({ files, resourceId, now, resources }, invalid, retention) {
    const problems = (0,problem/* collectProblems */.vX)();
    const rosters = await (0,parse/* parseAddressedRosters */.z)(files, { resourceId, now }, problems);
    if (rosters === undefined) {
        const first = problems.kept.find(({ severity }) => severity === "error");
        return (0,model_message/* msg */.ab) `they would not be a valid roster: ${withoutStop(first?.message ?? (0,model_message/* msg */.ab) `unknown`)}`;
    }
    for (const { resourceId: id, rows } of resources) {
        const roster = rosters.find((one) => one.resourceId === id);
        if (roster === undefined)
            return (0,model_message/* msg */.ab) `resource ${(0,model_message/* quote */.hD)(id)} would have no roster`;
        const plan = (0,plan_plan/* planChanges */.X)(rows, roster, retention);
        const other = firstChange(plan, invalid.get(id) ?? new Set());
        if (other !== undefined)
            return (0,model_message/* msg */.ab) `${(0,model_message/* quote */.hD)(other, "uniqueId")} would still differ from Vanta`;
    }
    return undefined;
}
/** A sentence as a part of another one. */
function withoutStop(message) {
    const last = message.at(-1);
    return typeof last === "string" ? [...message.slice(0, -1), last.replace(/\.$/, "")] : message;
}
/** An account that a sync would still change, apart from those that no file can decide. */
function firstChange({ added, changed, removed }, invalid) {
    // Those in `forget` have a reason of their own.
    const left = removed.filter(({ why }) => why !== "forget");
    const ids = [...added, ...changed, ...left].map(({ uniqueId }) => uniqueId);
    return ids.find((uniqueId) => !invalid.has(uniqueId));
}

// EXTERNAL MODULE: ./build/model/ports.js
var ports = __webpack_require__(1954);
// EXTERNAL MODULE: ./build/run/list-all.js
var list_all = __webpack_require__(9374);
;// CONCATENATED MODULE: ./build/run/export.js
// The pipeline of an export: roster files and current accounts \u2192 new texts \u2192 the law \u2192 the files.
// It reads Vanta, and sends nothing.










/** Runs an export to its end. Throws what the world does to it. */
async function runExport(task, settings, environment, state) {
    const { problems } = state;
    const now = environment.clock.now();
    const files = await environment.readRoster(problems);
    const resourceIds = await findResources(files, task, now, state);
    const target = resourceIds && (await checkTarget(files, resourceIds, task, problems));
    if (resourceIds === undefined || target === undefined || problems.errors > 0) {
        return { outcome: "invalid" };
    }
    if (task.isTooPublic) {
        state.guards = { violations: [PUBLIC_REPOSITORY] };
        return { outcome: "blocked" };
    }
    const request = {
        files,
        resourceId: singleOf(task),
        resources: await (0,list_all/* listAll */._)(resourceIds.map((resourceId) => ({ resourceId })), task.reader, environment.progress),
        exportFile: task.exportFile,
        now,
    };
    const plan = await planExport(request);
    const violations = checkExport(plan, settings.maxRemovals);
    state.guards = { violations };
    note(state, plan, describeExport(plan), target);
    if (violations.length > 0)
        return { outcome: "blocked" };
    const written = renderExport(plan, "all", (problem) => problems.add(problem));
    if (problems.errors > 0)
        return { outcome: "invalid" };
    const breach = await findBreach(request, plan, written, { ...settings, now });
    if (breach !== undefined)
        return failed(lawBroken(breach));
    const unwritten = await write(written, request, task.files, state);
    if (unwritten !== undefined)
        return failed(unwritten);
    return checkResult(request, written, settings, state);
}
function failed(failure) {
    return { outcome: "failed", failures: [failure] };
}
/** The input `resource-id` for files that name none, where it is one. */
function singleOf({ resourceIds }) {
    return resourceIds.length === 1 ? resourceIds[0] : undefined;
}
/** The resources to read: those of the files, or of the input where there are none. */
async function findResources(files, task, now, state) {
    const { problems } = state;
    const { resourceIds } = task;
    if (files.length === 0) {
        if (resourceIds.length > 0 || problems.errors > 0)
            return resourceIds;
        const message = (0,model_message/* msg */.ab) `resource-id: is missing or empty, and no roster file names a resource. Set it to the Resource ID that Vanta's Developer Console shows; an export may have several.`;
        problems.add((0,problem/* makeProblem */.km)("missing-input", message));
        return undefined;
    }
    const options = { resourceId: singleOf(task), now };
    // What is found in valid files is found again in the new ones, at its new line.
    const rosters = await (0,parse/* parseAddressedRosters */.z)(files, options, (0,problem/* collectProblems */.vX)());
    if (rosters === undefined || problems.errors > 0) {
        await (0,parse/* parseAddressedRosters */.z)(files, options, problems);
        return undefined;
    }
    state.rosters = rosters;
    warnOfOthers(rosters, resourceIds, problems);
    return rosters.map(({ resourceId }) => resourceId);
}
/** An update makes no new files, so a resource without one is left out. */
function warnOfOthers(rosters, resourceIds, problems) {
    const known = new Set(rosters.map(({ resourceId }) => resourceId));
    for (const id of resourceIds.filter((one) => !known.has(one))) {
        const message = (0,model_message/* msg */.ab) `resource-id: ${(0,model_message/* quote */.hD)(id)} is not exported, since no roster file names it. To add it, export it to a file of its own, with a pattern that matches only that file.`;
        problems.add((0,problem/* makeProblem */.km)("export-unmatched", message));
    }
}
/** Checks the paths that `export-file` stands for, and returns them. */
async function checkTarget(files, resourceIds, { exportFile, files: writer, matches }, problems) {
    const isNew = files.length === 0;
    const paths = isNew ? [...(0,file_names/* newFiles */.ei)(exportFile, resourceIds).values()] : [exportFile];
    const errorsBefore = problems.errors;
    for (const path of paths) {
        const flaw = await writer.refuse(path, isNew);
        if (flaw !== undefined) {
            problems.add((0,problem/* makeProblem */.km)("invalid-input", (0,model_message/* msg */.ab) `export-file: ${(0,model_message/* quote */.hD)(path)} ${flaw}`));
        }
        else if (isNew && !matches(path)) {
            const message = (0,model_message/* msg */.ab) `export-file: ${(0,model_message/* quote */.hD)(path)} is matched by no pattern of the roster, so no other run reads it, and the next export stops since it is there. Add a pattern for it.`;
            problems.add((0,problem/* makeProblem */.km)("export-unmatched", message));
        }
    }
    return problems.errors > errorsBefore ? undefined : paths;
}
/** Keeps for the reports what the export would write. */
function note(state, { unchanged }, files, exportFiles) {
    state.exported = { files, unchanged, isWritten: false, exportFiles };
}
function lawBroken(breach) {
    return (0,model_message/* msg */.ab) `The new files do not mean what Vanta has: ${breach}. This is a mistake in this action; please report it.`;
}
/** Returns why the files could not be written. */
async function write(written, { files: read }, files, state) {
    if (written.length === 0)
        return undefined;
    const before = new Map(read.map(({ path, bytes }) => [path, bytes]));
    try {
        await files.writeAll(written.map(({ path, bytes }) => ({ path, bytes, before: before.get(path) })));
        return undefined;
    }
    catch (error) {
        if (!(error instanceof ports/* NotWritten */.rl))
            throw error;
        if (error.stuck.length > 0)
            noteStuck(state, new Set(error.stuck));
        return error.explanation;
    }
}
/** Keeps for the reports which files have changed although the export failed. */
function noteStuck(state, stuck) {
    if (state.exported === undefined)
        return;
    const files = state.exported.files.filter(({ path }) => stuck.has(path));
    state.exported = { ...state.exported, files, isWritten: true };
}
/** Reads the files again: rows that no roster may have are problems at their new lines. */
async function checkResult(request, written, { failOnWarnings }, state) {
    const { problems } = state;
    const { resourceId, now } = request;
    const warnedBefore = problems.warnings;
    const files = filesAfter(request.files, written);
    const rosters = await (0,parse/* parseAddressedRosters */.z)(files, { resourceId, now }, problems);
    state.rosters = rosters;
    if (state.exported !== undefined) {
        const isWritten = written.length > 0;
        state.exported = { ...state.exported, files: locate(state.exported, rosters), isWritten };
    }
    const isRefused = failOnWarnings && problems.warnings > warnedBefore;
    return { outcome: rosters === undefined || isRefused ? "invalid" : "exported" };
}
/** The files with the places of their accounts in the new texts, where these are valid. */
function locate({ files }, rosters = []) {
    const places = new Map(rosters.flatMap(({ resourceId, entries }) => entries.map((entry) => [keyOf(resourceId, entry.account.uniqueId), entry.location])));
    return files.map((file) => {
        const located = (one) => ({
            ...one,
            location: places.get(keyOf(file.resourceId, one.uniqueId)),
        });
        return { ...file, added: file.added.map(located), changed: file.changed.map(located) };
    });
}
function keyOf(resourceId, uniqueId) {
    return JSON.stringify([resourceId, uniqueId]);
}


/***/ })

};

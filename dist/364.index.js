export const id = 364;
export const ids = [364];
export const modules = {

/***/ 6364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectGitHub: () => (/* binding */ connectGitHub)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./build/model/message.js
var model_message = __webpack_require__(497);
// EXTERNAL MODULE: ./build/model/order.js
var order = __webpack_require__(4634);
// EXTERNAL MODULE: ./build/model/ports.js
var ports = __webpack_require__(1954);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./build/model/proxy.js
var proxy = __webpack_require__(594);
;// CONCATENATED MODULE: ./build/github/api.js
// One request to GitHub's REST API, its response parsed, its failure explained.
// The only import of @actions/github. It loads late: many runs never ask GitHub.





/**
 * Sends one request about this repository and parses its response. Throws {@link GitHubError}, or
 * the signal's reason where the run was cancelled.
 */
async function ask(connection, route, parameters, { schema, what }) {
    const { data, link } = await send(connection, route, parameters);
    const parsed = schema.safeParse(data);
    if (parsed.success)
        return { data: parsed.data, link };
    throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `GitHub did not return ${what} in the expected form`, parsed.error);
}
/** Sends a request whose response does not matter. Throws like {@link ask}. */
async function send({ token, context, timeoutSeconds, signal }, route, parameters) {
    const [owner, repo] = known(context.repository, "the name of the repository").split("/");
    if (token === undefined) {
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `there is no token to ask GitHub with; github-token is empty`);
    }
    const url = baseUrlOf(context);
    const proxyVariable = (0,proxy/* invalidProxyVariable */.o)(url);
    if (proxyVariable !== undefined) {
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `${proxyVariable} is not an http or https URL`);
    }
    const octokit = (0,github/* getOctokit */.Q)(token, { baseUrl: url, log: SILENT });
    const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        const response = await octokit.request(route, {
            ...parameters,
            owner,
            repo,
            request: { signal: AbortSignal.any([signal, deadline]) },
        });
        // The client takes a response that broke off for an empty one.
        if (signal.aborted || deadline.aborted)
            throw new Error("the response broke off");
        return { data: response.data, link: response.headers.link ?? "" };
    }
    catch (error) {
        if (signal.aborted)
            throw signal.reason;
        if (deadline.aborted) {
            throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `GitHub did not respond within ${timeoutSeconds} seconds`, error);
        }
        throw new ports/* GitHubError */.y_(explainFailure(failureSchema.parse(error), token), error);
    }
}
/** Where the REST API is, on GitHub.com or an Enterprise Server. */
function baseUrlOf({ apiUrl = "https://api.github.com" }) {
    return apiUrl;
}
/** A value that GitHub or the event should have given. Throws {@link GitHubError} without it. */
function known(value, what) {
    if (value === undefined)
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `${what} is not known`);
    return value;
}
/** The client would write deprecations to the console. */
const SILENT = { debug() { }, info() { }, warn() { }, error() { } };
/** With `response`, GitHub answered; without it, the network failed. */
const failureSchema = schemas/* catch */.MfU(schemas/* object */.Ikc({
    message: schemas/* catch */.MfU(schemas/* string */.YjP(), ""),
    response: schemas/* catch */.MfU(schemas/* optional */.lqM(schemas/* object */.Ikc({
        status: schemas/* number */.aig(),
        headers: schemas/* catch */.MfU(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()), {}),
        data: schemas/* catch */.MfU(schemas/* optional */.lqM(schemas/* object */.Ikc({ message: schemas/* string */.YjP() })), undefined),
    })), undefined),
}), { message: "" });
/** What happened, the likely cause, and where to look. */
function explainFailure({ message, response }, token) {
    const withoutToken = (words) => (0,model_message/* reply */.Tm)(words.replaceAll(token, "***"));
    if (response === undefined)
        return (0,model_message/* msg */.ab) `GitHub could not be reached: ${withoutToken(message)}`;
    const { status, headers, data } = response;
    const words = data === undefined
        ? (0,model_message/* msg */.ab) `status ${status}`
        : (0,model_message/* msg */.ab) `status ${status}, ${withoutToken(data.message)}`;
    if (status === 401) {
        return (0,model_message/* msg */.ab) `GitHub refused the token (${words}): github-token is wrong or has expired`;
    }
    if (isRateLimit(status, headers, data?.message)) {
        return (0,model_message/* msg */.ab) `GitHub refuses further requests of this token for now (${words}): its rate limit is used up; run again later`;
    }
    if (status === 403)
        return (0,model_message/* msg */.ab) `GitHub refused the request (${words}): ${PERMISSIONS}`;
    if (status === 404) {
        return (0,model_message/* msg */.ab) `GitHub knows no such commit, branch or pull request, or does not show it to this token (${words}): a force push may have removed it, or a permission is missing; ${PERMISSIONS}`;
    }
    return (0,model_message/* msg */.ab) `GitHub failed (${words})`;
}
const PERMISSIONS = "the job needs permissions: contents: read, and pull-requests: write for the comment (pull requests from forks never get the latter)";
function isRateLimit(status, headers, message = "") {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers["x-ratelimit-remaining"] === "0" ||
        headers["retry-after"] !== undefined ||
        /rate limit/i.test(message));
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/github/tree.js
// The files of a commit, by GitHub's git API.





const treeSchema = schemas/* object */.Ikc({
    truncated: schemas/* boolean */.zMY(),
    tree: schemas/* array */.YOg(schemas/* object */.Ikc({
        path: schemas/* string */.YjP(),
        mode: schemas/* string */.YjP(),
        type: schemas/* string */.YjP(),
        sha: schemas/* string */.YjP(),
        size: schemas/* optional */.lqM(schemas/* number */.aig()),
    })),
});
const blobSchema = schemas/* object */.Ikc({
    content: schemas/* string */.YjP(),
    encoding: schemas/* literal */.euz("base64"),
    size: schemas/* int */.Whr(),
});
const REGULAR_FILE = /^100(644|755|664)$/;
const SYMBOLIC_LINK = "120000";
/** How many links to links are followed. */
const MAX_LINKS = 8;
/** Whether the entry is a file or a symbolic link. */
function isFileOrLink({ mode }) {
    return REGULAR_FILE.test(mode) || mode === SYMBOLIC_LINK;
}
/** Whether the entry is a commit of another repository. */
function isSubmodule({ type }) {
    return type === "commit";
}
/** Everything in a commit. Throws {@link GitHubError} where GitHub does not list all of it. */
async function listTree(connection, commit) {
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/git/trees/{tree_sha}", { tree_sha: commit, recursive: "1" }, { schema: treeSchema, what: "the files of a commit" });
    if (!data.truncated)
        return data.tree;
    throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `the repository has more files than GitHub lists in one response`);
}
/**
 * The content of a file, or of the file that a link leads to. As in a workspace, a link that leaves
 * the repository is an error.
 */
async function readEntry(connection, entry, byPath) {
    let file = entry;
    for (let links = 0; file.mode === SYMBOLIC_LINK; links += 1) {
        const target = Buffer.from(await readBlob(connection, file.sha)).toString("utf8");
        const next = external_node_path_.posix.isAbsolute(target)
            ? undefined
            : byPath.get(external_node_path_.posix.join(external_node_path_.posix.dirname(file.path), target));
        if (next === undefined || next.type !== "blob" || links === MAX_LINKS) {
            throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `a roster file in the base of this pull request is a link that leads to no file of the repository`);
        }
        file = next;
    }
    return readBlob(connection, file.sha);
}
async function readBlob(connection, sha) {
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: sha }, { schema: blobSchema, what: "a file" });
    const bytes = Buffer.from(data.content, "base64");
    if (bytes.length === data.size)
        return bytes;
    throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `GitHub sent ${bytes.length} bytes of a file of ${data.size}`);
}

;// CONCATENATED MODULE: ./build/github/base-roster.js
// The roster files of the commit that a pull request or a merge group started from.






/** Every file is a request, and a token has a thousand of them an hour. */
const MAX_FILES = 500;
/** All files together, in bytes. */
const MAX_BYTES = 256 * 1024 * 1024;
const PARALLEL_REQUESTS = 6;
const commitSchema = schemas/* object */.Ikc({ parents: schemas/* array */.YOg(schemas/* object */.Ikc({ sha: schemas/* string */.YjP() })) });
/** The files that match `patterns`, in order of path. Throws {@link GitHubError}. */
async function readBaseFiles(connection, patterns) {
    const tree = await listTree(connection, await findBase(connection));
    const byPath = new Map(tree.map((entry) => [entry.path, entry]));
    const files = tree
        .filter((entry) => isFileOrLink(entry) && patterns.matches(entry.path))
        .sort((one, other) => (0,order/* compareText */.n6)(one.path, other.path));
    if (files.length > MAX_FILES) {
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `the base of this pull request has ${files.length} roster files; more than ${MAX_FILES} are not fetched`);
    }
    if (files.reduce((sum, { size = 0 }) => sum + size, 0) > MAX_BYTES) {
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `the roster files in the base of this pull request are over 256 MiB`);
    }
    return inParallel(files, async (entry) => ({
        path: entry.path,
        bytes: await readEntry(connection, entry, byPath),
    }));
}
/** The commit that the change is measured from: for a merge commit, its first parent. */
async function findBase(connection) {
    const { event, commit, pullRequestBase, mergeGroupBase } = connection.context;
    if (event === "merge_group")
        return known(mergeGroupBase, "the base of the merge group");
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/commits/{ref}", { ref: known(commit, "the commit of this run"), per_page: 1 }, { schema: commitSchema, what: "a commit" });
    const [first, second] = data.parents;
    if (first !== undefined && second !== undefined)
        return first.sha;
    return known(pullRequestBase, "the base of the pull request");
}
/** Maps in order, a few at a time. The first failure is thrown. */
async function inParallel(items, work) {
    const results = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue)
            results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: PARALLEL_REQUESTS }, worker));
    return results;
}

;// CONCATENATED MODULE: ./build/github/comment.js
// The one comment that a run keeps on its pull request.




const COMMENTS_PER_PAGE = 100;
/** Ten times what GitHub lets a pull request have. */
const MAX_PAGES = 250;
const NOTHING_TO_SAY = "**Vanta roster:** this pull request no longer changes anything in Vanta.";
const commentsSchema = schemas/* array */.YOg(schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    user: schemas/* nullish */.cl6(schemas/* object */.Ikc({ login: schemas/* string */.YjP() })),
}));
/** Edits the comment that starts with the marker, else adds it. Throws {@link GitHubError}. */
async function upsertComment(connection, { number, marker, body }) {
    const id = await findComment(connection, number, marker);
    if (id === undefined && body === undefined)
        return;
    const whole = body?.startsWith(marker) ? body : `${marker}\n${body ?? NOTHING_TO_SAY}`;
    if (id === undefined) {
        await send(connection, "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: number,
            body: whole,
        });
    }
    else {
        await send(connection, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
            comment_id: id,
            body: whole,
        });
    }
}
/** The ID of the oldest comment of ours that starts with the marker. */
async function findComment(connection, number, marker) {
    let login;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data: comments, link } = await ask(connection, "GET /repos/{owner}/{repo}/issues/{issue_number}/comments", { issue_number: number, per_page: COMMENTS_PER_PAGE, page }, { schema: commentsSchema, what: "the comments of the pull request" });
        // Anyone can write our marker: only a comment of the token's own user is ours.
        const candidates = comments.filter(({ body }) => body?.startsWith(marker));
        if (candidates.length > 0)
            login ??= await findLogin(connection);
        const ours = candidates.find(({ user }) => user?.login === login);
        if (ours !== undefined)
            return ours.id;
        if (!/rel="?next"?/.test(link))
            return undefined;
    }
    throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `the pull request has more comments than can be looked through`);
}
const userSchema = schemas/* object */.Ikc({ login: schemas/* string */.YjP() });
const viewerSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ viewer: userSchema }) });
/** The login of the token's own user; where GitHub does not say it, the one of workflows. */
async function findLogin(connection) {
    const what = "the user of the token";
    try {
        if (connection.token?.startsWith("ghs_") !== true) {
            const { data } = await ask(connection, "GET /user", {}, { schema: userSchema, what });
            return data.login;
        }
        // The token of an app or of a workflow may not ask for its user by REST.
        const route = `POST ${baseUrlOf(connection.context).replace(/\/v3$/, "")}/graphql`;
        const parameters = { query: "query { viewer { login } }" };
        const { data } = await ask(connection, route, parameters, { schema: viewerSchema, what });
        return data.data.viewer.login;
    }
    catch (error) {
        if (error instanceof ports/* GitHubError */.y_)
            return WORKFLOW_BOT;
        throw error;
    }
}
/** The user of the token that every workflow gets. */
const WORKFLOW_BOT = "github-actions[bot]";

;// CONCATENATED MODULE: ./build/github/freshness.js
// Whether the branch has moved on since the commit of this run, so that its roster is no longer the
// newest one.





/** GitHub lists at most so many files of a comparison, all on the first page. */
const MAX_COMPARED_FILES = 300;
const comparisonSchema = schemas/* object */.Ikc({
    status: schemas/* enum */.k5n(["identical", "ahead", "behind", "diverged"]),
    files: schemas/* optional */.lqM(schemas/* array */.YOg(schemas/* object */.Ikc({ filename: schemas/* string */.YjP(), previous_filename: schemas/* optional */.lqM(schemas/* string */.YjP()) }))),
});
/**
 * Compares the commit of this run with the head of its branch. Superseded if the roster has changed
 * since, or if history diverged. Throws {@link GitHubError}.
 */
async function checkFreshness(connection, sources) {
    const { context } = connection;
    const branch = known(branchToCompare(context), "the branch of this run");
    // After a `workflow_run`, what is checked out may be the commit that triggered it, which is
    // older.
    const commits = new Set([known(context.commit, "the commit of this run")]);
    if (context.event === "workflow_run") {
        commits.add(known(context.workflowRun?.headSha, "the commit of the run that triggered this one"));
    }
    for (const commit of commits) {
        const answer = await compareWithBranch(connection, commit, branch, sources);
        if (answer.superseded)
            return answer;
    }
    return FRESH;
}
const FRESH = { superseded: false };
/** In full, as `refs/heads/main`: a tag may have the same name. */
function branchToCompare({ ref, defaultBranch }) {
    if (ref?.startsWith("refs/heads/"))
        return ref;
    return defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`;
}
async function compareWithBranch(connection, commit, branch, sources) {
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/compare/{basehead}", 
    // Only commits have further pages, and they do not matter here.
    { basehead: `${commit}...${branch}`, per_page: 1 }, { schema: comparisonSchema, what: "a comparison of this commit with its branch" });
    const name = (0,model_message/* quote */.hD)(branch.slice("refs/heads/".length));
    if (data.status === "identical")
        return FRESH;
    if (data.status !== "ahead") {
        const how = data.status === "behind" ? "was set back behind it" : "went another way";
        return superseded((0,model_message/* msg */.ab) `this commit is no longer part of ${name}: the branch ${how} (a force push?)`);
    }
    if (data.files === undefined) {
        throw new ports/* GitHubError */.y_((0,model_message/* msg */.ab) `GitHub compared this commit with its branch, but did not say which files differ`);
    }
    const changed = data.files.flatMap(({ filename, previous_filename: previous }) => previous === undefined ? [filename] : [filename, previous]);
    const hasChanged = changed.some((path) => isSource(path, sources)) ||
        (needsTrees(changed, sources) &&
            fingerprint(await listTree(connection, commit), sources) !==
                fingerprint(await listTree(connection, branch), sources));
    return hasChanged ? superseded((0,model_message/* msg */.ab) `the roster has changed on ${name} since this commit`) : FRESH;
}
function superseded(reason) {
    return { superseded: true, reason };
}
/** Whether a change of this path certainly changes the roster. */
function isSource(path, { patterns, paths }) {
    return patterns.matches(path) || paths.some((one) => one === path || one.startsWith(`${path}/`));
}
/**
 * Whether the comparison alone does not show it: it is cut, or may have a submodule of the roster.
 */
function needsTrees(changed, { patterns }) {
    return changed.length >= MAX_COMPARED_FILES || changed.some((path) => patterns.reaches(path));
}
/** Path, mode and content of everything in a commit that belongs to the roster. */
function fingerprint(tree, sources) {
    const entries = tree.filter((entry) => {
        const { path, type } = entry;
        if (isSubmodule(entry) && sources.patterns.reaches(path))
            return true;
        return type !== "tree" && isSource(path, sources);
    });
    return JSON.stringify(entries.map(({ path, mode, sha }) => [path, mode, sha]).sort());
}

;// CONCATENATED MODULE: ./build/github/client.js



/** Connects to the repository of this run. Nothing is sent before the first call. */
function connectGitHub(connection) {
    return {
        checkFreshness: (sources) => checkFreshness(connection, sources),
        readBase: (patterns) => readBaseFiles(connection, patterns),
        upsertComment: (comment) => upsertComment(connection, comment),
    };
}


/***/ }),

/***/ 594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ invalidProxyVariable)
/* harmony export */ });
/* harmony import */ var _url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6895);
// The proxy variables of the environment. http-client ignores one that is not a URL, and would then
// send the request past the proxy.

/**
 * The name of the variable that applies to this URL but is not an http or https URL; undefined
 * where there is none. Its value may have a password, so no message quotes it.
 */
function invalidProxyVariable(url, env = process.env) {
    const scheme = new URL(url).protocol === "https:" ? "https_proxy" : "http_proxy";
    const name = [scheme, scheme.toUpperCase()].find((one) => env[one]);
    return name === undefined || isHttpUrl(env[name] ?? "") ? undefined : name;
}
function isHttpUrl(value) {
    return /^https?:\/\/[^/]/i.test(value) && (0,_url_js__WEBPACK_IMPORTED_MODULE_0__/* .parseUrl */ .D)(value) !== undefined;
}


/***/ })

};

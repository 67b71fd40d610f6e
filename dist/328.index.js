export const id = 328;
export const ids = [328];
export const modules = {

/***/ 8328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectRepository: () => (/* binding */ connectRepository)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2413);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8816);
/* harmony import */ var _model_message_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(497);
/* harmony import */ var _model_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1954);
// Asks GitHub, by the REST API: has the branch moved on, which roster did the pull request start from, where is our comment.
// The only import of @actions/github; main loads this file late, since many runs need none of it.





/** GitHub lists at most so many files of a comparison, all on its first page. */
const COMPARED_FILES_LIMIT = 300;
/** Every file of the base is a request of its own, of the thousand that a token has an hour. */
const BASE_FILES_LIMIT = 500;
/** The files of the base together, in bytes. */
const BASE_BYTES_LIMIT = 256 * 1024 * 1024;
const PARALLEL_REQUESTS = 6;
const COMMENTS_PER_PAGE = 100;
/** Ten times what GitHub lets a pull request have. */
const COMMENT_PAGES_LIMIT = 250;
const NOTHING_TO_SAY = "**Vanta roster:** this pull request changes nothing in Vanta any more.";
const REGULAR_FILE = /^100(644|755|664)$/;
const SYMBOLIC_LINK = "120000";
const comparisonSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(["identical", "ahead", "behind", "diverged"]),
    files: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ filename: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), previous_filename: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() }))
        .optional(),
});
const commitSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ parents: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ sha: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })) });
const treeSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    truncated: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    tree: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        path: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        mode: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        sha: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().optional(),
    })),
});
const blobSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    content: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    encoding: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("base64"),
    size: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
});
const commentsSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    id: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().int(),
    body: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(),
    user: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() }).nullish(),
}));
/** Prepares the questions to GitHub about the repository of this run. Asks nothing yet, and never throws. */
function connectRepository(connection) {
    return {
        repository: {
            freshness: (patterns) => freshness(connection, patterns),
            baseFiles: (patterns) => baseFiles(connection, patterns),
        },
        upsertComment: (comment) => upsertComment(connection, comment),
    };
}
async function freshness(connection, patterns) {
    const { context, matchesPatterns } = connection;
    const commit = needed(commitToCompare(context), "the commit of this run");
    const branch = needed(branchToCompare(context), "the branch of this run");
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/compare/{basehead}", {
        basehead: `${commit}...${branch}`,
        per_page: 1, // of the commits, which nobody needs; the files all stand on the first page
    });
    const { status, files } = understand(comparisonSchema, data, "a comparison of this commit with its branch");
    if (status === "identical")
        return { superseded: false };
    if (status !== "ahead") {
        const how = status === "behind" ? "was set back behind it" : "went another way";
        return superseded((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `this commit is no longer part of ${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(branch)}: the branch ${how} (a force push?)`);
    }
    if (files === undefined)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub compared this commit with its branch, but did not say which files differ`);
    const paths = files.flatMap(({ filename, previous_filename: previous }) => previous === undefined ? [filename] : [filename, previous]);
    if (paths.some((path) => matchesPatterns(path, patterns)))
        return superseded((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `the roster has changed on ${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(branch)} since this commit`);
    if (files.length < COMPARED_FILES_LIMIT)
        return { superseded: false };
    const [old, now] = [await listTree(connection, commit), await listTree(connection, branch)];
    const same = fingerprint(old, connection, patterns) === fingerprint(now, connection, patterns);
    return same
        ? { superseded: false }
        : superseded((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `the roster has changed on ${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(branch)} since this commit`);
}
function superseded(reason) {
    return { superseded: true, reason };
}
/** After a `workflow_run` the roster may be that of the older commit that triggered it, so that one counts. */
function commitToCompare({ workflowRun, commit }) {
    return workflowRun?.headSha ?? commit;
}
function branchToCompare({ ref, defaultBranch }) {
    return ref?.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : defaultBranch;
}
/** Path, kind and content of every file that matches, in one string. */
function fingerprint(tree, { matchesPatterns }, patterns) {
    const files = tree.filter(({ type, path }) => type === "blob" && matchesPatterns(path, patterns));
    return JSON.stringify(files.map(({ path, mode, sha }) => [path, mode, sha]).sort());
}
async function baseFiles(connection, patterns) {
    const tree = await listTree(connection, await findBase(connection));
    const byPath = new Map(tree.map((entry) => [entry.path, entry]));
    const files = tree
        .filter(({ path, mode }) => (REGULAR_FILE.test(mode) || mode === SYMBOLIC_LINK) &&
        connection.matchesPatterns(path, patterns))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    const bytes = files.reduce((sum, { size = 0 }) => sum + size, 0);
    if (files.length > BASE_FILES_LIMIT) {
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `the base of this pull request has ${files.length} roster files; more than ${BASE_FILES_LIMIT} are not fetched`);
    }
    if (bytes > BASE_BYTES_LIMIT)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `the roster files in the base of this pull request are over 256 MiB`);
    return inParallel(files, async (entry) => ({
        path: entry.path,
        bytes: await readEntry(connection, entry, byPath),
    }));
}
/** The commit that the change of this pull request is measured from. */
async function findBase(connection) {
    const { event, commit, pullRequestBase, mergeGroupBase } = connection.context;
    if (event === "merge_group")
        return needed(mergeGroupBase, "the base of the merge group");
    const sha = needed(commit, "the commit of this run");
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/commits/{ref}", {
        ref: sha,
        per_page: 1,
    });
    const { parents } = understand(commitSchema, data, "a commit");
    const [first] = parents;
    return first !== undefined && parents.length > 1
        ? first.sha
        : needed(pullRequestBase, "the base of the pull request");
}
async function listTree(connection, commit) {
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
        tree_sha: commit,
        recursive: "1",
    });
    const { tree, truncated } = understand(treeSchema, data, "the files of a commit");
    if (truncated)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `the repository has more files than GitHub lists in one answer`);
    return tree;
}
/** How many links to links are followed. */
const LINK_LIMIT = 8;
/** The content of a file, or of the file that a link leads to, as the workspace is read: inside of the repository only. */
async function readEntry(connection, entry, byPath) {
    let file = entry;
    for (let links = 0; file.mode === SYMBOLIC_LINK; links += 1) {
        const link = Buffer.from(await readBlob(connection, file.sha)).toString("utf8");
        const next = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(link)
            ? undefined
            : byPath.get(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(file.path), link));
        if (next === undefined || next.type !== "blob" || links === LINK_LIMIT) {
            throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `a roster file in the base of this pull request is a link that leads to no file of the repository`);
        }
        file = next;
    }
    return readBlob(connection, file.sha);
}
async function readBlob(connection, sha) {
    const { data } = await ask(connection, "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", {
        file_sha: sha,
    });
    const { content, size } = understand(blobSchema, data, "a file");
    const bytes = Buffer.from(content, "base64");
    if (bytes.length !== size)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub sent ${bytes.length} bytes of a file of ${size}`);
    return bytes;
}
async function upsertComment(connection, { number, marker, body }) {
    const id = await findComment(connection, number, marker);
    if (id === undefined && body === undefined)
        return;
    const whole = body?.startsWith(marker) ? body : `${marker}\n${body ?? NOTHING_TO_SAY}`;
    if (id === undefined) {
        await ask(connection, "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: number,
            body: whole,
        });
    }
    else {
        await ask(connection, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
            comment_id: id,
            body: whole,
        });
    }
}
/** The oldest comment that starts with the marker. */
async function findComment(connection, number, marker) {
    // An app's token writes as a bot: then a person's comment with our marker is a trap, as its author can edit it later.
    const writesAsBot = connection.token?.startsWith("ghs_") === true;
    for (let page = 1; page <= COMMENT_PAGES_LIMIT; page += 1) {
        const { data, link } = await ask(connection, "GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: number,
            per_page: COMMENTS_PER_PAGE,
            page,
        });
        const comments = understand(commentsSchema, data, "the comments of the pull request");
        const ours = comments.find(({ body, user }) => body?.startsWith(marker) && !(writesAsBot && user?.type === "User"));
        if (ours !== undefined)
            return ours.id;
        if (!/rel="?next"?/.test(link))
            return undefined;
    }
    throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `the pull request has more comments than can be looked through`);
}
/** One request about this repository. Throws {@link GitHubError}, or the signal's reason where the run was cancelled. */
async function ask(connection, route, parameters) {
    const { token, context, timeoutSeconds, signal } = connection;
    const [owner, repo] = needed(context.repository, "the name of the repository").split("/");
    if (token === undefined)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `there is no token to ask GitHub with; github-token is empty`);
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_1__/* .getOctokit */ .Q)(token, {
        ...(context.apiUrl !== undefined && { baseUrl: context.apiUrl }),
        log: SILENT,
    });
    const deadline = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        const answer = await octokit.request(route, {
            ...parameters,
            owner,
            repo,
            request: { signal: AbortSignal.any([signal, deadline]) },
        });
        // The client takes an answer that broke off for an empty one.
        if (signal.aborted || deadline.aborted)
            throw new Error("the answer broke off");
        const data = answer.data;
        return { data, link: answer.headers.link ?? "" };
    }
    catch (error) {
        if (signal.aborted)
            throw signal.reason;
        if (deadline.aborted)
            throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub did not answer within ${timeoutSeconds} seconds`, error);
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_(explain(failureSchema.parse(error), (words) => words.replaceAll(token, "***")), error);
    }
}
/** The client would write deprecations to the console, past our own log. */
const SILENT = { debug() { }, info() { }, warn() { }, error() { } };
/** What can be known of a failure: with `response` GitHub answered, without it the network failed. */
const failureSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().catch(""),
    response: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        status: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
        headers: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()).catch({}),
        data: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ message: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }).optional().catch(undefined),
    })
        .optional()
        .catch(undefined),
})
    .catch({ message: "" });
/** What happened, the likely cause, and where to look. `scrub` takes the token out of another's words. */
function explain({ message, response }, scrub) {
    if (response === undefined)
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub could not be reached: ${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .reply */ .Tm)(scrub(message))}`;
    const { status, headers, data } = response;
    const words = data === undefined
        ? (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `status ${status}`
        : (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `status ${status}, ${(0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .reply */ .Tm)(scrub(data.message))}`;
    if (status === 401)
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub refused the token (${words}): github-token is wrong or has expired`;
    if (isRateLimit(status, headers, data?.message)) {
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub answers no more requests of this token for now (${words}): its rate limit is used up; run again later`;
    }
    if (status === 403)
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub refused the request (${words}): ${PERMISSIONS}`;
    if (status === 404) {
        return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub knows no such commit, branch or pull request, or does not show it to this token (${words}): a force push may have removed it, or a permission is missing; ${PERMISSIONS}`;
    }
    return (0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub failed to answer (${words})`;
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
function understand(schema, data, what) {
    const parsed = schema.safeParse(data);
    if (!parsed.success)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `GitHub sent something else than ${what}`, parsed.error);
    return parsed.data;
}
function needed(value, what) {
    if (value === undefined)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__/* .GitHubError */ .y_((0,_model_message_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq) `${what} is not known`);
    return value;
}
/** Maps in order, a few at a time; the first failure is thrown. */
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


/***/ })

};

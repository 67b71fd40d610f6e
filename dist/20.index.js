export const id = 20;
export const ids = [20];
export const modules = {

/***/ 8869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonInParts)
/* harmony export */ });
/** How many accounts are in a part. */
const ACCOUNTS = 100;
/**
 * The text of `JSON.stringify({ ...head, resources }, null, indent)` in parts, and a line feed where
 * it is indented. The head must have a member.
 */
function* jsonInParts(head, resources, { indent, select = (account) => account }) {
    const [line, margin, space] = indent === 0 ? ["", "", ""] : ["\n", "\n  ", " "];
    const open = `${margin}"resources":${space}[`;
    const close = `${resources.length === 0 ? "" : margin}]${line}}`;
    const others = JSON.stringify(head, null, indent).slice(0, -1 - line.length);
    yield `${others},${open}`;
    for (let from = 0; from < resources.length; from += ACCOUNTS) {
        const part = resources.slice(from, from + ACCOUNTS).map(select);
        // In an object, so that it is indented as deep as it will be.
        const inner = JSON.stringify({ resources: part }, null, indent).slice(1 + open.length, -close.length);
        yield from === 0 ? inner : `,${inner}`;
    }
    yield `${close}${line}`;
}


/***/ }),

/***/ 5020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderBackup: () => (/* binding */ renderBackup)
});

// EXTERNAL MODULE: ./build/model/account.js
var model_account = __webpack_require__(741);
// EXTERNAL MODULE: ./build/model/equality.js
var equality = __webpack_require__(9440);
// EXTERNAL MODULE: ./build/model/json-parts.js
var json_parts = __webpack_require__(8869);
// EXTERNAL MODULE: ./node_modules/zod/v4/mini/schemas.js + 5 modules
var schemas = __webpack_require__(8395);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(3305);
// EXTERNAL MODULE: ./build/roster/formats.js
var formats = __webpack_require__(194);
// EXTERNAL MODULE: ./build/roster/template.js
var template = __webpack_require__(2030);
// EXTERNAL MODULE: ./build/roster/text.js
var roster_text = __webpack_require__(303);
;// CONCATENATED MODULE: ./build/roster/schema.js
// The shape of a roster file as zod schemas, derived from the table of fields. roster.schema.json
// is printed from it for editors. Rules that JSON Schema cannot state (leap seconds, ports of URLs,
// invisible characters) are refinements.





const schema_text = schemas/* string */.YjP().check(api/* _regex */.Fk(roster_text/* TEXT */.a$));
const identifier = schema_text.check(schemas/* refine */.YPB((value) => (0,roster_text/* invisibleIn */.BB)(value) === undefined));
const schema_name = schema_text.check(schemas/* refine */.YPB((value) => (0,roster_text/* invisibleInName */.Uz)(value) === undefined));
const propertyName = schemas/* string */.YjP().check(api/* _regex */.Fk(roster_text/* PROPERTY_NAME */.WJ));
const integer = schemas/* int */.Whr().check(api/* _gte */.qm(-2_147_483_648), api/* _lte */.Zm(2_147_483_647));
/** The value of a field as it goes to Vanta. */
function valueSchema(spec) {
    switch (spec.kind) {
        case "name":
            return schema_name;
        case "identifier":
            return identifier;
        case "identifiers":
            return schemas/* array */.YOg(identifier);
        case "url":
            return schemas/* string */.YjP().check(api/* _regex */.Fk(formats/* HTTPS_URL */.ai), schemas/* refine */.YPB(formats/* isHttpsUrl */.x3));
        case "email":
            return schemas/* string */.YjP().check(api/* _regex */.Fk(formats/* EMAIL */.Tm), schemas/* refine */.YPB(formats/* isEmail */.xf));
        case "timestamp":
            return schemas/* string */.YjP().check(api/* _regex */.Fk(formats/* TIMESTAMP */.ht), schemas/* refine */.YPB(formats/* isTimestamp */.Fx));
        case "boolean":
            return schemas/* boolean */.zMY();
        case "choice":
            return schemas/* enum */.k5n(spec.values);
        case "choices":
            return schemas/* array */.YOg(schemas/* enum */.k5n(spec.values));
        case "properties":
            return schemas/* record */.g1P(propertyName, schemas/* union */.KCZ([schemas/* boolean */.zMY(), integer, schema_text]));
    }
}
/** `{field}` in it is replaced. What comes of it must fit its field, which only the action sees. */
const schema_template = schemas/* string */.YjP().check(api/* _regex */.Fk(template/* TEMPLATE_WITH_BRACES */.x0));
const textOrTemplate = schemas/* string */.YjP().check(api/* _regex */.Fk(roster_text/* TEXT */.a$), api/* _regex */.Fk(template/* TEMPLATE */.nE));
/** The default of a field: the same, but strings may be templates. */
function defaultSchema(spec) {
    switch (spec.kind) {
        case "name":
        case "identifier":
            return textOrTemplate;
        case "boolean":
            return valueSchema(spec);
        case "choices":
            return schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* enum */.k5n(spec.values), schema_template]));
        case "identifiers":
            return schemas/* array */.YOg(textOrTemplate);
        case "properties":
            return schemas/* record */.g1P(propertyName, schemas/* union */.KCZ([schemas/* boolean */.zMY(), integer, textOrTemplate]));
        default:
            return schemas/* union */.KCZ([valueSchema(spec), schema_template]);
    }
}
/** The same schema, with what editors show. */
function describe(schema, description) {
    return schema.check(schemas/* describe */.q0y(description));
}
/** A schema for each of the fields. */
function shapeOf(fields, schemaFor) {
    return Object.fromEntries(fields.map((field) => [field, schemaFor(model_account/* ACCOUNT_FIELDS */.ai[field])]));
}
const accountSchema = schemas/* strictObject */.rej(shapeOf(model_account/* FIELDS */.cJ, (spec) => (spec.required ? valueSchema(spec) : schemas/* optional */.lqM(valueSchema(spec)))));
/** Whether a value is a complete and valid account, as it goes to Vanta. */
function isAccount(value) {
    return accountSchema.safeParse(value).success;
}
const required = shapeOf(model_account/* REQUIRED_FIELDS */.Ws, (spec) => describe(valueSchema(spec), spec.description));
/** `null` means that there is none, also where the defaults have one. */
const optional = shapeOf(model_account/* OPTIONAL_FIELDS */.v8, (spec) => schemas/* optional */.lqM(describe(schemas/* nullable */.mee(valueSchema(spec)), spec.description)));
/** An account in a file without defaults, which must be complete. */
const wholeAccount = schemas/* strictObject */.rej({ ...required, ...optional })
    .check(schemas/* meta */.mIj({ id: "Account", description: "One user account." }));
/** An account beside defaults, which may supply all but its uniqueId. */
const accountBesideDefaults = schemas/* strictObject */.rej({
    ...schemas/* partial */.OH3(schemas/* strictObject */.rej(required)).shape,
    uniqueId: describe(valueSchema(model_account/* ACCOUNT_FIELDS */.ai.uniqueId), model_account/* ACCOUNT_FIELDS */.ai.uniqueId.description),
    ...optional,
})
    .check(schemas/* meta */.mIj({
    id: "AccountBesideDefaults",
    description: "One user account; what it leaves out is taken from defaults.",
}));
const defaultShape = shapeOf(model_account/* FIELDS */.cJ.filter((field) => field !== "uniqueId"), (spec) => describe(spec.required ? defaultSchema(spec) : schemas/* nullable */.mee(defaultSchema(spec)), spec.description));
const defaults = schemas/* partial */.OH3(schemas/* strictObject */.rej(defaultShape)).check(schemas/* meta */.mIj({
    id: "Defaults",
    description: "What every account of this file has unless it says otherwise. {field} in a string is replaced with that field of the account; {{ and }} are braces.",
}));
const body = schemas/* strictObject */.rej({
    $schema: schemas/* optional */.lqM(describe(schemas/* string */.YjP(), "Where an editor finds this schema. The action does not read it.")),
    resourceId: schemas/* optional */.lqM(describe(schemas/* string */.YjP().check(api/* _regex */.Fk(roster_text/* RESOURCE_ID */.f2)), "The Resource ID from Vanta's Developer Console. Files with the same one make one roster.")),
    defaults: schemas/* optional */.lqM(schemas/* nullable */.mee(defaults)),
    forget: schemas/* optional */.lqM(describe(schemas/* nullable */.mee(schemas/* array */.YOg(identifier)), "uniqueIds that are never sent again, not even as DEACTIVATED: for a mistake, or a request for erasure.")),
    resources: describe(schemas/* array */.YOg(accountBesideDefaults), "The accounts. An account that is not in the list is removed."),
})
    .check(schemas/* meta */.mIj({
    id: "Roster",
    description: "The accounts of one resource, in the form of Vanta's API, with defaults.",
}));
// The body first: editors then report an unknown key in it, rather than that it is not a list.
const file = schemas/* union */.KCZ([body, describe(schemas/* array */.YOg(wholeAccount), "A list of accounts.")]);
/** What editors show where a text does not match a pattern. */
const PATTERN_MESSAGES = new Map([
    [roster_text/* TEXT */.a$.source, "Write one line of text, without space before or after it."],
    [roster_text/* PROPERTY_NAME */.WJ.source, "Write a name, without space before or after it."],
    [roster_text/* RESOURCE_ID */.f2.source, "Write the Resource ID from Vanta's Developer Console, without spaces."],
    [formats/* HTTPS_URL */.ai.source, "Write an https URL, such as https://admin.example.com/users/1001."],
    [formats/* EMAIL */.Tm.source, "Write one email address, such as ada@example.com."],
    [formats/* TIMESTAMP */.ht.source, 'Write a date-time with an offset, such as "2024-03-01T09:00:00Z".'],
    [template/* TEMPLATE */.nE.source, "Only names of fields can be in braces. Write literal braces as {{ and }}."],
    [template/* TEMPLATE_WITH_BRACES */.x0.source, "Write a valid value, or one with {field} in it."],
]);
/** The JSON Schema (draft 7, which editors know best) of a roster file. */
function rosterJsonSchema() {
    const schema = z.toJSONSchema(file, {
        target: "draft-7",
        override: ({ zodSchema, jsonSchema }) => {
            // A place for anchors, which zod cannot express.
            if (zodSchema === body)
                jsonSchema.patternProperties = { "^x-": {} };
            for (const part of [jsonSchema, ...(jsonSchema.allOf ?? [])]) {
                const message = part.pattern && PATTERN_MESSAGES.get(part.pattern);
                if (message !== undefined && message !== "")
                    part["patternErrorMessage"] = message;
            }
        },
    });
    return { title: "A roster of user accounts for Vanta", ...schema };
}

// EXTERNAL MODULE: ./build/plan/rows.js
var rows = __webpack_require__(8693);
;// CONCATENATED MODULE: ./build/plan/backup.js
// What Vanta has before a sync, as a roster: syncing it undoes the sync.





/**
 * The current rows of one resource as a roster; none is left out. The accounts that the sync adds
 * are under `forget`, so that undoing takes them away again.
 */
function renderBackup({ resourceId, current, added, entries }) {
    const forget = added.map(({ uniqueId }) => uniqueId);
    const head = { resourceId, forget: forget.length > 0 ? forget : undefined };
    const accounts = new Map(entries.map(({ account }) => [account.uniqueId, account]));
    const invalid = current
        .filter((row) => !isInRoster(row, accounts.get(row.uniqueId)) && !isAccount((0,rows/* fieldsOf */.Pf)(row)))
        .map(({ uniqueId }) => uniqueId);
    const parts = (0,json_parts/* jsonInParts */.s)(head, current, { indent: 2, select: rows/* fieldsOf */.Pf });
    return { parts, invalid };
}
/** Whether the roster has the row just so. It is valid then, as most are in a large roster. */
function isInRoster(row, account) {
    if (account === undefined)
        return false;
    return model_account/* FIELDS */.cJ.every((field) => (0,equality/* isSameAsWritten */.qb)(row[field], account[field]));
}


/***/ })

};

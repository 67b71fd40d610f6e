// A workflow file as GitHub's own parser reads it, and the values of its expressions.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import {
  isBasicExpression,
  isBoolean,
  isMapping,
  isNumber,
  isSequence,
  isString,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import { convertToIfCondition } from "@actions/workflow-parser/model/converter/if-condition";
import type { TemplateContext } from "@actions/workflow-parser/templates/template-context";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/template-token";

export type { TemplateToken };

/** What expressions can read, and what `success()` and its like return. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly status: { readonly success: boolean; readonly failure: boolean; cancelled: boolean };
}

export interface WorkflowFile {
  readonly content: string;
  readonly errors: readonly string[];
  readonly root: TemplateToken;
  /** Whether a job or step with this `if` runs; without one, `success()` decides. */
  runs(condition: TemplateToken | undefined, scope: Scope): boolean;
}

const ROOT = new URL("../../", import.meta.url);

/** `edit` changes the text, and must change it. */
export function readWorkflow(path: string, edit?: (content: string) => string): WorkflowFile {
  const original = readFileSync(new URL(path, ROOT), "utf8");
  const content = edit === undefined ? original : edit(original);
  if (edit !== undefined && content === original) throw new Error(`the edit left ${path} as it is`);
  const file = { name: fileURLToPath(new URL(path, ROOT)), content };
  const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
  if (value === undefined) throw new Error(`${path} is not a workflow`);
  return {
    content,
    errors: context.errors.getErrors().map(({ message }) => message),
    root: value,
    runs: (condition, scope) => decide(condition, scope, context),
  };
}

function decide(condition: TemplateToken | undefined, scope: Scope, context: TemplateContext) {
  if (condition === undefined) return scope.status.success;
  const token = convertToIfCondition(context, condition);
  if (token === undefined) throw new Error(`${condition} is not a condition`);
  return isTruthy(evaluate(token.expression, scope));
}

function isTruthy(value: unknown): boolean {
  return value !== null && value !== false && value !== "" && value !== 0;
}

/** The value of a key of a mapping. */
export function get(token: TemplateToken | undefined, key: string): TemplateToken | undefined {
  return token !== undefined && isMapping(token) ? token.find(key) : undefined;
}

export function entries(token: TemplateToken | undefined): readonly [string, TemplateToken][] {
  if (token === undefined || !isMapping(token)) return [];
  return [...token].map(({ key, value }) => [key.toString(), value]);
}

export function items(token: TemplateToken | undefined): readonly TemplateToken[] {
  return token !== undefined && isSequence(token) ? [...token] : [];
}

/** The plain value of a token, its expressions evaluated. */
export function plainOf(token: TemplateToken | undefined, scope: Scope): unknown {
  if (token === undefined) return null;
  if (isBasicExpression(token)) return evaluate(token.expression, scope);
  if (isMapping(token))
    return Object.fromEntries(entries(token).map(([key, value]) => [key, plainOf(value, scope)]));
  if (isSequence(token)) return items(token).map((item) => plainOf(item, scope));
  if (isString(token) || isNumber(token) || isBoolean(token)) return token.value;
  return null;
}

/** The same as text, as `env` and `with` pass it on. */
export function textOf(token: TemplateToken | undefined, scope: Scope): string {
  const value = plainOf(token, scope);
  return value === null ? "" : String(value);
}

export function textsOf(
  token: TemplateToken | undefined,
  scope: Scope,
): Readonly<Record<string, string>> {
  return Object.fromEntries(entries(token).map(([key, value]) => [key, textOf(value, scope)]));
}

const STATUS_FUNCTIONS = ["success", "failure", "cancelled", "always"] as const;

function evaluate(expression: string, { contexts, status }: Scope): unknown {
  const functions = STATUS_FUNCTIONS.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(name === "always" || status[name]),
  }));
  const tree = new Parser(
    new Lexer(expression).lex().tokens,
    Object.keys(contexts),
    functions,
  ).parse();
  const known: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
  if (!(known instanceof data.Dictionary)) throw new Error("contexts are a mapping");
  const byName = new Map(functions.map((one) => [one.name, one]));
  const result = new Evaluator(tree, known, byName).evaluate();
  return JSON.parse(JSON.stringify(result, data.replacer));
}

// The arguments of the command line → what is asked for, and every mistake in them at once. Pure.
import { type ParseArgsConfig, parseArgs } from "node:util";
import { type Message, msg, quote } from "../model/message.js";
import { nearest } from "../model/nearest.js";
import { makeProblem, type Problem } from "../model/problem.js";
import { suggest } from "../settings/input-rules.js";
import {
  adviceFor,
  CREDENTIALS_FILE_FLAGS,
  FLAGS,
  INSTEAD_OF_FLAG,
  isInputFlag,
  isSecretName,
  VERBS,
} from "./flags.js";

export type Verb = (typeof VERBS)[number];

/** What the arguments say. */
export interface Call {
  /** Absent where it is missing or unknown. */
  readonly verb?: Verb | undefined;
  readonly patterns: readonly string[];
  /** The flags that are inputs, by the names of action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly credentialsFile?: CredentialsFile | undefined;
  /** The switches of the command line that are set: `yes`, `json`, `debug`, `help`, `version`. */
  readonly switches: ReadonlySet<string>;
  /** Values that were given for flags that do not exist, and that may be secrets. */
  readonly secrets: readonly string[];
  readonly problems: readonly Problem[];
}

/** A file that sets the credentials, and the flag that names it. */
export interface CredentialsFile {
  readonly flag: string;
  readonly path: string;
}

/** Reads the arguments, without the name of the program. */
export function parseCall(args: readonly string[]): Call {
  const kinds = kindsOf(args);
  const lacking = new Set([...args.keys()].filter((index) => lacksValue(args, index, kinds)));
  const kept = args.filter((_, index) => !lacking.has(index));
  const { tokens } = parseArgs({
    args: kept,
    options: optionsOf(kinds),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const reader = new Reader();
  for (const index of lacking) reader.lacksValue(args[index] ?? "");
  const end = tokens.find(({ kind }) => kind === "option-terminator")?.index ?? kept.length;
  for (const token of tokens) {
    const arg = kept[token.index] ?? "";
    const before = token.index > end ? "" : (kept[token.index - 1] ?? "");
    if (token.kind === "positional") reader.positional(token.value, before);
    else if (token.kind === "option" && isShort(arg)) reader.short(arg);
    else if (token.kind === "option") reader.option(token);
  }
  return reader.call();
}

/** Whether an argument has one dash, but is not `-h`. */
function isShort(arg: string): boolean {
  return /^-[^-]/.test(arg) && arg !== "-h";
}

/** Whether a flag takes a value, by its name without dashes. */
type Kinds = ReadonlyMap<string, "string" | "boolean">;

/**
 * The kind of every known flag, and of the unknown ones among the arguments: that of the nearest
 * one, so that a value behind it is not taken for a pattern. Behind what may be a credential is one.
 */
function kindsOf(args: readonly string[]): Kinds {
  const kinds = new Map<string, "string" | "boolean">();
  for (const [name, { value }] of FLAGS)
    kinds.set(name, value === undefined ? "boolean" : "string");
  for (const name of Object.keys(INSTEAD_OF_FLAG)) kinds.set(name, "string");
  const known = [...kinds.keys()];
  for (const arg of args) {
    const name = nameOf(arg);
    if (name === undefined || kinds.has(name)) continue;
    const like = nearest(name, known);
    const kind = like === undefined ? undefined : kinds.get(like);
    if (isSecretName(name)) kinds.set(name, "string");
    else if (kind !== undefined) kinds.set(name, kind);
  }
  return kinds;
}

/** The name of `--name` or `--name=value`. */
function nameOf(arg: string): string | undefined {
  return /^--([^=]+)/.exec(arg)?.[1];
}

/** Whether this is `--name` of a flag with a value, and another flag or nothing is behind it. */
function lacksValue(args: readonly string[], index: number, kinds: Kinds): boolean {
  const terminator = args.indexOf("--");
  if (terminator !== -1 && index > terminator) return false;
  const arg = args[index] ?? "";
  const name = nameOf(arg) ?? "";
  if (arg.includes("=") || kinds.get(name) !== "string") return false;
  const next = args[index + 1];
  if (next === undefined || next === "--") return true;
  // A secret may begin with dashes.
  return next.startsWith("--") && (!isSecretName(name) || kinds.has(nameOf(next) ?? ""));
}

function optionsOf(kinds: Kinds): NonNullable<ParseArgsConfig["options"]> {
  const options = Object.fromEntries([...kinds].map(([name, type]) => [name, { type }]));
  return { ...options, help: { type: "boolean", short: "h" } };
}

interface OptionToken {
  readonly name: string;
  /** As written, with dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
}

/** Collects what the arguments say, one after the other. */
class Reader {
  readonly #positionals: string[] = [];
  readonly #values = new Map<string, string>();
  readonly #switches = new Set<string>();
  readonly #shorts = new Set<string>();
  readonly #secrets: string[] = [];
  readonly #problems: Problem[] = [];

  #refuse(flag: string, why: Message): void {
    this.#problems.push(makeProblem("invalid-input", msg`${shown(flag)}: ${why}`));
  }

  /** `before`: the argument before it, where that may be a flag. */
  positional(value: string, before: string): void {
    const name = nameOf(before) ?? "";
    const isSwitch = FLAGS.has(name) && FLAGS.get(name)?.value === undefined;
    if (!isSwitch || !/^(true|false)$/i.test(value)) this.#positionals.push(value);
    else if (isInputFlag(name)) {
      this.#refuse(before, msg`takes no value after a space; write ${before}=${value}`);
    } else this.#refuse(before, msg`takes no value`);
  }

  /** An argument with one dash; it is split into letters, and so comes several times. */
  short(arg: string): void {
    if (this.#shorts.has(arg)) return;
    this.#shorts.add(arg);
    // Behind the verb it may be meant as a pattern, which then is not missing.
    if (this.#positionals.length > 0) this.#positionals.push(arg);
    const file = quote(`./${arg}`);
    const message = msg`${shown(arg)}: is not a flag; --help lists all flags, and a file of this name is ${file}, or follows after --`;
    this.#problems.push(makeProblem("unknown-input", message));
  }

  /** A flag that takes a value, and has none. */
  lacksValue(rawName: string): void {
    const name = nameOf(rawName) ?? "";
    if (FLAGS.has(name)) this.#refuse(rawName, msg`needs a value`);
    else this.#unknown(name, rawName, undefined);
  }

  option({ name, rawName, value }: OptionToken): void {
    const flag = FLAGS.get(name);
    if (flag === undefined) this.#unknown(name, rawName, value);
    else if (flag.value === undefined && !isInputFlag(name)) {
      if (value === undefined) this.#switches.add(name);
      else this.#refuse(rawName, msg`takes no value`);
    } else if (name === "resource-id" && this.#values.has(name)) {
      this.#values.set(name, `${this.#values.get(name)}\n${value}`);
    } else if (this.#values.has(name)) this.#refuse(rawName, msg`is given twice; remove one`);
    // A switch that is an input may have a value: --allow-empty=false.
    else this.#values.set(name, value ?? "true");
  }

  /** The input `roster` has one pattern per line, without white space around it. */
  #checkPattern(written: string): void {
    const why =
      written.trim() === ""
        ? msg`is empty, as from a variable that is not set; remove it`
        : /[\r\n]|^\s|\s$/.test(written)
          ? msg`${quote(written)} has a line end, or white space at an end; rename the file`
          : undefined;
    if (why !== undefined) this.#refuse("pattern", why);
  }

  #unknown(name: string, rawName: string, value: string | undefined): void {
    const meant = nearest(name, [...FLAGS.keys(), ...Object.keys(INSTEAD_OF_FLAG)]);
    const mayBeSecret = isSecretName(name) || isSecretName(meant ?? name);
    if (value !== undefined && mayBeSecret) this.#secrets.push(value);
    const fix =
      adviceFor(meant ?? name) ??
      (meant === undefined ? "--help lists all flags" : `did you mean --${meant}?`);
    const message = msg`${shown(rawName)}: is not a flag; ${fix}`;
    this.#problems.push(makeProblem("unknown-input", message));
  }

  #credentialsFile(): CredentialsFile | undefined {
    const named = CREDENTIALS_FILE_FLAGS.flatMap((name) => {
      const path = this.#values.get(name);
      return path === undefined ? [] : [{ flag: `--${name}`, path }];
    });
    const [file, second] = named;
    if (file !== undefined && second !== undefined) {
      this.#refuse(second.flag, msg`is ${file.flag} by another name; remove one of the two`);
    }
    return file;
  }

  call(): Call {
    const [first, ...patterns] = this.#positionals;
    const verb = VERBS.find((one) => one === first);
    if (verb === undefined) this.#problems.unshift(noVerb(first));
    if (this.#switches.has("yes") && verb !== undefined && verb !== "sync") {
      this.#refuse("--yes", msg`only sync asks; remove it`);
    }
    // Where all are empty, the pattern is missing.
    if (patterns.some((one) => one.trim() !== "")) {
      for (const pattern of patterns) this.#checkPattern(pattern);
    }
    return {
      verb,
      patterns,
      inputs: Object.fromEntries([...this.#values].filter(([name]) => isInputFlag(name))),
      credentialsFile: this.#credentialsFile(),
      switches: this.#switches,
      secrets: this.#secrets,
      problems: this.#problems,
    };
  }
}

/** A flag as it is written, in quotes unless it is a plain word. */
function shown(flag: string): string | ReturnType<typeof quote> {
  return /^[a-z-]+$/.test(flag) ? flag : quote(flag);
}

function noVerb(first: string | undefined): Problem {
  return first === undefined
    ? makeProblem(
        "missing-input",
        msg`The verb is missing; ${suggest("", VERBS)} before the patterns`,
      )
    : makeProblem("invalid-input", msg`${quote(first)} is not a verb; ${suggest(first, VERBS)}`);
}

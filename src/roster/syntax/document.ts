// The bytes of one roster file → a tree of values with their positions, or problems.
import { isUtf8 } from "node:buffer";
import { isJson } from "../../model/file-names.js";
import { type Message, msg } from "../../model/message.js";
import type { RosterFile } from "../../model/ports.js";
import { makeProblem, type Problem, type SourceLocation } from "../../model/problem.js";
import type { ProblemCode } from "../../model/problem-codes.js";
import { decodeUtf8 } from "../../model/utf8.js";
import { resolveConflicts } from "./conflicts.js";
import { readFastJson, readFastYaml } from "./fast-reader.js";
import { type Node, UnreadableDocument } from "./node.js";
import { positionsIn } from "./positions.js";

/** The largest file that is read, in bytes. */
const FILE_LIMIT = 128 * 1024 * 1024;
/** The largest YAML file that is read, in bytes. The parser needs about 50 times that in memory. */
const YAML_LIMIT = 16 * 1024 * 1024;

/** A file that could be parsed, at least in part. */
export interface RosterDocument {
  readonly path: string;
  readonly root: Node;
  readonly locationAt: (offset: number) => SourceLocation;
  /** Adds a problem of this file, except on a line that is not valid UTF-8. */
  readonly report: (
    code: ProblemCode,
    offset: number,
    message: Message,
    account?: Problem["account"],
  ) => void;
}

/** Parses one file, as JSON or YAML by its extension. Undefined if it fails, which is reported. */
export async function parseDocument(
  file: RosterFile,
  add: (problem: Problem) => void,
): Promise<RosterDocument | undefined> {
  const { path } = file;
  const atStart = { file: path, line: 1, column: 1 };
  const refusal = refuseSize(file.bytes.length);
  if (refusal !== undefined) {
    add(makeProblem("file-too-large", refusal, atStart));
    return undefined;
  }
  const { text, isUnreadable, problem } = decode(file.bytes);
  const position = positionsIn(text);
  const locationAt = (offset: number): SourceLocation => ({ file: path, ...position(offset) });
  let hasProblem = false;
  const addAt: RosterDocument["report"] = (code, offset, message, account) => {
    hasProblem = true;
    add(makeProblem(code, message, locationAt(offset), account));
  };
  if (problem !== undefined) addAt(problem.code, problem.offset, problem.message);
  if (problem?.isFatal === true) return undefined;
  const report: RosterDocument["report"] = (code, offset, message, account) => {
    if (!isUnreadable(position(offset).line)) addAt(code, offset, message, account);
  };
  const root = await parse(file, text, report);
  if (root !== undefined) return { path, root, locationAt, report };
  if (!hasProblem)
    addAt("empty-file", 0, msg`The file is empty. Write [] for a roster without accounts.`);
  return undefined;
}

/** The largest size of all files together, in bytes. */
const TOTAL_LIMIT = 256 * 1024 * 1024;

/** Why a file is not read that makes all files together this large; undefined if it is read. */
export function refuseTotal(size: number): Message | undefined {
  if (size <= TOTAL_LIMIT) return undefined;
  return msg`With this file, the roster is larger than ${TOTAL_LIMIT / 1024 / 1024} MiB. Leave files out with a pattern that begins with !, and sync them in another step.`;
}

/** Why a file of this size (in bytes) is not read; undefined if it is. */
export function refuseSize(size: number): Message | undefined {
  if (size <= FILE_LIMIT) return undefined;
  return msg`This file is larger than ${FILE_LIMIT / 1024 / 1024} MiB. Split the roster into several files.`;
}

async function parse(
  { path, bytes }: RosterFile,
  source: string,
  report: RosterDocument["report"],
): Promise<Node | undefined> {
  if (!/\S/.test(source)) return undefined;
  const { text, offsets } = resolveConflicts(source);
  for (const offset of offsets) report("merge-conflict", offset, CONFLICT);
  const fast = isJson(path) ? readFastJson(text) : readFastYaml(text);
  if ("root" in fast) return fast.root;
  if (!isJson(path) && bytes.length > YAML_LIMIT) {
    report("file-too-large", fast.gaveUpAt, TOO_LARGE_FOR_YAML);
    return undefined;
  }
  const parseText = await loadParser(path);
  try {
    return parseText(text, (code, offset, message) => report(code, offset, message));
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    report(error.code, error.offset, error.explanation);
    return undefined;
  }
}

/** The general parser for a file. It is loaded here, since few runs need it. */
async function loadParser(path: string) {
  return isJson(path)
    ? (await import("./json.js")).parseJson
    : (await import("./yaml.js")).parseYaml;
}

interface Decoded {
  readonly text: string;
  /** Whether a line (1-based) has bytes that are not UTF-8. */
  readonly isUnreadable: (line: number) => boolean;
  readonly problem?: {
    readonly code: ProblemCode;
    readonly offset: number;
    readonly message: Message;
    /** Whether the file cannot be parsed at all. */
    readonly isFatal: boolean;
  };
}

function decode(bytes: Uint8Array): Decoded {
  const always = () => true;
  const never = () => false;
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return {
      text: "",
      isUnreadable: always,
      problem: { code: "invalid-utf8", offset: 0, message: UTF16, isFatal: true },
    };
  }
  const text = decodeUtf8(bytes);
  const nul = text.indexOf("\0");
  if (nul !== -1)
    return {
      text,
      isUnreadable: always,
      problem: { code: "nul-character", offset: nul, message: NUL, isFatal: true },
    };
  if (isUtf8(bytes)) return { text, isUnreadable: never };
  const valid = validPrefix(bytes);
  const lines = new Set<number>();
  const position = positionsIn(text);
  for (let at = text.indexOf("\uFFFD"); at !== -1; at = text.indexOf("\uFFFD", at + 1))
    lines.add(position(at).line);
  const message = msg`From here on this file has bytes that are not UTF-8 (${lines.size === 1 ? "on this line only" : `on ${lines.size} lines`}). Save it as UTF-8.`;
  return {
    text,
    isUnreadable: (line) => lines.has(line),
    problem: { code: "invalid-utf8", offset: valid.length, message, isFatal: false },
  };
}

const TOO_LARGE_FOR_YAML = msg`From here on, this file needs the general YAML parser, which reads at most ${YAML_LIMIT / 1024 / 1024} MiB. In a file of this size, write each value on its line, without anchors, tags, block texts, tabs and quoted keys; or split the file, or write it as JSON.`;

const CONFLICT = msg`A merge conflict is not resolved: keep one of the two sides, and remove the lines with <<<<<<<, ======= and >>>>>>>.`;
const UTF16 = msg`This file is UTF-16. Save it as UTF-8.`;
const NUL = msg`There is a NUL character here, so this is not a text file in UTF-8. Save it as UTF-8, or remove the character.`;

/** The text before the first byte that is not UTF-8. */
function validPrefix(bytes: Uint8Array): string {
  const decodeUntil = (end: number, stream: boolean): string | undefined => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream });
    } catch {
      return undefined;
    }
  };
  // Binary search for the longest prefix that decodes. `stream` allows it to end in a character.
  let low = 0;
  let high = bytes.length + 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (decodeUntil(middle, true) === undefined) high = middle;
    else low = middle;
  }
  return decodeUntil(low, true) ?? "";
}

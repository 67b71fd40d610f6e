// Folders that a file needs.
import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { systemCode } from "../model/errors.js";

/**
 * Makes a folder, and those above it. Not by `recursive`, which tries for ever in a file system that
 * has no new folders, such as /proc.
 */
export function makeFolders(path: string): void {
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return;
  const parent = dirname(path);
  if (parent !== path) makeFolders(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was first.
    if (systemCode(error) !== "EEXIST") throw error;
  }
}

// The roster of a resource that no file has yet: all live rows, with what they share as defaults.
import type { Row } from "../model/account.js";
import { isJson } from "../model/file-names.js";
import { byUniqueId } from "../model/order.js";
import { type AccountFields, blockAccount } from "./append.js";
import { fieldsFor } from "./compare.js";
import { defaultsFrom, type Lifted, liftDefaults } from "./lift.js";
import { targetOf } from "./target.js";
import { JSON_STYLE, writeKey, writeValue, YAML_STYLE } from "./write.js";

/** Where editors find the schema of a roster. */
const SCHEMA_URL =
  "https://raw.githubusercontent.com/vanta-roster-sync/vanta-roster-sync/v1/roster.schema.json";

/** The text of a new roster, in the language of its path. */
export function renderNewRoster(path: string, resourceId: string, rows: readonly Row[]): string {
  const sorted = [...rows].sort(byUniqueId);
  const lifted = liftDefaults(sorted.map(targetOf));
  const defaults = defaultsFrom(lifted);
  const accounts = sorted.map((row) => fieldsFor(row, defaults));
  const render = isJson(path) ? renderJson : renderYaml;
  return render(resourceId, lifted, accounts);
}

function renderYaml(
  resourceId: string,
  lifted: Lifted,
  accounts: readonly AccountFields[],
): string {
  const write = (name: string, value: unknown) =>
    `${writeKey(name, YAML_STYLE)} ${writeValue(value, YAML_STYLE)}`;
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

function renderJson(
  resourceId: string,
  lifted: Lifted,
  accounts: readonly AccountFields[],
): string {
  const object = (members: AccountFields, indent: string): string => {
    const lines = members.map(
      ([name, value]) =>
        `${indent}  ${writeKey(name, JSON_STYLE)} ${writeValue(value, JSON_STYLE)}`,
    );
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
